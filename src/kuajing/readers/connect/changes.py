"""What a change source reads: its tables by list or by pattern, or all of a schema or database, and their topics."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuajing.model.endpoints import Endpoint
from kuajing.readers.connect.columns import ColumnLists
from kuajing.readers.connect.lists import Entry, entries, shown
from kuajing.readers.connect.patterns import wildcards
from kuajing.readers.datax.records import Note
from kuajing.readers.datax.table_names import name_parts
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.location import Location

ALL = "*"
UNNAMED = "kuajingany"
"""Stands for a name that nothing tells while a topic is worked out."""
_TABLES = ("table.include.list", "table.whitelist", "collection.include.list", "collection.whitelist")
_DATABASES = ("database.include.list", "database.whitelist")
_SCHEMAS = ("schema.include.list", "schema.whitelist")
_LEFT_OUT = (
    *("table.exclude.list", "table.blacklist", "collection.exclude.list", "collection.blacklist"),
    *("database.exclude.list", "schema.exclude.list", "database.blacklist", "schema.blacklist"),
)
_PREFIXES = ("topic.prefix", "database.server.name", "mongodb.name")
_IN_SCHEMAS = frozenset({"postgres", "sqlserver", "oracle", "db2", "informix"})
_WITH_DATABASE = frozenset({"sqlserver", "informix"})
_PARTS = 2


@dataclass(frozen=True, slots=True)
class Read:
    """A table that a source reads: its path, whose last part may hold wildcards, and where it is named."""

    path: tuple[str, ...]
    location: Location

    @property
    def is_wide(self) -> bool:
        """Whether it stands for tables that nobody names."""
        return ALL in self.path[-1]


@dataclass(frozen=True, slots=True)
class Tables:
    """What a source reads and how it calls the topics of its tables."""

    reads: tuple[Read, ...]
    prefix: str
    delimiter: str
    databases: tuple[str, ...]
    notes: tuple[Note, ...] = ()

    def topic(self, path: tuple[str, ...]) -> str:
        """The topic of a table, before any step changes it."""
        parts = path
        if self.databases and len(path) <= _PARTS and path[:1] != (self.databases[0],):
            parts = (self.databases[0] if len(self.databases) == 1 else UNNAMED, *path)
        return self.delimiter.join((self.prefix, *parts) if self.prefix else parts)


def tables_of(keys: Keys, endpoint: Endpoint, lists: ColumnLists, place: Location) -> Tables:
    """The tables of a change source."""
    kind = endpoint.kind
    in_schemas = kind in _IN_SCHEMAS
    named = entries(keys, *_TABLES)
    areas = entries(keys, *(_SCHEMAS if in_schemas else _DATABASES))
    reads = tuple(dict.fromkeys(read for one in named for read in _of_pattern(one, areas)))
    if not reads:
        reads = tuple(_whole(area, one.location) for one in areas for area in wildcards(one.text))
        reads = reads or (Read((ALL,), place),)
    if any(read.is_wide for read in reads):
        reads = (*reads, *_beside(lists, reads))
    databases = tuple(one.text for one in entries(keys, "database.names")) if kind in _WITH_DATABASE else ()
    if kind == "informix" and endpoint.database:
        databases = (endpoint.database,)
    prefix = keys.text(*_PREFIXES) or ""
    notes = _left_out(keys) if any(read.is_wide for read in reads) else ()
    return Tables(tuple(dict.fromkeys(reads)), prefix, keys.text("topic.delimiter") or ".", databases, notes)


def _of_pattern(one: Entry, areas: tuple[Entry, ...]) -> Iterator[Read]:
    for wild in wildcards(one.text):
        parts = name_parts(wild)
        if not parts:
            continue
        if ALL not in wild or (len(parts) > 1 and not any(ALL in part for part in parts[:-1])):
            yield Read(parts, one.location)
        elif len(parts) == 1:
            # The pattern spans the name of the schema: those that are listed stand for it.
            outer = [area for entry in areas for area in wildcards(entry.text)] or [ALL]
            yield from (Read((ALL,) if ALL in area else (area, parts[-1]), one.location) for area in outer)
        else:
            yield Read((ALL,), one.location)


def _whole(area: str, place: Location) -> Read:
    """All tables of a schema or database; all there are where a pattern means several."""
    return Read((ALL,) if ALL in area else (area, ALL), place)


def _beside(lists: ColumnLists, reads: Iterable[Read]) -> Iterator[Read]:
    """Tables that only the lists of columns name: they are told apart from the rest."""
    known = {read.path for read in reads}
    for text, location in lists.tables:
        path = name_parts(text)
        if path and path not in known:
            yield Read(path, location)


def _left_out(keys: Keys) -> tuple[Note, ...]:
    found = entries(keys, *_LEFT_OUT)
    if not found:
        return ()
    names = shown(wild for one in found for wild in wildcards(one.text))
    return (Note("unread.connect_left_out", found[0].location, (("names", names),)),)
