"""Adapters of dbt: the dialect each writes, how its profile names the store, and how it quotes names."""

from typing import NamedTuple

_POSTGRES = ("dbname", "database")
_SCHEMA = ("database", "schema")


class Adapter(NamedTuple):
    """One adapter; `hosts` and `databases` are keys of a profile, first found first."""

    dialect: str | None
    scheme: str
    hosts: tuple[str, ...] = ("host",)
    databases: tuple[str, ...] = _POSTGRES
    quote: str = '"'


ADAPTERS: dict[str, Adapter] = {
    "athena": Adapter("athena", "athena", (), ("database",)),
    "bigquery": Adapter("bigquery", "bigquery", (), ("project", "database"), "`"),
    "clickhouse": Adapter("clickhouse", "clickhouse", ("host",), _SCHEMA, "`"),
    "databricks": Adapter("databricks", "databricks", ("host",), ("catalog", "database"), "`"),
    "doris": Adapter("doris", "doris", ("host",), _SCHEMA, "`"),
    "duckdb": Adapter("duckdb", "duckdb", ("path",), ()),
    "fabric": Adapter("tsql", "sqlserver", ("server", "host"), ("database",)),
    "greenplum": Adapter("greenplum", "greenplum"),
    "hive": Adapter("hive", "hive", ("host",), _SCHEMA, "`"),
    "hologres": Adapter("hologres", "hologres"),
    "impala": Adapter("impala", "impala", ("host",), _SCHEMA, "`"),
    "mariadb": Adapter("mariadb", "mariadb", ("server", "host"), _SCHEMA, "`"),
    "materialize": Adapter("postgres", "postgres"),
    "maxcompute": Adapter("maxcompute", "odps", ("endpoint",), ("project", "database"), "`"),
    "mysql": Adapter("mysql", "mysql", ("server", "host"), _SCHEMA, "`"),
    "mysql5": Adapter("mysql", "mysql", ("server", "host"), _SCHEMA, "`"),
    "oracle": Adapter("oracle", "oracle", ("host",), ("service", "database", "dbname")),
    "postgres": Adapter("postgres", "postgres"),
    "presto": Adapter("presto", "presto", ("host",), ("database", "catalog")),
    "redshift": Adapter("redshift", "redshift"),
    "risingwave": Adapter("postgres", "postgres"),
    "snowflake": Adapter("snowflake", "snowflake", ("account",), ("database",)),
    "spark": Adapter("spark", "spark", ("host",), _SCHEMA, "`"),
    "sqlite": Adapter("sqlite", "sqlite", (), ()),
    "sqlserver": Adapter("tsql", "sqlserver", ("server", "host"), ("database",)),
    "starrocks": Adapter("starrocks", "starrocks", ("host", "server"), _SCHEMA, "`"),
    "synapse": Adapter("tsql", "sqlserver", ("server", "host"), ("database",)),
    "teradata": Adapter("teradata", "teradata", ("host", "server"), _SCHEMA),
    "trino": Adapter("trino", "trino", ("host",), ("database", "catalog")),
    "vertica": Adapter("vertica", "vertica"),
}


def adapter_named(name: str) -> Adapter:
    """The adapter of a name; one that is not known is read as plain SQL."""
    known = ADAPTERS.get(name.lower())
    return known if known is not None else Adapter(None, name.lower() or "unknown")
