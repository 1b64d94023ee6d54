from dataclasses import replace

import pytest
from tests.reports.sample import ANALYSIS, DECLARATION, NAMES, PLACEMENTS, SYSTEMS

from kuajing.model.analysis import Analysis, SystemMove
from kuajing.model.estate import System
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth
from kuajing.reports.diagram import picture
from kuajing.reports.diagram_model import Amount, Level, Picture, Side
from kuajing.reports.diagram_speech import arrow_words


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
    assert [(box.title, box.stands_for, box.inside.columns) for box in party.boxes] == [
        ("示例商城（香港）有限公司", 1, 0),
        ("Example Hotels Pte. Ltd.", 2, 2),
        ("Example Shop Inc.", 2, 0),
        ("Example Shop (Shanghai) Co., Ltd.", 2, 14),
        ("nobody declared", 1, 0),
    ]
    assert [box.notes for box in party.boxes if box.inside] == [
        ("2 systems", "between them: 2 columns"),
        ("2 systems", "between them: 14 columns"),
    ]


def test_moves_of_one_standing_between_two_parties_are_one_arrow() -> None:
    arrows = [arrow for arrow in drawn(level="jurisdiction").arrows if arrow.target == "US/shop-us"]
    assert [(arrow.kinds, arrow.standing, arrow.amount, arrow.categories) for arrow in arrows] == [
        (("accessed", "sent"), "unmet", Amount(2), ("phone number", "name"))
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


def words_at(picture_: Picture, source: str, target: str) -> tuple[str, ...]:
    """What is written at the arrow between two systems."""
    sides = {box.id: box.side for box in picture_.boxes}
    found = (arrow for arrow in picture_.arrows if (arrow.source, arrow.target) == (source, target))
    return arrow_words(next(found), sides, picture_.speech)


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("warehouse", "us-dw", ("not shown to be met", "name, phone number", "sent, 2 columns")),
        ("crm", "sg-hotels", ("exempt", "passport", "sent, 1 column")),
        ("crm", "hq-office", ("not shown to be met", "phone number", "opened from abroad")),
        ("crm", "warehouse", ("14 columns",)),
        ("sg-analytics", "warehouse", ("arrives, 3 columns",)),
    ],
)
def test_an_arrow_says_how_many_columns_it_carries_and_that_it_arrives(
    source: str, target: str, words: tuple[str, ...]
) -> None:
    assert words_at(drawn(), source, target) == words


def test_from_a_place_that_nobody_located_data_may_arrive() -> None:
    move = SystemMove("legacy-ftp", "crm", "sent", 1, (), Truth.UNKNOWN, "inside")
    assert words_at(drawn(replace(ANALYSIS, system_moves=(move,))), "legacy-ftp", "crm") == ("may arrive",)


def test_all_columns_of_a_dataset_are_never_one_column() -> None:
    def words(*columns: str) -> tuple[str, ...]:
        first = ANALYSIS.estate.moves[0]
        moves = tuple(
            replace(first, source=first.source.dataset.column(one), target=first.target.dataset.column(one))
            for one in columns
        )
        estate = replace(ANALYSIS.estate, moves=moves)
        return words_at(drawn(replace(ANALYSIS, estate=estate)), "crm", "hk-ledger")[-1:]

    assert [words("*"), words("*", "a", "b"), words("a", "b"), words()] == [
        ("sent, all columns",),
        ("sent, 2 columns and more",),
        ("sent, 2 columns",),
        ("sent",),
    ]


def notes_of(system: System, placement: Placement) -> tuple[str, ...]:
    """The notes on the box of one system."""
    others = tuple(one for one in SYSTEMS if one.id != system.id)
    places = (*((name, place) for name, place in PLACEMENTS if name != system.id), (system.id, placement))
    changed = replace(
        ANALYSIS,
        estate=replace(ANALYSIS.estate, systems=(system, *others)),
        labelling=replace(ANALYSIS.labelling, placements=places),
    )
    return next(box.notes for box in drawn(changed).boxes if box.id == system.id)


def test_a_region_stands_below_the_box_and_a_bare_jurisdiction_does_not() -> None:
    warehouse = next(system for system in SYSTEMS if system.id == "us-dw")
    placement = dict(PLACEMENTS)["us-dw"]
    assert notes_of(warehouse, placement) == ("warehouse", "aws/us-east-1")
    assert notes_of(replace(warehouse, located="US"), placement) == ("warehouse",)


def test_a_location_that_the_address_denies_shows_both() -> None:
    warehouse = next(system for system in SYSTEMS if system.id == "us-dw")
    values = (("declared", "aws/us-east-1"), ("shown", "HK"))
    denied = Placement("", Truth.UNKNOWN, "contradiction", "placement.contradiction", values)
    assert notes_of(warehouse, denied) == (
        "warehouse",
        "declared aws/us-east-1",
        "address shows Hong Kong SAR",
    )
    several = replace(denied, values=(("declared", "?"), ("shown", "HK, SG")))
    assert notes_of(warehouse, several) == ("warehouse", "address shows Hong Kong SAR, Singapore")


def test_a_store_found_by_its_address_says_so_and_what_it_is() -> None:
    store = System(
        "oss://backup",
        "oss://backup",
        declared=False,
        kind="oss",
        handler=None,
        recipient=None,
        located=None,
        endpoints=(),
        locations=(),
    )
    move = SystemMove("crm", "oss://backup", "sent", 1, (), Truth.YES, "undeclared")
    with_store = replace(
        ANALYSIS,
        estate=replace(ANALYSIS.estate, systems=(*SYSTEMS, store)),
        labelling=replace(
            ANALYSIS.labelling,
            placements=(*PLACEMENTS, ("oss://backup", Placement("HK", Truth.NO, "host", "place.host"))),
        ),
        system_moves=(move,),
    )
    box = next(box for box in drawn(with_store).boxes if box.id == "oss://backup")
    assert box.notes == ("bucket", "located by its address")


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Example Shop (Shanghai) Co., Ltd."),
        ("zh", "示例商城（上海）有限公司"),
        ("both", "Example Shop (Shanghai) Co., Ltd. 示例商城（上海）有限公司"),
    ],
)
def test_a_picture_bears_the_names_of_its_handlers(language: str, title: str) -> None:
    assert picture(ANALYSIS, "system", language, None, NAMES).title == title


def test_a_picture_of_many_handlers_names_the_first_and_counts_the_others() -> None:
    handlers = tuple(replace(DECLARATION.handlers[0], id=f"h{n}", name_en=f"H{n}") for n in range(5))
    changed = replace(ANALYSIS, judgements=(), declaration=replace(DECLARATION, handlers=handlers))
    assert drawn(changed).title == "H0, H1, H2, +2"


def test_a_picture_of_nobody_says_what_it_shows() -> None:
    changed = replace(ANALYSIS, judgements=(), declaration=replace(DECLARATION, handlers=()))
    assert drawn(changed).title == "Where data goes"


def test_a_recipient_with_a_chinese_name_bears_it_in_the_chinese_picture() -> None:
    named = tuple(
        replace(one, name_zh="示例海外公司") for one in DECLARATION.recipients if one.id == "shop-us"
    )
    changed = replace(ANALYSIS, declaration=replace(DECLARATION, recipients=named))
    titles = {box.party.title for box in picture(changed, "system", "zh", None, NAMES).boxes}
    assert "示例海外公司" in titles
