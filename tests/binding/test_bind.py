import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.addresses import read_address
from kuajing.binding import bind
from kuajing.model.declaration import Declaration, DeclaredFlow, DeclaredSystem
from kuajing.model.endpoints import Endpoint
from kuajing.model.estate import Estate
from kuajing.model.facts import (
    AliasFact,
    ColumnFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    TableFact,
    Transform,
)
from kuajing.model.names import DatasetName
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location

Told = Callable[[str], list[str]]
HERE = Location("systems.yaml", 1)


def test_one_table_said_by_system_and_by_address_is_one_dataset(told: Told) -> None:
    sketch = """
system crm jdbc:mysql://h:3306/crm
table crm|customer mobile
move jdbc:mysql://h:3306/crm|customer mobile crm|copy mobile
"""
    assert [
        "system crm",
        "dataset crm.crm.copy: mobile ...",
        "dataset crm.crm.customer: mobile",
        "move crm.crm.customer.mobile > crm.crm.copy.mobile by sql",
    ] == told(sketch)


def test_names_fold_like_the_database_does(told: Told) -> None:
    assert ["system crm", "dataset crm.customer: mobile"] == told(
        "system crm\ntable crm|Customer Mobile\ntable crm|CUSTOMER MOBILE"
    )


def test_a_short_name_meets_the_only_longer_one(told: Told) -> None:
    assert ["system dw", "dataset dw.dwd.t: a", "move dw.dwd.t.a > dw.dwd.t.a by sql"] == told(
        "system dw\ntable dw|dwd.t a\nmove dw|t a dw|dwd.t a"
    )


def test_a_short_name_is_linked_with_each_of_several_both_ways(told: Told) -> None:
    sketch = """
system dw
table dw|ods.t a
table dw|dwd.t a
move dw|t a dw|out a
"""
    assert [
        "system dw",
        "dataset dw.dwd.t: a",
        "dataset dw.ods.t: a",
        "dataset dw.out: a ...",
        "dataset dw.t: a ...",
        "move dw.dwd.t.* > dw.t.* by name, perhaps",
        "move dw.ods.t.* > dw.t.* by name, perhaps",
        "move dw.t.* > dw.dwd.t.* by name, perhaps",
        "move dw.t.* > dw.ods.t.* by name, perhaps",
        "move dw.t.a > dw.out.a by sql",
    ] == told(sketch)


def test_a_short_name_that_only_a_declaration_uses_is_linked_as_well(told: Told) -> None:
    lines = told("system dw\nsystem us\ntable dw|ods.t a\ntable dw|dwd.t a\nflow f dw.t us.t")
    assert [line for line in lines if line.startswith("move")] == [
        "move dw.dwd.t.* > dw.t.* by name, perhaps",
        "move dw.ods.t.* > dw.t.* by name, perhaps",
        "move dw.t.* > dw.dwd.t.* by name, perhaps",
        "move dw.t.* > dw.ods.t.* by name, perhaps",
        "move dw.t.* > us.t.* by declared",
    ]


def test_an_alias_is_the_thing_at_its_address(told: Told) -> None:
    sketch = """
system dw
system lake oss://lake
alias dw|ext_customer oss://lake/customer|customer
move dw|ext_customer a dw|out a
"""
    assert [
        "system dw",
        "system lake",
        "dataset dw.out: a ...",
        "dataset lake.customer: a ...",
        "move lake.customer.a > dw.out.a by sql",
    ] == told(sketch)


def test_an_alias_bound_to_two_things_is_linked_with_each(told: Told) -> None:
    sketch = """
system dw
system lake oss://lake
alias dw|ext oss://lake/a|a
alias dw|ext oss://lake/b|b
move dw|ext c dw|out c
"""
    assert [
        "system dw",
        "system lake",
        "dataset dw.ext: c ...",
        "dataset dw.out: c ...",
        "dataset lake.a: ...",
        "dataset lake.b: ...",
        "move dw.ext.* > lake.a.* by name, perhaps",
        "move dw.ext.* > lake.b.* by name, perhaps",
        "move dw.ext.c > dw.out.c by sql",
        "move lake.a.* > dw.ext.* by name, perhaps",
        "move lake.b.* > dw.ext.* by name, perhaps",
    ] == told(sketch)


