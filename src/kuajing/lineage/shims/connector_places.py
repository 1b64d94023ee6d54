"""What a connector leads to whose options name no host: an ARN, a stream, a topic, a project, else the connector."""

import re
from collections.abc import Mapping

from kuajing.lineage.credentials import without_credentials
from kuajing.lineage.endpoints import Place
from kuajing.lineage.shims.option_places import connector_kind, region_of

_WITHIN = frozenset(
    {"print", "blackhole", "datagen", "values", "print-rate-limit", "faker", "nexmark", "fake"}
)
"""Connectors that make rows up, drop them or show them on the spot."""
_KEYS = (
    *("stream.arn", "arn", "topic.arn", "delivery-stream.arn"),
    *("aws.endpoint", "end-point", "odps.endpoint", "tunnelendpoint", "admin-url", "catalog-endpoint"),
    *(
        "stream",
        "stream-name",
        "delivery-stream",
        "topic",
        "topics",
        "topic-pattern",
        "subscription",
        "queue",
    ),
    *("project", "projectname", "odps.project", "logstore", "instancename", "instance", "bucket", "dbname"),
    *("database", "database-name", "table-name", "tablename", "table", "index", "collection"),
)
"""Options that tell most of a place, the most telling first."""
_ARN = re.compile(r"arn:[\w-]+:[\w-]*:(?P<region>[\w-]+):")


def connector_place(said: Mapping[str, str]) -> Place | None:
    """The place of a table whose connector names no server; None where its rows never leave the engine."""
    connector = said["connector"]
    kind = connector_kind(connector)
    if kind in _WITHIN or not kind:
        return None
    address = next((said[key] for key in _KEYS if said.get(key)), connector.lower())
    arn = _ARN.match(address)
    return Place(kind, without_credentials(address), arn["region"] if arn is not None else region_of(said))
