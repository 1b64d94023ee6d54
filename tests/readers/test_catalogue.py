from dataclasses import replace

import pytest

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import AliasFact, Basis, ColumnFact, DatasetMention, Fact, TableFact
from kuajing.readers.catalogue import catalogue_of
from kuajing.source.location import Location

PLACE = Location("schema.sql")
CRM = Endpoint("mysql", "crm.example:3306/crm", hosts=("crm.example",), port=3306, database="crm")
HQ = Endpoint("mysql", "hq.example:3306/crm", hosts=("hq.example",), port=3306, database="crm")


def table(mention: DatasetMention, *columns: str, complete: bool = True) -> TableFact:
    return TableFact(mention, tuple(ColumnFact(column, PLACE) for column in columns), PLACE, complete)


@pytest.mark.parametrize(
    ("defined", "asked"),
    [
        (DatasetMention(("crm", "member"), "shop"), DatasetMention(("member",), "shop")),
        (DatasetMention(("member",), "shop"), DatasetMention(("crm", "Member"), "shop")),
        (DatasetMention(("member",)), DatasetMention(("member",), endpoint=CRM)),
        (DatasetMention(("crm", "member")), DatasetMention(("member",), endpoint=CRM)),
        (DatasetMention(("member",), "shop"), DatasetMention(("member",))),
        (DatasetMention(("member",), endpoint=CRM), DatasetMention(("crm", "member"), endpoint=CRM)),
    ],
)
def test_a_name_without_its_outer_parts_meets_the_only_table(
    defined: DatasetMention, asked: DatasetMention
) -> None:
    assert catalogue_of([table(defined, "id", "phone")]).columns(asked) == ("id", "phone")


@pytest.mark.parametrize(
    ("defined", "asked"),
    [
        (DatasetMention(("crm", "member"), "shop"), DatasetMention(("erp", "member"), "shop")),
        (DatasetMention(("member",), "shop"), DatasetMention(("member",), "bank")),
        (DatasetMention(("member",), endpoint=CRM), DatasetMention(("member",), endpoint=HQ)),
        (DatasetMention(("erp", "member")), DatasetMention(("member",), endpoint=CRM)),
        (DatasetMention(("member",), "shop"), DatasetMention((), "shop")),
    ],
)
def test_another_place_or_database_is_another_table(defined: DatasetMention, asked: DatasetMention) -> None:
    assert catalogue_of([table(defined, "id")]).columns(asked) is None


def test_a_short_name_of_two_tables_is_neither() -> None:
    facts = [table(DatasetMention((name, "member"), "shop"), name) for name in ("crm", "erp")]
    catalogue = catalogue_of(facts)
    assert catalogue.columns(DatasetMention(("member",), "shop")) is None
    assert catalogue.columns(DatasetMention(("erp", "member"), "shop")) == ("erp",)


def test_definitions_that_disagree_teach_nothing_but_a_longer_one_does() -> None:
    mention = DatasetMention(("member",), "shop")
    grown = [table(mention, "id"), table(mention, "id", "phone")]
    assert catalogue_of(grown).columns(mention) == ("id", "phone")
    assert catalogue_of([*grown, table(mention, "phone", "id")]).columns(mention) is None


def test_what_is_inferred_counts_where_nothing_was_observed() -> None:
    mention = DatasetMention(("member",), "shop")
    inferred = replace(table(mention, "f1", "f2"), basis=Basis.INFERRED)
    assert catalogue_of([inferred]).columns(mention) == ("f1", "f2")
    assert catalogue_of([inferred, table(mention, "id", "phone")]).columns(mention) == ("id", "phone")


def test_a_list_that_is_not_whole_teaches_nothing() -> None:
    mention = DatasetMention(("member",), "shop")
    assert catalogue_of([table(mention, "id", complete=False)]).columns(mention) is None


def test_an_endpoint_of_a_declared_system_meets_the_tables_of_that_system() -> None:
    facts = [table(DatasetMention(("member",), "shop"), "id")]

    def system_at(endpoint: Endpoint) -> str | None:
        return "shop" if endpoint.hosts == ("crm.example",) else None

    catalogue = catalogue_of(facts, system_at)
    assert catalogue.columns(DatasetMention(("member",), endpoint=CRM)) == ("id",)
    assert catalogue.columns(DatasetMention(("member",), endpoint=HQ)) is None


@pytest.mark.parametrize("is_local", [True, False])
def test_what_is_defined_under_one_name_is_known_under_the_other(*, is_local: bool) -> None:
    lake = Endpoint("oss", "oss://lake", bucket="lake", path="ods/member")
    local, real = (
        DatasetMention(("ods", "member"), "hive"),
        DatasetMention(("lake", "ods/member"), endpoint=lake),
    )
    facts: tuple[Fact, ...] = (table(local if is_local else real, "id"), AliasFact(local, real, PLACE))
    assert [("id",), ("id",)] == [catalogue_of(facts).columns(mention) for mention in (local, real)]


def test_the_schema_for_sql_holds_the_tables_its_text_can_name() -> None:
    facts = [
        table(DatasetMention(("crm", "member"), "shop"), "id"),
        table(DatasetMention(("crm", "orders"), "shop"), "id"),
        table(DatasetMention(("city",)), "name"),
        table(DatasetMention(("city",), "bank"), "code"),
    ]
    catalogue = catalogue_of(facts)
    text = "SELECT * FROM Member, city"
    assert catalogue.schema_for(DatasetMention((), "shop"), text) == {
        ("city",): ("name",),
        ("crm", "member"): ("id",),
    }
    assert catalogue.schema_for(DatasetMention(()), text) == {
        ("city",): ("name",),
        ("crm", "member"): ("id",),
    }
