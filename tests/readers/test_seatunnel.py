import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kuajing.messages import message
from kuajing.model.declaration import SourceRule
from kuajing.model.facts import Fact, MoveFact, UnreadFact
from kuajing.readers.seatunnel.texts import recognises
from kuajing.readers.two_passes import read_sources
from kuajing.source.location import Location
from kuajing.source.text import SourceText

Tell = Callable[..., list[str]]

HERE = Path(__file__).parent / "seatunnel"
CRM = "mysql[crm.shop.example:3306/crm]"
DORIS = "doris[http://doris.dw.example:8030]"
LAKE = "s3[s3a://hq-lake]/hq-lake.members"
MEMBERS = "kafka[k1.shop.example:9092,k2.shop.example:9092]/members"
REVIEW = f"{CRM}/crm.review"
MILVUS = "milvus[http://milvus.dw.example:19530]/reviews"
TWO_OF_THREE = """env { job.mode = BATCH }
source {
  Jdbc { url = "jdbc:mysql://a.example/x", query = "select id from one", plugin_output = a }
  Jdbc { url = "jdbc:mysql://a.example/x", query = "select id from two", result_table_name = b }
  Jdbc { url = "jdbc:mysql://a.example/x", query = "select id from other", plugin_output = c }
}
sink { Doris { plugin_input = INPUTS, fenodes = "d.example:8030", table.identifier = "x.y" }, Console { plugin_input = c } }
"""
CANARY = "kanarienvogel4711"


def text_of(content: str, path: str = "job.conf") -> SourceText:
    return SourceText(path, content, "utf-8", doubtful=False, digest="")


def read(content: str, path: str = "job.conf") -> tuple[Fact, ...]:
    return read_sources([text_of(content, path)], (), {})


def test_two_plugins_of_one_name_are_two_plugins(tell: Tell) -> None:
    orders = "mysql[orders.shop.example:3306/oms]/oms.orders"
    assert [
        "read seatunnel: 2 0 0 0",
        f"8:13 {CRM}/member.city decides {DORIS}/ods.member",
        f"9:14 {CRM}/member.id -> {DORIS}/ods.member.id identity (at BATCH)",
        f"9:18 {CRM}/member.name -> {DORIS}/ods.member.name identity (at BATCH)",
        f"9:36 {CRM}/member.phone -> {DORIS}/ods.member.phone masked by CONCAT, LEFT (at BATCH)",
        f"17:23 {orders}.order_id -> {DORIS}/orders.order_id identity (at BATCH)",
        f"17:42 {orders}.receiver -> {DORIS}/orders.receiver identity (at BATCH)",
    ] == tell("seatunnel/twins.conf")


def test_transforms_keep_drop_rename_mask_and_work_out(tell: Tell) -> None:
    assert [
        "read seatunnel: 1 0 0 0",
        f"6:25 {MEMBERS}.id -> {LAKE}.member_id identity (at BATCH)",
        f"6:25 {MEMBERS}.id decides {LAKE}",
        f"6:38 {MEMBERS}.name -> {LAKE}.name derived by UPPER (at BATCH)",
        f"6:53 {MEMBERS}.phone -> {LAKE}.phone masked by Replace (at BATCH)",
        f"6:69 {MEMBERS}.idcard -> {LAKE}.idcard derived by FieldEncrypt (at BATCH)",
    ] == tell("seatunnel/steps.conf")


def test_a_model_that_a_transform_calls_is_a_sink(tell: Tell) -> None:
    embeddings = "http[https://llm.hq.example/v1/embeddings]/v1/embeddings"
    assert [
        "read seatunnel: 3 0 0 0",
        f"6:35 {REVIEW}.id -> {MILVUS}.id identity (at STREAMING)",
        f"6:65 {REVIEW}.body -> {MILVUS}.body identity (at STREAMING)",
        f"6:65 {REVIEW}.body -> {MILVUS}.body_vector derived by Embedding (at STREAMING)",
        f"6:65 {REVIEW}.body -> {MILVUS}.both derived by Embedding (at STREAMING)",
        f"6:65 {REVIEW}.body -> {MILVUS}.mood derived by LLM (at STREAMING)",
        f"6:97 {REVIEW}.phone -> {MILVUS}.both derived by Embedding (at STREAMING)",
        f"6:97 {REVIEW}.phone -> {MILVUS}.phone identity (at STREAMING)",
        f"11:7 {REVIEW}.body -> http[https://api.openai.com/v1]/v1.body identity (at STREAMING)",
        f"24:16 {REVIEW}.body -> {embeddings}.body identity (at STREAMING)",
        f"24:16 {REVIEW}.phone -> {embeddings}.phone identity (at STREAMING)",
    ] == tell("seatunnel/models.conf")


def test_the_json_form_pairs_an_insert_by_position_past_a_constant(tell: Tell) -> None:
    member, copy = "postgres[pg.shop.example:5432/shop]/public.member", "mysql[dw.shop.example:3306/dw]/copy"
    assert [
        "read seatunnel: 1 0 0 1",
        f"4:100 {member}.id -> {copy}.a identity (at BATCH)",
        f"4:117 {member}.email -> {copy}.c identity (at BATCH)",
    ] == tell("seatunnel/listed.json")


