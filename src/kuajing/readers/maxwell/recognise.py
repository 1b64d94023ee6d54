"""Which files tell Maxwell what to do: its own settings, and scripts that start it with options."""

import re
from pathlib import PurePosixPath

_PROPERTIES = re.compile(r".*\.(?:properties|conf|cfg)(?:\.(?:example|sample|template|tmpl))?", re.IGNORECASE)
_SCRIPTS = frozenset({"", ".bash", ".dockerfile", ".ksh", ".service", ".sh", ".zsh"})
_PRODUCER = re.compile(r"^[ \t]*producer[ \t]*[=:][ \t]*[A-Za-z]", re.MULTILINE)
_HOST = re.compile(r"^[ \t]*(?:replication_)?host[ \t]*[=:]", re.MULTILINE)
_OWN = re.compile(
    r"^[ \t]*#?[ \t]*(?:kafka_topic|kafka\.bootstrap\.servers|ddl_kafka_topic|kinesis_stream|sqs_queue_uri|sns_topic|pubsub_topic"
    r"|pubsub_project_id|bigquery_dataset|nats_url|rabbitmq_(?:host|exchange)|redis_(?:host|key|type|pub_channel|list_key)|schema_database|replica_server_id"
    r"|replication_host|client_id|custom_producer\.factory|output_binlog_position|jdbc_options)[ \t]*[=:]",
    re.MULTILINE,
)
_COMMAND = re.compile(r"\bmaxwell\b(?:[^\n\\]|\\.|\\\n)*--producer\b", re.DOTALL)


def is_settings(path: str, text: str) -> bool:
    """Whether a file holds Maxwell's settings."""
    name = path.rpartition("/")[2]
    if "producer" not in text or _PROPERTIES.fullmatch(name) is None:
        return False
    if _PRODUCER.search(text) is None or _HOST.search(text) is None:
        return False
    return _OWN.search(text) is not None or "maxwell" in path.lower()


def starts_it(path: str, text: str) -> bool:
    """Whether a script starts Maxwell with options of its own."""
    if "--producer" not in text or PurePosixPath(path.lower()).suffix not in _SCRIPTS:
        return False
    return _COMMAND.search(text) is not None


def recognises(path: str, text: str) -> bool:
    """Whether a file tells Maxwell what to do."""
    return is_settings(path, text) or starts_it(path, text)