def test_aliases_of_each_other_are_one_dataset(told: Told) -> None:
    sketch = "system a\nsystem b\nalias a|t b|u\nalias b|u a|t\nmove a|t c b|u c"
    assert ["system a", "system b", "dataset b.u: c ...", "move b.u.c > b.u.c by sql"] == told(sketch)


def test_a_file_with_a_dot_in_its_name_is_declared_as_it_is_written() -> None:
    endpoint = Endpoint("oss", "oss://lake/raw/customers.csv", bucket="lake", path="raw/customers.csv")
    mention = DatasetMention(("lake", "raw/customers.csv"), endpoint=endpoint)
    lake = DeclaredSystem("lake", HERE, "bucket", endpoints=(("oss://lake", HERE),))
    flow = DeclaredFlow("f", HERE, "lake.raw/customers.csv", "us.t")
    estate = bind(
        Declaration(systems=(lake, DeclaredSystem("us", HERE, "database")), flows=(flow,)),
        (TableFact(mention, (ColumnFact("mobile", HERE),), HERE, complete=True),),
    )
    name = DatasetName("lake", mention.path)
    assert [name, DatasetName("us", ("t",))] == [dataset.name for dataset in estate.datasets]
    assert [(name,)] == [bound.sources for bound in estate.flows]


def test_declared_columns_are_columns_of_a_dataset_not_wholly_known(told: Told) -> None:
    assert ["system crm", "dataset crm.t: a mobile ..."] == told(
        "system crm\npartly crm|t a\ndataset crm.t mobile=pi.basic.phone"
    )


def test_a_column_that_a_whole_definition_lacks_is_not_added(told: Told) -> None:
    assert ["system crm", "dataset crm.t: a"] == told(
        "system crm\ntable crm|t a\ndataset crm.t mobile=pi.basic.phone"
    )


def test_columns_keep_the_order_of_their_first_definition(told: Told) -> None:
    sketch = "system crm\ntable crm|t z a\nmove crm|t n crm|t b\ntable crm|t a z m"
    assert "dataset crm.t: z a m b n" in told(sketch)


def test_one_dataset_declared_under_two_names_is_an_error(told: Told) -> None:
    with pytest.raises(InputErrors) as raised:
        told("system dw\ndataset dw.dwd.t a=none\ndataset dw.t a=none")
    values = (("first", "dw.dwd.t"), ("place", "sketch:2:1"), ("second", "dw.t"))
    assert (InputError(Location("sketch", 3), "binding.dataset_twice", values),) == raised.value.errors


def test_two_declared_datasets_are_none(told: Told) -> None:
    assert ["system dw", "dataset dw.dwd.t: a ...", "dataset dw.dwd.u: a ..."] == told(
        "system dw\ndataset dw.dwd.t a=none\ndataset dw.dwd.u a=none"
    )


def test_a_system_is_no_dataset(told: Told) -> None:
    with pytest.raises(InputErrors) as raised:
        told("system dw\ndataset dw a=none")
    expected = InputError(Location("sketch", 2), "binding.dataset_is_system", (("system", "dw"),))
    assert (expected,) == raised.value.errors


def test_every_declared_dataset_stands_under_its_met_name(estate: Callable[[str], Estate]) -> None:
    declared = estate("system dw\ntable dw|dwd.t a\ndataset dw.t a=none").declared
    assert [DatasetName("dw", ("dwd", "t"))] == [name for name, _ in declared]


NAMES = st.sampled_from(["t", "a.t", "b.t", "a.b.t", "u", "a.u"])
PLACES = st.sampled_from(["dw", "jdbc:mysql://h:3306/a", "jdbc:postgresql://p:5432/a", "?"])


