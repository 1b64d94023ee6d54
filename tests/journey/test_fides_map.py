"""A map kept in Fides beside a declaration that says where its systems stand."""

from datetime import date
from pathlib import Path

from kuajing.journey.analyse import analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.model.truth import Truth

ESTATE = Path(__file__).parent / "fides_map"


def test_a_map_gives_crossings_once_somebody_says_where_its_systems_stand() -> None:
    analysis = analyse(gather(ESTATE), load_tables(), date(2026, 11, 30)).analysis
    told = [
        (
            one.kind.value,
            one.source_system,
            one.target_system,
            one.leaves,
            sorted({label.category for label in one.labels}),
        )
        for one in analysis.crossings
    ]
    assert told == [
        ("accessed", "members", "conn:analytics", Truth.UNKNOWN, ["pi.basic.email"]),
        ("sent", "shop", "mail-vendor", Truth.YES, ["pi.basic.email"]),
    ]


def test_the_words_of_a_map_are_the_evidence_of_a_category() -> None:
    analysis = analyse(gather(ESTATE), load_tables(), date(2026, 11, 30)).analysis
    told = {
        name.column: (one.category, one.evidence)
        for name, one in analysis.labelling.classifications
        if name.dataset.system == "members"
    }
    assert told == {
        "c1": ("pi.basic.email", ("fideslang:user.contact.email",)),
        "c2": ("none", ("fideslang:system.operations",)),
    }
