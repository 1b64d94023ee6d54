import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from tests.readers.spoiling import spoilt

from kuajing.messages import message
from kuajing.model.facts import Fact, MoveFact, UnreadFact
from kuajing.readers.canal.recognise import Kind, kind_of
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

Tell = Callable[..., list[str]]
HERE = Path(__file__).parent / "canal"
CANARY = "canary-of-canal"
SERVER = ("canal/server/canal.properties", "canal/server/crm/instance.properties")
ADAPTER = "canal/adapter/application.yml"


def text_of(content: str, path: str) -> SourceText:
    return SourceText(path, content, "utf-8", doubtful=False, digest="")


def read(*texts: tuple[str, str]) -> tuple[Fact, ...]:
    return read_sources([text_of(content, path) for path, content in texts], (), {})


def unread(facts: tuple[Fact, ...]) -> list[UnreadFact]:
    return [fact for fact in facts if isinstance(fact, UnreadFact)]


def test_an_instance_sends_what_its_filters_take_to_the_topics_of_its_tables(tell: Tell) -> None:
    assert [
        "read canal: 0 0 0 1",
        "read canal: 1 0 0 0",
        "5:31 mysql[crm.shop.example:3306]/crm.member.id -> kafka[k1.shop.example:9092,k2.shop.example:9092]/crm_member.id identity",
        "5:31 mysql[crm.shop.example:3306]/crm.member.id -> kafka[k1.shop.example:9092,k2.shop.example:9092]/members.id identity",
        "5:31 mysql[crm.shop.example:3306]/crm.member.mobile -> kafka[k1.shop.example:9092,k2.shop.example:9092]/crm_member.mobile identity",
        "5:31 mysql[crm.shop.example:3306]/crm.member.mobile -> kafka[k1.shop.example:9092,k2.shop.example:9092]/members.mobile identity",
        "5:31 mysql[crm.shop.example:3306]/crm.order_*.* -> kafka[k1.shop.example:9092,k2.shop.example:9092]/crm_order_*.* identity",
    ] == tell("canal/server/canal.properties", "canal/server/crm/instance.properties")


def test_changes_handed_to_whoever_connects_are_told(tell: Tell) -> None:
    assert [
        "read canal: 0 0 0 1",
        "read canal: 0 1 0 0",
        "2:31 table mysql[${OMS_HOST}:3306]/* ( ...)",
        "2:31 part canal_handed_over instance=oms",
    ] == tell("canal/served/canal.properties", "canal/served/oms/instance.properties")


def test_an_adapter_opens_its_stores_and_a_store_without_mappings_is_told(tell: Tell) -> None:
    assert [
        "read canal: 0 1 0 0",
        "5:11 adapter uses redis[cache.shop.example]/",
        "9:30 adapter uses kafka[k1.shop.example:9092,k2.shop.example:9092]/",
        "12:12 adapter uses mysql[crm.shop.example:3306/crm]/",
        "25:21 part canal_no_mapping adapter=hq",
        "25:21 adapter uses postgres[dw.hq.example:5432/dw]/",
        "29:16 part canal_no_mapping adapter=es7",
        "29:16 adapter uses elasticsearch[search.hq.example:9200]/",
        "34:35 part canal_no_mapping adapter=hbase",
        "34:35 adapter uses hbase[zk1.hq.example:2181,zk2.hq.example:2181]/",
    ] == tell("canal/adapter/application.yml")


def test_columns_stand_behind_the_names_they_fill(tell: Tell) -> None:
    assert [
        "read canal: 0 1 0 0",
        "5:11 adapter uses redis[cache.shop.example]/",
        "9:30 adapter uses kafka[k1.shop.example:9092,k2.shop.example:9092]/",
        "12:12 adapter uses mysql[crm.shop.example:3306/crm]/",
        "25:21 adapter uses postgres[dw.hq.example:5432/dw]/",
        "29:16 part canal_no_mapping adapter=es7",
        "29:16 adapter uses elasticsearch[search.hq.example:9200]/",
        "34:35 part canal_no_mapping adapter=hbase",
        "34:35 adapter uses hbase[zk1.hq.example:2181,zk2.hq.example:2181]/",
        "read canal: 1 0 0 0",
        "10:5 mysql[crm.shop.example:3306/crm]/crm.member.id -> postgres[dw.hq.example:5432/dw]/ods.member.member_id identity",
        "12:5 mysql[crm.shop.example:3306/crm]/crm.member.mobile -> postgres[dw.hq.example:5432/dw]/ods.member.phone identity",
        "13:5 mysql[crm.shop.example:3306/crm]/crm.member.name -> postgres[dw.hq.example:5432/dw]/ods.member.name identity",
        "14:17 mysql[crm.shop.example:3306/crm]/crm.member.updated_at decides postgres[dw.hq.example:5432/dw]/ods.member",
    ] == tell("canal/adapter/rdb/member.yml", "canal/adapter/application.yml")


