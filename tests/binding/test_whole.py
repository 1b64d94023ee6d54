import pytest

from kuajing.binding.bind import bind
from kuajing.model.declaration import Declaration
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import ColumnFact, DatasetMention, Fact, Fan, MoveFact, TableFact, Transform
from kuajing.source.location import Location

HERE = Location("main.tf", 3, 1)
SOURCE, TARGET = Endpoint("rds", "source"), Endpoint("rds", "target")


def table(endpoint: Endpoint, *path: str) -> TableFact:
    return TableFact(DatasetMention(path, endpoint=endpoint), (ColumnFact("id", HERE),), HERE, complete=True)


def move(
    source: tuple[str, ...], target: tuple[str, ...], ends: tuple[Endpoint, Endpoint] = (SOURCE, TARGET)
) -> Fact:
    first, second = (
        DatasetMention(path, endpoint=end) for path, end in zip((source, target), ends, strict=True)
    )
    return MoveFact(first, "*", second, "*", Transform.IDENTITY, HERE, "terraform")


def moves(*facts: Fact) -> list[str]:
    return [f"{one.source.dataset} -> {one.target.dataset}" for one in bind(Declaration(), facts).moves]


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (
            ("*",),
            ("*",),
            ["rds:source.crm.member -> rds:target.crm.member", "rds:source.hr.staff -> rds:target.hr.staff"],
        ),
        (("crm", "*"), ("copy", "*"), ["rds:source.crm.member -> rds:target.copy.member"]),
        (("crm", "mem*"), ("crm", "mem*"), ["rds:source.crm.member -> rds:target.crm.member"]),
        (("shop", "*"), ("shop", "*"), ["rds:source.shop.(whole) -> rds:target.shop.(whole)"]),
        (
            ("*",),
            ("members",),
            ["rds:source.crm.member -> rds:target.members", "rds:source.hr.staff -> rds:target.members"],
        ),
        (("crm", "*"), ("ods", "crm_*"), ["rds:source.crm.member -> rds:target.ods.crm_member"]),
        (("crm", "mem*"), ("x_*",), ["rds:source.crm.member -> rds:target.x_ber"]),
        (
            ("*",),
            ("shop.*",),
            [
                "rds:source.crm.member -> rds:target.shop.crm.member",
                "rds:source.hr.staff -> rds:target.shop.hr.staff",
            ],
        ),
        (
            ("*",),
            ("*_*",),
            ["rds:source.crm.member -> rds:target.crm_member", "rds:source.hr.staff -> rds:target.hr_staff"],
        ),
        (("crm", "member"), ("*",), ["rds:source.crm.member -> rds:target.member"]),
    ],
)
def test_a_move_of_everything_is_one_for_each_dataset_known_there(
    source: tuple[str, ...], target: tuple[str, ...], told: list[str]
) -> None:
    assert moves(table(SOURCE, "crm", "member"), table(SOURCE, "hr", "staff"), move(source, target)) == told


def test_what_nothing_is_known_of_moves_as_a_whole() -> None:
    assert moves(move(("*",), ("*",))) == ["rds:source.(whole) -> rds:target.(whole)"]


def test_a_copy_of_a_copy_moves_the_same_datasets_and_one_that_leads_back_ends() -> None:
    third = Endpoint("rds", "third")
    facts = (
        table(SOURCE, "crm", "member"),
        move(("*",), ("*",)),
        move(("*",), ("*",), (TARGET, third)),
        move(("*",), ("*",), (third, SOURCE)),
    )
    assert moves(*facts) == [
        "rds:source.crm.member -> rds:target.crm.member",
        "rds:target.crm.member -> rds:third.crm.member",
        "rds:third.crm.member -> rds:source.crm.member",
    ]


def test_a_place_alone_is_a_system_and_no_dataset() -> None:
    place = TableFact(DatasetMention(("*",), endpoint=SOURCE), (), HERE, complete=False)
    estate = bind(Declaration(), (place,))
    assert [system.id for system in estate.systems] == ["rds:source"]
    assert estate.datasets == ()


