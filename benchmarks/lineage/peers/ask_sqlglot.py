"""sqlglot's own lineage behind the protocol; the columns of a target, which it does not map, are taken by position."""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlglot
from protocol import Lineage, serve
from sqlglot import exp
from sqlglot.lineage import Node, lineage

_DIALECTS = {
    "ansi": None,
    "generic": None,
    "non-validating": None,
    "sparksql": "spark",
    "flink": "spark",
    "mssql": "tsql",
    "maxcompute": "hive",
    "greenplum": "postgres",
}


def ask(case: Mapping[str, Any]) -> Lineage:
    dialect = _DIALECTS.get(case["dialect"], case["dialect"])
    read, written, edges = set(), set(), set()
    for statement in filter(None, sqlglot.parse(case["sql"], read=dialect)):
        target, columns = _target(statement)
        columns = columns or case["schema"].get(target) or []
        written |= {target} - {""}
        within = {cte.alias for cte in statement.find_all(exp.CTE)} | {target, ""}
        read |= {_name(table) for table in statement.find_all(exp.Table)} - within
        query = _query(statement)
        if query is not None:
            found = lineage(None, query, schema=_nested(case["schema"]), dialect=dialect)
            for place, (name, node) in enumerate(found.items()):
                column = columns[place] if place < len(columns) else name
                edges |= {(table, source, target, column) for table, source in _leaves(node)}
    return read, written, edges


def _name(table: exp.Expr) -> str:
    return ".".join(part.name for part in table.parts) if isinstance(table, exp.Table) else ""


def _target(statement: exp.Expr) -> tuple[str, list[str]]:
    if not isinstance(statement, exp.Insert | exp.Create | exp.Merge | exp.Update):
        return "", []
    if isinstance(statement.this, exp.Schema):
        return _name(statement.this.this), [column.name for column in statement.this.expressions]
    return _name(statement.this), []


def _query(statement: exp.Expr) -> exp.Query | None:
    query = statement if isinstance(statement, exp.Query) else statement.args.get("expression")
    if not isinstance(query, exp.Query):
        return None
    before = statement.args.get("with_")
    if before and query is not statement:
        query.set("with_", before)
    return query


def _leaves(node: Node) -> Iterator[tuple[str, str]]:
    for one in node.walk():
        if not one.downstream and isinstance(one.expression, exp.Table):
            yield (
                _name(one.expression),
                one.name if one.name == "*" else one.name.rsplit(".", 1)[-1].strip('"`'),
            )


def _nested(schema: Mapping[str, list[str]]) -> dict[str, Any]:
    """The shapes in the nested form; all names must have the same number of parts, so the longest ones are kept."""
    depth = max((name.count(".") for name in schema), default=0)
    nested: dict[str, Any] = {}
    for name, columns in schema.items():
        if name.count(".") == depth:
            place = nested
            for part in name.split("."):
                place = place.setdefault(part, {})
            place.update(dict.fromkeys(columns, "unknown"))
    return nested


serve(ask)
