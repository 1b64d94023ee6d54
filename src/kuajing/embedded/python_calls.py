"""Which calls of Python take SQL, and which dialect their name proves."""

import ast
import re
from collections.abc import Iterable

from kuajing.embedded.vocabulary import words

_SPARK = re.compile(r"spark|sqlcontext|sql_?ctx|sqlcontext|hive_?(?:context|ctx)|^ss$|^sc$", re.IGNORECASE)
_FLINK = re.compile(r"t(?:able)?_?env|^t_env|st_env|statement_set|stmt_set", re.IGNORECASE)
_RUNS_SQL = re.compile(
    r"cur$|curs|cursor|conn|^con$|database|^db|_db$|session|engine|hook|client|^tx$|trans|sqlalchemy|hive|mysql|presto"
    r"|oracle|postgres|^pg|impala|clickhouse|snowflake|^ctx$|^cs$",
    re.IGNORECASE,
)
_EXECUTES = frozenset(
    {
        "execute",
        "executemany",
        "execute_query",
        "execute_sql",
        "execute_string",
        "execute_async",
        "exec_driver_sql",
    }
)
_READS = words(
    "read_sql read_sql_query read_sql_table get_pandas_df get_pandas_df_by_chunks get_records get_first"
    " read_gbq sql_query read_database read_database_uri from_sql executescript query_df query_and_wait"
)
_FLINK_CALLS = frozenset({"execute_sql", "sql_query", "sql_update", "add_insert_sql", "explain_sql"})
SQL_KEYWORDS = frozenset({"sql", "hql", "bql", "sql_query", "sql_statement", "query_string", "select_query"})
"""Keyword arguments that hold SQL, whoever is called."""
_CLASSES = tuple(
    (re.compile(shape, re.IGNORECASE), dialect)
    for shape, dialect in (
        (r"^Beeline|^Hive(?!.*(?-i:To[A-Z]))|HiveServer2|^HiveCli", "hive"),
        (r"^Impala", "impala"),
        (r"^SparkSql|^SparkSession", "spark"),
        (r"^Databricks", "databricks"),
        (r"^Redshift", "redshift"),
        (r"^(?:Postgres|CloudSQLPostgres|psycopg2?|asyncpg|pg8000)", "postgres"),
        (r"^(?:MySql|pymysql|MySQLdb|aiomysql|mysql\.connector|mysqlclient)", "mysql"),
        (r"^snowflake", "snowflake"),
        (r"^(?:BigQuery|BQ)", "bigquery"),
        (r"^(?:clickhouse|asynch)", "clickhouse"),
        (r"^(?:Oracle|cx_Oracle|oracledb)", "oracle"),
        (r"^(?:MsSql|pymssql)", "tsql"),
        (r"^Trino", "trino"),
        (r"^(?:Presto|pyhive\.presto)", "presto"),
        (r"^(?:Athena|AWSAthena|pyathena)", "athena"),
        (r"^(?:Teradata)", "teradata"),
        (r"^(?:Vertica)", "vertica"),
        (r"^(?:Doris)", "doris"),
        (r"^(?:StarRocks)", "starrocks"),
        (r"^(?:duckdb)", "duckdb"),
        (r"^(?:sqlite3?|Sqlite)", "sqlite"),
        (r"^(?:StreamTableEnvironment|TableEnvironment|BatchTableEnvironment)", "flink"),
        (r"^(?:Odps|MaxCompute|PyODPS)", "maxcompute"),
    )
)
_DRIVERS = (
    "psycopg2", "psycopg", "asyncpg", "pg8000", "pymysql", "MySQLdb", "aiomysql", "mysql.connector", "cx_Oracle",
    "oracledb", "pymssql", "sqlite3", "duckdb", "clickhouse_driver", "clickhouse_connect", "pyathena", "odps",
    "snowflake.connector", "impala.dbapi", "teradatasql", "trino", "prestodb",
)  # fmt: skip


def dialect_of_class(name: str) -> str | None:
    """The dialect that the name of a class or module proves: `PostgresHook`, `pymysql`."""
    return next((dialect for shape, dialect in _CLASSES if shape.search(name)), None)


def driver_dialect(nodes: Iterable[ast.AST]) -> str | None:
    """The dialect of the only database driver that a program imports; None where it imports none or several."""
    modules: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add(node.module or "")
    found = {
        dialect_of_class(driver)
        for driver in _DRIVERS
        if any(module == driver or module.startswith(driver + ".") for module in modules)
    }
    return found.pop() if len(found) == 1 else None


def dotted(node: ast.expr) -> str:
    """The names of a callee, joined by dots; calls between them are passed over."""
    names: list[str] = []
    while True:
        match node:
            case ast.Attribute(value=value, attr=attr):
                names.append(attr)
                node = value
            case ast.Call(func=func):
                node = func
            case ast.Name(id=name):
                names.append(name)
                break
            case _:
                break
    return ".".join(reversed(names))


def taken_sql(call: ast.Call, known: dict[str, str], driver: str | None) -> tuple[bool, str | None]:
    """Whether the first argument of a call is SQL whatever its shape, and the dialect that the callee proves."""
    name = dotted(call.func)
    receiver, _, last = name.rpartition(".")
    owner = receiver.rpartition(".")[2]
    dialect = known.get(owner) or known.get(receiver.partition(".")[0]) or dialect_of_class(last)
    if last in _FLINK_CALLS and _FLINK.search(owner):
        return True, "flink"
    if last == "sql" and receiver:
        return True, dialect or ("spark" if _SPARK.search(receiver) else dialect_of_class(owner))
    if last == "read_gbq":
        return True, "bigquery"
    if last in _READS:
        return True, dialect or dialect_of_class(owner) or driver
    if last in _EXECUTES and _RUNS_SQL.search(owner):
        return True, dialect or dialect_of_class(owner) or driver
    return False, dialect