def fanned(source: tuple[str, ...], target: tuple[str, ...], fan: Fan) -> Fact:
    first, second = DatasetMention(source, endpoint=SOURCE), DatasetMention(target, endpoint=TARGET)
    return MoveFact(first, "*", second, "*", Transform.IDENTITY, HERE, "flink_cdc", fan=fan)


@pytest.mark.parametrize(
    ("source", "target", "fan", "told"),
    [
        (
            ("crm", "*"),
            ("ods", "crm_*"),
            Fan(("ods", "crm_<table>")),
            [
                "rds:source.crm.member -> rds:target.ods.crm_member",
                "rds:source.crm.order_1 -> rds:target.ods.crm_order_1",
                "rds:source.crm.order_2 -> rds:target.ods.crm_order_2",
            ],
        ),
        (
            ("crm", "order_[0-9]*"),
            ("ods", "orders"),
            Fan(("ods", "orders")),
            [
                "rds:source.crm.order_1 -> rds:target.ods.orders",
                "rds:source.crm.order_2 -> rds:target.ods.orders",
            ],
        ),
        (
            ("*", "*"),
            ("*", "*"),
            Fan(("<0>", "<1>"), (("crm", "order_*"),)),
            ["rds:source.crm.member -> rds:target.crm.member"],
        ),
        (("*",), ("*",), Fan((), (("crm", "order_*"),)), ["rds:source.crm.member -> rds:target.crm.member"]),
        (("hr", "*"), ("hr", "*"), Fan(("<0>", "<1>")), ["rds:source.hr.(whole) -> rds:target.hr.(whole)"]),
        (("hr", "a*"), ("all",), Fan(("all",)), ["rds:source.hr.a* -> rds:target.all"]),
    ],
)
def test_a_fan_says_what_each_table_of_a_pattern_is_called(
    source: tuple[str, ...], target: tuple[str, ...], fan: Fan, told: list[str]
) -> None:
    tables = (table(SOURCE, "crm", name) for name in ("member", "order_1", "order_2"))
    assert moves(*tables, fanned(source, target, fan)) == told


@pytest.mark.parametrize(
    ("known", "source", "target", "told"),
    [
        (("crm", "member"), ("crm", "*"), ("hq.crm.*",), "hq.crm.member"),
        (("crm", "member"), ("*",), ("hq.*",), "hq.crm.member"),
        (("crm", "member_1"), ("crm", "member_*"), ("hq.crm.member_*",), "hq.crm.member_1"),
        (("crm.member",), ("crm.*",), ("bj.crm.*",), "bj.crm.member"),
        (("crm.member",), ("crm.*",), ("*",), "crm.member"),
        (("crm", "member"), ("crm", "*"), ("hq_*_raw",), "hq_member_raw"),
        (("crm", "outbox"), ("crm", "outbox"), ("*.events",), "*.events"),
    ],
)
def test_a_name_that_is_made_of_others_holds_what_they_hold_in_the_place_of_the_star(
    known: tuple[str, ...], source: tuple[str, ...], target: tuple[str, ...], told: str
) -> None:
    assert moves(table(SOURCE, *known), move(source, target)) == [
        f"rds:source.{'.'.join(known)} -> rds:target.{told}"
    ]


def test_copies_under_a_longer_name_do_not_lead_back_to_where_they_came_from() -> None:
    facts = (
        table(SOURCE, "member"),
        table(TARGET, "price"),
        move(("*",), ("source.*",)),
        move(("*",), ("target.*",), (TARGET, SOURCE)),
    )
    assert moves(*facts) == [
        "rds:source.member -> rds:target.source.member",
        "rds:target.price -> rds:source.target.price",
    ]


def test_names_made_of_names_that_lead_back_end() -> None:
    facts = (
        table(SOURCE, "member"),
        move(("*",), ("a_*",)),
        move(("*",), ("b_*",), (TARGET, SOURCE)),
    )
    assert len(moves(*facts)) < 200
