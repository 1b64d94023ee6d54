"""sqllineage-rs behind the protocol."""

from collections.abc import Iterable, Mapping
from typing import Any

from protocol import Edge, Lineage, serve
from sqllineage import analyze

_DIALECTS = {
    "ansi": "ansi",
    "postgres": "postgresql",
    "mysql": "mysql",
    "doris": "mysql",
    "starrocks": "mysql",
    "hive": "hive",
    "spark": "databricks",
    "sparksql": "databricks",
    "databricks": "databricks",
    "snowflake": "snowflake",
    "bigquery": "bigquery",
}


class Catalogue:
    """The shapes that it may ask for."""

    def __init__(self, shapes: Mapping[str, list[str]]) -> None:
        self._shapes = {name.lower(): columns for name, columns in shapes.items()}

    def list_columns(self, table: object) -> list[str] | None:
        return self._shapes.get(str(table).lower())

    def resolve_column(self, column: str, candidates: Iterable[object]) -> object | None:
        return next((one for one in candidates if column in (self.list_columns(one) or ())), None)


def ask(case: Mapping[str, Any]) -> Lineage:
    catalogue = Catalogue(case["schema"]) if case["schema"] else None
    results = analyze(case["sql"], _DIALECTS.get(case["dialect"], "generic"), catalogue)
    edges: list[Edge] = []
    for one in results:
        target = str(one.tables.output) if one.tables.output else ""
        for found in one.columns:
            for source in found.sources:
                if source.kind in {"concrete", "wildcard"}:
                    column = source.column if source.kind == "concrete" else "*"
                    edges.append((str(source.table), column, target, found.target.column))
    return (
        [str(table) for one in results for table in one.tables.inputs],
        [str(one.tables.output) for one in results if one.tables.output],
        edges,
    )


serve(ask)
