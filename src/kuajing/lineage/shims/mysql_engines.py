"""Engines of MySQL and MariaDB whose tables are elsewhere: FEDERATED, CONNECT and SPIDER."""

import re

from kuajing.lineage.endpoints import Place, file_place, host_place, server_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.engine_places import bridged
from kuajing.lineage.text.cursor import Cursor

_PAIR = re.compile(r"(\w+)\s*[\"']([^\"']*)[\"']")


def mysql_engine(rest: Cursor, session: Session) -> Place | None:
    """The place behind CONNECTION, FILE_NAME or the comment of a SPIDER table; None for tables that are here."""
    connection = _said(rest, "CONNECTION")
    if connection is not None:
        return _connected(connection, session)
    path = _said(rest, "FILE_NAME")
    if path is not None:
        return file_place(path)
    engine = Cursor(rest.tokens, rest.position, rest.end)
    if engine.skip_to("ENGINE") and engine.take("ENGINE"):
        engine.take_sign("=")
        if (engine.take_value() or "").upper() == "SPIDER":
            return _spider(rest, session)
    return None


def _said(rest: Cursor, word: str) -> str | None:
    ahead = Cursor(rest.tokens, rest.position, rest.end)
    if not (ahead.skip_to(word) and ahead.take(word)):
        return None
    ahead.take_sign("=")
    return ahead.take_string()


def _connected(connection: str, session: Session) -> Place:
    """`mysql://user:password@host:port/database/table`, a JDBC URL, an ODBC string, `server/table`, or SPIDER's pairs."""
    if connection.lower().startswith("jdbc:") or ("=" in connection and "://" not in connection):
        return bridged("odbc", connection)
    if "://" not in connection:
        pairs = dict(_PAIR.findall(connection))
        if pairs:
            return _paired(pairs, session)
        server = connection.split("/", 1)[0].lower()
        return session.servers.get(server) or Place("server", server)
    place = server_place(connection)
    host, _, database = place.address.partition("/")
    first = database.split("/", 1)[0]
    return Place(place.kind, f"{host}/{first}" if first else host)


def _spider(rest: Cursor, session: Session) -> Place | None:
    """What the comment of a table, or else of its first partition, says in pairs of words and quoted values."""
    for position in range(rest.position, rest.end):
        comment = Cursor(rest.tokens, position, rest.end)
        if comment.take("COMMENT"):
            comment.take_sign("=")
            pairs = dict(_PAIR.findall(comment.take_string() or ""))
            if {"host", "srv", "server"} & pairs.keys():
                return _paired(pairs, session)
    return None


def _paired(pairs: dict[str, str], session: Session) -> Place:
    server = pairs.get("srv") or pairs.get("server")
    if server:
        return session.servers.get(server.lower()) or Place("server", server.lower())
    return host_place(
        pairs.get("wrapper", "mysql"), pairs.get("host", ""), pairs.get("port"), pairs.get("database")
    )
