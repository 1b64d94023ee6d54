import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kuajing.messages import message
from kuajing.model.declaration import SourceRule
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import Fact, UnreadFact
from kuajing.readers.flink_cdc.patterns import covers, met, patterns_of, sure_patterns_of
from kuajing.readers.flink_cdc.texts import recognises
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

Tell = Callable[..., list[str]]
Rule = Callable[..., SourceRule]
HERE = Path(__file__).parent / "flink_cdc"
CANARY = "kanarienvogel4711"
KAFKA = "kafka[k1.us.example:9092]"
MEMBER = "mysql[db.shop.example]/crm.member"


def text_of(content: str, path: str = "pipeline.yaml") -> SourceText:
    return SourceText(path, content, "utf-8", doubtful=False, digest="")


def read(content: str, path: str = "pipeline.yaml") -> tuple[Fact, ...]:
    return read_sources([text_of(content, path)], (), {})


@pytest.mark.parametrize(
    ("written", "patterns"),
    [
        ("app_db.orders", [("app_db", "orders")]),
        ("app_db.\\.*", [("app_db", "*")]),
        ("app_db.order_\\.*, other.x", [("app_db", "order_*"), ("other", "x")]),
        ("db_\\d+.user_[0-9]{2}", [("db_[0-9]*", "user_[0-9][0-9]")]),
        ("a.(b|c)_t, a.d", [("a", "b_t"), ("a", "c_t"), ("a", "d")]),
        ("adb.*", [("adb", "*")]),
        ("mydb\\.*", [("mydb", "*")]),
        ("p.public.x", [("p", "public", "x")]),
        ("\\.*.\\.*", [("*", "*")]),
        ("x.y?z", [("x", "*z")]),
        ("", []),
    ],
)
def test_expressions_become_patterns_that_mean_as_much(written: str, patterns: list[tuple[str, ...]]) -> None:
    assert patterns == list(patterns_of(written))


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (("a", "*"), ("a", "b"), ("a", "b")),
        (("a", "b"), ("a", "*"), ("a", "b")),
        (("a", "b"), ("a", "c"), None),
        (("a", "x*"), ("a", "*y"), ("a", "x*")),
        (("a", "x*"), ("a", "y*"), None),
        (("*",), ("a", "b"), ("a", "b")),
        (("A", "b"), ("a", "B"), ("A", "b")),
    ],
)
def test_patterns_meet_where_some_table_is_of_both(
    first: tuple[str, ...], second: tuple[str, ...], both: tuple[str, ...] | None
) -> None:
    found = met(first, second)
    assert both == found or (both is not None and found in {first, second})


def test_a_pattern_covers_what_is_narrower_and_nothing_else() -> None:
    assert covers(("a", "order_*"), ("a", "order_1"))
    assert not covers(("a", "order_1"), ("a", "order_*"))


@pytest.mark.parametrize(
    ("written", "is_sure"),
    [
        ("a.b", True),
        ("a.\\.*", True),
        ("a.t_[0-9]+", True),
        ("a.(b|c)", True),
        ("a.(b|c)*", False),
        ("a.b{2}", False),
    ],
)
def test_only_what_a_pattern_means_exactly_takes_tables_away(written: str, *, is_sure: bool) -> None:
    assert is_sure is bool(sure_patterns_of(written))


def test_a_list_beyond_measure_means_all_tables_and_takes_none_away() -> None:
    many = ",".join(f"a.t{number}" for number in range(10_000))
    assert patterns_of(many) == (("*",),)
    assert ("*",) not in sure_patterns_of(many)


def test_a_column_that_replaces_another_hides_it_where_the_table_is_known(tell: Tell, rule: Rule) -> None:
    def system_at(endpoint: Endpoint) -> str | None:
        return "crm" if "crm.shop.example" in endpoint.hosts else None

    crm = rule("flink_cdc/crm.sql", system="crm", default_database="crm")
    told = tell("flink_cdc/mask.yaml", "flink_cdc/crm.sql", rules=(crm,), system_at=system_at)
    member = "mysql[crm.shop.example:3306]/crm.member"
    doris = "doris[http://doris.sg.example:8030]/crm.member"
    assert [
        f"5:13 {member}.id -> {doris}.id identity",
        f"5:13 {member}.mail -> {doris}.mail identity",
        f"5:13 {member}.region -> {doris}.region identity",
        f"20:17 {member}.mail -> {doris}.mail_hash hashed by SHA256",
        f"20:17 {member}.phone -> {doris}.phone hashed by MD5",
    ] == [line for line in told if f" {member}." in line and " -> " in line]


def test_a_page_shows_a_pipeline_that_nothing_runs(tell: Tell) -> None:
    assert [
        "read flink_cdc: 1 0 0 0",
        f"6:13 {MEMBER}.* -> {KAFKA}/crm.member.* identity (disabled)",
    ] == tell("flink_cdc/guide.md")


def test_a_script_holds_a_pipeline_and_the_sql_beside_it(tell: Tell) -> None:
    assert [
        "read flink_cdc: 1 1 0 0",
        f"5:13 {MEMBER}.* -> {KAFKA}/crm.member.* identity",
    ] == [line for line in tell("flink_cdc/start.sh") if " -> ?" not in line and " part " not in line]


