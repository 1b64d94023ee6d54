"""The record meets the sink: which column moves into which."""

from collections.abc import Iterator
from dataclasses import replace

from kuajing.model.facts import DatasetMention, InfluenceFact, MoveFact
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.datax.records import Field, Note, Record, Sink, Value
from kuajing.source.location import Location

MECHANISM = "datax"


def moves(record: Record, sink: Sink) -> Iterator[MoveFact | InfluenceFact]:
    """Moves from every field to the column at its place; where places are not known, to all columns at once."""
    for field, column in _pairs(record, sink):
        for value in field.values:
            for dataset in sink.datasets:
                yield _move(value, dataset, column)
    for value in record.filters:
        for dataset in sink.datasets:
            yield InfluenceFact(value.dataset, value.column, dataset, value.location, MECHANISM)


def mismatch(record: Record, sink: Sink, location: Location) -> Note | None:
    """Says that the two sides differ in their number of columns, None where they agree or one is not known."""
    if not record.is_counted or sink.width is None or sink.width == len(record.fields):
        return None
    counts = (("read", str(len(record.fields))), ("written", str(sink.width)))
    return Note("unread.datax_column_count", location, counts)


def _pairs(record: Record, sink: Sink) -> Iterator[tuple[Field, str]]:
    fields, targets = record.fields, sink.targets
    if targets is None or (record.is_counted and sink.width not in {None, len(fields)}):
        yield from ((field, ALL_COLUMNS) for field in fields)
    elif record.is_counted:
        yield from (
            (fields[position], target.column)
            for target in targets
            for position in target.positions
            if position < len(fields)
        )
    elif len(fields) == 1:
        # All that comes is "the columns of that table": each may land in any column that is named.
        yield from ((_doubtful(fields[0]), target.column) for target in targets)
    else:
        yield from ((field, ALL_COLUMNS) for field in fields)


def _doubtful(field: Field) -> Field:
    return replace(field, values=tuple(replace(value, certain=False) for value in field.values))


def _move(value: Value, dataset: DatasetMention, column: str) -> MoveFact:
    return MoveFact(
        source=value.dataset,
        source_column=value.column,
        target=dataset,
        target_column=column,
        transform=value.transform,
        location=value.location,
        mechanism=MECHANISM,
        functions=value.functions,
        certain=value.certain,
    )
