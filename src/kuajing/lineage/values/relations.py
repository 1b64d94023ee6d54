"""A thing that can be selected from: named columns in order, each with its provenance, and what decides its rows."""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from kuajing.lineage.values.provenance import PLAIN, Provenance, Source, column_of, merged
from kuajing.model.lineage import ALL_COLUMNS, TableName


class Output(NamedTuple):
    """A column that a query or table gives; the name `*` stands for columns nobody has listed."""

    name: str
    provenance: Provenance

    @property
    def is_star(self) -> bool:
        """Whether this stands for any number of unknown columns."""
        return self.name == ALL_COLUMNS


class Has(Enum):
    """Whether a relation has a column of some name."""

    SURE = "sure"
    MAYBE = "maybe"
    NO = "no"


class Relation:
    """The columns of a table, subquery or table function under the name a query knows it by.

    `element` is where the fields of its one value come from, when it gives values of unknown structure; `is_open` when
    it may have columns nobody has listed.
    """

    __slots__ = ("_by_name", "_star", "alias", "columns", "element", "is_open", "rows", "table")

    def __init__(
        self,
        columns: tuple[Output, ...],
        rows: Provenance | None = None,
        *,
        alias: str = "",
        table: TableName | None = None,
        element: Provenance | None = None,
    ) -> None:
        self.columns = columns
        self.rows: Provenance = {} if rows is None else rows
        self.alias = alias
        self.table = table
        self.element: Provenance = {} if element is None else element
        self.is_open = any(name == ALL_COLUMNS for name, _ in columns)
        self._by_name: dict[str, list[Provenance]] | None = None
        self._star: Provenance | None = None

    def has(self, name: str) -> Has:
        """Whether a column of this name is among its columns."""
        listed = self._by_name
        if name in (self._index() if listed is None else listed) or self._counted(name) is not None:
            return Has.SURE
        return Has.MAYBE if self.is_open else Has.NO

    def column(self, name: str) -> Provenance:
        """Where the column of this name comes from; empty when the relation has none."""
        found = self._index().get(name)
        if found is not None:
            return found[0] if len(found) == 1 else merged(found)
        counted = self._counted(name)
        if counted is not None:
            return counted
        if self._star is None:
            self._star = merged(column.provenance for column in self.columns if column.is_star)
        return column_of(self._star, name)

    def _counted(self, name: str) -> Provenance | None:
        """The column that Snowflake's `$1` counts, where all columns are listed."""
        if name[:1] != "$" or self.is_open or not name[1:].isdigit():
            return None
        place = int(name[1:]) - 1
        return self.columns[place].provenance if 0 <= place < len(self.columns) else None

    def everything(self) -> Provenance:
        """Where all of its columns come from."""
        return merged(column.provenance for column in self.columns)

    def named(self, alias: str, columns: tuple[str, ...] = (), table: TableName | None = None) -> "Relation":
        """The same columns under another name, and under other column names where those are given."""
        outputs = self.columns
        if columns:
            plain = not self.is_open
            outputs = tuple(
                Output(columns[place], output.provenance) if place < len(columns) and plain else output
                for place, output in enumerate(self.columns)
            )
            if not plain:
                star = self.everything()
                outputs = tuple(Output(name, star) for name in columns)
        return Relation(outputs, self.rows, alias=alias, table=table, element=self.element)

    def computing(self, computed: Mapping[str, Provenance]) -> "Relation":
        """The same relation, some of whose columns are made of others."""
        outputs = (Output(name, computed.get(name, provenance)) for name, provenance in self.columns)
        return Relation(tuple(outputs), self.rows, alias=self.alias, table=self.table, element=self.element)

    def _index(self) -> dict[str, list[Provenance]]:
        if self._by_name is None:
            self._by_name = {}
            for output in self.columns:
                if not output.is_star:
                    self._by_name.setdefault(output.name, []).append(output.provenance)
        return self._by_name


def base_relation(table: TableName, columns: tuple[str, ...] | None, alias: str) -> Relation:
    """A table of the database: its columns where they are known, else a star."""
    return Relation(
        _outputs_of(table, (ALL_COLUMNS,) if columns is None else columns), alias=alias, table=table
    )


@lru_cache(maxsize=64)
def _outputs_of(table: TableName, names: tuple[str, ...]) -> tuple[Output, ...]:
    """The columns of a table; a wide one is asked for again and again."""
    return tuple(Output(name, {Source(table, name): PLAIN}) for name in names)
