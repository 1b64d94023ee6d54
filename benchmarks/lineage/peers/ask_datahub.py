"""DataHub's SQL parser behind the protocol."""

import re
from collections.abc import Mapping
from typing import Any

import datahub.sql_parsing.sqlglot_lineage as engine
from datahub.sql_parsing.schema_resolver import SchemaResolver
from datahub.sql_parsing.split_statements import split_statements
from protocol import Edge, Lineage, UnreadError, serve

_URN = re.compile(r"urn:li:dataset:\(urn:li:dataPlatform:[^,]+,(.*),[A-Z]+\)$")
_PLATFORMS = {
    "ansi": "postgres",
    "non-validating": "postgres",
    "generic": "postgres",
    "greenplum": "postgres",
    "tsql": "mssql",
    "spark": "databricks",
    "sparksql": "databricks",
    "flink": "databricks",
    "maxcompute": "hive",
    "doris": "mysql",
    "starrocks": "mysql",
}


def ask(case: Mapping[str, Any]) -> Lineage:
    dialect = case["dialect"] or "generic"
    platform = _PLATFORMS.get(dialect, dialect)
    resolver = SchemaResolver(platform=platform, env="PROD")
    for table, columns in case["schema"].items():
        urn = f"urn:li:dataset:(urn:li:dataPlatform:{platform},{table},PROD)"
        resolver.add_raw_schema_info(urn, dict.fromkeys(columns, "VARCHAR"))
    sql = case["sql"]
    several = ";" in sql.strip().rstrip(";")
    parts = [part for part in split_statements(sql) if part.strip()] if several else [sql]
    results = [
        engine.sqlglot_lineage(part, resolver, case["default_db"], case["default_schema"]) for part in parts
    ]
    errors = [one.debug_info.table_error for one in results if one.debug_info.table_error]
    if len(errors) == len(results):
        raise UnreadError(str(errors[0]))
    return (
        [_name(urn) for one in results for urn in one.in_tables],
        [_name(urn) for one in results for urn in one.out_tables],
        [edge for one in results for found in one.column_lineage or [] for edge in _edges(found)],
    )


def _edges(found: engine.ColumnLineageInfo) -> list[Edge]:
    target = found.downstream
    return [(_name(up.table), up.column, _name(target.table), target.column) for up in found.upstreams]


def _name(urn: str | None) -> str:
    found = _URN.match(urn or "")
    return found[1] if found else ""


engine.SQL_LINEAGE_TIMEOUT_ENABLED = False
serve(ask)
