"""Connectors with values in their placeholders: addresses by any value, all else by what can be a name."""

import re
from collections.abc import Mapping as Map
from dataclasses import replace

from kuajing.readers.connect.configs import Config
from kuajing.readers.placeholders import fill_address, fill_name
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.nodes import Scalar

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

    def put(key: str, scalar: Scalar) -> Scalar:
        text = scalar.value
        if not isinstance(text, str):
            return scalar
        if key == "client.conf.string":
            found = _QUEST.fullmatch(text)
            return replace(scalar, value=found["place"] if found is not None else None)
        if key in _LATER or "$" not in text or _RUNTIME.search(text):
            return scalar
        fill = fill_address if key.endswith(_WHOLE) else fill_name
        return replace(scalar, value=fill(text, values))

    return replace(config, keys=Keys(config.keys.node.with_values(put)))