def test_what_the_text_itself_defines_is_put_in_and_other_variables_stay(tell: Tell) -> None:
    target = "postgres[${DW_HOST}:5432/dw]/${SCHEMA}.member"
    assert [
        "read seatunnel: 0 1 0 0",
        f"4:36 {CRM}/member.* -> {target}.* identity (at BATCH)",
        "4:36 part sql_template_column column=${COLUMN}",
        "4:36 part sql_unknown_columns table=member",
        f"4:44 {CRM}/member.id -> {target}.id identity (at BATCH)",
    ] == tell("seatunnel/variables.conf")


def test_each_table_of_a_source_goes_into_its_own_and_has_the_columns_of_its_definition(tell: Tell) -> None:
    crm, lake = "mysql[crm.shop.example:3306]", "oss[oss://hq-lake/paimon]"
    assert [
        "read seatunnel: 0 1 0 0",
        f"7:20 {crm}/crm.member.id -> {lake}/member.id identity (at STREAMING)",
        f"7:20 {crm}/crm.member.phone -> {lake}/member.phone identity (at STREAMING)",
        f"7:34 {crm}/crm.address.* -> {lake}/address.* identity (at STREAMING)",
        "7:34 part seatunnel_unknown_columns table=crm.address",
        "read sql: 0 0 0 1",
        "1:1 table ?/crm.member (id bigint, phone varchar(20))",
    ] == tell("seatunnel/many.conf", "seatunnel/member.sql")


def test_what_cannot_be_followed_is_said_and_what_may_come_is_kept(tell: Tell) -> None:
    wonder, hook = "http[http://wonder.example:7777]/w", "http[https://hook.example/in]/in"
    assert [
        "read seatunnel: 0 1 1 0",
        "2:1 part seatunnel_include",
        "4:8 part seatunnel_loose plugin=Jdbc",
        "5:8 part seatunnel_loose plugin=Jdbc",
        "6:10 part seatunnel_plugin plugin=Wonder",
        f"6:77 {wonder}.id -> {hook}.* derived by DynamicCompile perhaps (at BATCH)",
        f"6:77 {wonder}.id -> {hook}.id identity perhaps (at BATCH)",
        "9:18 part seatunnel_transform name=DynamicCompile",
        "12:8 part seatunnel_wire plugin=Http",
        "13:9 statement seatunnel_no_place plugin=Doris",
        "14:11 part seatunnel_stray",
    ] == tell("seatunnel/loose.conf")


def test_a_job_that_breaks_off_is_unread_at_its_place(tell: Tell) -> None:
    assert ["2:61 file seatunnel_syntax"] == tell("seatunnel/broken.conf")


def test_a_job_without_a_sink_is_unread(tell: Tell) -> None:
    assert ["1:1 file seatunnel_one_end"] == tell("seatunnel/one_end.conf")


def test_a_job_in_a_script_is_read_beside_the_sql_of_the_script(tell: Tell) -> None:
    assert [
        "read seatunnel: 1 1 0 0",
        "2:10 part sql_target_columns_unknown table=ods.copy of ods.copy, ods.member",
        "2:49 ?/ods.member.id -> ?/ods.copy.id identity",
        f"5:81 {CRM}/member.id -> {DORIS}/ods.member.id identity (at BATCH)",
    ] == tell("seatunnel/start.sh")


def test_a_job_in_a_document_is_one_that_nothing_runs(tell: Tell) -> None:
    assert [
        "read seatunnel: 1 0 0 0",
        f"5:81 {CRM}/member.id -> {DORIS}/ods.member.id identity (disabled) (at BATCH)",
    ] == tell("seatunnel/howto.md")


@pytest.mark.parametrize("inputs", ['["a", "b"]', '"a,b"', "[a, b]"])
def test_a_sink_takes_all_the_rows_that_it_names(inputs: str) -> None:
    job = TWO_OF_THREE.replace("INPUTS", inputs)
    assert ["one", "two"] == sorted(fact.source.path[0] for fact in read(job) if isinstance(fact, MoveFact))


def test_without_names_the_plugin_before_is_taken_and_others_perhaps() -> None:
    job = """env { job.mode = BATCH }
source {
  Jdbc { url = "jdbc:mysql://a.example/x", query = "select id from one" }
  Jdbc { url = "jdbc:mysql://a.example/x", query = "select id from two" }
}
sink { Doris { fenodes = "d.example:8030", table.identifier = "x.y" } }"""
    found = [(fact.source.path[0], fact.certain) for fact in read(job) if isinstance(fact, MoveFact)]
    assert [("one", False), ("two", True)] == sorted(found)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("other.conf", (HERE / "other.conf").read_text("utf-8")),
        ("adf.json", '{"typeProperties": {"source": {"type": "SqlSource"}, "sink": {"type": "BlobSink"}}}'),
        ("cdc.yaml", "source: {type: mysql}\nsink: {type: doris}\nenv: {}"),
        ("main.tf", 'module "a" { source = "./x" }\nenv {}\nsource {}\nsink {}'),
    ],
)
def test_files_of_other_formats_are_left_to_others(path: str, content: str) -> None:
    assert not recognises(path, content)


