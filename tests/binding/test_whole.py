import pytest

from kuajing.binding.bind import bind
from kuajing.model.declaration import Declaration
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import ColumnFact, DatasetMention, Fact, MoveFact, TableFact, Transform
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


def test_names_made_of_names_that_lead_back_end() -> None:
    facts = (
        table(SOURCE, "member"),
        move(("*",), ("a_*",)),
        move(("*",), ("b_*",), (TARGET, SOURCE)),
    )
    assert len(moves(*facts)) < 200
