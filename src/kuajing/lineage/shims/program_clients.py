"""The servers that clients started in a shell lead to: those of databases and queues, of ssh, of plain sockets."""

import re
from collections.abc import Callable, Mapping, Sequence

from kuajing.lineage.endpoints import Place, file_place, host_place

_PAIR = re.compile(r"\b(\w+)\s*=\s*([^\s'\"]+)")
_REMOTE = re.compile(r"(?:[^@:/\s]+@)?([\w.\-]+|\[[0-9a-fA-F:]+\]):(?!//).*", re.DOTALL)
_HOST = re.compile(r"(?:[^@\s]+@)?([\w.\-]+|\[?[0-9a-fA-F:]+\]?)")
_DATABASES: dict[str, tuple[str, str, str, str]] = {
    "psql": ("postgres", "-h --host", "-p --port", "-d --dbname"),
    "pg_restore": ("postgres", "-h --host", "-p --port", "-d --dbname"),
    "pg_dump": ("postgres", "-h --host", "-p --port", "-d --dbname"),
    "vsql": ("vertica", "-h --host", "-p --port", "-d --dbname"),
    "gpload": ("greenplum", "-h --host", "-p --port", "-d --dbname"),
    "mysql": ("mysql", "-h --host", "-P --port", "-D --database"),
    "mariadb": ("mysql", "-h --host", "-P --port", "-D --database"),
    "mysqldump": ("mysql", "-h --host", "-P --port", "-D --database"),
    "mysqlimport": ("mysql", "-h --host", "-P --port", "-D --database"),
    "clickhouse-client": ("clickhouse", "-h --host", "--port", "-d --database"),
    "clickhouse": ("clickhouse", "-h --host", "--port", "-d --database"),
    "redis-cli": ("redis", "-h --host", "-p --port", ""),
    "mongo": ("mongodb", "-h --host", "--port", "-d --db"),
    "mongosh": ("mongodb", "--host", "--port", "-d --db"),
    "mongoimport": ("mongodb", "-h --host", "--port", "-d --db"),
    "mongoexport": ("mongodb", "-h --host", "--port", "-d --db"),
    "mongorestore": ("mongodb", "-h --host", "--port", "-d --db"),
    "sqlcmd": ("sqlserver", "-S", "", "-d"),
    "bcp": ("sqlserver", "-S", "", "-d"),
    "impala-shell": ("impala", "-i --impalad", "", "-d --database"),
    "snowsql": ("snowflake", "-a --accountname", "", "-d --dbname"),
    "kcat": ("kafka", "-b", "", ""),
    "kafkacat": ("kafka", "-b", "", ""),
    "kafka-console-producer": ("kafka", "--bootstrap-server --broker-list", "", ""),
    "kafka-console-consumer": ("kafka", "--bootstrap-server --broker-list", "", ""),
}
"""Clients of servers: the kind, then the options that name the host, the port and the database."""
_HOSTS_OF_VARIABLES = {"postgres": "PGHOST", "mysql": "MYSQL_HOST"}
_VALUELESS = frozenset({"-q", "-v", "-N", "-z", "-4", "-6", "-u", "-n", "-k", "-C", "-A", "-t", "-T", "-x"})


def client_place(name: str, values: Sequence[str], variables: Mapping[str, str]) -> Place | None:
    """The server that a program's words or the variables set for it name; None for a program that is no client."""
    if name in _DATABASES:
        return _database(_DATABASES[name], values, variables)
    reader = _BY_PROGRAM.get(name)
    return reader(name, values) if reader is not None else None


def _database(
    client: tuple[str, str, str, str], values: Sequence[str], variables: Mapping[str, str]
) -> Place | None:
    kind, host_options, port_options, database_options = client
    said = {key: value for text in values for key, value in _PAIR.findall(text)} if kind == "postgres" else {}
    host = (
        _option(values, host_options)
        or said.get("host")
        or said.get("hostaddr")
        or variables.get(_HOSTS_OF_VARIABLES.get(kind, ""))
    )
    if not host or host.startswith("/"):
        return None
    port = _option(values, port_options) or said.get("port")
    database = _option(values, database_options) or said.get("dbname")
    if database and re.search(r"[=\s]", database):
        database = said.get("dbname")
    return host_place(
        kind,
        host.rpartition("@")[2].removeprefix("tcp:").replace(",", ":", kind == "sqlserver"),
        port,
        database,
    )


def _option(values: Sequence[str], spellings: str) -> str | None:
    """The value of an option: behind it, glued to a short one, or behind `=`."""
    for spelling in spellings.split():
        for position, value in enumerate(values):
            if value == spelling and position + 1 < len(values):
                return values[position + 1]
            if value.startswith(f"{spelling}="):
                return value.partition("=")[2]
            if not spelling.startswith("--") and value.startswith(spelling) and len(value) > len(spelling):
                return value[len(spelling) :]
    return None


def _positional(values: Sequence[str]) -> list[str]:
    """Words that are neither options nor, as far as can be told, values of short options."""
    found: list[str] = []
    is_value = False
    for value in values:
        if value.startswith("-") and value != "-":
            is_value = len(value) == len("-x") and value not in _VALUELESS
        elif is_value:
            is_value = False
        else:
            found.append(value)
    return found


def _shell(name: str, values: Sequence[str]) -> Place | None:
    host = next((found for value in _positional(values) if (found := _HOST.fullmatch(value))), None)
    port = _option(values, "-P" if name == "sftp" else "-p")
    kind = "sftp" if name == "sftp" else "ssh"
    return host_place(kind, host[1], port) if host is not None else _copied(name, values)


def _copied(name: str, values: Sequence[str]) -> Place | None:
    remote = next((found for value in values if (found := _REMOTE.fullmatch(value))), None)
    port = _option(values, "-P") if name != "rsync" else None
    return host_place("sftp" if name == "sftp" else "ssh", remote[1], port) if remote is not None else None


def _connected(name: str, values: Sequence[str]) -> Place | None:
    words = _positional(values)
    kind = "ftp" if "ftp" in name else "tcp"
    if not words or not _HOST.fullmatch(words[0]):
        return None
    return host_place(
        kind, words[0].rpartition("@")[2], next((word for word in words[1:2] if word.isdigit()), None)
    )


def _fetched(name: str, values: Sequence[str]) -> Place | None:
    """A URL that curl is given without its scheme."""
    del name
    url = next(
        (value for value in reversed(values) if re.match(r"[\w\-]+(?:\.[\w\-]+)+(?:[:/]|$)", value)), None
    )
    return file_place(f"http://{url}") if url is not None else None


_BY_PROGRAM: Mapping[str, Callable[[str, Sequence[str]], Place | None]] = {
    "ssh": _shell,
    "sftp": _shell,
    "scp": _copied,
    "rsync": _copied,
    "nc": _connected,
    "ncat": _connected,
    "netcat": _connected,
    "telnet": _connected,
    "ftp": _connected,
    "lftp": _connected,
    "cqlsh": lambda _, values: host_place("cassandra", hosts[0]) if (hosts := _positional(values)) else None,
    "smbclient": lambda _, values: next(
        (file_place(f"smb:{value}") for value in values if value.startswith("//")), None
    ),
    "curl": _fetched,
    "wget": _fetched,
}
