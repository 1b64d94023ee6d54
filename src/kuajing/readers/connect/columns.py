"""Which columns a change source sends: those it is told to include, leave out, hash, mask or cut."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kuajing.model.facts import DatasetMention, Transform
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.connect.lists import Entry, entries, shown
from kuajing.readers.connect.patterns import is_plain, pattern_of, wildcards
from kuajing.readers.datax.records import Note, Value
from kuajing.readers.seatunnel.keys import Keys
from kuajing.readers.seatunnel.streams import Column, Table, changed
from kuajing.source.location import Location

# A salt stands inside the key: the key is told by its form and never kept.
_EFFECTS = (
    (
        re.compile(r"column\.mask\.hash\.(?:v2\.)?[\w\-]+\.with\.salt\..+", re.DOTALL),
        Transform.HASHED,
        "hash",
    ),
    (re.compile(r"column\.mask\.with\.(?:\d+|length)\.chars"), Transform.MASKED, "mask"),
    (re.compile(r"column\.truncate\.to\.(?:\d+|length)\.chars"), Transform.MASKED, "truncate"),
)
_INCLUDED = ("column.include.list", "column.whitelist")
_LEFT_OUT = ("column.exclude.list", "column.blacklist", "field.exclude.list", "field.blacklist")
_LAST_DOT = re.compile(r"(?:\\\.|\[\.\]|\.)(?=[^.\[\]]*$)")


@dataclass(frozen=True, slots=True)
class Named:
    """An entry of a list of columns: the pattern of the tables, that of the column, and what is done to it."""

    table: str
    column: str
    location: Location
    effect: Transform = Transform.IDENTITY
    function: str = ""

    def means_table(self, path: tuple[str, ...]) -> bool:
        """Whether it is about a table, whose name may be written with or without what lies around its schema."""
        return any(_means(self.table, ".".join(path[start:])) for start in range(len(path)))

    def means(self, column: str) -> bool:
        """Whether it is about a column of its tables."""
        return _means(self.column, column)


@dataclass(frozen=True, slots=True)
class ColumnLists:
    """All that the settings say of columns."""

    included: tuple[Named, ...]
    left_out: tuple[Named, ...]
    worked_on: tuple[Named, ...]

    @property
    def tables(self) -> Iterator[tuple[str, Location]]:
        """The tables that the lists name plainly."""
        for one in (*self.included, *self.left_out, *self.worked_on):
            if is_plain(one.table):
                yield wildcards(one.table)[0], one.location

    def sent(
        self, mention: DatasetMention, known: tuple[str, ...] | None, place: Location
    ) -> tuple[Table, tuple[Note, ...]]:
        """The columns of a table that are sent; where those it has are not known, all that is not said otherwise."""
        path = mention.path
        included = [one for one in self.included if one.means_table(path)]
        left_out = [one for one in self.left_out if one.means_table(path)]
        worked = [one for one in self.worked_on if one.means_table(path)]
        if known is not None:
            names = [name for name in known if not self.included or any(one.means(name) for one in included)]
            kept = [name for name in names if not any(one.means(name) for one in left_out)]
            return Table(path, tuple(_column(mention, name, worked, place) for name in kept)), ()
        plain = [wildcards(one.column)[0] for one in (*included, *worked) if is_plain(one.column)]
        columns = tuple(_column(mention, name, worked, place) for name in dict.fromkeys(plain))
        if self.included and all(is_plain(one.column) for one in included):
            named = {wildcards(one.column)[0].lower() for one in included}
            return Table(path, tuple(one for one in columns if one.name.lower() in named)), ()
        everything = Table(path, columns, (Value(mention, ALL_COLUMNS, place),), is_ordered=False)
        return everything, removed(mention, (one.column for one in left_out), place)


def column_lists(keys: Keys) -> ColumnLists:
    """What the settings say of columns."""
    worked = (
        replace(named, effect=effect, function=function)
        for form, effect, function in _EFFECTS
        for key, _ in keys.node.entries
        if form.fullmatch(key.text)
        for named in _named(entries(keys, key.text))
    )
    return ColumnLists(
        tuple(_named(entries(keys, *_INCLUDED))), tuple(_named(entries(keys, *_LEFT_OUT))), tuple(worked)
    )


def removed(mention: DatasetMention, names: Iterable[str], place: Location) -> tuple[Note, ...]:
    """A note where columns are taken out of a table whose columns are not known, so that all count as moving."""
    found = tuple(names)
    if not found:
        return ()
    values = (("table", ".".join(mention.path)), ("columns", shown(found)))
    return (Note("unread.connect_removed_columns", place, values),)


def _named(found: Iterable[Entry]) -> Iterator[Named]:
    for one in found:
        parted = _LAST_DOT.split(one.text, maxsplit=1)
        if len(parted) > 1:
            yield Named(parted[0], parted[1], one.location)


def _column(mention: DatasetMention, name: str, worked: Iterable[Named], place: Location) -> Column:
    values: tuple[Value, ...] = (Value(mention, name, place),)
    for one in worked:
        if one.means(name):
            values = changed(
                (replace(value, location=one.location) for value in values), one.effect, one.function
            )
    return Column(name, values)


def _means(pattern: str, text: str) -> bool:
    found = pattern_of(pattern.lower())
    if found is None:
        return False
    return found.groups_of(text.lower()) is not None
