"""DDL that names a place outside for later statements: servers, catalogs, stages, connections."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kuajing.lineage.endpoints import Place, file_place, host_place, server_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.engine_places import place_of_engine
from kuajing.lineage.shims.named_collections import collection_name, spelt_out
from kuajing.lineage.shims.option_places import place_of_options
from kuajing.lineage.shims.peeled import arguments_of
from kuajing.lineage.shims.table_functions import Arguments
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_WRAPPERS = {"postgres": "postgres", "tds": "sqlserver", "greenplum": "postgres", "dblink": "postgres"}
_WRAPPED = (
    "kingbase",
    "opengauss",
    "gaussdb",
    "dameng",
    "mysql",
    "mariadb",
    "oracle",
    "sqlserver",
    "mongo",
    "hive",
    "hdfs",
    "clickhouse",
    "redis",
    "odps",
    "oss",
)


@dataclass(frozen=True, slots=True)
class Binding:
    """What a statement binds, and to which place; the place is None where the statement does not say it.

    A `server` is named by later definitions, a `catalog` stands before the names of tables, a `table` is one.
    """

    kind: Literal["server", "catalog", "table"]
    name: tuple[str, ...]
    place: Place | None


def group_after(cursor: Cursor, *words: str) -> Cursor | None:
    """The group in brackets behind keywords that stand further on."""
    ahead = Cursor(cursor.tokens, cursor.position, cursor.end)
    return ahead.take_group() if ahead.skip_to(*words) and ahead.take(*words) else None


def options_behind(cursor: Cursor, *words: str) -> dict[str, str]:
    """What the list behind keywords that stand further on says."""
    group = group_after(cursor, *words)
    return group.properties() if group is not None else {}


def name_of(cursor: Cursor) -> tuple[str, ...] | None:
    """The name behind IF NOT EXISTS."""
    cursor.take("IF", "NOT", "EXISTS")
    return cursor.take_name()


def created(words: Sequence[Token], *kinds: tuple[str, ...]) -> Cursor | None:
    """A cursor behind CREATE [OR REPLACE] and one of the kinds."""
    for kind in kinds:
        cursor = Cursor(words)
        if cursor.take("CREATE"):
            cursor.take("OR", "REPLACE")
            if cursor.take(*kind):
                return cursor
    return None


def server(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE SERVER name FOREIGN DATA WRAPPER wrapper OPTIONS (host ..., dbname ..., port ...)."""
    del session
    cursor = created(words, ("SERVER",))
    name = name_of(cursor) if cursor is not None else None
    if cursor is None or name is None:
        return None
    wrapper = ""
    if cursor.skip_to("WRAPPER") and cursor.take("WRAPPER"):
        wrapper = cursor.take_string() or "".join(cursor.take_name() or ())
    said = options_behind(cursor, "OPTIONS")
    kind = _engine_of(wrapper)
    target = said.get("dbserver")
    return Binding(
        "server", name, server_place(target.lstrip("/"), kind) if target else place_of_options(said, kind)
    )


def _engine_of(wrapper: str) -> str:
    word = wrapper.lower()
    known = next((kind for start, kind in _WRAPPERS.items() if word.startswith(start)), None)
    return known or next((engine for engine in _WRAPPED if engine in word), "postgres")


