"""The rows that a source gives: its tables, their columns by schema, by query, by definition, or all of them."""

from collections.abc import Iterator
from dataclasses import replace

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.datax.records import Note, Value
from kuajing.readers.datax.table_names import name_parts
from kuajing.readers.seatunnel.connector_table import connector_named
from kuajing.readers.seatunnel.connectors import Connector, dialect_at
from kuajing.readers.seatunnel.jobs import Plugin
from kuajing.readers.seatunnel.keys import Keys
from kuajing.readers.seatunnel.queries import Reading, table_of_query
from kuajing.readers.seatunnel.stores import ALL_TABLES, Store, endpoints_of, stores_of, tables_of
from kuajing.readers.seatunnel.streams import Column, Stream, Table
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_QUERY = ("(query)",)


def stream_of(plugin: Plugin, reading: Reading) -> Stream:
    """Everything that a source hands on; what it does not say becomes a note."""
    connector = connector_named(plugin.family)
    if connector.is_made_up:
        return Stream(tuple(_made_up(keys) for keys in tables_of(plugin.keys)))
    stream = Stream.of(_of_table(keys, connector, plugin, reading) for keys in tables_of(plugin.keys))
    return stream.noted(_guessed(plugin)) if connector.is_guessed else stream


def columns_of(keys: Keys) -> tuple[Scalar, ...]:
    """The columns that a schema names, each by its name with its place; none where there is no schema."""
    for schema in (keys.mapping("schema"), *keys.mappings("schemas"), keys.node):
        fields = Keys(schema) if schema is not None else None
        if fields is None:
            continue
        listed = tuple(
            name
            for column in fields.mappings("columns")
            if isinstance(name := column.get("name"), Scalar) and name.value is not None
        )
        if listed:
            return listed
        named = fields.own("fields")
        if schema is not keys.node and isinstance(named, Mapping) and named.entries:
            return tuple(key for key, _ in named.entries)
    return ()


def _made_up(keys: Keys) -> Table:
    return Table(_path(keys), tuple(Column(name.text) for name in columns_of(keys)))


def _path(keys: Keys) -> tuple[str, ...]:
    name = keys.text("schema.table", "tableName", "table_path")
    return name_parts(name) if name is not None else ()


def _of_table(keys: Keys, connector: Connector, plugin: Plugin, reading: Reading) -> Stream:
    queries = keys.texts(*connector.queries)
    stores = stores_of(keys, connector)
    if queries and not (stores and columns_of(keys)):
        found = _of_queries(queries, keys, connector, reading)
        return _shaped(found, columns_of(keys)) if found.tables else Stream(notes=(_nowhere(plugin),))
    if not stores:
        stores = tuple(
            Store(DatasetMention((ALL_TABLES,), endpoint=endpoint), place)
            for endpoint, place in endpoints_of(keys, connector)
        )
    if not stores:
        return Stream(notes=(_nowhere(plugin),))
    return Stream.of(_of_store(store, keys, connector, reading) for store in stores)


def _of_store(store: Store, keys: Keys, connector: Connector, reading: Reading) -> Stream:
    path = _path(keys) or store.mention.path
    named = _read_columns(keys, connector) or columns_of(keys)
    if named:
        columns = tuple(
            Column(name.text, (Value(store.mention, name.text, name.location),)) for name in named
        )
        return Stream((Table(path, columns),))
    defined = reading.catalogue.columns(store.mention)
    if defined is not None:
        columns = tuple(Column(name, (Value(store.mention, name, store.location),)) for name in defined)
        return Stream((Table(path, columns),))
    note = Note(
        "unread.seatunnel_unknown_columns", store.location, (("table", ".".join(store.mention.path)),)
    )
    return Stream(
        (Table(path, rest=(Value(store.mention, ALL_COLUMNS, store.location),), is_ordered=False),), (note,)
    )


def _read_columns(keys: Keys, connector: Connector) -> tuple[Scalar, ...]:
    """The columns that a source is read for, where it lists them."""
    return tuple(
        Scalar(name.strip(), text.location, name.strip())
        for text in keys.texts(*connector.columns)
        for name in str(text.value).split(",")
        if name.strip() and name.strip() != ALL_COLUMNS
    )


def _of_queries(queries: tuple[Scalar, ...], keys: Keys, connector: Connector, reading: Reading) -> Stream:
    endpoint = next((endpoint for endpoint, _ in endpoints_of(keys, connector)), None)
    if endpoint is None:
        return Stream()
    path = _path(keys)
    return Stream.of(_of_query(query, endpoint, path, connector, reading) for query in queries)


def _of_query(
    query: Scalar, endpoint: Endpoint, path: tuple[str, ...], connector: Connector, reading: Reading
) -> Stream:
    here = DatasetMention((), endpoint=endpoint)
    table, notes = table_of_query(query, here, dialect_at(connector, endpoint.kind), reading)
    if not table.columns and not table.rest:
        # Anything that the connection reaches may come.
        mention = DatasetMention(_QUERY, endpoint=endpoint)
        table = Table(rest=(Value(mention, ALL_COLUMNS, query.location, certain=False),), is_ordered=False)
        notes = notes or (Note("unread.seatunnel_query", query.location),)
    elif table.rest and not notes:
        notes = tuple(_open(value, query.location) for value in table.rest)
    path = path or next((value.dataset.path for value in table.values), ())
    return Stream((replace(table, path=path),), tuple(dict.fromkeys(notes)))


def _shaped(stream: Stream, names: tuple[Scalar, ...]) -> Stream:
    """The rows of a query as the schema beside it names them."""
    if not names:
        return stream
    is_known = all(value.certain for table in stream.tables for value in table.rest)
    shaped = stream.each(lambda table: table.only(name.text for name in names))
    return replace(shaped, notes=()) if is_known else shaped


def _open(value: Value, place: Location) -> Note:
    return Note("unread.seatunnel_unknown_columns", place, (("table", ".".join(value.dataset.path)),))


def _nowhere(plugin: Plugin) -> Note:
    return Note("unread.seatunnel_no_place", plugin.location, (("plugin", plugin.name),))


def _guessed(plugin: Plugin) -> Note:
    return Note("unread.seatunnel_plugin", plugin.location, (("plugin", plugin.name),))


def items_of(node: Node | None) -> Iterator[Node]:
    """The items of a list, or what stands alone."""
    if node is not None:
        yield from node.items if isinstance(node, Sequence) else (node,)
