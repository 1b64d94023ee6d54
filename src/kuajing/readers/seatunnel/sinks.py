"""Where a sink puts the rows of the job: its datasets for each table that comes, and which column goes into which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention, InfluenceFact, MoveFact, Running
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.datax.records import Note, Value
from kuajing.readers.seatunnel.connector_table import connector_named
from kuajing.readers.seatunnel.jobs import Plugin
from kuajing.readers.seatunnel.queries import Insert, insert_of
from kuajing.readers.seatunnel.stores import ALL_TABLES, Store, endpoints_of, stores_of, tables_of
from kuajing.readers.seatunnel.streams import Column, Stream, Table, doubtful
from kuajing.source.location import Location

MECHANISM = "seatunnel"
_WITH_SCHEMA = 3
"""How many parts a name of database, schema and table has."""

_OF_TABLE = re.compile(
    r"\$\{(database_name|schema_name|table_name|schema_full_name|table_full_name|database|table)\}"
)


@dataclass(frozen=True, slots=True)
class Written:
    """What a sink does with the rows of one job, and what of it was not read; `has_place` tells whether it names any."""

    facts: tuple[MoveFact | InfluenceFact, ...] = ()
    notes: tuple[Note, ...] = ()
    has_place: bool = True


def written(plugin: Plugin, given: Stream, running: Running) -> Written:
    """The moves of every table that comes into every dataset that the sink fills."""
    connector = connector_named(plugin.family)
    keys = plugin.keys
    insert, notes = _insert(plugin)
    facts: list[MoveFact | InfluenceFact] = []
    has_place = False
    for entry in tables_of(keys):
        endpoints = tuple(endpoints_of(entry, connector))
        for table in given.tables:
            stores = (
                tuple(Store(DatasetMention(insert.table, endpoint=one), place) for one, place in endpoints)
                if insert is not None
                else stores_of(entry, connector)
                or tuple(_of_rows(one, place, table, plugin) for one, place in endpoints)
            )
            has_place = has_place or bool(stores)
            for store in stores:
                facts += _facts(_filled(store.mention, table.path), table, insert, plugin, running)
    if connector.is_guessed:
        notes += (Note("unread.seatunnel_plugin", plugin.location, (("plugin", plugin.name),)),)
    return Written(tuple(dict.fromkeys(facts)), notes, has_place)


def sent(
    columns: tuple[Column, ...], service: DatasetMention, place: Location, running: Running
) -> Iterator[MoveFact]:
    """The moves of columns to a service, at the place that names it: nobody looks for a sink there."""
    for column in columns:
        for value in column.values:
            yield _move(replace(value, location=place), service, column.name, running)


def _insert(plugin: Plugin) -> tuple[Insert | None, tuple[Note, ...]]:
    connector = connector_named(plugin.family)
    query = next(iter(plugin.keys.texts(*connector.queries)), None)
    if query is None:
        return None, ()
    insert = insert_of(str(query.value))
    if insert is None or insert.columns is None:
        return insert, (Note("unread.seatunnel_sink_query", query.location),)
    return insert, ()


def _of_rows(endpoint: Endpoint, place: Location, table: Table, plugin: Plugin) -> Store:
    """A sink that names no table takes the name of what comes, with what it puts before and behind it."""
    if not table.path:
        return Store(DatasetMention((ALL_TABLES,), endpoint=endpoint), place)
    prefix, suffix = (plugin.keys.text(key) or "" for key in ("tablePrefix", "tableSuffix"))
    schema = plugin.keys.text("schema") or (table.path[-2] if len(table.path) == _WITH_SCHEMA else None)
    name = f"{prefix}{table.path[-1]}{suffix}"
    return Store(DatasetMention((name,) if schema is None else (schema, name), endpoint=endpoint), place)


def _filled(mention: DatasetMention, path: tuple[str, ...]) -> DatasetMention:
    """The dataset with the names of the rows' own table in the placeholders that stand for them."""
    if not path:
        return mention

    def one(found: re.Match[str]) -> str:
        name = found[1]
        if name.endswith("full_name"):
            return ".".join(path if name == "table_full_name" else path[:-1])
        if name.startswith("table"):
            return path[-1]
        outer = path[:-1]
        if name == "schema_name":
            return outer[-1] if outer else found[0]
        return outer[0] if outer else found[0]

    endpoint = mention.endpoint
    if endpoint is not None:
        parts = (endpoint.database, endpoint.schema, endpoint.path)
        database, schema, inner = (_OF_TABLE.sub(one, part) if part else part for part in parts)
        endpoint = replace(
            endpoint,
            database=database,
            schema=schema,
            path=inner,
            address=_OF_TABLE.sub(one, endpoint.address),
        )
    return replace(mention, path=tuple(_OF_TABLE.sub(one, part) for part in mention.path), endpoint=endpoint)


def _facts(
    target: DatasetMention, table: Table, insert: Insert | None, plugin: Plugin, running: Running
) -> Iterator[MoveFact | InfluenceFact]:
    pairs = _by_name(table, plugin) if insert is None else _by_insert(table, insert)
    for name, values in pairs:
        for value in values:
            yield _move(value, target, name, running)
    for value in table.filters:
        yield InfluenceFact(value.dataset, value.column, target, value.location, MECHANISM)


def _by_name(table: Table, plugin: Plugin) -> Iterator[tuple[str, tuple[Value, ...]]]:
    chosen = plugin.keys.texts("sink_columns")
    if chosen:
        table = table.only(str(text.value).strip() for text in chosen)
    for column in table.columns:
        yield column.name, column.values
    yield ALL_COLUMNS, table.rest


def _by_insert(table: Table, insert: Insert) -> Iterator[tuple[str, tuple[Value, ...]]]:
    if insert.columns is None:
        yield ALL_COLUMNS, doubtful(table.values)
        return
    for name, place in insert.columns:
        if isinstance(place, str):
            found = table.column(place)
            yield name, found.values if found is not None else ()
        elif table.rest or not table.is_ordered:
            # Which of the values stands at the place is not known: each may.
            yield name, doubtful(table.values)
        elif place < len(table.columns):
            yield name, table.columns[place].values


def _move(value: Value, target: DatasetMention, column: str, running: Running) -> MoveFact:
    return MoveFact(
        value.dataset,
        value.column,
        target,
        column,
        value.transform,
        value.location,
        MECHANISM,
        value.functions,
        value.certain,
        running=running,
    )
