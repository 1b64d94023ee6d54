from dataclasses import replace

import pytest
from tests.reports.sample import ANALYSIS, NAMES, SYSTEMS

from kuajing.model.analysis import Analysis, SystemMove
from kuajing.model.estate import System
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth
from kuajing.reports.diagram import picture
from kuajing.reports.diagram_model import Level, Picture, Side


def drawn(analysis: Analysis = ANALYSIS, level: str = "system", transfer: str | None = None) -> Picture:
    return picture(analysis, level, "en", transfer, NAMES)


def many(systems: int, moves: int) -> Analysis:
    """A mainland of so many systems, each sending on to a few others."""
    names = [f"s{number:03}" for number in range(systems)]
    pairs = [
        (names[number % systems], names[(number + number // systems + 1) % systems])
        for number in range(moves)
    ]
    return replace(
        ANALYSIS,
        estate=replace(
            ANALYSIS.estate, systems=tuple(replace(SYSTEMS[0], id=name, label=name) for name in names)
        ),
        labelling=replace(
            ANALYSIS.labelling,
            placements=tuple((name, Placement("CN", Truth.YES, "region", "place.region")) for name in names),
        ),
        system_moves=tuple(
            SystemMove(source, target, "sent", 1, (), Truth.NO, "inside")
            for source, target in sorted(set(pairs))
        ),
    )


def test_each_system_stands_in_its_jurisdiction_and_party() -> None:
    boxes = {box.id: (box.side, box.cluster.title, box.party.title) for box in drawn().boxes}
    assert boxes == {
        "crm": (Side.HOME, "Mainland China", "Example Shop (Shanghai) Co., Ltd."),
        "hk-ledger": (Side.ABROAD, "Hong Kong SAR", "示例商城（香港）有限公司"),
        "hq-office": (Side.ABROAD, "United States", "Example Shop Inc."),
        "legacy-ftp": (Side.UNKNOWN, "Location not known", "nobody declared"),
        "sg-analytics": (Side.ABROAD, "Singapore", "Example Hotels Pte. Ltd."),
        "sg-hotels": (Side.ABROAD, "Singapore", "Example Hotels Pte. Ltd."),
        "us-dw": (Side.ABROAD, "United States", "Example Shop Inc."),
        "warehouse": (Side.HOME, "Mainland China", "Example Shop (Shanghai) Co., Ltd."),
    }


def test_at_the_level_of_jurisdictions_a_box_is_a_party() -> None:
    party = drawn(level="jurisdiction")
    assert [(box.title, box.stands_for, box.inside) for box in party.boxes] == [
        ("示例商城（香港）有限公司", 1, 0),
        ("Example Hotels Pte. Ltd.", 2, 2),
        ("Example Shop Inc.", 2, 0),
        ("Example Shop (Shanghai) Co., Ltd.", 2, 14),
        ("nobody declared", 1, 0),
    ]


def test_moves_of_one_standing_between_two_parties_are_one_arrow() -> None:
    arrows = [arrow for arrow in drawn(level="jurisdiction").arrows if arrow.target == "US/shop-us"]
    assert [(arrow.kinds, arrow.standing, arrow.moves, arrow.categories) for arrow in arrows] == [
        (("accessed", "sent"), "unmet", 3, ("phone number", "name"))
    ]


def test_two_hundred_systems_are_drawn_one_by_one() -> None:
    assert drawn(many(200, 300)).level is Level.SYSTEM


def test_above_two_hundred_boxes_the_level_rises_and_says_so() -> None:
    large = drawn(many(201, 300))
    assert (large.level, large.notes[0]) == (
        Level.PARTY,
        "201 systems and 300 arrows are too many to read, so a box is a legal person.",
    )


def test_above_six_hundred_arrows_the_level_rises() -> None:
    assert drawn(many(100, 601)).level is Level.PARTY


def test_a_standing_that_nobody_knows_is_undetermined() -> None:
    odd = replace(ANALYSIS.system_moves[0], standing="surely fine")
    assert drawn(replace(ANALYSIS, system_moves=(odd,))).arrows[0].standing == "undetermined"


def test_systems_without_arrows_are_counted_not_drawn() -> None:
    alone = System(
        "alone",
        "alone",
        declared=True,
        kind="model",
        handler=None,
        recipient=None,
        located=None,
        endpoints=(),
        locations=(),
    )
    with_alone = replace(ANALYSIS, estate=replace(ANALYSIS.estate, systems=(alone, *SYSTEMS)))
    seen = drawn(with_alone)
    assert "alone" not in {box.id for box in seen.boxes}
    assert "Systems not drawn, as nothing moves to or from them: 1." in seen.notes


def test_everything_but_the_transfer_recedes() -> None:
    lit = {(arrow.source, arrow.target) for arrow in drawn(transfer="crm-to-us").arrows if arrow.lit}
    assert lit == {("crm", "warehouse"), ("warehouse", "us-dw")}


def test_without_a_transfer_nothing_recedes() -> None:
    assert all(arrow.lit for arrow in drawn().arrows)


def test_the_order_of_moves_and_systems_does_not_matter() -> None:
    turned = replace(
        ANALYSIS,
        system_moves=tuple(reversed(ANALYSIS.system_moves)),
        estate=replace(ANALYSIS.estate, systems=tuple(reversed(SYSTEMS))),
    )
    one, other = drawn(), drawn(turned)
    assert (one.boxes, one.arrows, one.notes) == (other.boxes, other.arrows, other.notes)


def test_another_level_is_refused() -> None:
    with pytest.raises(KeyError):
        drawn(level="planet")
