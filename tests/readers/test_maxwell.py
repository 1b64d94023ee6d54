import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kuajing.messages import message
from kuajing.model.facts import DatasetMention, Fact, InfluenceFact, MoveFact, UnreadFact
from kuajing.readers.maxwell import MAXWELL
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

Tell = Callable[..., list[str]]
Row = dict[str, object]
HERE = Path(__file__).parent / "maxwell"
CANARY = "canary-of-maxwell"


def read(content: str, path: str = "config.properties", *others: tuple[str, str]) -> tuple[Fact, ...]:
    texts = ((path, content), *others)
    return read_sources(
        [SourceText(name, text, "utf-8", doubtful=False, digest="") for name, text in texts], (), {}
    )


def unread(facts: tuple[Fact, ...]) -> list[UnreadFact]:
    return [fact for fact in facts if isinstance(fact, UnreadFact)]


def moves(facts: tuple[Fact, ...]) -> list[MoveFact]:
    return [fact for fact in facts if isinstance(fact, MoveFact)]


def named(mention: DatasetMention) -> str:
    assert mention.endpoint is not None
    return f"{mention.endpoint.kind} {mention.endpoint.address} {'.'.join(mention.path)}"


def expected() -> list[Row]:
    return list(yaml.safe_load((HERE / "expected" / "files.yaml").read_text("utf-8")))


@pytest.mark.parametrize("row", expected(), ids=lambda row: str(row["file"]))
def test_a_file_moves_what_a_person_reads_in_it(row: Row) -> None:
    name = str(row["file"])
    found = moves(read((HERE / name).read_text("utf-8"), name))
    assert row == {
        "file": name,
        "sources": sorted({named(move.source) for move in found}),
        "sinks": sorted({named(move.target) for move in found}),
        "columns": sorted(
            {f"{move.source_column} -> {move.target_column} {move.transform.value}" for move in found}
        ),
    }


def test_a_column_filter_decides_rows_and_what_a_filter_leaves_open_is_told(tell: Tell) -> None:
    assert [
        "read maxwell: 1 0 0 0",
        "8:10 mysql[replica.shop.example:3307]/crm.member.* -> kinesis[kinesis://members]/members.* identity",
        "8:10 mysql[replica.shop.example:3307]/oms.order_*.* -> kinesis[kinesis://members]/members.* identity",
        "8:10 mysql[replica.shop.example:3307]/crm.member.city decides kinesis[kinesis://members]/members",
    ] == tell("maxwell/some.properties")


def test_a_script_that_starts_it_is_read_at_the_place_of_its_options(tell: Tell) -> None:
    assert [
        "read maxwell: 1 0 0 0",
        "3:32 mysql[10.0.0.5:3306]/*.* -> rabbitmq[mq.hq.example:5672]/maxwell.* identity",
    ] == tell("maxwell/start.sh")


def test_what_it_only_prints_goes_nowhere(tell: Tell) -> None:
    assert [
        "read maxwell: 0 0 0 1",
    ] == tell("maxwell/screen.properties")


HEAD = "host=db\nschema_database=maxwell\n"


@pytest.mark.parametrize(
    ("options", "sink"),
    [
        ("producer=kafka\n", "connection conn:kafka maxwell"),
        (
            "producer=sns\nsns_topic=arn:aws-cn:sns:cn-north-1:123456789012:m\n",
            "sns arn:aws-cn:sns:cn-north-1:*:m m",
        ),
        ("producer=pubsub\npubsub_project_id=hq\npubsub_topic=m\n", "pubsub pubsub://hq m"),
        (
            "producer=bigquery\nbigquery_project_id=hq\nbigquery_dataset=d\nbigquery_table=t\n",
            "bigquery hq hq.d.t",
        ),
        ("producer=nats\nnats_url=nats://n:4222\nnats_subject=%{database}.%{table}\n", "nats n:4222 *.*"),
        (
            "producer=rabbitmq\nrabbitmq_uri=amqp://u:p@mq:5672/v\nrabbitmq_exchange=x\n",
            "rabbitmq mq:5672/v x",
        ),
        ("producer=file\noutput_file=/var/m.log\n", "local worker-local /var/m.log"),
        ("producer=redis\nredis_stream_key=s\n", "redis localhost:6379 s"),
    ],
)
def test_each_producer_fills_its_own_kind_of_store(options: str, sink: str) -> None:
    assert [sink] == [named(move.target) for move in moves(read(HEAD + options))]


@pytest.mark.parametrize(
    ("told", "tables"),
    [
        ("filter=exclude: *.*, include: crm.member", ["crm.member"]),
        ("filter=exclude: *.*, include: crm.*, exclude: crm.log", ["crm.*"]),
        ("filter=exclude: *.*, include: /crm_\\\\d+/.member", ["crm_*"]),
        ("filter=exclude: *.*", []),
        ("filter=blacklist: tmp.*", ["*"]),
        ("include_dbs=crm,oms\ninclude_tables=member", ["crm.member", "oms.member"]),
        ("", ["*"]),
    ],
)
def test_filters_choose_tables(told: str, tables: list[str]) -> None:
    found = moves(read(f"{HEAD}producer=kafka\n{told}\n"))
    assert tables == sorted(".".join(move.source.path) for move in found)


