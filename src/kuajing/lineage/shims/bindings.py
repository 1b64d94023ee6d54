"""DDL that binds a name to a place outside, kept in the session for the statements that use the name."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kuajing.lineage.endpoints import Place, file_place, server_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.connector_places import connector_place
from kuajing.lineage.shims.external_engines import external_engine
from kuajing.lineage.shims.mysql_engines import mysql_engine
from kuajing.lineage.shims.named_collections import named_collection
from kuajing.lineage.shims.namers import NAMERS
from kuajing.lineage.shims.option_places import known_there, place_of_options
from kuajing.lineage.shims.outside_calls import called
from kuajing.lineage.shims.peeled import arguments_of
from kuajing.lineage.shims.servers import Binding, engine_place, group_after
from kuajing.lineage.shims.stages import resolved, stage_location
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.definitions import Table, defined_table, function_after_as
from kuajing.lineage.text.lexer import Token


def bind(words: Sequence[Token], session: Session) -> Binding | None:
    """The binding a statement makes, kept in the session; None when it makes none."""
    collection = named_collection(words)
    if collection is not None:
        session.collections[collection[0]] = collection[1]
    binding = next((found for namer in NAMERS if (found := namer(words, session)) is not None), None)
    binding = binding or _table(words, session) or _view(words)
    if binding is None or binding.place is None:
        return binding
    place = resolved(binding.place, session)
    if binding.kind == "server":
        session.servers[binding.name[-1]] = place
    elif binding.kind == "catalog":
        session.catalogs[binding.name[-1]] = place
    else:
        session.places[session.qualified(binding.name)] = place
    return replace(binding, place=place)


def _table(words: Sequence[Token], session: Session) -> Binding | None:
    """A table bound to a server, a connector, an engine, a data source or a location."""
    cursor = Cursor(words)
    if cursor.take("CREATE", "FOREIGN", "TABLE"):
        return _foreign(cursor, session)
    table = defined_table(words)
    if table is None:
        return None
    rest = Cursor(words, table.rest)
    table = _with_options_of_like(table, rest, session)
    place = (
        mysql_engine(rest, session)
        or engine_place(rest, session)
        or _function(rest, session)
        or _data_source(table, session)
        or _connector(table, rest, session)
        or (_located(table.location) if table.location is not None else None)
        or stage_location(rest)
    )
    return Binding("table", table.name, place) if place is not None else None


def _located(location: str) -> Place:
    """The place a LOCATION names: a folder, or the server of a JDBC URL."""
    return (
        server_place(location.rstrip("/")) if location.lower().startswith("jdbc:") else file_place(location)
    )


def _with_options_of_like(table: Table, rest: Cursor, session: Session) -> Table:
    """A Flink table with the options of the one it is like, unless it leaves them out; kept for those like it."""
    name = session.qualified(table.name)
    options = table.options
    excludes = {(token.word, after.word) for token, after in pairwise(rest.tokens[rest.position : rest.end])}
    if table.like and not excludes & {("EXCLUDING", "OPTIONS"), ("EXCLUDING", "ALL")}:
        options = {**session.options.get(session.qualified(table.like), {}), **options}
    if options:
        session.options[name] = options
    return replace(table, options=dict(options))


def _view(words: Sequence[Token]) -> Binding | None:
    """Spark's CREATE TEMPORARY VIEW name USING source OPTIONS (...)."""
    cursor = Cursor(words)
    if not (cursor.take("CREATE") and cursor.skip_to("VIEW") and cursor.take("VIEW")):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    cursor.take_group()
    if name is None or not cursor.take("USING"):
        return None
    group = group_after(cursor, "OPTIONS")
    place = place_of_options(group.properties(), None) if group is not None else None
    return Binding("table", name, place) if place is not None else None


def _function(rest: Cursor, session: Session) -> Place | None:
    """ClickHouse's CREATE TABLE name AS function(...): every reading of it calls the function."""
    ahead = Cursor(rest.tokens, rest.position, rest.end)
    call = function_after_as(ahead)
    outside = (
        called(call, arguments_of(group), session.collections)
        if call and (group := ahead.take_group())
        else None
    )
    return outside.place if outside is not None else None


def _foreign(cursor: Cursor, session: Session) -> Binding | None:
    """CREATE FOREIGN TABLE name (...) SERVER server OPTIONS (...)."""
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None or not cursor.skip_to("SERVER"):
        return None
    cursor.take("SERVER")
    server = cursor.take_name() or ("",)
    return Binding("table", name, session.servers.get(server[-1]) or Place("server", server[-1]))


def _data_source(table: Table, session: Session) -> Place | None:
    """T-SQL's CREATE EXTERNAL TABLE ... WITH (LOCATION = ..., DATA_SOURCE = name)."""
    source = table.options.get("data_source")
    if source is None:
        return None
    known = session.servers.get(source.lower()) or Place("data_source", source.lower())
    location = table.options.get("location", "")
    if "://" not in known.address or not location:
        return known
    return Place(known.kind, f"{known.address.rstrip('/')}/{location.lstrip('/')}", known.region)


_HANDLED = {
    "kafka.bootstrap.servers": "kafka",
    "hbase.zookeeper.quorum": "hbase",
    "es.nodes": "elasticsearch",
    "mongo.uri": "mongodb",
    "druid.broker.address.default": "druid",
    "kudu.master_addresses": "kudu",
}
"""Options by which Hive's storage handlers name a server, and what it is."""


_PLACES = frozenset({"hive.sql.jdbc.url", "external_location", "location", "uris", "storage_uri"})
"""Options that name a place by themselves: Hive's, Trino's and BigQuery's."""


def _connector(table: Table, rest: Cursor, session: Session) -> Place | None:
    """Flink's WITH ('connector' = ...), Spark's USING source OPTIONS, Doris's ENGINE = mysql PROPERTIES, Hive's JDBC."""
    said = table.options
    if not said:
        return None
    if "connector" in said:
        place = place_of_options(said, said["connector"]) or connector_place(said)
        return known_there(place, said) if place is not None else None
    ahead = Cursor(rest.tokens, rest.position, rest.end)
    if ahead.skip_to("ENGINE"):
        return external_engine(said, rest, session)
    handler = next((kind for key, kind in _HANDLED.items() if key in said), None)
    if handler is not None:
        return place_of_options(said, handler)
    if ahead.skip_to("USING") or said.keys() & _PLACES:
        return place_of_options(said, None)
    return None