def test_a_mirror_copies_a_database_and_a_query_gives_columns_by_name(tell: Tell) -> None:
    assert [
        "read canal: 0 1 0 0",
        "5:11 adapter uses redis[cache.shop.example]/",
        "9:30 adapter uses kafka[k1.shop.example:9092,k2.shop.example:9092]/",
        "12:12 adapter uses mysql[crm.shop.example:3306/crm]/",
        "25:21 adapter uses postgres[dw.hq.example:5432/dw]/",
        "29:16 adapter uses elasticsearch[search.hq.example:9200]/",
        "34:35 part canal_no_mapping adapter=hbase",
        "34:35 adapter uses hbase[zk1.hq.example:2181,zk2.hq.example:2181]/",
        "read canal: 1 0 0 0",
        "7:8 mysql[crm.shop.example:3306/crm]/city.name -> elasticsearch[search.hq.example:9200]/members.city identity",
        "7:8 mysql[crm.shop.example:3306/crm]/member.id -> elasticsearch[search.hq.example:9200]/members._id identity",
        "7:8 mysql[crm.shop.example:3306/crm]/member.mobile -> elasticsearch[search.hq.example:9200]/members.area masked by LEFT",
        "7:8 mysql[crm.shop.example:3306/crm]/city.id decides elasticsearch[search.hq.example:9200]/members",
        "7:8 mysql[crm.shop.example:3306/crm]/member.city_id decides elasticsearch[search.hq.example:9200]/members",
        "7:8 mysql[crm.shop.example:3306/crm]/member.updated_at decides elasticsearch[search.hq.example:9200]/members",
        "read canal: 1 0 0 0",
        "4:1 mysql[crm.shop.example:3306/crm]/crm.*.* -> postgres[dw.hq.example:5432/dw]/crm.*.* identity",
    ] == tell("canal/adapter/application.yml", "canal/adapter/rdb/mirror.yml", "canal/adapter/es7/member.yml")


def test_a_mapping_without_its_adapter_is_known_by_the_key(tell: Tell) -> None:
    assert [
        "read canal: 0 1 0 0",
        "5:1 part canal_no_adapter adapter=hq",
        "10:5 connection[conn:crmDS]/crm.member.id -> connection[conn:hq]/ods.member.member_id identity",
        "12:5 connection[conn:crmDS]/crm.member.mobile -> connection[conn:hq]/ods.member.phone identity",
        "13:5 connection[conn:crmDS]/crm.member.name -> connection[conn:hq]/ods.member.name identity",
        "14:17 connection[conn:crmDS]/crm.member.updated_at decides connection[conn:hq]/ods.member",
    ] == tell("canal/adapter/rdb/member.yml")


def test_what_is_no_yaml_is_told_with_its_place(tell: Tell) -> None:
    assert [
        "4:28 file canal_yaml",
    ] == tell("canal/broken.yml")


INSTANCE = "canal.instance.master.address=db.shop.example:3306\ncanal.instance.filter.regex=crm\\\\.member\n"


def topics(server: str, instance: str = INSTANCE) -> list[str]:
    facts = read(("conf/canal.properties", server), ("conf/crm/instance.properties", instance))
    moves = [fact for fact in facts if isinstance(fact, MoveFact)]
    ends = [(move, move.target.endpoint) for move in moves]
    return sorted({f"{end.kind} {end.address} {'.'.join(move.target.path)}" for move, end in ends if end})


@pytest.mark.parametrize(
    ("server", "topic"),
    [
        ("canal.serverMode=kafka\ncanal.mq.servers=k:9092\n", "kafka k:9092 crm"),
        (
            "canal.serverMode=rocketMQ\nrocketmq.namesrv.addr=a:9876;b:9876\ncanal.mq.topic=t\n",
            "rocketmq a:9876,b:9876 t",
        ),
        (
            "canal.serverMode=rabbitMQ\nrabbitmq.host=mq.hq.example\nrabbitmq.exchange=x\n",
            "rabbitmq mq.hq.example x",
        ),
        (
            "canal.serverMode=pulsarMQ\npulsarmq.serverUrl=pulsar://p:6650\ncanal.mq.topic=t\n",
            "pulsar p:6650 t",
        ),
        ("canal.serverMode=kafka\ncanal.mq.topic=t\n", "connection conn:kafka t"),
    ],
)
def test_each_mode_has_its_broker(server: str, topic: str) -> None:
    assert [topic] == topics(server)


def test_a_server_that_hands_over_sends_nothing() -> None:
    assert [] == topics("canal.serverMode=tcp\ncanal.mq.topic=t\n")