@pytest.mark.parametrize(
    ("told", "reasons"),
    [
        ("filter=exclude: *.*, include: crm.member", []),
        ("filter=exclude: *.*, include: crm.*, exclude: crm.log", ["unread.maxwell_filter"]),
        ("exclude_tables=log", ["unread.maxwell_filter"]),
        ("javascript=x.js", ["unread.maxwell_javascript"]),
        ("exclude_columns=mobile", ["unread.events_left_out"]),
        ("custom_producer.factory=com.example.Own", ["unread.maxwell_producer"]),
    ],
)
def test_what_cannot_be_told_is_said(told: str, reasons: list[str]) -> None:
    assert reasons == [one.reason for one in unread(read(f"{HEAD}producer=kafka\n{told}\n"))]


def test_columns_left_out_of_a_known_table_do_not_move() -> None:
    told = f"{HEAD}producer=kafka\nfilter=exclude: *.*, include: crm.member\nexclude_columns=/mob.*/\n"
    schema = "CREATE TABLE crm.member (id int, mobile text);"
    assert ["id"] == [
        move.source_column for move in moves(read(told, "config.properties", ("crm.sql", schema)))
    ]


def test_a_column_filter_is_an_influence() -> None:
    facts = read(f"{HEAD}producer=kafka\nfilter=exclude: crm.member.city = x\n")
    found = [fact for fact in facts if isinstance(fact, InfluenceFact)]
    assert [("crm.member", "city")] == [(".".join(one.source.path), one.source_column) for one in found]


def test_a_service_of_compose_that_starts_it_moves_on_the_network_of_its_project() -> None:
    content = """services:
  db: {image: "mysql:8"}
  maxwell:
    image: zendesk/maxwell
    command: bin/maxwell --password=canary-of-maxwell --host=db --producer=kafka --kafka.bootstrap.servers=k.hq.example:9092
"""
    facts = read(content, "shop/docker-compose.yml")
    found = [f"{named(move.source)} -> {named(move.target)}" for move in moves(facts)]
    assert ["mysql conn:compose/shop/db * -> kafka k.hq.example:9092 maxwell"] == found
    assert CANARY not in repr(facts)


def test_sql_in_the_script_that_starts_it_is_read_too() -> None:
    script = (HERE / "start.sh").read_text("utf-8") + '\nmysql -e "INSERT INTO b.t SELECT id FROM a.t"\n'  # noqa: S608  read, never run
    assert {"maxwell", "sql"} == {move.mechanism for move in moves(read(script, "start.sh"))}


@pytest.mark.parametrize(
    ("path", "content", "is_one"),
    [
        ("config.properties", "producer=kafka\nhost=x\nkafka_topic=t\n", True),
        ("maxwell/config.properties", "producer=kafka\nhost=x\n", True),
        ("config.properties", "producer=kafka\nhost=x\n", False),
        ("app.properties", "kafka.producer=x\nhost=y\nclient_id=z\n", False),
        ("run.sh", "maxwell --user=a \\\n  --producer=kafka\n", True),
        ("run.sh", "maxwell --help\n", False),
        ("run.py", "maxwell --producer=kafka\n", False),
    ],
)
def test_only_what_tells_it_what_to_do_is_recognised(path: str, content: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_one is MAXWELL.recognises(path, content)


@pytest.mark.parametrize("row", expected(), ids=lambda row: str(row["file"]))
def test_no_secret_leaves_a_file_and_a_spoilt_one_raises_nothing(row: Row) -> None:
    name = str(row["file"])
    content = (HERE / name).read_text("utf-8")
    facts = read(content, name)
    shown = [message(one.reason, language, one.values) for one in unread(facts) for language in ("en", "zh")]
    assert CANARY not in repr(facts) + "".join(shown)
    chance = random.Random(3)  # noqa: S311
    for _ in range(100):
        at, length = chance.randrange(len(content)), chance.randrange(1, 30)
        put = chance.choice(["", "=", "\n", "/", "'", '"', "\\", "(", "%{", "${", ","])
        spoilt = content[:at] + put + content[at + length :]
        assert all(message(one.reason, "en", one.values) for one in unread(read(spoilt, name)))


def test_a_file_with_no_more_than_a_producer_and_its_host_is_read(tell: Tell) -> None:
    assert tell("maxwell/short.conf") == [
        "read maxwell: 1 0 0 0",
        "1:6 mysql[crm.shop.example:3306]/*.* -> rabbitmq[mq.shop.example:5672]/maxwell.* identity",
    ]
