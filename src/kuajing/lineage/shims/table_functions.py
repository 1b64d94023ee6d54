"""Table functions that read or write a place outside: servers, buckets, files, and queries sent to another database."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kuajing.lineage.endpoints import Place, file_place, host_place
from kuajing.lineage.shims.connections import connection_place, provider_place
from kuajing.lineage.text.keywords import word_set
from kuajing.model.lineage import TableName

_COLUMN_LIST = re.compile(r"\s*[`\"]?\w+[`\"]?\s+[A-Za-z]")
_PATH = re.compile(r"[/.:]")
_COLUMN_NAME = re.compile(r"\s*[`\"]?(\w+)")
_SERVERS = {
    "MYSQL": ("mysql", "mysql"),
    "POSTGRESQL": ("postgresql", "postgres"),
    "MONGODB": ("mongodb", "mongodb"),
    "REMOTE": ("clickhouse", "clickhouse"),
    "REMOTESECURE": ("clickhouse", "clickhouse"),
}
_STORES = {
    "S3": "s3",
    "S3CLUSTER": "s3",
    "GCS": "gcs",
    "OSS": "oss",
    "COSN": "cos",
    "HDFS": "hdfs",
    "HDFSCLUSTER": "hdfs",
    "URL": "http",
    "URLCLUSTER": "http",
}
_FILES = word_set(
    "FILES FILE LOCAL READPARQUET READCSV READCSVAUTO READJSON READJSONAUTO READNDJSON READTEXT "
    "READBLOB READXLSX STREAD READCSVAUTO SNIFFCSV READAVRO PARQUETSCHEMA PARQUETSCAN DELTASCAN ICEBERGSCAN ICEBERG ICEBERGS3 DELTALAKE HUDI READFILES"
)
_PATH_KEYS = ("path", "uri", "file_path", "location", "url")
_QUERIES = frozenset({"DBLINK", "OPENQUERY", "OPENROWSET", "EXTERNALQUERY", "REMOTEQUERY"})
_ATTACHED_QUERIES = {"POSTGRESQUERY": "postgres", "MYSQLQUERY": "mysql"}
_SCANS = {"POSTGRESSCAN": "postgres", "POSTGRESSCANPUSHDOWN": "postgres", "MYSQLSCAN": "mysql"}


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a table function is called with, as written: literals and names by position, and options by key."""

    positional: tuple[str, ...]
    named: dict[str, str]


@dataclass(frozen=True, slots=True)
class Outside:
    """A place outside as a table: its name, where it is, its columns when they are said.

    `query` is SQL that runs there; the tables it reads are then named `prefix` and their name. `call` is the function
    and its arguments, where a named collection may still say more.
    """

    table: TableName
    place: Place
    columns: tuple[str, ...] | None = None
    query: str | None = None
    prefix: str = ""
    call: tuple[str, Arguments] | None = None


def outside_function(name: str, arguments: Arguments) -> Outside | None:  # noqa: PLR0911  one return for each family
    """The place a table function of this upper-case name and these arguments stands for; None when it is none."""
    plain = name.replace("_", "")
    positional = arguments.positional
    if plain == "OPENROWSET" and len(positional) == 1:
        return _store(plain, arguments)
    if plain == "QUERY" and "catalog" in arguments.named:
        catalog = arguments.named["catalog"].lower()
        query = arguments.named.get("query", "").strip()
        return Outside((catalog,), Place("catalog", catalog), query=query, prefix=f"{catalog}.")
    if plain in _QUERIES | _ATTACHED_QUERIES.keys() and positional:
        return _query(plain, positional, arguments.named)
    if plain in _SERVERS and positional:
        return _server(plain, positional)
    if plain in _SCANS and len(positional) > 1:
        place = connection_place(positional[0], _SCANS[plain])
        table = ".".join(positional[1:]).lower().removeprefix("public.")
        table = table.removeprefix(place.address.partition("/")[2] + ".") if plain == "MYSQLSCAN" else table
        return Outside((f"{_SCANS[plain]}://{place.address}.{table}",), place)
    if plain == "SQLITESCAN" and len(positional) > 1:
        place = file_place(positional[0])
        return Outside((f"sqlite://{place.address}.{positional[1].lower()}",), place)
    if plain in _STORES or plain in _FILES:
        return _store(plain, arguments)
    return None


def named_at(place: Place, table: str) -> str:
    """The name of a table at a place: behind its database by a dot, else behind the host by a slash."""
    if not table:
        return f"{place.kind}://{place.address}"
    separator = "." if "/" in place.address else "/"
    return f"{place.kind}://{place.address}{separator}{table}"


