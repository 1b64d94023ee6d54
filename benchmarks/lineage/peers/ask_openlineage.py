"""OpenLineage's SQL parser behind the protocol; its column edges name no table, so one single output stands for it."""

from collections.abc import Mapping
from typing import Any

from openlineage_sql import parse
from protocol import Lineage, UnreadError, serve

_DIALECTS = {"tsql": "mssql", "sparksql": "spark", "flink": "generic", "doris": "mysql", "starrocks": "mysql"}


def ask(case: Mapping[str, Any]) -> Lineage:
    statements = [part for part in case["sql"].split(";") if part.strip()] or [case["sql"]]
    dialect = case["dialect"] or "generic"
    found = parse(statements, _DIALECTS.get(dialect, dialect))
    written = [table.qualified_name for table in found.out_tables]
    if found.errors and not (found.in_tables or written):
        raise UnreadError(str(found.errors[0]))
    target = written[0] if len(written) == 1 else ""
    return (
        [table.qualified_name for table in found.in_tables],
        written,
        [
            (
                source.origin.qualified_name if source.origin else None,
                source.name,
                one.descendant.origin.qualified_name if one.descendant.origin else target,
                one.descendant.name,
            )
            for one in found.column_lineage
            for source in one.lineage
        ],
    )


serve(ask)
