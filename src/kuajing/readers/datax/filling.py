"""One end of a job with values in its placeholders: each key by what stands under it."""

from collections.abc import Mapping as Map
from dataclasses import replace

from kuajing.readers.datax.jobs import End
from kuajing.readers.datax.plugins import Plugin
from kuajing.readers.placeholders import fill_address, fill_name, fill_sql
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_SQL = frozenset({"column", "where", "preSql", "postSql"})
# The places of its columns are told by their offset in the text as it is written: it is filled where it is read.
_LATER = frozenset({"querySql"})


def filled(end: End, values: Map[str, str]) -> End:
    """The end with its parameter filled: addresses and paths by any value, all else by what can be a name."""
    return replace(end, parameter=_mapping(end.parameter, "", _addresses(end.plugin), values))


def _addresses(plugin: Plugin) -> frozenset[str]:
    whole = (key for path in plugin.addresses for key in path)
    parts = (key for key in (plugin.host, plugin.port) if key is not None)
    return frozenset((*whole, *parts, *plugin.loads, *plugin.paths, *plugin.files))


def _node(node: Node, key: str, addresses: frozenset[str], values: Map[str, str]) -> Node:
    match node:
        case Mapping():
            return _mapping(node, key, addresses, values)
        case Sequence():
            return replace(node, items=tuple(_node(item, key, addresses, values) for item in node.items))
        case Scalar(value=str(text)) if key not in _LATER:
            return replace(node, value=_text(text, key, addresses, values))
        case _:
            return node


def _mapping(node: Mapping, key: str, addresses: frozenset[str], values: Map[str, str]) -> Mapping:
    """What stands under `column` is SQL, however deep; elsewhere the innermost key tells."""
    return replace(
        node,
        entries=tuple(
            (name, _node(value, key if key in _SQL else name.text, addresses, values))
            for name, value in node.entries
        ),
    )


def _text(text: str, key: str, addresses: frozenset[str], values: Map[str, str]) -> str:
    if key in _SQL:
        return fill_sql(text, values).text
    return fill_address(text, values) if key in addresses else fill_name(text, values)
