"""DDL that binds a name to a place outside: servers, catalogs, foreign and external tables, connectors."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.cursor import Cursor
from kuajing.lineage.definitions import Table, defined_table
from kuajing.lineage.endpoints import Place, file_place, host_place, server_place
from kuajing.lineage.lexer import Token
from kuajing.lineage.session import Session

_ENGINES = {"postgres_fdw": "postgres", "mysql_fdw": "mysql", "oracle_fdw": "oracle", "tds_fdw": "sqlserver"}
_URL_KEYS = (
    "url",
    "base-url",
    "jdbc_url",
    "jdbc-url",
    "connection-url",
    "connectionurl",
    "uri",
    "hosts",
    "path",
)
_WRAPPER_ENGINES = ("mysql", "mariadb", "oracle", "sqlserver", "mongo", "hive", "hdfs")
_FILE_KEYS = ("path", "location", "uri")


@dataclass(frozen=True, slots=True)
class Binding:
    """What a statement binds, and to which place; the place is None where the statement does not say it."""

    kind: str
    name: tuple[str, ...]
    place: Place | None


def bind(words: Sequence[Token], session: Session) -> Binding | None:
    """The binding a CREATE makes, kept in the session; None when it makes none."""
    binding = _server(words) or _catalog(words) or _foreign_schema(words, session) or _table(words, session)
    if binding is None or binding.place is None:
        return binding
    if binding.kind == "server":
        session.servers[binding.name[-1]] = binding.place
    elif binding.kind == "catalog":
        session.catalogs[binding.name[-1]] = binding.place
    else:
        session.places[session.qualified(binding.name)] = binding.place
    return binding


def _after(cursor: Cursor, *words: str) -> Cursor | None:
    """The group in brackets behind keywords that stand further on."""
    ahead = Cursor(cursor.tokens, cursor.position, cursor.end)
    return ahead.take_group() if ahead.skip_to(*words) and ahead.take(*words) else None


def _server(words: Sequence[Token]) -> Binding | None:
    """CREATE SERVER name FOREIGN DATA WRAPPER wrapper OPTIONS (host ..., dbname ..., port ...)."""
    cursor = Cursor(words)
    if not cursor.take("CREATE", "SERVER"):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    wrapper = ""
    if cursor.skip_to("WRAPPER"):
        cursor.take("WRAPPER")
        wrapper = "".join(cursor.take_name() or ()) or cursor.take_string() or ""
    options = _after(cursor, "OPTIONS")
    if name is None:
        return None
    said = options.properties() if options is not None else {}
    return Binding("server", name, _server_options(said, _engine_of(wrapper)))


def _engine_of(wrapper: str) -> str:
    word = wrapper.lower()
    if word in _ENGINES:
        return _ENGINES[word]
    return next((engine for engine in _WRAPPER_ENGINES if engine in word), "postgres")


def _server_options(said: dict[str, str], kind: str) -> Place | None:
    host = said.get("host") or said.get("hostaddr") or said.get("servername") or said.get("address")
    if host is not None:
        return host_place(kind, host, said.get("port"), said.get("dbname") or said.get("database"))
    target = said.get("dbserver") or said.get("url")
    if target is None:
        return None
    return server_place(target.lstrip("/"), kind)


def _catalog(words: Sequence[Token]) -> Binding | None:
    """CREATE [EXTERNAL] CATALOG name WITH | PROPERTIES ('type' = ..., url ...)."""
    cursor = Cursor(words)
    if not (cursor.take("CREATE", "CATALOG") or cursor.take("CREATE", "EXTERNAL", "CATALOG")):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    group = _after(cursor, "WITH") or _after(cursor, "PROPERTIES")
    if name is None or group is None:
        return None
    said = group.properties()
    flink = Cursor(words).skip_to("WITH")
    return Binding("catalog", name, place_of_options(said, said.get("type") if flink else None))


def _table(words: Sequence[Token], session: Session) -> Binding | None:
    """A table bound to a server, a connector, a data source or a location."""
    cursor = Cursor(words)
    if cursor.take("CREATE", "FOREIGN", "TABLE"):
        return _foreign(cursor, session)
    table = defined_table(words)
    if table is None:
        return None
    rest = Cursor(words, table.rest)
    place = _federated(rest, session) or _connector(table, rest)
    if place is None and table.location is not None:
        place = file_place(table.location)
    return Binding("table", table.name, place) if place is not None else None


def _foreign(cursor: Cursor, session: Session) -> Binding | None:
    """CREATE FOREIGN TABLE name (...) SERVER server OPTIONS (...)."""
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None or not cursor.skip_to("SERVER"):
        return None
    cursor.take("SERVER")
    server = cursor.take_name() or ("",)
    return Binding("table", name, session.servers.get(server[-1]) or Place("server", server[-1]))


def _foreign_schema(words: Sequence[Token], session: Session) -> Binding | None:
    """IMPORT FOREIGN SCHEMA there FROM SERVER server INTO here: all tables of one schema are at the server."""
    cursor = Cursor(words)
    if not (cursor.take("IMPORT", "FOREIGN", "SCHEMA") and cursor.skip_to("FROM", "SERVER")):
        return None
    cursor.take("FROM", "SERVER")
    server = cursor.take_name()
    schema = cursor.take_name() if cursor.take("INTO") else None
    if server is None or schema is None:
        return None
    return Binding("catalog", schema, session.servers.get(server[-1]) or Place("server", server[-1]))


def _federated(rest: Cursor, session: Session) -> Place | None:
    """MySQL's ENGINE=FEDERATED CONNECTION='mysql://user:password@host:port/db/table' or a server's name."""
    ahead = Cursor(rest.tokens, rest.position, rest.end)
    if not ahead.skip_to("CONNECTION"):
        return None
    ahead.take("CONNECTION")
    ahead.take_sign("=")
    connection = ahead.take_string()
    if connection is None:
        return None
    if "://" not in connection:
        server = connection.split("/", 1)[0].lower()
        return session.servers.get(server) or Place("server", server)
    place = server_place(connection)
    host, _, database = place.address.partition("/")
    first = database.split("/", 1)[0]
    return Place("mysql", f"{host}/{first}" if first else host)


