"""How each connector says where it reads or writes: keys as data, one row a family of connectors."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Connector:
    """The keys of one family of connectors; of each tuple the first key that holds something counts.

    `kind` is the kind of store where the address itself does not say, `scheme` what an address without one gets.
    `addresses` are keys of whole addresses, `host` and `port` of their parts; `loads` are keys of further hosts that
    rows are written through. `databases`, `schemas`, `names`, `buckets` and `paths` are keys of the parts of a
    dataset's name; `identifiers` are keys of names that hold their database. `queries` are keys of SQL, `columns`
    of the columns that are read. `regions` are keys of a region, `provider` whose it is. `is_made_up` holds for connectors that make rows up or only show
    them; `is_guessed` for those that no row describes.
    """

    kind: str | None = None
    scheme: str = "http"
    dialect: str | None = None
    addresses: tuple[str, ...] = ()
    default_address: str | None = None
    host: str | None = None
    port: str | None = None
    loads: tuple[str, ...] = ()
    databases: tuple[str, ...] = ()
    schemas: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    buckets: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    columns: tuple[str, ...] = ("read_columns", "query_columns")
    regions: tuple[str, ...] = ()
    provider: str | None = None
    is_made_up: bool = False
    is_local: bool = False
    is_guessed: bool = False
    is_single: bool = False


GUESSED = Connector(
    addresses=(
        *("url", "base-url", "base_url", "jdbc-url", "uri", "endpoint", "hosts", "bootstrap.servers", "host"),
        *("hostname", "server", "servers", "address", "node_urls", "nodeUrls", "service_url"),
    ),
    port="port",
    databases=("database", "project", "namespace", "keyspace"),
    names=(
        "table",
        "table_name",
        "table-name",
        "table-names",
        "topic",
        "index",
        "collection",
        "queue_name",
        "path",
    ),
    queries=("query", "sql"),
    is_guessed=True,
)
"""What a connector that no row describes is read as."""

_DIALECTS = {
    "mysql": "mysql", "mariadb": "mysql", "oceanbase": "mysql", "postgres": "postgres", "gaussdb": "postgres",
    "kingbase": "postgres", "redshift": "redshift", "oracle": "oracle", "dm": "oracle", "sqlserver": "tsql",
    "clickhouse": "clickhouse", "hive": "hive", "trino": "trino", "presto": "trino", "snowflake": "snowflake",
    "doris": "doris", "starrocks": "starrocks", "sybase": "tsql",
}  # fmt: skip


def dialect_at(connector: Connector, kind: str | None) -> str | None:
    """The SQL that a connector speaks at a kind of store."""
    return connector.dialect or (_DIALECTS.get(kind) if kind is not None else None)
