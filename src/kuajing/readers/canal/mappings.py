"""What a mapping of an adapter says: from which table into which, and which columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.datax.table_names import name_parts
from kuajing.source.bare_names import bare
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_BODY = re.compile(r"(?P<kind>\w+)Mapping")
_MAPS_ALL = frozenset({"phoenix"})
"""Folders of adapters that take every column unless told otherwise."""
_WORDS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Pair:
    """One column of the source and the one it fills."""

    source: str
    target: str
    location: Location


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping; `sql` stands where a query gives the columns. `takes_all` where columns that are not named go too.

    `others` are further tables that go to the same target.
    """

    kind: str
    destination: str
    group: str
    source_key: str
    adapter_key: str
    folder: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    pairs: tuple[Pair, ...]
    takes_all: bool
    left_out: tuple[str, ...]
    sql: Scalar | None
    condition: Scalar | None
    location: Location
    others: tuple[tuple[str, ...], ...] = ()

    @property
    def adapter(self) -> str:
        """What the adapter is called: its key, else the folder that its mappings stand in."""
        return self.adapter_key or self.folder


def mapped(node: Node, path: str) -> Mapped | None:
    """The mapping that a document is; None where it names no table or index that is filled."""
    if not isinstance(node, Mapping):
        return None
    found = next(_bodies(node), None)
    if found is None:
        return None
    key, kind, body = found
    tables = _posted(body) if kind == "http" else ()
    folder = path.split("/")[-2] if "/" in path else kind
    common = {
        name: _text(node, name) for name in ("destination", "groupId", "dataSourceKey", "outerAdapterKey")
    }
    source = tuple(part for name in ("database", "table") if (part := _text(body, name)))
    target = _target(body, kind)
    if tables:
        source, target = tables[0], (kind,)
    mirrors = _text(body, "mirrorDb").lower() == "true"
    if mirrors:
        source = (_text(body, "database"), ALL_COLUMNS)
        target = (_text(body, "targetDb") or _text(body, "database"), ALL_COLUMNS)
    sql = body.get("sql")
    if not all(target) or not all(source) or not target or not (source or isinstance(sql, Scalar)):
        return None
    pairs = tuple(_pairs(body, kind))
    maps_all = _text(body, "mapAll").lower()
    condition = body.get("etlCondition")
    return Mapped(
        kind,
        common["destination"],
        common["groupId"],
        common["dataSourceKey"],
        common["outerAdapterKey"],
        folder,
        source,
        target,
        pairs,
        mirrors
        or maps_all == "true"
        or (not maps_all and folder.lower() in _MAPS_ALL)
        or not _names_columns(body),
        tuple(_listed(body.get("excludeColumns"))),
        sql if isinstance(sql, Scalar) and _text(body, "sql") else None,
        condition if isinstance(condition, Scalar) and _text(body, "etlCondition") else None,
        key.location,
        tables[1:],
    )


def _posted(body: Mapping) -> tuple[tuple[str, ...], ...]:
    """The tables whose rows are posted to a web service."""
    setting, watched = body.get("etlSetting"), body.get("monitorTables")
    found: list[tuple[str, ...]] = []
    if isinstance(setting, Mapping):
        found.append(tuple(part for key in ("database", "table") if (part := _text(setting, key))))
    items = watched.items if isinstance(watched, Sequence) else ()
    found += [name_parts(_text(one, "tableName")) for one in items if isinstance(one, Mapping)]
    return tuple(dict.fromkeys(path for path in found if path))


def _bodies(node: Mapping) -> Iterator[tuple[Scalar, str, Mapping]]:
    for key, value in node.entries:
        kind = _BODY.fullmatch(key.text)
        if kind is not None and isinstance(value, Mapping):
            yield key, kind["kind"], value


def _names_columns(body: Mapping) -> bool:
    return any(isinstance(body.get(name), Mapping) for name in ("targetColumns", "columns"))


def _target(body: Mapping, kind: str) -> tuple[str, ...]:
    if kind == "es":
        return tuple(part for part in (_text(body, "_index"),) if part)
    whole = _text(body, "hbaseTable") or _text(body, "targetCollection")
    if whole:
        return (whole,)
    table = _text(body, "targetTable") or _text(body, "table")
    database = _text(body, "targetDb")
    return tuple(part for part in (database, *name_parts(table)) if part)


def _pairs(body: Mapping, kind: str) -> Iterator[Pair]:
    columns = body.get("columns")
    if kind == "hbase" and isinstance(columns, Mapping):
        yield from _of_hbase(body, columns)
        return
    for name in ("targetPk", "targetColumns"):
        found = body.get(name)
        for key, value in found.entries if isinstance(found, Mapping) else ():
            source = (
                bare(str(value.value).strip())
                if isinstance(value, Scalar) and value.value is not None
                else ""
            )
            # Tablestore writes the type behind the name.
            yield Pair(source.partition("$")[0] or bare(key.text), bare(key.text), key.location)


def _of_hbase(body: Mapping, columns: Mapping) -> Iterator[Pair]:
    """Here the column of the source stands first; one without a name of its own goes by its own in the family."""
    family = _text(body, "family") or "CF"
    is_upper = _text(body, "uppercaseQualifier").lower() != "false"
    for key, value in columns.entries:
        said = bare(str(value.value).strip()) if isinstance(value, Scalar) and value.value is not None else ""
        name = _WORDS.split(said)[0].partition("$")[0]
        if name.upper() == "ROWKEY":
            yield Pair(key.text, "rowkey", key.location)
            continue
        name = name or (key.text.upper() if is_upper else key.text)
        yield Pair(key.text, name if ":" in name else f"{family}:{name}", key.location)


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return bare(value.text.strip()) if isinstance(value, Scalar) and value.value is not None else ""


def _listed(node: Node | None) -> Iterator[str]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar) and item.text.strip():
            yield bare(item.text.strip())
