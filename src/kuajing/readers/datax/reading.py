"""The reader of a job as records: from tables and columns, or from the queries that replace them."""

import re
from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import assert_never

from kuajing.lineage.movement import read_movement
from kuajing.model.facts import DatasetMention
from kuajing.model.lineage import ReadMovement
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.datax.columns import (
    Constant,
    Expression,
    Indexed,
    Item,
    Misshapen,
    Named,
    Star,
    read_columns,
)
from kuajing.readers.datax.plugins import Plugin, dialect_at
from kuajing.readers.datax.records import Field, Note, Record, Value
from kuajing.readers.datax.stores import Query, Store, queries_of, stores_of
from kuajing.readers.datax.strings import Strings
from kuajing.readers.placeholders import fill_sql
from kuajing.readers.places import beside, without_keys
from kuajing.readers.selections import Selected, Selection, Surroundings, select
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar

_SOURCE: tuple[str, ...] = ("kuajing_source",)
_UNREAD_QUERY = ("(query)",)
_QUOTED = re.compile(r"'(?:[^'\\]|''|\\.)*'", re.DOTALL)
_PLACEHOLDER = re.compile(r"\$\{|\$\w|\{\{")


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads the reader's side of a job with the shapes of all tables and the effects of user functions in hand."""

    catalogue: Catalogue
    functions: Map[str, str]
    values: Map[str, str]
    strings: Strings
    read: ReadMovement = read_movement

    def records(self, parameter: Mapping, plugin: Plugin) -> tuple[Record, ...]:
        """One record for each table or query that feeds the job; none where the job names no source."""
        queries = queries_of(parameter, plugin)
        if queries:
            return tuple(self._of_query(query, plugin) for query in queries)
        items = read_columns(parameter, plugin)
        where = parameter.get("where") if plugin.is_relational else None
        return tuple(
            self._of_table(store, items or (Star(store.location),), where, plugin)
            for store in stores_of(parameter, plugin)
        )

    def _of_query(self, query: Query, plugin: Plugin) -> Record:
        here = DatasetMention((), endpoint=query.endpoint)
        filled = fill_sql(str(query.text.value), self.values)
        schema = self.catalogue.schema_for(here, filled.text)
        dialect = dialect_at(plugin, query.endpoint)
        around = Surroundings(dialect, schema, self.functions, read=self.read)
        selection = select(filled.text, around)
        if _tells_nothing(selection, filled.text):
            return _of_connection(here, selection, query.text.location)

        said = tuple(column for columns in (*selection.outputs, selection.filters) for column in columns)
        offsets = tuple(column.offset for column in said)
        written = tuple(filled.offset(offset) for offset in offsets)
        places = dict(zip(offsets, self.strings.places(query.text, written), strict=True))

        def values(columns: tuple[Selected, ...]) -> tuple[Value, ...]:
            return tuple(
                _value(column, beside(here, column.table, self.values), places[column.offset])
                for column in columns
            )

        return Record(
            tuple(Field(values(columns)) for columns in selection.outputs),
            selection.is_counted,
            values(selection.filters),
            _notes(selection, query.text.location),
        )

    def _of_table(self, store: Store, items: tuple[Item, ...], where: Node | None, plugin: Plugin) -> Record:
        record = Record((), is_counted=True)
        for item in items:
            record = _joined(record, self._of_item(item, store.mention, plugin))
        if isinstance(where, Scalar) and isinstance(where.value, str) and where.value.strip():
            record = _joined(record, self._of_condition(where, store.mention, plugin))
        return record

    def _of_item(self, item: Item, dataset: DatasetMention, plugin: Plugin) -> Record:
        match item:
            case Named():
                return _one_field(Value(dataset, item.name, item.location))
            case Constant():
                return _one_field()
            case Indexed():
                return self._of_index(item, dataset)
            case Expression():
                return self._of_expression(item, dataset, plugin)
            case Star():
                return self._of_star(item, dataset)
            case Misshapen():
                note = Note("unread.datax_column_shape", item.location)
                return Record((_any_column(dataset, item.location),), is_counted=True, notes=(note,))
            case _:
                assert_never(item)

    def _of_index(self, item: Indexed, dataset: DatasetMention) -> Record:
        columns = self.catalogue.columns(dataset)
        if columns is not None and item.index < len(columns):
            return _one_field(Value(dataset, columns[item.index], item.location))
        note = _unknown_columns(dataset, item.location)
        return Record((_any_column(dataset, item.location),), is_counted=True, notes=(note,))

    def _of_star(self, item: Star, dataset: DatasetMention) -> Record:
        columns = self.catalogue.columns(dataset)
        if columns is not None:
            fields = tuple(Field((Value(dataset, column, item.location),)) for column in columns)
            return Record(fields, is_counted=True)
        field = Field((Value(dataset, ALL_COLUMNS, item.location),))
        return Record((field,), is_counted=False, notes=(_unknown_columns(dataset, item.location),))

    def _of_expression(self, item: Expression, dataset: DatasetMention, plugin: Plugin) -> Record:
        selection = self._select(item.text, dataset, plugin)
        if not selection.is_counted:
            fields: tuple[Field, ...] = (_any_column(dataset, item.location),)
        else:
            fields = tuple(
                Field(
                    tuple(
                        _value(column, dataset, item.location)
                        for column in columns
                        if column.table == _SOURCE
                    )
                )
                for columns in selection.outputs
            )
        return Record(fields, is_counted=True, notes=_notes(selection, item.location))

    def _of_condition(self, where: Scalar, dataset: DatasetMention, plugin: Plugin) -> Record:
        selection = self._select("1", dataset, plugin, f"WHERE {where.value}")
        filters = tuple(
            _value(
                column,
                dataset if column.table == _SOURCE else beside(dataset, column.table, self.values),
                where.location,
            )
            for column in selection.filters
        )
        return Record((), is_counted=True, filters=filters, notes=_notes(selection, where.location))

    def _select(self, outputs: str, dataset: DatasetMention, plugin: Plugin, where: str = "") -> Selection:
        columns = self.catalogue.columns(dataset)
        schema = {} if columns is None else {_SOURCE: columns}
        query = f"SELECT {outputs}\nFROM {_SOURCE[0]}\n{where}"
        dialect = dialect_at(plugin, dataset.endpoint)
        return select(query, Surroundings(dialect, schema, self.functions, read=self.read))


