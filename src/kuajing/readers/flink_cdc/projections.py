"""What a transform makes of the rows of a table: columns kept, renamed, worked on or replaced, and what models are sent."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kuajing.model.facts import DatasetMention
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.datax.records import Note, Value
from kuajing.readers.datax.strings import Strings
from kuajing.readers.flink_cdc.documents import Change
from kuajing.readers.flink_cdc.items import split
from kuajing.readers.flink_cdc.models import Call, Model, calls_in
from kuajing.readers.seams import SourceContext
from kuajing.readers.seatunnel.places import Quoted
from kuajing.readers.seatunnel.queries import Reading, table_of_transform
from kuajing.readers.seatunnel.streams import Column, Table
from kuajing.source.location import Location
from kuajing.source.nodes import Scalar

_ROWS = "kuajing_rows"
_MOST_ITEMS = 2_048


@dataclass(frozen=True, slots=True)
class Sent:
    """Columns that go to a model."""

    model: Model
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The rows behind a transform, what models are sent on the way, and what of it was not read."""

    table: Table
    sent: tuple[Sent, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Projections:
    """Reads projections with the models, user functions and metadata names of one pipeline."""

    reading: Reading
    models: tuple[Model, ...]
    metadata: frozenset[str]

    @classmethod
    def of(
        cls, context: SourceContext, catalogue: Catalogue, models: tuple[Model, ...], metadata: Iterable[str]
    ) -> "Projections":
        """Those of a pipeline; an expression in it is placed where its whole projection begins."""
        nowhere = Quoted(Strings("", "", ()))
        reading = Reading(catalogue, context.functions, context.values, nowhere, context.read)
        return cls(reading, models, frozenset(name.lower() for name in metadata))

    def rows(self, mention: DatasetMention, place: Location) -> Table:
        """All rows of a table as they come."""
        defined = self.reading.catalogue.columns(mention)
        if defined is None:
            return Table(mention.path, rest=(Value(mention, ALL_COLUMNS, place),), is_ordered=False)
        return Table(mention.path, tuple(Column(name, (Value(mention, name, place),)) for name in defined))

    def changed(self, rows: Table, change: Change) -> Changed:
        """The rows behind a transform."""
        notes: list[Note] = []
        sent: list[Sent] = []
        table = rows
        if change.projection is not None:
            text = change.projection
            items = split(str(text.value).replace("\\*", "*"))
            if len(items) > _MOST_ITEMS:
                notes.append(Note("unread.flink_cdc_limit", text.location))
                items = (*items[:_MOST_ITEMS], ALL_COLUMNS)
            made = [self._item(item, rows, text, notes) for item in items if item != ALL_COLUMNS]
            columns = tuple(column for one in made for column in one)
            table = rows if ALL_COLUMNS in items else replace(rows, columns=(), rest=())
            table = table.with_columns(columns)
            hidden = {value.column.lower() for one in columns for value in one.values} & {
                one.name.lower() for one in columns
            }
            if table.rest and hidden:
                named = (("columns", ", ".join(sorted(hidden))),)
                notes.append(Note("unread.flink_cdc_open_star", text.location, named))
            calls = [call for item in items for call in calls_in(item, self.models)]
            sent += [self._sent(call, rows, text, notes) for call in calls]
        if change.filter is not None:
            table = replace(table, filters=self._passing(change.filter, rows, table, notes))
        return Changed(table, tuple(sent), tuple(dict.fromkeys(notes)))

    def _item(self, item: str, rows: Table, text: Scalar, notes: list[Note]) -> tuple[Column, ...]:
        table, found = self._select(item, rows, text)
        notes += found
        columns = tuple(replace(one, values=self._real(one.values, text.location)) for one in table.columns)
        if not columns and table.rest:
            return (Column(ALL_COLUMNS, self._real(table.rest, text.location)),)
        return columns

    def _select(self, item: str, rows: Table, text: Scalar, tail: str = "") -> tuple[Table, tuple[Note, ...]]:
        query = Scalar(f"SELECT {item} FROM {_ROWS}{tail}", text.location)  # noqa: S608  read, never run
        return table_of_transform(query, rows, self.reading)

    def _real(self, values: tuple[Value, ...], place: Location) -> tuple[Value, ...]:
        """The values that come from columns of the table, not from what the pipeline knows of it."""
        return tuple(
            replace(value, location=place)
            for value in values
            if value.column.lower() not in self.metadata
            and not (value.column.startswith("__") and value.column.endswith("__"))
        )

    def _sent(self, call: Call, rows: Table, text: Scalar, notes: list[Note]) -> Sent:
        values = [
            value
            for item in call.sent
            for column in self._item(item, rows, text, notes)
            for value in column.values
        ]
        by_name: dict[str, list[Value]] = {}
        for value in values:
            by_name.setdefault(value.column, []).append(value)
        return Sent(call.model, tuple(Column(name, tuple(found)) for name, found in by_name.items()))

    def _passing(self, condition: Scalar, rows: Table, table: Table, notes: list[Note]) -> tuple[Value, ...]:
        given = replace(rows.with_columns(table.columns), filters=())
        found, added = self._select("1 AS one", given, condition, f" WHERE {condition.value}")
        notes += added
        return self._real(found.filters, condition.location)