def test_values_of_the_rule_fill_placeholders() -> None:
    job = (HERE / "twins.conf").read_text("utf-8").replace("doris.dw.example", "${DORIS}")
    rule = SourceRule(("**",), Location("kuajing.yaml"), values=("a.env",))
    values = [text_of("DORIS=filled.example", "a.env")]

    def hosts(facts: tuple[Fact, ...]) -> set[tuple[str, ...]]:
        targets = (fact.target.endpoint for fact in facts if isinstance(fact, MoveFact))
        return {endpoint.hosts for endpoint in targets if endpoint is not None}

    assert hosts(read(job)) == {()}
    assert hosts(read_sources([text_of(job)], (rule,), {}, values=values)) == {("filled.example",)}


SECRETS = """
# {c}
env {{ job.mode = BATCH, "{c}" = 1, shade.identifier = base64 }}
source {{
  Jdbc {{ url = "jdbc:mysql://{c}:{c}@a.example:3306/x?password={c}&user={c}", user = {c}, password = "{c}", "{c}" = "{c}"
    query = "select id, md5('{c}') as x from t where k = '{c}'", properties {{ trustStorePassword = {c} }} }}
  Kafka {{ bootstrap.servers = "k.example:9092", topic = t, schema {{ fields {{ id = int }} }}
    kafka.config {{ sasl.jaas.config = "username={c} password={c}" }}, plugin_output = k }}
}}
transform {{
  LLM {{ plugin_input = k, plugin_output = l, model_provider = CUSTOM, api_path = "https://u:{c}@llm.example/v1?key={c}", api_key = {c}, prompt = "{c}"
    custom_config {{ custom_request_headers {{ Authorization = "Bearer {c}" }} }} }}
  FieldEncrypt {{ plugin_input = l, plugin_output = m, fields = [id], key = "{c}" }}
  DynamicCompile {{ plugin_input = m, plugin_output = n, source_code = "{c}" }}
}}
sink {{
  S3File {{ plugin_input = n, bucket = "s3a://{c}:{c}@b", path = /p, access_key = {c}, secret_key = {c} }}
  Http {{ plugin_input = k, url = "https://hook.example/in?token={c}", headers {{ token = {c} }}, params {{ a = {c} }} }}
  Odd {{ plugin_input = k, host = "odd.example", token = {c}, {c} = {c} }}
  Sentry {{ plugin_input = k, dsn = "https://{c}@sentry.example/1" }}
  Redis {{ plugin_input = k, host = r.example, port = 6379, key = members, auth = {c} }}
}}
"""


@pytest.mark.parametrize("broken", ["", "}", '"', "{ ["])
def test_no_secret_is_in_any_fact_or_sentence(broken: str) -> None:
    facts = read(SECRETS.format(c=CANARY) + broken)
    said = [message(fact.reason, "en", fact.values) for fact in facts if isinstance(fact, UnreadFact)]
    assert CANARY not in repr(facts) + repr(said)
    assert any(isinstance(fact, MoveFact) for fact in facts) is (not broken)


@pytest.mark.parametrize("name", ["twins.conf", "steps.conf", "models.conf", "listed.json", "loose.conf"])
def test_damaged_jobs_are_read_or_said_to_be_unread(name: str) -> None:
    whole = (HERE / name).read_text("utf-8")
    chance = random.Random(name)  # noqa: S311  damage, no secret
    for _ in range(60):
        at = chance.randrange(len(whole))
        sign = chance.choice('{}[]"=,\n$#:\\x0')
        damaged = chance.choice(
            [whole[:at], whole[:at] + sign + whole[at + 1 :], whole[:at] + sign + whole[at:]]
        )
        path = name if recognises(name, damaged) else f"other-{name}"
        facts = read_sources([replace(text_of(damaged), path=path)], (), {})
        assert not recognises(path, damaged) or facts


@pytest.mark.parametrize(
    "body",
    [
        "a {" * 5_000,
        "a = [" * 5_000,
        "source = ${source}\n" + "source { A { x = 1 } }",
        "x = ${y}${y}${y}${y}\ny = ${x}${x}${x}${x}\nsource { Jdbc ${x} }",
        "source { Jdbc { url = ${u} } }\nu = ${u}",
        "A {}\n" * 5_000,
        "source {" + "A {}\n" * 5_000 + "}",
        "source" + " " * 200_000,
        "${" + " " * 200_000,
        '"""' + '"' * 200_000,
    ],
)
def test_hostile_jobs_come_to_an_end(body: str) -> None:
    content = f"env {{ job.mode = BATCH }}\nsource {{ FakeSource {{}} }}\nsink {{ Console {{}} }}\n{body}"
    assert read(content)
