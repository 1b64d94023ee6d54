"""What a source connector reads and the topics it fills, before and after its steps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.connect.changes import ALL, Tables, tables_of
from kuajing.readers.connect.columns import column_lists
from kuajing.readers.connect.configs import Config
from kuajing.readers.connect.flowing import Flow, Flows, together
from kuajing.readers.connect.lists import Entry, entries
from kuajing.readers.connect.patterns import wildcards
from kuajing.readers.connect.rows import Naming, Row
from kuajing.readers.datax.records import Note, Value
from kuajing.readers.datax.table_names import name_parts
from kuajing.readers.places import dataset_at
from kuajing.readers.seatunnel.connectors import dialect_at
from kuajing.readers.seatunnel.keys import Keys
from kuajing.readers.seatunnel.queries import Reading, table_of_query
from kuajing.readers.seatunnel.stores import endpoints_of, stores_of
from kuajing.readers.seatunnel.streams import Column, Table
from kuajing.source.location import Location
from kuajing.source.nodes import Scalar

TOPICS = (
    *("kafka.topic", "kafka.topics", "topic", "topics", "topic.name", "mqtt.kafka.topic", "kafka.topic.name"),
    *("kafka.status.topic", "pubsub.kafka.topic", "couchbase.topic", "neo4j.query.topic"),
    *("topic.prefix", "topic.name.pattern"),
)
_FURTHER = ("kafka.delete.topic",)
_SCHEMA_AND_TABLE = 2
_PART = re.compile(r"\$\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a connector's data lies, and where that is written."""

    endpoint: Endpoint
    location: Location


def place_of(config: Config, row: Row) -> Place | None:
    """The store of a connector; None where it names none that can be read."""
    found = next(iter(endpoints_of(config.keys, row.store)), None)
    if found is None and row.store.is_local:
        store = next(iter(stores_of(config.keys, row.store)), None)
        return Place(store.mention.endpoint, store.location) if store and store.mention.endpoint else None
    if found is None:
        return None
    endpoint, location = found
    if row.is_host_alone or row.store.is_guessed or (endpoint.kind == "http" and endpoint.bucket is None):
        endpoint = _host_alone(endpoint)
    return Place(endpoint, location)


def _host_alone(endpoint: Endpoint) -> Endpoint:
    """The endpoint without its path, which may hold a token."""
    scheme, mark, rest = endpoint.address.partition("://")
    authority = (rest if mark else scheme).split("/", 1)[0]
    return replace(
        endpoint, address=f"{scheme}://{authority}" if mark else authority, path=None, database=None
    )


def read_by(config: Config, row: Row, place: Place, reading: Reading) -> Flows:
    """What a source reads, each table on its way to its topic, before any step."""
    match row.naming:
        case Naming.CHANGES:
            return _changes(config, place, reading)
        case Naming.TABLES:
            return _tables(config, row, place, reading)
        case Naming.COLLECTIONS:
            return _collections(config, row, place)
        case Naming.GIVEN:
            return _given(config, row, place)
        case Naming.MATCHED:
            return _matched(config, row, place)


def _changes(config: Config, place: Place, reading: Reading) -> Flows:
    lists = column_lists(config.keys)
    tables = tables_of(config.keys, place.endpoint, lists, place.location)
    flows: list[Flow] = []
    notes: list[Note] = [*tables.notes]
    for read in tables.reads:
        mention = DatasetMention(read.path, endpoint=place.endpoint)
        known = None if read.is_wide else reading.catalogue.columns(mention)
        table, more = lists.sent(mention, known, read.location)
        flows.append(Flow(tables.topic(read.path), table))
        notes += more
    return Flows(tuple(flows), tuple(dict.fromkeys(notes)))


def changes_of(config: Config, place: Place) -> Tables:
    """How a change source names its topics."""
    return tables_of(config.keys, place.endpoint, column_lists(config.keys), place.location)


