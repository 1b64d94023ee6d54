import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.readers.spoiling import spoilt

from kuajing.lineage.movement import read_movement
from kuajing.messages import message
from kuajing.model.facts import Fact, MoveFact, UnreadFact
from kuajing.model.lineage import LineageReport, ReadText
from kuajing.readers.openlineage import OPENLINEAGE
from kuajing.readers.openlineage.places import place_of
from kuajing.readers.two_passes import read_sources
from kuajing.reports.lineage_openlineage import openlineage
from kuajing.source.text import SourceText

Tell = Callable[..., list[str]]
HERE = Path(__file__).parent / "openlineage"
FILES = ("complete.json", "design.json", "lines.jsonl", "spark.json", "start.json")
CANARY = "canary-of-events"


def text_of(content: str, path: str = "events.json") -> SourceText:
    return SourceText(path, content, "utf-8", doubtful=False, digest="")


def read(content: str, path: str = "events.json") -> tuple[Fact, ...]:
    return read_sources([text_of(content, path)], (), {})


def test_columns_go_where_the_facet_says_and_indirect_ones_decide_rows(tell: Tell) -> None:
    assert [
        "read openlineage: 1 0 0 0",
        "9:5 table mysql[crm.shop.example:3306]/crm.member (id bigint, mobile string 手机号 pii ...) domain members",
        "20:5 table mysql[crm.shop.example:3306]/crm.city ( ...)",
        "21:5 table mysql[crm.shop.example:3306]/crm.extra ( ...)",
        "21:5 mysql[crm.shop.example:3306]/crm.extra.* decides s3[s3://hq-lake/ods/member]/hq-lake.ods/member",
        "24:5 table s3[s3://hq-lake/ods/member]/hq-lake.ods/member (id, mobile, spend, digest, note ...)",
        "28:106 mysql[crm.shop.example:3306]/crm.extra.* -> s3[s3://hq-lake/ods/member]/hq-lake.ods/member.note identity perhaps",
        "29:38 alias hive[ms.hq.example:9083]/ods.member = s3[s3://hq-lake/ods/member]/hq-lake.ods/member",
        "33:15 mysql[crm.shop.example:3306]/crm.member.id -> s3[s3://hq-lake/ods/member]/hq-lake.ods/member.id identity",
        "33:15 mysql[crm.shop.example:3306]/crm.member.id decides s3[s3://hq-lake/ods/member]/hq-lake.ods/member",
        "36:15 mysql[crm.shop.example:3306]/crm.member.mobile -> s3[s3://hq-lake/ods/member]/hq-lake.ods/member.mobile masked",
        "39:15 mysql[crm.shop.example:3306]/crm.member.mobile -> s3[s3://hq-lake/ods/member]/hq-lake.ods/member.digest hashed",
        "42:15 mysql[crm.shop.example:3306]/crm.member.spend -> s3[s3://hq-lake/ods/member]/hq-lake.ods/member.spend derived",
        "46:13 mysql[crm.shop.example:3306]/crm.city.id decides s3[s3://hq-lake/ods/member]/hq-lake.ods/member",
    ] == tell("openlineage/spark.json")


def test_events_of_one_run_are_put_together_and_a_broken_line_hides_no_other(tell: Tell) -> None:
    assert [
        "read openlineage: 0 1 1 0",
        "1:142 table postgres[crm.shop.example:5432/crm]/crm.member ( ...)",
        "1:142 postgres[crm.shop.example:5432/crm]/crm.member.* -> connection[conn:warehouse]/ods.member.* identity",
        "3:31 statement openlineage_json",
        "4:146 table connection[conn:warehouse]/ods.member ( ...)",
        "4:196 part openlineage_dataset",
    ] == tell("openlineage/lines.jsonl")


def test_events_of_one_run_meet_over_files(tell: Tell) -> None:
    assert [
        "read openlineage: 1 0 0 0",
        "3:14 table bigquery[hq-project]/hq-project.ods.members ( ...)",
        "read openlineage: 0 0 0 1",
        "2:13 table kafka[k1.shop.example:9092]/shop.members.v1 ( ...)",
        "2:13 kafka[k1.shop.example:9092]/shop.members.v1.* -> bigquery[hq-project]/hq-project.ods.members.* identity",
    ] == tell("openlineage/start.json", "openlineage/complete.json")


def test_the_start_of_a_run_alone_moves_nothing(tell: Tell) -> None:
    assert [
        "read openlineage: 0 0 0 1",
        "2:13 table kafka[k1.shop.example:9092]/shop.members.v1 ( ...)",
    ] == tell("openlineage/start.json")


def test_designs_of_jobs_and_datasets_are_read_too(tell: Tell) -> None:
    assert [
        "read openlineage: 1 0 0 1",
        "4:36 postgres[crm.shop.example:5432]/crm.public.member.name -> postgres[dw.hq.example:5432]/dw.public.member.name identity",
        "6:13 table s3[s3://hq-lake/exports/members.parquet]/hq-lake.exports/members.parquet (email string ...)",
    ] == tell("openlineage/design.json")