def _server(name: str, positional: tuple[str, ...]) -> Outside:
    """`mysql('host:port', 'database', 'table', ...)`, also with database and table written as one."""
    scheme, kind = _SERVERS[name]
    host, rest = positional[0], list(positional[1:])
    dotted = rest[0].split(".") if rest else []
    names = dotted if len(dotted) > 1 else rest[:2]
    place = host_place(kind, host, None, names[0].lower() if names else None)
    return Outside((f"{scheme}://{place.address}.{'.'.join(names[1:]).lower()}".rstrip("."),), place)


def _store(name: str, arguments: Arguments) -> Outside | None:
    """A file or bucket by its path; a list of column definitions among the arguments names its columns."""
    named = arguments.named
    path = next((named[key] for key in _PATH_KEYS if key in named), None)
    if path is None:
        # a cluster's functions name the cluster first
        path = next(
            iter(arguments.positional[1:] if name.endswith("CLUSTER") else arguments.positional), None
        )
    if path is None or not _PATH.search(path):
        return None
    place = file_place(path)
    region = next((named[key] for key in sorted(named) if key.endswith("region") and named[key]), None)
    kind = _STORES.get(name, place.kind)
    if kind == "http":
        kind = place.kind
    listed = (*arguments.positional[1:], *filter(None, [named.get("columns")]))
    columns = column_names(listed)
    if "csv_schema" in named:
        columns = tuple(item.partition(":")[0].strip().lower() for item in named["csv_schema"].split(";"))
    return Outside((place.address,), Place(kind, place.address, region), columns)


def column_names(values: tuple[str, ...]) -> tuple[str, ...] | None:
    """The columns that a structure among the arguments defines; None when there is none."""
    written = [value for value in values if "://" not in value and _COLUMN_LIST.match(value)]
    return _names(written[-1]) if written else None


def _names(structure: str) -> tuple[str, ...]:
    """The column names of a structure such as `uid UInt64, mail Nullable(String)`."""
    names, depth, start = [], 0, 0
    for position, sign in enumerate(f"{structure},"):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            match = _COLUMN_NAME.match(structure, start)
            if match:
                names.append(match.group(1).lower())
            start = position + 1
    return tuple(names)


def _query(name: str, positional: tuple[str, ...], named: Mapping[str, str]) -> Outside:
    """A function that sends a query elsewhere: the last argument is the query."""
    if name == "REMOTEQUERY":
        place, prefix = Place("connection", positional[0]), f"remote_query://{positional[0]}"
        return Outside((prefix,), place, query=named.get("query", positional[-1]), prefix=f"{prefix}/")
    query, where = positional[-1], positional[0] if len(positional) > 1 else ""
    if name == "DBLINK":
        place = connection_place(where, "postgres")
        prefix = f"dblink://{place.address}"
    elif name == "EXTERNALQUERY":
        place, prefix = Place("connection", where), f"external_query://{where}"
    elif name == "OPENQUERY":
        place, prefix = Place("sqlserver", where.lower()), where.lower()
    elif name in _ATTACHED_QUERIES:
        place, prefix = Place(_ATTACHED_QUERIES[name], where.lower()), where.lower()
    else:
        return _rowset(positional)
    separator = "/" if name == "EXTERNALQUERY" else "."
    return Outside((prefix,), place, query=query, prefix=prefix + separator)


def _rowset(positional: tuple[str, ...]) -> Outside:
    """OPENROWSET(provider, connection, query | table)."""
    provider, connection = (positional[0], positional[1]) if len(positional) > 2 else ("", positional[0])  # noqa: PLR2004  the query is the third
    place, query = provider_place(provider, connection), positional[-1]
    prefix = place.address if place.kind == "file" else f"{place.kind}://{place.address}"
    if not _TABLE.fullmatch(query):
        return Outside((prefix,), place, query=query, prefix=f"{prefix}.")
    return table_at(place, tuple(part for part in query.lower().split(".") if part))


def table_at(place: Place, table: TableName) -> Outside:
    """A table of a server, or of a file; the database before its schema is part of the place."""
    if place.kind == "file":
        return Outside((f"{place.address}.{'.'.join(table)}",), place)
    if len(table) == 3:  # noqa: PLR2004  database, schema, table
        place = Place(place.kind, f"{place.address.partition('/')[0]}/{table[0]}", place.region)
        table = table[1:]
    return Outside((f"{place.kind}://{place.address}.{'.'.join(table)}",), place)


_TABLE = re.compile(r"[\w$#-]+(?:\.+[\w$#-]+)*")
