"""Links from one database to another: Oracle's and Kingbase's database links, Dameng's links, T-SQL's linked servers."""

import re
from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, host_place, server_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.connections import connection_place, engine_spoken_of
from kuajing.lineage.shims.option_places import place_of_options
from kuajing.lineage.shims.servers import Binding
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_DESCRIBED = re.compile(r"\(\s*(HOST|PORT|SERVICE_NAME|SID)\s*=\s*([^()\s]+)\s*\)", re.IGNORECASE)
_PORT_AS_PATH = re.compile(r"([\w.-]+)/(\d+)")
"""Dameng may write `host/port` for a server of its own kind."""
_DRIVERS = {"dameng": "dameng", "dpi": "dameng", "dm": "dameng"}
_ENGINES = (
    ("kingbase", "kingbase"),
    ("oracle", "oracle"),
    ("mysql", "mysql"),
    ("postgres", "postgres"),
    ("sql server", "sqlserver"),
    ("sqlserver", "sqlserver"),
)


def database_link(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE [SHARED] [PUBLIC] DATABASE LINK name CONNECT TO user IDENTIFIED BY password USING place."""
    del session
    cursor = _link_head(words, "DATABASE", "LINK")
    name = cursor.take_name() if cursor is not None else None
    if cursor is None or name is None:
        return None
    place = _host_behind(Cursor(words, cursor.position))
    if place is None and cursor.skip_to("USING") and cursor.take("USING"):
        group = cursor.take_group()
        if group is not None:
            place = _kingbase_place(group.properties())
        else:
            place = _described("oracle", cursor.take_string() or "")
    return Binding("server", (".".join(name),), place)


def _host_behind(cursor: Cursor) -> Place | None:
    """OceanBase's OB HOST 'host:port' or OCI HOST 'host:port/service' behind the user of a link."""
    if not cursor.skip_to("HOST"):
        return None
    kind = "oracle" if cursor.tokens[cursor.position - 1].word == "OCI" else "oceanbase"
    cursor.take("HOST")
    cursor.take_sign("=")
    host = cursor.take_string()
    return Place(kind, host) if host else None


def dameng_link(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE [OR REPLACE] [PUBLIC] LINK name CONNECT 'driver' WITH user IDENTIFIED BY password USING 'place'."""
    del session
    cursor = _link_head(words, "LINK")
    name = cursor.take_name() if cursor is not None else None
    if cursor is None or name is None or not cursor.take("CONNECT"):
        return None
    driver = (cursor.take_string() or "dameng").lower()
    kind = _DRIVERS.get(driver, driver)
    place = None
    if cursor.skip_to("USING") and cursor.take("USING"):
        target = cursor.take_string() or ""
        port = _PORT_AS_PATH.fullmatch(target) if kind == "dameng" else None
        place = host_place(kind, port[1], port[2]) if port else _described(kind, target)
        place = place or Place(kind, name[-1])
    return Binding("server", name, place)


def _link_head(words: Sequence[Token], *kind: str) -> Cursor | None:
    """A cursor behind CREATE, the words that may follow it, and the kind of link."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    cursor.take("OR", "REPLACE")
    while cursor.take_any("SHARED", "PUBLIC", "PRIVATE"):
        continue
    if not cursor.take(*kind):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    return cursor


def _described(kind: str, target: str) -> Place | None:
    """The place of a connect descriptor, of `//host:port/service`, or of a URL; None for a name kept elsewhere."""
    said = {key.lower(): value for key, value in reversed(_DESCRIBED.findall(target))}
    if "host" in said:
        return host_place(kind, said["host"], said.get("port"), said.get("service_name") or said.get("sid"))
    if "://" in target:
        return server_place(target, kind)
    target = target.rpartition("@")[2].lstrip("/")
    return Place(kind, target) if "/" in target or ":" in target or target.count(".") > 2 else None  # noqa: PLR2004  an address of four numbers


def _kingbase_place(said: dict[str, str]) -> Place | None:
    """The place of Kingbase's USING (DriverName = ..., Host = ..., Port = ..., Dbname = ...)."""
    spoken = f"{said.get('dbtype', '')} {said.get('drivername', '')}".lower()
    kind = next((engine for word, engine in _ENGINES if word in spoken), "kingbase")
    return place_of_options(said, kind)


def named_connection(words: Sequence[Token], session: Session) -> Binding | None:
    """PostgreSQL's dblink_connect('name', 'connection'): the name stands for the connection from here on."""
    del session
    if not words or words[0].word not in {"SELECT", "PERFORM"}:
        return None
    cursor = Cursor(words)
    while cursor.position < cursor.end and not cursor.take_any("DBLINK_CONNECT", "DBLINK_CONNECT_U"):
        cursor.position += 1
    group = cursor.take_group()
    name = group.take_string() if group is not None else None
    connection = group.take_string() if group is not None and group.take_sign(",") else None
    if name is None or connection is None:
        return None
    return Binding("server", (name.lower(),), connection_place(connection, "postgres"))


_LINKED_SERVER = ("server", "srvproduct", "provider", "datasrc", "location", "provstr", "catalog")
"""The parameters of sp_addlinkedserver in their order."""


def linked_server(words: Sequence[Token], session: Session) -> Binding | None:
    """EXEC sp_addlinkedserver @server = 'name', ..., @datasrc = 'host'."""
    del session
    cursor = Cursor(words)
    _ = cursor.take_any("EXEC", "EXECUTE")
    name = cursor.take_name()
    if name is None or name[-1] != "sp_addlinkedserver":
        return None
    said = _arguments(cursor)
    server = said.get("server")
    if server is None:
        return None
    return Binding("server", (server.lower(),), _linked_place(said))


def _arguments(cursor: Cursor) -> dict[str, str]:
    """The arguments of the call, by name."""
    said: dict[str, str] = {}
    for place, part in enumerate(cursor.parts()):
        key = _LINKED_SERVER[place] if place < len(_LINKED_SERVER) else ""
        token = part.token
        if token is not None and token.text.startswith("@"):
            key = token.name.lstrip("@")
            part.position += 1
            part.take_sign("=")
        value = part.token
        if value is not None and value.kind is not Kind.SIGN and value.word != "NULL":
            said[key] = value.value if value.kind is Kind.STRING else value.name
    return said


def _linked_place(said: dict[str, str]) -> Place | None:
    """Where a linked server is: its data source, else what its provider string says; None where only it has a name."""
    spoken = f"{said.get('provider', '')} {said.get('srvproduct', '')} {said.get('provstr', '')}".lower()
    kind = engine_spoken_of(spoken)
    source = said.get("datasrc", "")
    if source and "odbc" not in said.get("provider", "").lower() and "msdasql" not in spoken:
        place = _described(kind, source) if kind == "oracle" else connection_place(f"server={source}", kind)
        database = said.get("catalog")
        return host_place(kind, place.address, None, database) if place is not None else None
    place = connection_place(said["provstr"], kind) if said.get("provstr") else None
    return place if place is not None and place.address else None
