"""What a script has said so far: the database in use, the columns of tables, temporary tables, bound places."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from kuajing.lineage.endpoints import Place
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.column_definitions import Column
from kuajing.lineage.text.placeholders import has_marker
from kuajing.lineage.values.provenance import Provenance
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.set_operations import combined
from kuajing.model.lineage import TableName


@dataclass(slots=True)
class Session:
    """The state that one statement leaves to the next; lives as long as one text is read.

    `defaults` are the database, or database and schema, that complete a short name. `servers` and `catalogs`
    are named places; `places` are the tables bound to one, `stand_ins` the
    names put in the place of calls that open one. `looked_through` are temporary tables that
    have been read, `rows` are cursors, loop and trigger rows, `variables`
    the single values a routine holds, `variable_rows` what decided them; `routines` are those the text defines, `known_strings` the variables whose
    SQL has been read, `written_by` the tables each routine writes, `handed_out` what fills its parameters, by their places, where it hands out anything. `catalog` is the one in use, `output` the file
    that a client writes the results of queries to, `options` those of
    tables bound to a connector, `computed` the columns a table makes of its others; `counts_by_itself` where an INSERT
    passes over columns that count by themselves. `looked_up` are the tables whose columns were asked for.
    """

    defaults: TableName = ()
    temporary: dict[TableName, Relation] = field(default_factory=dict)
    places: dict[TableName, Place] = field(default_factory=dict)
    stand_ins: dict[str, Outside] = field(default_factory=dict)
    servers: dict[str, Place] = field(default_factory=dict)
    catalogs: dict[str, Place] = field(default_factory=dict)
    looked_through: set[TableName] = field(default_factory=set)
    rows: dict[str, Relation] = field(default_factory=dict)
    variables: dict[str, Provenance] = field(default_factory=dict)
    variable_rows: dict[str, Provenance] = field(default_factory=dict)
    routines: set[str] = field(default_factory=set)
    known_strings: set[str] = field(default_factory=set)
    written_by: dict[str, set[TableName]] = field(default_factory=dict)
    handed_out: dict[str, dict[int, Provenance]] = field(default_factory=dict)
    catalog: str = ""
    collections: dict[str, dict[str, str]] = field(default_factory=dict)
    output: str = ""
    options: dict[TableName, Mapping[str, str]] = field(default_factory=dict)
    computed: dict[TableName, dict[str, Provenance]] = field(default_factory=dict)
    counts_by_itself: bool = False
    looked_up: set[TableName] = field(default_factory=set)
    _columns: dict[TableName, tuple[str, ...]] = field(default_factory=dict)
    _passed_over: dict[TableName, frozenset[str]] = field(default_factory=dict)
    _by_last: dict[str, list[TableName]] = field(default_factory=dict)

    @classmethod
    def opened(
        cls,
        schema: Mapping[TableName, tuple[str, ...]],
        default_database: str | None,
        default_schema: str | None,
    ) -> "Session":
        """A session that knows the tables of a schema."""
        parts = (default_database, default_schema)
        session = cls(defaults=tuple(part.lower() for part in parts if part))
        for table, columns in schema.items():
            session.learn(tuple(part.lower() for part in table), tuple(column.lower() for column in columns))
        return session

    def qualified(self, name: TableName) -> TableName:
        """A name completed by the database and schema in use."""
        missing = len(self.defaults) + 1 - len(name)
        whole = (*self.defaults[:missing], *name) if missing > 0 else name
        if self.catalog and len(whole) == _WITH_CATALOG - 1:
            whole = (self.catalog, *whole)
        if len(whole) == _WITH_CATALOG and whole[:-1] == _BUILT_IN:
            whole = whole[-1:]
        family = _SHARD.sub("_yyyymmdd", whole[-1])
        return (*whole[:-1], family) if family != whole[-1] and self._is_family(family) else whole

    def _is_family(self, last: str) -> bool:
        """Whether a schema knows tables that are cut by day under the name of them all."""
        return self.columns((last,)) is not None

    def learn(self, table: TableName, columns: tuple[str, ...], passed_over: Collection[str] = ()) -> None:
        """Keeps the columns of a table, and those that an INSERT without a column list passes over."""
        if table not in self._columns:
            self._by_last.setdefault(table[-1], []).append(table)
        self._columns[table] = columns
        if passed_over:
            self._passed_over[table] = frozenset(passed_over)

    def passes_over(self, column: Column) -> bool:
        """Whether an INSERT without a column list brings no value for a column."""
        return not column.is_given or (column.is_numbered and self.counts_by_itself)

    def given_columns(self, table: TableName) -> tuple[str, ...] | None:
        """The columns that rows written by position bring, in order; None when unknown."""
        columns = self.columns(table)
        passed_over = self._passed_over.get(table)
        if columns is None or not passed_over:
            return columns
        return tuple(column for column in columns if column not in passed_over)

    def columns(self, table: TableName) -> tuple[str, ...] | None:
        """The columns of a table, found by its full name or by the one name that ends alike; None when unknown."""
        self.looked_up.add(table)
        held = self.temporary.get(table)
        if held is not None and held.columns and not held.is_open:
            return tuple(output.name for output in held.columns)
        known = self._columns.get(table)
        if known is not None:
            return known
        named = self._by_last.get(table[-1], ())
        is_open = any(has_marker(part) for part in table[:-1])  # a database filled in later may be any
        alike = [name for name in named if is_open or _same_end(name, table)]
        return self._columns[alike[0]] if len(alike) == 1 else None

    def known_by_last(self) -> set[str]:
        """The names that end the name of just one table whose columns are known."""
        return {last for last, tables in self._by_last.items() if len(tables) == 1}

    def fill_temporary(self, table: TableName, relation: Relation, *, replace: bool) -> None:
        """Keeps what a temporary table holds, so that its readers see what fed it."""
        known = self.temporary.get(table)
        if known is None or replace or not known.columns:
            self.temporary[table] = relation
        else:
            self.temporary[table] = combined([known, relation], by_name=True)

    def declare_temporary(self, table: TableName, columns: tuple[str, ...]) -> None:
        """A temporary table with named columns and nothing in them yet."""
        self.temporary[table] = Relation(tuple(Output(column, {}) for column in columns))

    def keep_variable(self, name: str, value: Provenance, rows: Provenance) -> None:
        """Lets a variable stand for what it was last given; a constant leaves nothing in it."""
        if value or name in self.variables:
            self.variables[name] = value
            self.variable_rows[name] = rows

    def place_of(self, table: TableName) -> Place | None:
        """The place outside a table stands for: its own, or that of the catalog it is named under."""
        place = self.places.get(table)
        if place is not None:
            return place
        for number, part in enumerate(table[:-1]):
            if part in self.catalogs:
                return replace(self.catalogs[part], inside=table[number + 1 :])
        found = self.catalogs.get(self.catalog) if len(table) < _WITH_CATALOG else None
        return replace(found, inside=table) if found is not None else None

    def rename(self, old: TableName, new: TableName) -> None:
        """Lets all that is known of one name hold for another."""
        columns = self.columns(old)
        if columns is not None:
            self.learn(new, columns)
        if old in self.temporary:
            self.temporary[new] = self.temporary[old]
        if old in self.places:
            self.places[new] = self.places[old]


_BUILT_IN = ("default_catalog", "default_database")
"""Where Flink keeps tables for which nobody named a catalog: they are meant by their last name alone."""
_WITH_CATALOG = 3
"""The parts of a name that says its catalog."""
_SHARD = re.compile(r"_(?:\d{8}|\d{0,7}\*)$")
"""The day, or the wildcard over days, by which BigQuery's tables are cut."""


def _same_end(first: TableName, second: TableName) -> bool:
    width = min(len(first), len(second))
    return first[-width:] == second[-width:]