def _connector(table: Table, rest: Cursor) -> Place | None:
    """Flink's WITH ('connector' = ...), Spark's USING source OPTIONS (...)."""
    connector = table.options.get("connector")
    if connector is not None:
        return place_of_options(table.options, connector)
    ahead = Cursor(rest.tokens, rest.position, rest.end)
    if not ahead.skip_to("USING"):
        return None
    ahead.take("USING")
    ahead.take_name()
    return place_of_options(table.options, None) if table.options else None


_BROKERS = (
    "properties.bootstrap.servers",
    "kafka.bootstrap.servers",
    "bootstrap.servers",
    "service-url",
    "hosts",
)


def place_of_options(said: dict[str, str], kind: str | None) -> Place | None:
    """The place a list of options names: brokers, a URL, or a host with its port and database."""
    region = next((said[key] for key in said if key.endswith("region") and said[key]), None)
    for key in _BROKERS:
        if key in said:
            return Place(kind or "kafka", re.sub(r"\w+://", "", said[key]), region)
    for key in _URL_KEYS:
        url = said.get(key)
        if url is None:
            continue
        if url.lower().startswith("jdbc:") or key not in _FILE_KEYS:
            place = server_place(url, kind)
            database = said.get("database") or said.get("database-name") or said.get("default-database")
            if database and "/" not in place.address and key != "base-url":
                place = Place(place.kind, f"{place.address}/{database}", region)
            return Place(place.kind, place.address, region)
        place = file_place(url)
        return Place(place.kind, place.address, region)
    host = said.get("hostname") or said.get("host")
    if host is None:
        return None
    database = said.get("database-name") or said.get("database") or said.get("dbname")
    return host_place(kind or "unknown", host, said.get("port"), database)
