"""The command-line clients that run SQL, and the dialect of each."""

import re
from pathlib import PurePosixPath

_DIALECTS: dict[str, str | None] = {
    "athena": "athena", "beeline": "hive", "bq": "bigquery", "bteq": "teradata", "clickhouse": "clickhouse",
    "clickhouse-client": "clickhouse", "clickhouse-local": "clickhouse", "databricks": "databricks", "db2": None,
    "dbsqlcli": "databricks", "disql": "dameng", "doris": "doris", "duckdb": "duckdb", "gsql": "gaussdb", "hive": "hive",
    "impala-shell": "impala", "isql": None, "kinit-hive": "hive", "ksql": "kingbase", "mariadb": "mariadb",
    "mysql": "mysql", "mysqlsh": "mysql", "obclient": "oceanbase", "odps": "maxcompute", "odpscmd": "maxcompute",
    "presto": "presto", "presto-cli": "presto", "psql": "postgres", "redshift-data": "redshift", "snow": "snowflake",
    "snowsql": "snowflake", "spark-sql": "spark", "sparksql": "spark", "sql-client.sh": "flink", "sqlcmd": "tsql",
    "sqlite3": "sqlite", "sqlplus": "oracle", "starrocks": "starrocks", "trino": "trino", "trino-cli": "trino",
    "vsql": "vertica",
}  # fmt: skip
_OF_VARIABLE = re.compile(
    r"\$\{(?P<name>beeline|bq|clickhouse|doris|hive|impala|mysql|odps|presto|psql|snowsql|spark_?sql|sqlplus|trino)"
    r"(?:_?(?:bin|cmd|client|cli|exec|shell|conn|cfg|path|home|run|opts?))*\}",
    re.IGNORECASE,
)
_FULL_NAMES = {"impala": "impala-shell", "spark_sql": "spark-sql", "sparksql": "spark-sql"}
SQL_OPTION = re.compile(
    r"-[A-Za-z]*[eqcQ](?=$|[\"'\s])|--(?:execute|query|command|sql|query-string|statement|multiquery)(?:=|$)|-e(?=[A-Za-z]{3,}\s)"
)
"""An option whose value is SQL: `-e`, `-tAc`, `--query=`."""


def is_client(word: str) -> str | None:
    """The client that a word calls: by its path, or as a variable that is called like one; None where it is none."""
    name = PurePosixPath(word).name.removesuffix(".exe")
    if name in _DIALECTS:
        return name
    variable = _OF_VARIABLE.fullmatch(name)
    if variable is None:
        return None
    called = variable["name"].lower()
    return _FULL_NAMES.get(called, called)


def client_dialect(client: str) -> str | None:
    """The dialect that a client speaks."""
    return _DIALECTS.get(client)
