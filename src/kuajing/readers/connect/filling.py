"""Connectors with values in their placeholders: addresses by any value, all else by what can be a name."""

import re
from collections.abc import Mapping as Map
from dataclasses import replace

from kuajing.readers.connect.configs import Config
from kuajing.readers.placeholders import fill_address, fill_name
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_LATER = frozenset({"query"})
"""SQL is filled where it is read, so that the places of its columns can be told."""
_WHOLE = (
    *("url", "uri", "urls", "uris", "hosts", "host", "hostname", "servers", "endpoint", "string", "address"),
    *("points", "path", "domain", "name.list"),
)
_RUNTIME = re.compile(r"\$\{(?:topic|timestamp|partition|routedByValue|source\.\w+)\}")
_QUEST = re.compile(r"\w+::(?:.*;)?\s*addr=(?P<place>[\w.\-]+(?::\d+)?)\s*;.*", re.DOTALL)
"""How QuestDB writes an address among other settings, which may be secrets."""


def filled(config: Config, values: Map[str, str]) -> Config:
    """The connector with what is known put in; what has no value stays as it is written."""
    return replace(config, keys=Keys(_mapping(config.keys.node, values)))


def _mapping(node: Mapping, values: Map[str, str]) -> Mapping:
    return replace(node, entries=tuple((key, _node(value, key.text, values)) for key, value in node.entries))


def _node(node: Node, key: str, values: Map[str, str]) -> Node:
    match node:
        case Mapping():
            return _mapping(node, values)
        case Sequence():
            return replace(node, items=tuple(_node(item, key, values) for item in node.items))
        case Scalar(value=str(text)) if key == "client.conf.string":
            found = _QUEST.fullmatch(text)
            return replace(node, value=found["place"] if found is not None else None)
        case Scalar(value=str(text)) if key not in _LATER and "$" in text and not _RUNTIME.search(text):
            fill = fill_address if key.endswith(_WHOLE) else fill_name
            return replace(node, value=fill(text, values))
        case _:
            return node
