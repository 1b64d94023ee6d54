"""What a connector that no row describes is read as: its way by its topics, its address by the words of its keys."""

from collections.abc import Iterator

from kuajing.readers.connect.configs import Config
from kuajing.readers.connect.rows import Row, Way
from kuajing.readers.seatunnel.connectors import Connector
from kuajing.readers.settings.setting import words_of
from kuajing.source.credentials import is_secret_name

_ADDRESSES = frozenset(
    {
        "url",
        "uri",
        "urls",
        "uris",
        "endpoint",
        "endpoints",
        "host",
        "hostname",
        "hosts",
        "servers",
        "address",
        "quorum",
    }
)
_OTHERS = (
    *(
        "key.converter",
        "value.converter",
        "header.converter",
        "transforms",
        "predicates",
        "errors",
        "confluent",
    ),
    *("schema.registry", "schema.history", "database.history", "producer", "consumer", "admin", "reporter"),
    *("signal", "notification", "openlineage", "topic.creation", "config", "proxy", "oauth", "token", "ssl"),
    *("http.proxy", "csfle", "offset", "log.mining", "heartbeat", "internal"),
)
"""How keys begin that say nothing of where data lies."""
_NAMES = (
    *("table", "table.name", "table.name.format", "collection", "index", "index.name", "queue", "stream"),
    *("bucket", "database", "keyspace", "dataset", "object"),
)


def guessed(config: Config) -> Row:
    """The row that a connector's own keys suggest."""
    is_sink = bool(config.keys.texts("topics", "topics.regex"))
    is_sink = is_sink or config.family.endswith("sink")
    addresses = tuple(_addresses(config))
    ports = tuple(
        key.text
        for key, _ in config.keys.node.entries
        if words_of(key.text)[-1:] == ("port",) and _says(key.text)
    )
    store = Connector(
        scheme="https",
        addresses=addresses,
        port=ports[0] if ports else "port",
        names=() if is_sink else _NAMES,
        databases=("database", "database.name", "keyspace", "project"),
        is_guessed=True,
    )
    return Row(Way.SINK if is_sink else Way.SOURCE, store, formats=_NAMES[:6] if is_sink else ())


def _addresses(config: Config) -> Iterator[str]:
    for key, _ in config.keys.node.entries:
        words = words_of(key.text)
        if words and words[-1] in _ADDRESSES and _says(key.text):
            yield key.text


def _says(key: str) -> bool:
    return not key.startswith(_OTHERS) and (not is_secret_name(key) or key.endswith("connection.string"))
