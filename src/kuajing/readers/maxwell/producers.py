"""Where Maxwell sends changes: the dataset of each producer, by the options that name it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.maxwell.told import Told
from kuajing.readers.places import dataset_at, on_worker
from kuajing.readers.table_patterns import Pair
from kuajing.source.bare_names import bare

Sink = Callable[[Told, Pair], DatasetMention | None]

_HOLE = re.compile(r"%\{(\w+)\}")
_OWN_NAME = "maxwell"
PRINTS = frozenset({"stdout", "none", "profiler", "buffer"})
"""Producers that send changes nowhere."""


def _named(told: Told, pair: Pair, *names: str) -> str:
    """The name under an option, the table put where it asks for it."""
    parts = {"database": pair[0], "table": pair[1]}
    text = bare(told.said(*names)) or _OWN_NAME
    return _HOLE.sub(lambda found: parts.get(found[1], "*"), text)


def _declared(scheme: str) -> Endpoint:
    return Endpoint("connection", f"conn:{scheme}", placeholder=f"conn:{scheme}")


def _at(scheme: str, text: str) -> Endpoint:
    if not text:
        return _declared(scheme)
    return read_address(text if "://" in text else f"{scheme}://{text}")


def _kafka(told: Told, pair: Pair) -> DatasetMention:
    broker = _at("kafka", told.said("kafka.bootstrap.servers", "kafka_bootstrap_servers"))
    return dataset_at(broker, (_named(told, pair, "kafka_topic"),))


def _kinesis(told: Told, pair: Pair) -> DatasetMention:
    name = _named(told, pair, "kinesis_stream")
    return DatasetMention((name,), endpoint=Endpoint("kinesis", f"kinesis://{name}"))


def _sqs(told: Told, pair: Pair) -> DatasetMention:
    return _queue(told, pair, "sqs", "sqs_queue_uri")


def _sns(told: Told, pair: Pair) -> DatasetMention:
    return _queue(told, pair, "sns", "sns_topic")


def _queue(told: Told, pair: Pair, scheme: str, option: str) -> DatasetMention:
    del pair
    text = told.said(option)
    if not text:
        return DatasetMention((_OWN_NAME,), endpoint=_declared(scheme))
    return dataset_at(read_address(text), (_OWN_NAME,))


def _pubsub(told: Told, pair: Pair) -> DatasetMention:
    project = told.said("pubsub_project_id") or _OWN_NAME
    return DatasetMention(
        (_named(told, pair, "pubsub_topic"),), endpoint=Endpoint("pubsub", f"pubsub://{project}")
    )


def _bigquery(told: Told, pair: Pair) -> DatasetMention:
    project = told.said("bigquery_project_id") or _OWN_NAME
    parts = (project, _named(told, pair, "bigquery_dataset"), _named(told, pair, "bigquery_table"))
    return DatasetMention(parts, endpoint=read_address(f"bigquery://{project}"))


def _rabbitmq(told: Told, pair: Pair) -> DatasetMention:
    uri = told.said("rabbitmq_uri")
    port = told.said("rabbitmq_port") or "5672"
    host = told.said("rabbitmq_host")
    broker = _at("rabbitmq", uri or (f"{host}:{port}" if host else ""))
    return DatasetMention((_named(told, pair, "rabbitmq_exchange"),), endpoint=broker)


def _redis(told: Told, pair: Pair) -> DatasetMention:
    host, port = told.said("redis_host") or "localhost", told.said("redis_port") or "6379"
    store = _at("redis", told.said("redis_sentinels") or f"{host}:{port}")
    keys = ("redis_key", "redis_pub_channel", "redis_list_key", "redis_stream_key")
    return DatasetMention((_named(told, pair, *keys),), endpoint=store)


def _nats(told: Told, pair: Pair) -> DatasetMention:
    return dataset_at(_at("nats", told.said("nats_url")), (_named(told, pair, "nats_subject"),))


def _pulsar(told: Told, pair: Pair) -> DatasetMention:
    return dataset_at(_at("pulsar", told.said("pulsar_service_url")), (_named(told, pair, "pulsar_topic"),))


def _file(told: Told, pair: Pair) -> DatasetMention | None:
    del pair
    path = told.said("output_file")
    return on_worker(path) if path else None


PRODUCERS: Mapping[str, Sink] = MappingProxyType(
    {
        "bigquery": _bigquery,
        "file": _file,
        "kafka": _kafka,
        "kinesis": _kinesis,
        "nats": _nats,
        "pubsub": _pubsub,
        "pulsar": _pulsar,
        "rabbitmq": _rabbitmq,
        "redis": _redis,
        "sns": _sns,
        "sqs": _sqs,
    }
)
"""Each producer and how its options name the dataset that is filled."""
