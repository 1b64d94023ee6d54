"""Debezium Server: a file that names both ends of a pipeline, with no topics of Kafka between them."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kuajing.model.facts import UnreadFact
from kuajing.readers.connect.configs import Config, config_of, keys_of
from kuajing.readers.connect.connector_table import row_of
from kuajing.readers.connect.facts import IDLE, Outcome, moved, sent, told
from kuajing.readers.connect.filling import filled
from kuajing.readers.connect.guessing import guessed
from kuajing.readers.connect.models import sent_to_models
from kuajing.readers.connect.rows import Row, Way
from kuajing.readers.connect.sinks import filled_by
from kuajing.readers.connect.sources import place_of, read_by
from kuajing.readers.connect.steps import stepped, steps_of
from kuajing.readers.seatunnel.connectors import Connector
from kuajing.readers.seatunnel.queries import Reading
from kuajing.readers.settings.setting import Setting
from kuajing.source.location import Location

_SOURCE, _SINK, _STEPS = "debezium.source.", "debezium.sink.", ("debezium.transforms", "debezium.predicates")


def _row(kind: str, scheme: str, *addresses: str, host: str | None = None) -> Row:
    port = (
        "connection.port" if host == "connection.host" else "server.port" if host == "server.host" else "port"
    )
    return Row(Way.SINK, Connector(kind, scheme, addresses=addresses, host=host, port=port))


def _hosted(kind: str, address: str, *regions: str) -> Row:
    store = Connector(
        kind, "https", default_address=address, regions=regions, provider="aws" if regions else None
    )
    return Row(Way.SINK, store)


_JDBC = Row(
    Way.SINK,
    Connector(addresses=("connection.url",)),
    formats=("collection.name.format", "table.name.format"),
    is_flat=True,
)
SINKS: Mapping[str, Row] = MappingProxyType(
    {
        "kafka": _row("kafka", "kafka", "producer.bootstrap.servers"),
        "jdbc": _JDBC,
        "redis": _row("redis", "redis", "address"),
        "pubsub": Row(
            Way.SINK,
            Connector(
                "pubsub",
                "https",
                addresses=("address",),
                default_address="pubsub.googleapis.com",
                databases=("project.id",),
            ),
        ),
        "pubsublite": Row(
            Way.SINK,
            Connector(
                "pubsub",
                "https",
                default_address="pubsublite.googleapis.com",
                databases=("project.id",),
                regions=("region",),
            ),
        ),
        "pulsar": _row("pulsar", "pulsar", "client.serviceUrl"),
        "http": Row(
            Way.SINK, Connector("http", "https", addresses=("url",), is_single=True), is_host_alone=True
        ),
        "kinesis": _hosted("kinesis", "kinesis.amazonaws.com", "region"),
        "sqs": Row(
            Way.SINK,
            Connector(
                "sqs", "https", addresses=("queue.url",), regions=("region",), provider="aws", is_single=True
            ),
        ),
        "eventhubs": Row(
            Way.SINK, Connector("eventhubs", "sb", addresses=("connectionstring",), names=("hubname",))
        ),
        "nats-streaming": _row("nats", "nats", "url"),
        "nats-jetstream": _row("nats", "nats", "url"),
        "pravega": _row("pravega", "tcp", "controller.uri"),
        "infinispan": _row("infinispan", "hotrod", host="server.host"),
        "rabbitmq": _row("rabbitmq", "amqp", host="connection.host"),
        "rabbitmqstream": _row("rabbitmq", "amqp", host="connection.host"),
        "rocketmq": _row("rocketmq", "rocketmq", "producer.name.srv.addr"),
        "milvus": _row("milvus", "http", "uri"),
        "qdrant": _row("qdrant", "http", host="host"),
    }
)
"""Where each type of sink says that it writes, below `debezium.sink.<type>.`."""


def outcome_of_server(path: str, settings: tuple[Setting, ...], reading: Reading) -> Outcome:
    """The moves of one server, from each table into what the sink makes of it."""
    source, sink = _source(settings), _sink(settings)
    if source is None or sink is None:
        reason = UnreadFact(Location(path), "unread.connect_server", "statement")
        return Outcome((reason,), "unread")
    source, sink = filled(source, reading.values), filled(sink, reading.values)
    row = row_of(source.family) or guessed(source)
    into = SINKS.get(sink.kind) or replace(guessed(sink), way=Way.SINK)
    reads, writes = place_of(source, row), place_of(sink, into)
    if row.way is Way.MADE_UP:
        return IDLE
    if reads is None or writes is None:
        values = (("connector", source.name if reads is None else sink.name),)
        fact = UnreadFact(source.location, "unread.connect_no_place", "statement", values)
        return Outcome((fact,), "unread")
    steps = steps_of(source.keys)
    flows = read_by(source, row, reads, reading)
    moves = [*sent(sent_to_models(flows, steps), source.running)]
    flows = stepped(flows, steps)
    for flow in flows.flows:
        for target in filled_by(sink, into, writes, flow.topic):
            moves += moved(flow, target, source.running)
    return told(moves, flows.notes)


def _source(settings: tuple[Setting, ...]) -> Config | None:
    below = tuple(
        replace(one, name=f"{_SOURCE}{one.name.removeprefix('debezium.')}")
        if one.name.startswith(_STEPS)
        else one
        for one in settings
    )
    return config_of(below, _SOURCE)


def _sink(settings: tuple[Setting, ...]) -> Config | None:
    kind = next((one for one in settings if one.name == f"{_SINK}type" and one.text), None)
    if kind is None:
        return None
    keys = keys_of(settings, f"{_SINK}{kind.text}.")
    return Config(kind.text, "debezium.sink", keys, kind.location)
