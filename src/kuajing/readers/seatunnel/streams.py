"""The rows that plugins of a job hand on: tables with columns by name, and where the values of each come from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kuajing.model.facts import Transform
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.datax.records import Note, Value, strongest


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the rows; what is made up has no values."""

    name: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, known by `path`, outermost part first.

    `rest` are values of columns that nobody names. `is_ordered` tells whether the columns stand in the order of the
    rows. `filters` are columns that decide which rows come.
    """

    path: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rest: tuple[Value, ...] = ()
    filters: tuple[Value, ...] = ()
    is_ordered: bool = True

    @property
    def is_made_up(self) -> bool:
        """Whether nothing in it comes from anywhere."""
        return not self.rest and not any(column.values for column in self.columns)

    @property
    def values(self) -> tuple[Value, ...]:
        """All values, those of columns that nobody names too."""
        return tuple(dict.fromkeys((*(value for one in self.columns for value in one.values), *self.rest)))

    def column(self, name: str) -> Column | None:
        """The column of a name, in whatever case; the whole rest stands for one that may be among it."""
        for column in self.columns:
            if column.name.lower() == name.lower():
                return column
        if not self.rest:
            return None
        return Column(name, tuple(_named(value, name) for value in self.rest))

    def with_columns(self, columns: Iterable[Column]) -> "Table":
        """The same rows with these columns in place of or behind those of the same name."""
        added = {column.name.lower(): column for column in columns}
        kept = tuple(added.pop(column.name.lower(), column) for column in self.columns)
        return replace(self, columns=(*kept, *added.values()))

    def only(self, names: Iterable[str]) -> "Table":
        """The same rows with these columns alone."""
        columns = tuple(column for name in names if (column := self.column(name)) is not None)
        return replace(self, columns=columns, rest=(), is_ordered=True)


@dataclass(frozen=True, slots=True)
class Stream:
    """What a plugin hands on, and what was not read on the way."""

    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()

    @classmethod
    def of(cls, streams: Iterable["Stream"]) -> "Stream":
        """Several streams as one."""
        found = tuple(streams)
        tables = dict.fromkeys(table for stream in found for table in stream.tables)
        return cls(tuple(tables), tuple(dict.fromkeys(note for stream in found for note in stream.notes)))

    def each(self, change: Callable[[Table], Table]) -> "Stream":
        """The stream with every table changed."""
        return replace(self, tables=tuple(change(table) for table in self.tables))

    def noted(self, *notes: Note) -> "Stream":
        """The stream with more that was not read."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *notes))))

    def doubted(self) -> "Stream":
        """The stream as one that may come here or not."""
        return self.each(
            lambda table: replace(
                table,
                columns=tuple(replace(one, values=doubtful(one.values)) for one in table.columns),
                rest=doubtful(table.rest),
            )
        )


def doubtful(values: Iterable[Value]) -> tuple[Value, ...]:
    """Values that may be meant or not."""
    return tuple(replace(value, certain=False) for value in values)


def changed(values: Iterable[Value], effect: Transform, *functions: str) -> tuple[Value, ...]:
    """Values after a step that works on them."""
    return tuple(
        replace(value, transform=strongest(value.transform, effect), functions=(*value.functions, *functions))
        for value in values
    )


def _named(value: Value, name: str) -> Value:
    """The column of a name where a whole unknown table came: it has that name at the source."""
    if value.column != ALL_COLUMNS or value.transform is not Transform.IDENTITY:
        return value
    return replace(value, column=name)
