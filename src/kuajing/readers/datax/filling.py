"""One end of a job with values in its placeholders: each key by what stands under it."""

from collections.abc import Mapping as Map
from dataclasses import replace

from kuajing.readers.datax.jobs import End
from kuajing.readers.datax.plugins import Plugin
from kuajing.readers.placeholders import fill_address, fill_name, fill_sql
from kuajing.source.nodes import Scalar

_SQL = frozenset({"column", "where", "preSql", "postSql"})
# The places of its columns are told by their offset in the text as it is written: it is filled where it is read.
_LATER = frozenset({"querySql"})


def filled(end: End, values: Map[str, str]) -> End:
    """The end with its parameter filled: addresses and paths by any value, all else by what can be a name.

    What stands under `column` is SQL, however deep; elsewhere the innermost key tells.
    """
    addresses = _addresses(end.plugin)

    def put(key: str, scalar: Scalar) -> Scalar:
        if not isinstance(scalar.value, str) or key in _LATER:
            return scalar
        return replace(scalar, value=_text(scalar.value, key, addresses, values))

    def under(outer: str, inner: str) -> str:
        return outer if outer in _SQL else inner

    return replace(end, parameter=end.parameter.with_values(put, under=under))


def _addresses(plugin: Plugin) -> frozenset[str]:
    whole = (key for path in plugin.addresses for key in path)
    parts = (key for key in (plugin.host, plugin.port) if key is not None)
    return frozenset((*whole, *parts, *plugin.loads, *plugin.paths, *plugin.files))


def _text(text: str, key: str, addresses: frozenset[str], values: Map[str, str]) -> str:
    if key in _SQL:
        return fill_sql(text, values).text
    return fill_address(text, values) if key in addresses else fill_name(text, values)
