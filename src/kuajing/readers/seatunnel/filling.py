"""A job with values in its placeholders: addresses and paths by any value, all else by what can be a name."""

from collections.abc import Mapping as Map
from dataclasses import replace

from kuajing.readers.placeholders import fill_address, fill_name
from kuajing.readers.seatunnel.jobs import Job
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_LATER = frozenset({"query", "sql", "cql"})
"""SQL is filled where it is read, so that the places of its columns can be told."""
_WHOLE = (
    *(
        "url",
        "uri",
        "uris",
        "hosts",
        "host",
        "hostname",
        "servers",
        "endpoint",
        "warehouse",
        "path",
        "quorum",
    ),
    *("fenodes", "nodeUrls", "node_urls", "bucket", "defaultFS", "defaultfs", "masters", "addr", "api_path"),
)
"""How keys of addresses end."""


def filled(job: Job, values: Map[str, str]) -> Job:
    """The job with what is known put in; what has no value stays as it is written."""
    plugins = tuple(replace(one, keys=Keys(_mapping(one.keys.node, values))) for one in job.plugins)
    return replace(job, plugins=plugins)


def _mapping(node: Mapping, values: Map[str, str]) -> Mapping:
    return replace(node, entries=tuple((key, _node(value, key.text, values)) for key, value in node.entries))


def _node(node: Node, key: str, values: Map[str, str]) -> Node:
    match node:
        case Mapping():
            return _mapping(node, values)
        case Sequence():
            return replace(node, items=tuple(_node(item, key, values) for item in node.items))
        case Scalar(value=str(text)) if key not in _LATER and "$" in text:
            fill = fill_address if key.endswith(_WHOLE) else fill_name
            return replace(node, value=fill(text, values))
        case _:
            return node