@pytest.mark.parametrize(
    ("namespace", "name", "place"),
    [
        ("postgres://h:5432", "db.s.t", "postgres h:5432 db.s.t"),
        ("mysql://h:3306", "db.t", "mysql h:3306 db.t"),
        ("postgres://h:None", "db.s.t", "postgres h db.s.t"),
        ("kafka://a:9092", "x.y.z", "kafka a:9092 x.y.z"),
        ("hdfs://nn:8020", "/user/x/dt=2026-01-01", "hdfs hdfs://nn:8020/user/x/dt=2026-01-01 user/x"),
        (
            "abfss://c@acc.dfs.core.windows.net",
            "/a/b",
            "azure_blob abfss://c@acc.dfs.core.windows.net/a/b c.a/b",
        ),
        ("arn:aws:glue:us-east-1:123456789012", "table/db/t", "glue arn:aws:glue:us-east-1:*:catalog db.t"),
        (
            "awsathena://athena.eu-west-1.amazonaws.com",
            "c.db.t",
            "athena athena.eu-west-1.amazonaws.com c.db.t",
        ),
        ("bigquery", "p.d.t", "bigquery p p.d.t"),
        ("file", "/data/x", "local worker-local /data/x"),
        ("file:/data/warehouse", "default.t", "local worker-local default.t"),
        ("food_delivery", "public.orders", "connection conn:food_delivery public.orders"),
        ("", "t", "connection conn:default t"),
        ("${DW_URL}", "db.t", "placeholder ${DW_URL} db.t"),
    ],
)
def test_a_namespace_and_a_name_mean_a_place(namespace: str, name: str, place: str) -> None:
    mention = place_of(namespace, name)
    assert mention.endpoint is not None
    assert place == f"{mention.endpoint.kind} {mention.endpoint.address} {'.'.join(mention.path)}"


@pytest.mark.parametrize(
    ("content", "is_event"),
    [
        ('{"eventType": "START", "job": {"namespace": "a", "name": "b"}}', True),
        ('{"eventType": "opened", "job": {"namespace": "a", "name": "b"}}', False),
        ('{"eventType": "START", "build": {"name": "b"}}', False),
        ("eventType: START", False),
    ],
)
def test_only_events_are_recognised(content: str, is_event: bool) -> None:  # noqa: FBT001
    assert is_event is OPENLINEAGE.recognises("x.json", content)


def test_what_is_no_json_is_told_with_its_place() -> None:
    content = '{"eventType": "START",\n "job": {"namespace": "a" "name": "b"}}'
    assert ["events.json:2:27 file"] == [f"{one.location} {one.grain}" for one in unread(read(content))]


def unread(facts: tuple[Fact, ...]) -> list[UnreadFact]:
    return [fact for fact in facts if isinstance(fact, UnreadFact)]


def test_the_events_we_write_of_sql_are_read_as_the_same_movement() -> None:
    sql = (
        "INSERT INTO dw.member SELECT m.id, md5(m.mobile), left(m.name, 1), upper(m.city), sum(o.amount)"
        " FROM crm.member m JOIN crm.orders o ON o.member_id = m.id GROUP BY 1, 2, 3, 4"
    )
    schema: dict[tuple[str, ...], tuple[str, ...]] = {
        ("dw", "member"): ("id", "mobile", "name", "city", "spend")
    }
    statements = read_movement(sql, dialect="mysql", schema=schema)
    edges = {
        (".".join(edge.source_table), edge.source_column, edge.target_column, edge.transform)
        for statement in statements
        for edge in statement.edges
    }
    written = openlineage(
        LineageReport((ReadText("etl.sql", "mysql", statements),)), "mysql://dw.example:3306"
    )
    moves = [fact for fact in read(written, "events.jsonl") if isinstance(fact, MoveFact)]
    assert edges == {
        (".".join(move.source.path), move.source_column, move.target_column, move.transform.value)
        for move in moves
    }


def said(facts: tuple[Fact, ...]) -> str:
    words = [
        message(fact.reason, language, fact.values) for fact in unread(facts) for language in ("en", "zh")
    ]
    return repr(facts) + "".join(words)


@pytest.mark.parametrize("name", FILES)
def test_no_secret_leaves_a_text_and_a_spoilt_text_raises_nothing(name: str) -> None:
    content = (HERE / name).read_text("utf-8")
    assert CANARY not in said(read(content, name))
    chance = random.Random(7)  # noqa: S311
    for _ in range(150):
        at, length = chance.randrange(len(content)), chance.randrange(1, 40)
        put = chance.choice(["", '"', "{", "[", "null", "7", "\\", "}", f"'{CANARY.upper()}'"])
        spoilt = content[:at] + put + content[at + length :]
        if chance.random() < 0.3:
            spoilt = spoilt[: chance.randrange(len(spoilt))]
        facts = read(spoilt, name)
        assert not any(CANARY.upper() in message(one.reason, "en", one.values) for one in unread(facts))


@pytest.mark.parametrize(
    "value", ["null", "7", '"x"', "[]", "[7]", "{}", '[[{"name": 7}]]', '[{"name": "t", "facets": 7}]']
)
@pytest.mark.parametrize("key", ["run", "job", "inputs", "outputs"])
def test_wrong_types_raise_nothing(key: str, value: str) -> None:
    content = f'{{"eventType": "START", "dataset": {{"namespace": "a"}}, "{key}": {value}}}'
    assert OPENLINEAGE.recognises("x.json", content)
    assert "move" not in {type(fact).__name__ for fact in read(content)}


@pytest.mark.parametrize("name", ["spark.json", "complete.json"])
def test_wrong_things_at_every_place_raise_nothing_and_hide_nothing(name: str) -> None:
    document = json.loads((HERE / name).read_text("utf-8"))
    for one in spoilt(document):
        assert "hidden-in-a-name" not in said(read(json.dumps(one), name))


def test_deep_and_large_texts_end() -> None:
    head = '{"eventType": "START", "job": {"namespace": "a", "name": "b"}, "inputs": '
    deep = read(head + "[" * 5000 + "]" * 5000 + "}")
    assert ["unread.openlineage_json"] == [one.reason for one in unread(deep)]
    line = head + '[{"namespace": "kafka://k:9092", "name": "members"}], "outputs": []}\n'
    assert [] == unread(read(line * 2000, "many.jsonl"))
