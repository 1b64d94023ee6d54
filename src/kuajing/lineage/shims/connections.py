"""Where a connection string leads: of PostgreSQL's functions, and of OLE DB and ODBC providers in T-SQL."""

import re

from kuajing.lineage.endpoints import Place, file_place, host_place, server_place

_CONNECTION = re.compile(r"(\w+)\s*=\s*(?:'([^']*)'|([^\s;]+))")
_HOST_KEYS = ("host", "hostaddr", "server", "source", "address", "addr")
_DATABASE_KEYS = ("dbname", "database", "catalog")
_TCP = re.compile(r"(?i)^(?:tcp:)?([^,]+?)(?:\s*,\s*(\d+))?$")
"""SQL Server's `tcp:host,port`."""


def connection_place(text: str, kind: str) -> Place:
    """The place a connection string of `key=value` pairs names; a bare word is the name of a connection."""
    if "://" in text:
        return server_place(text, kind)
    said = {key.lower(): quoted or plain for key, quoted, plain in _CONNECTION.findall(text)}
    host = next((said[key] for key in _HOST_KEYS if key in said), None)
    if host is None:
        return Place(kind, text if not said else "")
    port = said.get("port")
    written = _TCP.match(host) if kind == "sqlserver" else None
    if written is not None:
        host, port = written[1], written[2] or port
    return host_place(kind, host, port, next((said[key] for key in _DATABASE_KEYS if key in said), None))


_ENGINES = (
    ("oracle", "oracle"),
    ("oraoledb", "oracle"),
    ("msdaora", "oracle"),
    ("mysql", "mysql"),
    ("postgres", "postgres"),
    ("psqlodbc", "postgres"),
    ("db2", "db2"),
    ("teradata", "teradata"),
)
_FILES = re.compile(r"(?i)\b(?:ace|jet)\.oledb")
_FILE_NAMED = re.compile(r"(?i)(?:database|data source)\s*=\s*['\"]?([^;'\"]+)")
_FILE_FIRST = re.compile(r"\s*([^;=]+)")


def engine_spoken_of(text: str) -> str:
    """The engine that the name of a provider or driver tells; SQL Server where it tells none."""
    spoken = text.lower()
    return next((engine for word, engine in _ENGINES if word in spoken), "sqlserver")


def provider_place(provider: str, connection: str) -> Place:
    """The server or file that a provider opens with a connection string, or with the bare name of a server."""
    if _FILES.search(provider):
        found = _FILE_NAMED.search(connection) or _FILE_FIRST.match(connection)
        return file_place(found[1].strip()) if found else Place("file", provider)
    return connection_place(connection, engine_spoken_of(f"{provider} {connection}"))
