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
        "addresses",
        "broker",
        "brokers",
        "nodes",
        "server",
    }
)
_NAMED = frozenset({"server", "host"})
"""What a name is the name of where it is an address: `host.name`, `serverName`."""
_HOSTED = (
    ("awssqs", "sqs.amazonaws.com", "aws"),
    ("awssns", "sns.amazonaws.com", "aws"),
    ("awss3", "s3.amazonaws.com", "aws"),
    ("awskinesis", "kinesis.amazonaws.com", "aws"),
    ("awslambda", "lambda.amazonaws.com", "aws"),
    ("awsddb", "dynamodb.amazonaws.com", "aws"),
    ("awsses", "email.amazonaws.com", "aws"),
    ("cloudwatch", "monitoring.amazonaws.com", "aws"),
    ("slack", "slack.com", None),
    ("telegram", "api.telegram.org", None),
    ("twitter", "api.twitter.com", None),
    ("dropbox", "api.dropboxapi.com", None),
    ("googlesheets", "sheets.googleapis.com", None),
    ("googlestorage", "storage.googleapis.com", None),
    ("googlepubsub", "pubsub.googleapis.com", None),
    ("googlebigquery", "bigquery.googleapis.com", None),
    ("azurestorage", "blob.core.windows.net", None),
    ("azureeventhubs", "servicebus.windows.net", None),
    ("azureservicebus", "servicebus.windows.net", None),
    ("azurecosmosdb", "documents.azure.com", None),
    ("salesforce", "login.salesforce.com", None),
)
"""Services by a word in the name of a class that names no host: data goes there all the same."""
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
    hosted = next((one for one in _HOSTED if one[0] in config.family), None)
    store = Connector(
        scheme="https",
        addresses=addresses,
        default_address=hosted[1] if hosted is not None else None,
        regions=tuple(_regions(config)) if hosted is not None else (),
        provider=hosted[2] if hosted is not None else None,
        port=ports[0] if ports else "port",
        names=() if is_sink else _NAMES,
        databases=("database", "database.name", "keyspace", "project"),
        is_guessed=True,
    )
    return Row(Way.SINK if is_sink else Way.SOURCE, store, formats=_NAMES[:6] if is_sink else ())


def _addresses(config: Config) -> Iterator[str]:
    for key, _ in config.keys.node.entries:
        words = words_of(key.text)
        if words and (words[-1] in _ADDRESSES or _is_name(words)) and _says(key.text):
            yield key.text


def _is_name(words: tuple[str, ...]) -> bool:
    """Whether a key names a host; the `server.name` of a database is that of its topics."""
    return words[-1:] == ("name",) and words[-2:-1] in {(one,) for one in _NAMED} and "database" not in words


def _regions(config: Config) -> Iterator[str]:
    for key, _ in config.keys.node.entries:
        if words_of(key.text)[-1:] == ("region",) and _says(key.text):
            yield key.text


def _says(key: str) -> bool:
    return not key.startswith(_OTHERS) and (not is_secret_name(key) or key.endswith("connection.string"))