def foreign_catalog(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE FOREIGN CATALOG name USING CONNECTION connection."""
    cursor = created(words, ("FOREIGN", "CATALOG"))
    name = name_of(cursor) if cursor is not None else None
    if cursor is None or name is None or not cursor.skip_to("CONNECTION"):
        return None
    cursor.take("CONNECTION")
    connection = (cursor.take_name() or ("",))[-1]
    place = session.servers.get(connection)
    database = options_behind(cursor, "OPTIONS").get("database")
    if place is not None and database and "/" not in place.address:
        place = Place(place.kind, f"{place.address}/{database}", place.region)
    return Binding("catalog", name, place or Place("connection", connection))


def connection(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE CONNECTION name TYPE engine OPTIONS (host ..., port ...)."""
    del session
    cursor = created(words, ("CONNECTION",))
    name = name_of(cursor) if cursor is not None else None
    if cursor is None or name is None:
        return None
    kind = (cursor.take_value() or "").lower() if cursor.take("TYPE") else ""
    return Binding(
        "server",
        name,
        place_of_options(options_behind(cursor, "OPTIONS"), _engine_of(kind) if kind else None),
    )


def foreign_schema(words: Sequence[Token], session: Session) -> Binding | None:
    """IMPORT FOREIGN SCHEMA there FROM SERVER server INTO here: all tables of one schema are at the server."""
    cursor = Cursor(words)
    if not (cursor.take("IMPORT", "FOREIGN", "SCHEMA") and cursor.skip_to("FROM", "SERVER")):
        return None
    cursor.take("FROM", "SERVER")
    there = cursor.take_name()
    schema = cursor.take_name() if cursor.take("INTO") else None
    if there is None or schema is None:
        return None
    return Binding("catalog", schema, session.servers.get(there[-1]) or Place("server", there[-1]))


def external_schema(words: Sequence[Token], session: Session) -> Binding | None:
    """Redshift's CREATE EXTERNAL SCHEMA name FROM POSTGRES | MYSQL DATABASE 'd' URI 'host' PORT n, or a catalog."""
    del session
    cursor = created(words, ("EXTERNAL", "SCHEMA"))
    name = name_of(cursor) if cursor is not None else None
    if cursor is None or name is None or not cursor.take("FROM"):
        return None
    said = {word: _string_after(cursor, word) for word in ("DATABASE", "URI", "PORT", "REGION")}
    if cursor.take("DATA", "CATALOG"):
        return Binding("catalog", name, Place("glue", said["DATABASE"] or name[-1], said["REGION"]))
    if cursor.take("HIVE", "METASTORE") and said["URI"] is not None:
        return Binding("catalog", name, host_place("hive", said["URI"], said["PORT"], said["DATABASE"]))
    engine = cursor.take_any("POSTGRES", "MYSQL", "REDSHIFT", "KAFKA", "KINESIS", "MSK")
    if not engine or said["URI"] is None:
        kind = _STREAMS.get(engine)
        return Binding("catalog", name, Place(kind, name[-1], said["REGION"]) if kind else None)
    kind = _STREAMS.get(engine, engine.lower())
    return Binding("catalog", name, host_place(kind, said["URI"], said["PORT"], said["DATABASE"]))


_STREAMS = {"KINESIS": "kinesis", "MSK": "kafka", "KAFKA": "kafka"}


def shared_database(words: Sequence[Token], session: Session) -> Binding | None:
    """Redshift's CREATE DATABASE name FROM DATASHARE share OF [ACCOUNT 'a'] NAMESPACE 'n': its tables are the share's."""
    del session
    cursor = created(words, ("DATABASE",))
    name = name_of(cursor) if cursor is not None else None
    if cursor is None or name is None or not cursor.skip_to("FROM", "DATASHARE"):
        return None
    cursor.take("FROM", "DATASHARE")
    share = cursor.take_name()
    return Binding("catalog", name, Place("share", share[-1])) if share else None


def _string_after(cursor: Cursor, word: str) -> str | None:
    ahead = Cursor(cursor.tokens, cursor.position)
    return ahead.take_value() if ahead.skip_to(word) and ahead.take(word) else None


def data_source(words: Sequence[Token], session: Session) -> Binding | None:
    """T-SQL's CREATE EXTERNAL DATA SOURCE name WITH (LOCATION = 'scheme://place')."""
    del session
    cursor = created(words, ("EXTERNAL", "DATA", "SOURCE"))
    name = name_of(cursor) if cursor is not None else None
    if cursor is None or name is None:
        return None
    said = options_behind(cursor, "WITH")
    location = said.get("location")
    if location is None:
        return Binding("server", name, None)
    if "://" not in location and said.get("type", "").upper() in {"RDBMS", "SHARD_MAP_MANAGER"}:
        database = said.get("database_name") or said.get("shard_map_name")
        return Binding("server", name, host_place("sqlserver", location, None, database))
    is_store = location.split(":", 1)[0].lower() in {
        "abfs",
        "abfss",
        "wasb",
        "wasbs",
        "s3",
        "https",
        "adls",
        "hdfs",
        "abs",
    }
    return Binding("server", name, file_place(location) if is_store else server_place(location))


def database_engine(words: Sequence[Token], session: Session) -> Binding | None:
    """ClickHouse's CREATE DATABASE name ENGINE = PostgreSQL('host:port', 'database', ...)."""
    cursor = created(words, ("DATABASE",))
    name = name_of(cursor) if cursor is not None else None
    if cursor is None or name is None:
        return None
    return Binding("catalog", name, engine_place(cursor, session))


def engine_place(cursor: Cursor, session: Session) -> Place | None:
    """The place behind ENGINE = name(arguments) or its settings, where they name one."""
    ahead = Cursor(cursor.tokens, cursor.position, cursor.end)
    if not (ahead.skip_to("ENGINE") and ahead.take("ENGINE")):
        return None
    ahead.take_sign("=")
    token = ahead.token
    if token is None or token.kind is not Kind.WORD:
        return None
    ahead.position += 1
    group = ahead.take_group()
    settings = _settings(ahead)
    if group is None and not settings:
        return None
    arguments = arguments_of(group) if group is not None else Arguments((), {})
    whole = spelt_out(arguments, session.collections)
    place = place_of_engine(token.text, whole, settings)
    name = collection_name(arguments) if whole is arguments else None
    if place is not None and name is not None and "/" not in place.address:
        return Place(place.kind, name)
    return place


def _settings(cursor: Cursor) -> dict[str, str]:
    """What SETTINGS key = value, ... behind an engine says."""
    ahead = Cursor(cursor.tokens, cursor.position, cursor.end)
    if not (ahead.skip_to("SETTINGS") and ahead.take("SETTINGS")):
        return {}
    end = Cursor(cursor.tokens, ahead.position, cursor.end)
    if end.skip_to("AS") or end.skip_to("COMMENT"):
        ahead.end = end.position
    return ahead.properties()