def _tables(config: Config, row: Row, place: Place, reading: Reading) -> Flows:
    """A source that asks tables again and again: those it lists, a query, or all."""
    keys = config.keys
    prefix = keys.text("topic.prefix") or ""
    query = next(iter(keys.texts(*row.store.queries)), None)
    if query is not None:
        return _of_query(query, prefix, place, row, reading)
    schema = keys.text("schema.pattern")
    named = entries(keys, *row.store.names)
    parts = [
        (part, one.location) for one in named for wild in wildcards(one.text) if (part := name_parts(wild))
    ]
    everything: tuple[str, ...] = (ALL,) if schema is None or "%" in schema else (schema, ALL)
    found: list[Flows] = []
    for path, location in parts or [(everything, place.location)]:
        wide = (
            tuple(ALL if ALL in one else one for one in path)
            if any(ALL in one for one in path[:-1])
            else path
        )
        mention = DatasetMention((ALL,) if wide != path else path, endpoint=place.endpoint)
        known = None if ALL in mention.path[-1] else reading.catalogue.columns(mention)
        found.append(Flows((Flow(f"{prefix}{mention.path[-1]}", _whole(mention, known, location)),)))
    return together(found)


def _of_query(query: Scalar, prefix: str, place: Place, row: Row, reading: Reading) -> Flows:
    here = DatasetMention((), endpoint=place.endpoint)
    table, notes = table_of_query(query, here, dialect_at(row.store, place.endpoint.kind), reading)
    if not table.columns and not table.rest:
        mention = DatasetMention(("(query)",), endpoint=place.endpoint)
        table = Table(rest=(Value(mention, ALL_COLUMNS, query.location, certain=False),), is_ordered=False)
        notes = notes or (Note("unread.connect_query", query.location),)
    return Flows((Flow(prefix, table),), notes)


def _collections(config: Config, row: Row, place: Place) -> Flows:
    keys = config.keys
    database = keys.text(*row.store.databases)
    names = keys.texts(*row.store.names)
    name = str(names[0].value).strip() if names else ALL
    location = names[0].location if names else place.location
    path = (name,) if database else (ALL,)
    prefix = keys.text("topic.prefix")
    topic = ".".join(part for part in (prefix, database, path[-1]) if part)
    return Flows((Flow(topic, _whole(DatasetMention(path, endpoint=place.endpoint), None, location)),))


def _given(config: Config, row: Row, place: Place) -> Flows:
    """A source whose topics are said beside it."""
    keys = config.keys
    stores = stores_of(keys, row.store) if row.store.names or row.store.paths or row.store.is_local else ()
    mentions = [(store.mention, store.location) for store in stores]
    if not mentions:
        endpoint = place.endpoint
        inside = (endpoint.bucket or endpoint.database or endpoint.address,)
        mentions = [(dataset_at(endpoint, inside), place.location)]
    topics = tuple(_topics(keys)) or (Entry(ALL, place.location),)
    return Flows(
        tuple(
            Flow(wild, _whole(mention, None, location))
            for mention, location in mentions
            for topic in topics
            for wild in (topic.text,)
        )
    )


def _matched(config: Config, row: Row, place: Place) -> Flows:
    """A source of tables that a pattern fits, each with a topic of its own."""
    keys = config.keys
    form = keys.text("table.topic.name.template") or "${fullyQualifiedTableName}"
    listed = entries(keys, *row.store.names) or (Entry(".*", place.location),)
    flows = []
    for one in listed:
        for wild in wildcards(one.text.replace("[.]", "\\.")):
            path = tuple(part for part in wild.split(".") if part) or (ALL,)
            # The database is that of the place; a table is a name below its schema.
            below = path[1:] if len(path) > _SCHEMA_AND_TABLE else path
            mention = DatasetMention(below, endpoint=place.endpoint)
            flows.append(Flow(_formed(form, path), _whole(mention, None, one.location)))
    return Flows(tuple(flows))


def _formed(form: str, path: tuple[str, ...]) -> str:
    """The name of the topic of a table; of what a pattern leaves open a wildcard."""
    parts = dict(zip(("tableName", "schemaName", "databaseName"), reversed(path), strict=False))
    parts["fullyQualifiedTableName"] = ".".join(path)
    return _PART.sub(lambda found: parts.get(found[1], ALL), form)


def _topics(keys: Keys) -> Iterator[Entry]:
    first = entries(keys, *TOPICS)
    is_prefix = not entries(keys, *(name for name in TOPICS if "prefix" not in name))
    for one in first:
        yield replace(one, text=f"{one.text}{ALL}") if is_prefix else one
    yield from entries(keys, *_FURTHER)


def _whole(mention: DatasetMention, known: tuple[str, ...] | None, location: Location) -> Table:
    if known is not None:
        columns = (Column(name, (Value(mention, name, location),)) for name in known)
        return Table(mention.path, tuple(columns))
    return Table(mention.path, rest=(Value(mention, ALL_COLUMNS, location),), is_ordered=False)