def test_columns_left_out_of_a_known_table_do_not_move() -> None:
    schema = "CREATE TABLE crm.member (id int, name text, mobile text);"
    told = INSTANCE + "canal.instance.filter.black.field=crm.member:mobile\n"
    texts = [
        ("conf/canal.properties", "canal.serverMode=kafka\ncanal.mq.servers=k:9092\n"),
        ("conf/crm/instance.properties", told),
    ]
    known, unknown = read(*texts, ("crm.sql", schema)), read(*texts)
    assert ["id", "name"] == sorted(fact.source_column for fact in known if isinstance(fact, MoveFact))
    assert ["*"] == [fact.source_column for fact in unknown if isinstance(fact, MoveFact)]
    assert ["unread.events_left_out"] == [one.reason for one in unread(unknown)]


def test_an_instance_that_its_server_does_not_start_moves_nothing() -> None:
    server = (
        "canal.serverMode=kafka\ncanal.mq.servers=k:9092\ncanal.auto.scan=false\ncanal.destinations=oms\n"
    )
    facts = read(("conf/canal.properties", server), ("conf/crm/instance.properties", INSTANCE))
    assert [True] == [fact.running.disabled for fact in facts if isinstance(fact, MoveFact)]


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("conf/canal.properties", "canal.serverMode = tcp\n", Kind.SERVER),
        ("conf/x/instance.properties", "canal.instance.master.address=\n", Kind.INSTANCE),
        ("application.yml", "canal.conf:\n  canalAdapters:\n  - instance: x\n", Kind.ADAPTER),
        ("rdb/a.yml", "destination: x\ndbMapping:\n  table: y\n", Kind.MAPPING),
        ("application.yml", "canal:\n  server: 127.0.0.1:11111\n", None),
        ("a.yml", "dbMapping:\n  table: y\n", None),
        ("a.txt", "canal.serverMode = tcp\n", None),
    ],
)
def test_only_files_of_canal_are_recognised(path: str, content: str, kind: Kind | None) -> None:
    assert kind is kind_of(path, content)


def test_rows_posted_to_a_web_service_land_at_its_address() -> None:
    application = """canal.conf:
  srcDataSources: {crmDS: {url: "jdbc:mysql://crm.shop.example:3306/crm"}}
  canalAdapters:
  - instance: crm
    groups:
    - groupId: g1
      outerAdapters:
      - {name: http, key: hook, properties: {serviceUrl: "https://api.hq.example/sync", sign: canary-of-canal}}
"""
    mapping = """dataSourceKey: crmDS
destination: crm
groupId: g1
outerAdapterKey: hook
httpMapping:
  etlSetting: {database: crm, table: member}
  monitorTables:
  - tableName: crm.member
  - tableName: crm.orders
"""
    facts = read(("conf/application.yml", application), ("conf/http/member.yml", mapping))
    found = [fact for fact in facts if isinstance(fact, MoveFact)]
    assert ["crm.member", "crm.orders"] == sorted(".".join(move.source.path) for move in found)
    ends = {move.target.endpoint.address for move in found if move.target.endpoint}
    assert {"https://api.hq.example/sync"} == ends
    assert CANARY not in repr(facts)
    assert [] == unread(facts)


FILES = sorted(
    path.relative_to(HERE).as_posix() for path in HERE.rglob("*.*") if path.parent.name != "expected"
)


@pytest.mark.parametrize("name", FILES)
def test_no_secret_leaves_a_file_and_a_spoilt_one_raises_nothing(name: str) -> None:
    content = (HERE / name).read_text("utf-8")
    said = read((name, content))
    shown = [message(one.reason, language, one.values) for one in unread(said) for language in ("en", "zh")]
    assert CANARY not in repr(said) + "".join(shown)
    chance = random.Random(11)  # noqa: S311
    for _ in range(100):
        at, length = chance.randrange(len(content)), chance.randrange(1, 30)
        put = chance.choice(["", ":", "\n", "- ", "{", "[", "=", "\\", "(", ".*", "${"])
        spoilt = content[:at] + put + content[at + length :]
        facts = read((name, spoilt[: chance.randrange(len(spoilt) + 1)] if chance.random() < 0.2 else spoilt))
        assert all(message(one.reason, "en", one.values) for one in unread(facts))


@pytest.mark.parametrize("name", ["application.yml", "rdb/member.yml", "rdb/mirror.yml", "es7/member.yml"])
def test_wrong_things_at_every_place_raise_nothing_and_hide_nothing(name: str) -> None:
    files = {
        path.relative_to(HERE / "adapter").as_posix(): path for path in (HERE / "adapter").rglob("*.yml")
    }
    texts = {path: file.read_text("utf-8") for path, file in files.items()}
    for one in spoilt(yaml.safe_load(texts[name])):
        facts = read(*{**texts, name: yaml.safe_dump(one)}.items())
        shown = [message(fact.reason, "en", fact.values) for fact in unread(facts)]
        assert "hidden-in-a-name" not in repr(facts) + "".join(shown)