@st.composite
def mentions(draw: st.DrawFn) -> DatasetMention:
    place, path = draw(PLACES), tuple(draw(NAMES).split("."))
    if place == "?":
        return DatasetMention(path)
    return (
        DatasetMention(path, place) if place == "dw" else DatasetMention(path, endpoint=read_address(place))
    )


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    location = Location(draw(st.sampled_from("fg")), draw(st.integers(1, 3)))
    one, other = draw(mentions()), draw(mentions())
    column, second = draw(st.sampled_from("xyz*")), draw(st.sampled_from("xyz*"))
    match draw(st.integers(0, 3)):
        case 0:
            return TableFact(one, (ColumnFact("x", location),), location, complete=draw(st.booleans()))
        case 1:
            certain = draw(st.booleans())
            return MoveFact(one, column, other, second, Transform.IDENTITY, location, "sql", certain=certain)
        case 2:
            return InfluenceFact(one, column, other, location, "sql")
        case _:
            return AliasFact(one, other, location)


@given(st.lists(facts(), max_size=12), st.integers(0, 100))
def test_an_estate_does_not_depend_on_the_order_of_its_facts(found: list[Fact], seed: int) -> None:
    declaration = Declaration(systems=(DeclaredSystem("dw", Location("s"), "warehouse"),))
    shuffled = list(found)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  any order will do
    assert bind(declaration, found) == bind(declaration, shuffled)


@given(st.lists(facts(), max_size=12))
def test_every_end_of_every_move_is_a_dataset_of_the_estate_in_one_of_its_systems(found: list[Fact]) -> None:
    declaration = Declaration(systems=(DeclaredSystem("dw", Location("s"), "warehouse"),))
    estate = bind(declaration, found)
    known = {dataset.name for dataset in estate.datasets}
    ends = {end.dataset for move in estate.moves for end in (move.source, move.target)}
    ends |= {one.source.dataset for one in estate.influences} | {one.target for one in estate.influences}
    assert ends <= known
    assert {name.system for name in known} <= {system.id for system in estate.systems}


def test_a_folder_goes_by_the_name_of_the_table_over_it(told: Told) -> None:
    sketch = "system dw\nalias dw|ods.customer dw|warehouse/ods_db/customer\nmove dw|warehouse/ods_db/customer a dw|out a"
    assert [
        "system dw",
        "dataset dw.ods.customer: a ...",
        "dataset dw.out: a ...",
        "move dw.ods.customer.a > dw.out.a by sql",
    ] == told(sketch)


def test_a_bucket_that_is_a_system_is_not_named_twice(told: Told) -> None:
    assert [
        "system a",
        "system oss://lake",
        "dataset a.t: c ...",
        "dataset oss://lake.daily: c ...",
        "move a.t.c > oss://lake.daily.c by sql",
    ] == told("system a\nmove a|t c oss://lake/daily|lake.daily c")


def test_a_declared_system_keeps_the_bucket_in_its_names(told: Told) -> None:
    assert [
        "system a",
        "system lake",
        "dataset a.t: c ...",
        "dataset lake.lake.daily: c ...",
        "move a.t.c > lake.lake.daily.c by sql",
    ] == told("system a\nsystem lake oss://lake\nmove a|t c oss://lake/daily|lake.daily c")


@pytest.mark.parametrize(
    ("address", "datasets"),
    [
        ("kafka://bus:9092", {("crm.member",)}),
        ("mysql://bus:3306", {("crm", "member"), ("crm.member",)}),
    ],
)
def test_a_dot_in_the_name_of_a_topic_parts_nothing(address: str, datasets: set[tuple[str, ...]]) -> None:
    endpoint = read_address(address)
    tables = (
        TableFact(DatasetMention(path, endpoint=endpoint), (), HERE, complete=False)
        for path in (("crm", "member"), ("crm.member",))
    )
    assert {dataset.name.path for dataset in bind(Declaration(), tuple(tables)).datasets} == datasets
