"""How each connector of a pipeline says where it reads or writes, and what it calls a table: one row a connector."""

from dataclasses import dataclass
from typing import Literal

Naming = Literal["table", "tail", "topic", "lake", "folders"]
"""What a table is called in a store: by its whole name, by its last part, as one dotted name, or as folders below a path."""


@dataclass(frozen=True, slots=True)
class Connector:
    """The keys of one connector; of each tuple the first key that holds something counts.

    `kind` is the kind of store where the address does not say, `scheme` what an address without one gets. `addresses`
    are keys of whole addresses, `host` and `port` of their parts, `loads` keys of further hosts that rows go through.
    `databases` are keys of the database or project, `names` of the one table, topic or index that all rows go to.
    `is_made_up` holds for connectors that make rows up or only show them, `is_guessed` for those no row describes.
    """

    kind: str | None = None
    scheme: str = "http"
    addresses: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    port: str = "port"
    loads: tuple[str, ...] = ()
    databases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    naming: Naming = "table"
    regions: tuple[str, ...] = ()
    default_address: str | None = None
    is_made_up: bool = False
    is_guessed: bool = False


def _server(kind: str, *databases: str) -> Connector:
    return Connector(
        kind, kind, addresses=("url", "jdbc-url"), host=("hostname", "host"), databases=databases
    )


def _lake(naming: Naming, *addresses: str) -> Connector:
    return Connector(
        None,
        "hdfs",
        (*addresses, "catalog.properties.uri", "warehouse", "uri"),
        naming=naming,
        regions=("catalog.properties.client.region", "catalog.properties.s3.region"),
    )


_BROKERS = ("properties.bootstrap.servers", "bootstrap-servers", "bootstrap.servers")

CONNECTORS: dict[str, Connector] = {
    "mysql": _server("mysql"),
    "mariadb": _server("mysql"),
    "tidb": _server("mysql"),
    "postgres": _server("postgresql"),
    "postgresql": _server("postgresql"),
    "oracle": _server("oracle", "database"),
    "sqlserver": _server("sqlserver"),
    "db2": _server("db2", "database"),
    "oceanbase": _server("oceanbase"),
    "jdbc": Connector(None, "http", ("url", "jdbc-url", "jdbc.url"), ("hostname", "host")),
    "clickhouse": _server("clickhouse"),
    "mongodb": Connector("mongodb", "mongodb", ("hosts", "uri", "connection.uri")),
    "kafka": Connector("kafka", "kafka", _BROKERS, names=("topic",), naming="topic"),
    "pulsar": Connector("pulsar", "pulsar", ("service-url",), names=("topic",), naming="topic"),
    "fluss": Connector("fluss", "fluss", ("bootstrap.servers", "properties.bootstrap.servers")),
    "doris": Connector("doris", addresses=("fenodes", "jdbc-url"), loads=("benodes",)),
    "starrocks": Connector("starrocks", addresses=("jdbc-url", "load-url"), loads=("load-url",)),
    "elasticsearch": Connector("elasticsearch", addresses=("hosts",), names=("index",), naming="topic"),
    "opensearch": Connector("elasticsearch", addresses=("hosts",), names=("index",), naming="topic"),
    "maxcompute": Connector(
        "maxcompute",
        "https",
        ("endpoint",),
        databases=("project",),
        naming="tail",
        default_address="https://service.odps.aliyun.com/api",
    ),
    "paimon": _lake("lake", "catalog.properties.warehouse"),
    "iceberg": _lake("folders", "catalog.properties.warehouse"),
    "hudi": _lake("folders", "path"),
    "values": Connector(is_made_up=True),
    "print": Connector(is_made_up=True),
    "datagen": Connector(is_made_up=True),
    "blackhole": Connector(is_made_up=True),
}
"""Connectors by the `type` of a source or sink in lower case."""

GUESSED = Connector(
    addresses=(
        *("url", "jdbc-url", "uri", "endpoint", "hosts", "fenodes", "nodes", "address", "path", "warehouse"),
        *(*_BROKERS, "service-url", "catalog.properties.warehouse"),
    ),
    host=("hostname", "host"),
    is_guessed=True,
)
"""What a connector that no row describes is read as."""


def connector_named(kind: str) -> Connector:
    """The connector of a `type`; the guessed one where no row describes it."""
    return CONNECTORS.get(kind.strip().lower().removesuffix("-cdc"), GUESSED)
