"""sqllineage behind the protocol: `ask_sqllineage.py sqlfluff` or `ask_sqllineage.py non-validating`."""

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from protocol import Edge, Lineage, serve
from sqlfluff.core import dialect_readout
from sqllineage.config import SQLLineageConfig
from sqllineage.core.metadata.dummy import DummyMetaDataProvider
from sqllineage.core.models import Column
from sqllineage.runner import LineageRunner

_DIALECTS = {
    "spark": "sparksql",
    "maxcompute": "hive",
    "mssql": "tsql",
    "presto": "trino",
    "greenplum": "postgres",
}
_KNOWN = {dialect.label for dialect in dialect_readout()}
_QUERY = re.compile(r"\s*(?:--[^\n]*\n\s*)*(?:with|select)\b", re.IGNORECASE)
_WRITES = re.compile(r"\b(?:insert|into|update|delete|merge)\b", re.IGNORECASE)
_TARGET = "asked_for"


def ask(case: Mapping[str, Any]) -> Lineage:
    sql = case["sql"]
    bare = _QUERY.match(sql) and not _WRITES.search(sql)
    if bare:  # it has no column edges without a target
        sql = f"CREATE TABLE {_TARGET} AS\n{sql}"
    shapes = {name if "." in name else f"main.{name}": columns for name, columns in case["schema"].items()}
    short = any("." not in name for name in case["schema"])  # its tables have a schema
    default = case["default_schema"] or ("main" if short else "")
    with SQLLineageConfig(DEFAULT_SCHEMA=default):
        runner = LineageRunner(sql, dialect=_dialect(case), metadata_provider=DummyMetaDataProvider(shapes))
        edges = [_edge(path) for path in runner.get_column_lineage()]
        return (
            [str(table) for table in runner.source_tables],
            [str(table) for table in runner.target_tables if not str(table).endswith(_TARGET)],
            [(a, b, "" if c.endswith(_TARGET) else c, d) for a, b, c, d in edges],
        )


def _dialect(case: Mapping[str, Any]) -> str:
    if sys.argv[1] == "non-validating":
        return "non-validating"
    name = _DIALECTS.get(case["dialect"], case["dialect"])
    return name if name in _KNOWN else "ansi"


def _edge(path: Sequence[Column]) -> Edge:
    source, target = path[0], path[-1]
    table = str(source.parent) if source.parent is not None else None
    return (table, source.raw_name, str(target.parent) if target.parent is not None else "", target.raw_name)


serve(ask)