def _tells_nothing(selection: Selection, query: str) -> bool:
    """Whether a query names no source: it cannot be read, or what stands in it is filled in when it runs."""
    if any(selection.outputs):
        return False
    return not selection.outputs or _PLACEHOLDER.search(_QUOTED.sub("", query)) is not None


def _of_connection(here: DatasetMention, selection: Selection, location: Location) -> Record:
    """The record of a query nobody can read: anything that its connection holds may come."""
    mention = DatasetMention(_UNREAD_QUERY, endpoint=here.endpoint)
    notes = _notes(selection, location) or (Note("unread.datax_query", location),)
    return Record((_any_column(mention, location),), is_counted=False, notes=notes)


def _one_field(*values: Value) -> Record:
    return Record((Field(values),), is_counted=True)


def _any_column(dataset: DatasetMention, location: Location) -> Field:
    """A field that may come from any column of the dataset."""
    return Field((Value(dataset, ALL_COLUMNS, location, certain=False),))


def _joined(one: Record, other: Record) -> Record:
    return Record(
        one.fields + other.fields,
        one.is_counted and other.is_counted,
        one.filters + other.filters,
        one.notes + other.notes,
    )


def _value(column: Selected, dataset: DatasetMention, location: Location) -> Value:
    return Value(dataset, column.column, location, column.transform, column.functions, column.certain)


def _notes(selection: Selection, place: Location) -> tuple[Note, ...]:
    return tuple(
        Note(reason, place, tuple((name, without_keys(value)) for name, value in values))
        for reason, values in selection.reasons
    )


def _unknown_columns(dataset: DatasetMention, location: Location) -> Note:
    return Note("unread.datax_unknown_columns", location, (("table", ".".join(dataset.path)),))
