"""The writer of a job as a sink: the datasets it fills, and which field of the record goes into which column."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kuajing.model.facts import AliasFact, Basis, ColumnFact, DatasetMention, TableFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.datax.columns import Constant, Expression, Item, Named, Star, read_columns
from kuajing.readers.datax.plugins import Plugin
from kuajing.readers.datax.records import Note, Sink, Target
from kuajing.readers.datax.stores import stores_of
from kuajing.readers.places import hive_table
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_FIELD_IN_PATTERN = re.compile(r"[$#]\{(\d{1,4})\}")


def sink_of(parameter: Mapping, plugin: Plugin, catalogue: Catalogue) -> Sink:
    """The sink of a writer; it has no datasets where the job names none."""
    stores = stores_of(parameter, plugin)
    datasets = tuple(store.mention for store in stores)
    items = read_columns(parameter, plugin)
    if items is None:
        items = _header(parameter)
    rowkey = parameter.get("rowkeyColumn")
    if rowkey is not None:
        return _by_index(datasets, rowkey, items or ())
    if not items:
        # Files without a header have no names to tell; a table's own columns are those of its definition.
        return _of_definition(datasets, catalogue, None)
    if any(isinstance(item, Star) for item in items):
        return _of_definition(datasets, catalogue, items[0].location)
    sink = _listed(datasets, items)
    # A file has no names of its own: those of the table defined over it count, place by place.
    return _as_defined(sink, catalogue) if plugin.kind == "hdfs" else sink


def _as_defined(sink: Sink, catalogue: Catalogue) -> Sink:
    columns = _definition(sink.datasets, catalogue)
    if columns is None or sink.width is None or sink.targets is None or len(columns) < sink.width:
        return sink
    targets = tuple(
        replace(target, column=columns[target.positions[0]]) if target.positions else target
        for target in sink.targets
    )
    return replace(sink, targets=targets)


def shapes_of(parameter: Mapping, plugin: Plugin) -> Iterator[TableFact]:
    """The columns of the files that a writer makes: its list says what they hold, in order."""
    items = read_columns(parameter, plugin) or ()
    if plugin.kind == "hdfs" and items and all(isinstance(item, Named) for item in items):
        columns = tuple(
            ColumnFact(item.name, item.location, item.type) for item in items if isinstance(item, Named)
        )
        for store in stores_of(parameter, plugin):
            yield TableFact(store.mention, columns, store.location, complete=True, basis=Basis.INFERRED)


def hive_names_of(parameter: Mapping, plugin: Plugin) -> Iterator[AliasFact]:
    """The names that Hive has for the folders of its warehouse that a reader or writer works on."""
    for store in stores_of(parameter, plugin) if plugin.paths else ():
        table = hive_table(store.mention)
        if table is not None:
            yield AliasFact(table, store.mention, store.location)


def _listed(datasets: tuple[DatasetMention, ...], items: tuple[Item, ...]) -> Sink:
    """Columns take the fields in order, but for those that name their field or hold a value of their own."""
    targets: list[Target] = []
    notes: list[Note] = []
    taken, explicit = 0, False
    for item in items:
        if isinstance(item, Named) and item.pattern is not None:
            fields = tuple(int(found) for found in _FIELD_IN_PATTERN.findall(item.pattern))
            targets.append(Target(item.name, fields))
            explicit = explicit or bool(fields)
            continue
        if isinstance(item, Named):
            column = "_id" if item.type == "id" and datasets and _is_search_index(datasets[0]) else item.name
            targets.append(Target(column, (taken if item.index is None else item.index,)))
            explicit = explicit or item.index is not None
        elif isinstance(item, Constant | Expression) and item.text:
            targets.append(Target(item.text.strip("`\"'[] "), (taken,)))
        else:
            notes.append(Note("unread.datax_column_shape", item.location))
        taken += 1
    return Sink(datasets, tuple(targets), None if explicit else taken, tuple(notes))


def _is_search_index(dataset: DatasetMention) -> bool:
    return dataset.endpoint is not None and dataset.endpoint.kind == "elasticsearch"


def _by_index(datasets: tuple[DatasetMention, ...], rowkey: Node, items: tuple[Item, ...]) -> Sink:
    """HBase: the row key is put together from fields, each column takes the field whose index it names."""
    keys = [_index(item) for item in (rowkey.items if isinstance(rowkey, Sequence) else (rowkey,))]
    fields = tuple(index for index in keys if index is not None and index >= 0)
    targets = [Target("rowkey", fields)] if fields else []
    notes = []
    for item in items:
        if isinstance(item, Named) and item.index is not None and item.index >= 0:
            targets.append(Target(item.name, (item.index,)))
        elif not isinstance(item, Constant | Named):
            notes.append(Note("unread.datax_column_shape", item.location))
    return Sink(datasets, tuple(targets), None, tuple(notes))


def _index(node: Node) -> int | None:
    index = node.get("index") if isinstance(node, Mapping) else None
    text = str(index.value) if isinstance(index, Scalar) else ""
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else None


def _header(parameter: Mapping) -> tuple[Item, ...] | None:
    header = parameter.get("header")
    if not isinstance(header, Sequence) or not header.items:
        return None
    return tuple(Named(str(item.value), item.location) for item in header.items if isinstance(item, Scalar))


def _of_definition(
    datasets: tuple[DatasetMention, ...], catalogue: Catalogue, asked: Location | None
) -> Sink:
    columns = _definition(datasets, catalogue)
    if columns is None:
        notes: tuple[Note, ...] = ()
        if asked is not None:
            tables = ", ".join(sorted({".".join(dataset.path) for dataset in datasets}))
            notes = (Note("unread.datax_unknown_columns", asked, (("table", tables),)),)
        return Sink(datasets, None, None, notes)
    targets = tuple(Target(column, (position,)) for position, column in enumerate(columns))
    return Sink(datasets, targets, len(columns))


def _definition(datasets: tuple[DatasetMention, ...], catalogue: Catalogue) -> tuple[str, ...] | None:
    """The columns that all the datasets have; None where they are not known or differ."""
    known = {catalogue.columns(dataset) for dataset in datasets}
    return known.pop() if len(known) == 1 else None
