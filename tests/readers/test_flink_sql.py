"""Flink SQL: the tables that DDL binds are the datasets at their addresses, under the names that they have there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kuajing.binding.bind import bind
from kuajing.model.declaration import Declaration
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

Tell = Callable[..., list[str]]
HERE = Path(__file__).parent / "flink_sql"


def moves(*names: str) -> list[str]:
    texts = [
        SourceText(name, (HERE / name).read_text("utf-8"), "utf-8", doubtful=False, digest="")
        for name in names
    ]
    estate = bind(Declaration(), read_sources(texts, (), {}))
    return [f"{one.source} -> {one.target} {one.transform.value}" for one in estate.moves]


def systems(text: str) -> list[str]:
    source = SourceText("job.sql", text, "utf-8", doubtful=False, digest="")
    return [f"{one.kind} {one.id}" for one in bind(Declaration(), read_sources([source], (), {})).systems]


def test_an_insert_between_two_tables_with_connectors_is_a_move_between_two_placed_systems() -> None:
    crm, kafka = "crm.shop.example:3306.crm.member_cn", "k1.sg.example:9092"
    assert [
        f"{crm}.id -> {kafka}.member-changes.id identity",
        f"{crm}.id -> {kafka}.member-more.id identity",
        f"{crm}.id -> pg.us.example:5432.dw.ods.member.id identity",
        f"{crm}.phone -> {kafka}.member-changes.phone identity",
        f"{crm}.phone -> {kafka}.member-more.phone identity",
        f"{crm}.phone -> pg.us.example:5432.dw.ods.member.phone hashed",
    ] == moves("members.sql")


def test_tables_of_catalogs_are_datasets_of_their_store() -> None:
    lake = "oss://hk-lake.paimon/ods.db/member"
    crm = "crm.shop.example:3306.shop.member"
    assert [
        f"{crm}.id -> {lake}.id identity",
        f"{crm}.phone -> {lake}.phone identity",
        f"{lake}.id -> obs://hk-lake.hudi/member.id identity",
        f"{lake}.id -> s3://us-lake.ice/dw/member.id identity",
        f"{lake}.phone -> obs://hk-lake.hudi/member.phone identity",
        f"{lake}.phone -> s3://us-lake.ice/dw/member.phone identity",
    ] == moves("catalogs.sql")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("'connector'='jdbc','url'='jdbc:mysql://a.example:3306/x','table-name'='t'", "mysql a.example:3306"),
        (
            "'connector'='elasticsearch-7','hosts'='http://a.example:9200','index'='t'",
            "elasticsearch a.example:9200",
        ),
        ("'connector'='doris','fenodes'='a.example:8030','table.identifier'='x.t'", "doris a.example:8030"),
        (
            "'connector'='starrocks','jdbc-url'='jdbc:mysql://a.example:9030','database-name'='x','table-name'='t'",
            "starrocks a.example:9030",
        ),
        (
            "'connector'='upsert-kafka','properties.bootstrap.servers'='a.example:9092','topic'='t'",
            "kafka a.example:9092",
        ),
        ("'connector'='filesystem','path'='oss://b/t'", "oss oss://b"),
    ],
)
def test_a_bound_table_is_in_a_system_with_an_address(options: str, told: str) -> None:
    ddl = f"CREATE TABLE t (id INT) WITH ({options});\n"
    assert told in systems(f"{ddl}INSERT INTO t SELECT id FROM s;")  # noqa: S608  read, never run


def test_jobs_that_call_different_tables_by_one_name_do_not_meet() -> None:
    assert [
        f"cn-{job}.example:3306.x.{table}.{column} -> us-{job}.example:3306.x.{table}.{column} identity"
        for job, table in (("a", "member"), ("b", "orders"))
        for column in ("id", "phone")
    ] == moves("job_a.sql", "job_b.sql")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            "'connector'='kafka','properties.bootstrap.servers'='k.example:9092','topic-pattern'='m-.*'",
            "k.example:9092.m-.*",
        ),
        (
            "'connector'='jdbc','url'='jdbc:oracle:thin:@//o.example:1521/ORCL','table-name'='CRM.T'",
            "o.example:1521.orcl.crm.t",
        ),
        (
            "'connector'='postgres-cdc','hostname'='p.example','database-name'='d','schema-name'='s','table-name'='t'",
            "p.example:5432.d.s.t",
        ),
        (
            "'connector'='hbase-2.2','zookeeper.quorum'='z.example:2181','table-name'='n:t'",
            "z.example:2181.n:t",
        ),
        (
            "'connector'='mysql-cdc','hostname'='m.example','database-name'='d','table-name'='t_[0-9]+'",
            "m.example:3306.d.t_[0-9]+",
        ),
    ],
)
def test_a_bound_table_has_the_name_that_it_has_there(options: str, told: str) -> None:
    ddl = f"CREATE TABLE local (id INT) WITH ({options});\n"
    text = f"{ddl}INSERT INTO s SELECT id FROM local;"  # noqa: S608  read, never run
    source = SourceText("job.sql", text, "utf-8", doubtful=False, digest="")
    estate = bind(Declaration(), read_sources([source], (), {}))
    assert [told] == [str(one.source.dataset) for one in estate.moves]