def test_what_a_rule_lacks_is_told_and_an_unknown_connector_is_read_by_common_keys(tell: Tell) -> None:
    store = "http[https://store.us.example/api]"
    assert [
        "read flink_cdc: 0 1 0 0",
        f"4:13 mysql[db.shop.example]/crm.*.* -> {store}/crm.*.* identity",
        f"4:13 mysql[db.shop.example]/crm.a_*.* -> {store}/ods.b_$1.* identity",
        "7:3 part flink_cdc_connector connector=shiny-new-store",
        "10:5 part flink_cdc_rule section=transform",
        "13:17 part flink_cdc_groups",
        "14:5 part flink_cdc_rule section=route",
    ] == tell("flink_cdc/rules.yaml")


def test_a_model_without_an_address_is_told() -> None:
    content = (HERE / "models.yaml").read_text("utf-8").replace("endpoint: https://ai.us.example/v1", "x: y")
    content = content.replace("type: openai-compatible", "type: own")
    unread = [fact for fact in read(content) if isinstance(fact, UnreadFact)]
    assert [("unread.flink_cdc_model", (("model", "emb"),))] == [(one.reason, one.values) for one in unread]


@pytest.mark.parametrize(
    "content",
    [
        "source:\n  type: mysql\n",
        "apiVersion: v1\nsource:\n  type: a\nsink:\n  type: b\n",
        "sources:\n  a:\n    type: file\nsinks:\n  b:\n    type: console\n",
        "source: x\nsink: y\ntype: z\n",
        "steps:\n  - source:\n      type: mysql\n    sink:\n      type: b\n",
    ],
)
def test_files_of_other_formats_are_left_alone(content: str) -> None:
    assert not recognises("some.yaml", content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("source:\n  type: mysql\npipeline:\n  name: x\n", ["one_end 1:1"]),
        ("source:\n  type: mysql\n bad\nsink:\n  type: x\n", ["yaml 3:2"]),
        ("source:\n  type: mysql\n  hostname: {{ .Values.host }}\nsink:\n  type: kafka\n", ["template 3:13"]),
    ],
)
def test_a_pipeline_that_cannot_be_read_says_why(content: str, told: list[str]) -> None:
    unread = [fact for fact in read(content) if isinstance(fact, UnreadFact)]
    assert told == [
        f"{one.reason.removeprefix('unread.flink_cdc_')} {one.location.line}:{one.location.column}"
        for one in unread
    ]
    assert [one.grain for one in unread] == ["file"]


def test_no_secret_is_told_whatever_it_stands_in() -> None:
    content = f"""# {CANARY}
source:
  type: mysql
  hostname: db.shop.example
  username: {CANARY}
  password: {CANARY}
  jdbc.properties.{CANARY}: x
  tables: crm.member
sink:
  type: oceanbase
  url: jdbc:mysql://u:{CANARY}@ob.example:2881/x?password={CANARY}
  {CANARY}: 1
  access-key: {CANARY}
transform:
  - source-table: crm.member
    description: {CANARY}
    projection: id, CHAT(phone, '{CANARY}') AS said
pipeline:
  name: {CANARY}
  model:
    - model-name: CHAT
      class-name: OpenAIChatModel
      openai.host: https://u:{CANARY}@api.example/v1?key={CANARY}
      openai.apikey: {CANARY}
"""
    broken = content.replace("tables: crm.member", f"tables: [crm, {CANARY}")
    for text in (
        content,
        broken,
        content[:-30] + "\n {",
        content.replace("type: mysql", f"type: '{CANARY}!'"),
    ):
        for fact in read(text):
            assert CANARY not in repr(fact)
            if isinstance(fact, UnreadFact):
                assert CANARY not in message(fact.reason, "en", fact.values)


def test_whatever_is_done_to_a_pipeline_nothing_is_raised() -> None:
    dice = random.Random(5)  # noqa: S311  the same damage every time
    for path in sorted(HERE.glob("*.yaml")):
        whole = path.read_text("utf-8")
        for _ in range(12):
            at = dice.randrange(len(whole))
            sign = dice.choice("\0\t\n:{}[]'\"\\*.|<>&!-,$")
            for text in (
                whole[:at],
                whole[:at] + sign + whole[at + 1 :],
                whole.replace(": ", f": {sign}", 3),
            ):
                read(text)
    for odd in ("[]", "{}", "1", "null", "[[1]]", "{a: {b: [c]}}", "'\\'", "'(((((|'", "'[a'"):
        for key in ("source", "sink", "transform", "route", "pipeline", "tables", "projection", "model"):
            lines = (HERE / "models.yaml").read_text("utf-8").split("\n")
            found = [
                line.split(f"{key}:")[0] + f"{key}: {odd}" if f"{key}:" in line else line for line in lines
            ]
            read("\n".join(found))


def test_deep_and_long_expressions_end() -> None:
    for tables in ("(" * 3000, "(a|b)" * 500, "[a-z]*." * 900, "a*b*" * 900, ",".join(["\\.*"] * 2000)):
        content = (HERE / "one_topic.yaml").read_text("utf-8").replace("app_db.\\.*", f"'{tables}'")
        read(content + f"route:\n  - source-table: '{tables}'\n    sink-table: x.y\n")
