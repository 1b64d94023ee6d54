"""One request of the lineage protocol answered: a dictionary in, a dictionary out, the same for the same."""

from collections.abc import Callable, Mapping
from typing import Any

from kuajing.lineage.movement import answered
from kuajing.lineage.request import Request
from kuajing.messages import message
from kuajing.model.lineage import Statement, TableName

_SAID_BY_EDGES = frozenset({"unread.sql_unknown_columns", "unread.sql_target_columns_unknown"})
"""Doubts that an answer shows in its edges: a star, or the names of the query."""


def answer(request: Mapping[str, Any], clock: Callable[[], float] | None = None) -> dict[str, Any]:
    """What moves in the SQL of one request; `clock` measures the seconds, which are 0.0 without one.

    A request of another shape is answered by an error that names what is wrong with it.
    """
    started = clock() if clock else 0.0
    asked = request_of(request)
    if isinstance(asked, str):
        return refused(request, asked)
    statements = answered(asked).statements
    result = moved(request, statements)
    result["seconds"] = (clock() - started) if clock else 0.0
    return result


def request_of(request: Mapping[str, Any]) -> Request | str:
    """What a request of the protocol asks of the engine, or what is wrong with its shape."""
    return _fault(request) or Request(
        request.get("sql") or "",
        request.get("dialect"),
        {tuple(table.split(".")): tuple(columns) for table, columns in (request.get("schema") or {}).items()},
        request.get("default_db"),
        request.get("default_schema"),
        request.get("functions") or {},
        with_queries=True,
    )


def refused(request: Mapping[str, Any], fault: str) -> dict[str, Any]:
    """The answer to a request of another shape."""
    return {"id": request.get("id"), **_moved(()), "seconds": 0.0, "error": fault}


def moved(
    request: Mapping[str, Any], statements: tuple[Statement, ...], seconds: float = 0.0
) -> dict[str, Any]:
    """The answer to a request whose statements have been read."""
    return {"id": request.get("id"), **_moved(statements), "seconds": seconds, "error": None}


def _fault(request: Mapping[str, Any]) -> str:
    """What is wrong with the shape of a request, empty where nothing is."""
    for name in ("sql", "dialect", "default_db", "default_schema"):
        if not isinstance(request.get(name), str | None):
            return f"`{name}` must be a text"
    for name in ("schema", "functions"):
        if not isinstance(request.get(name), Mapping | None):
            return f"`{name}` must be an object"
    tables = (request.get("schema") or {}).items()
    if not all(
        isinstance(columns, list) and all(isinstance(one, str) for one in columns) for _, columns in tables
    ):
        return "`schema` must give each table a list of column names"
    if not all(isinstance(effect, str) for effect in (request.get("functions") or {}).values()):
        return "`functions` must give each function a text"
    return ""


def _moved(statements: tuple[Statement, ...]) -> dict[str, Any]:
    edges: dict[tuple[str, str, str, str], str] = {}
    sure: set[tuple[str, str, str, str]] = set()
    for edge in (edge for statement in statements for edge in statement.edges):
        column = f"{edge.source_column}.{edge.source_path}" if edge.source_path else edge.source_column
        key = (_dotted(edge.source_table), column, _dotted(edge.target_table), edge.target_column)
        edges[key] = min(edges.get(key, edge.transform), edge.transform, key=_ORDER.index)
        if not edge.ambiguous:
            sure.add(key)
    ordered = sorted(edges)
    return {
        "tables_in": sorted({_dotted(table) for statement in statements for table in statement.reads}),
        "tables_out": sorted({_dotted(table) for statement in statements for table in statement.writes}),
        "column_edges": [list(edge) for edge in ordered],
        "transforms": [edges[edge] for edge in ordered],
        "ambiguous": [edge not in sure for edge in ordered],
        "indirect_edges": sorted(
            list(item)
            for item in {
                (_dotted(influence.source_table), influence.source_column, _dotted(influence.target_table))
                for statement in statements
                for influence in statement.influences
            }
        ),
        "endpoints": _endpoints(statements),
        "unresolved": [
            {"line": reason.line, "why": message(reason.key, "en", reason.values)}
            for statement in statements
            for reason in statement.reasons
            if reason.key not in _SAID_BY_EDGES
        ],
    }


_ORDER = ("identity", "derived", "masked", "hashed", "aggregated")


def _endpoints(statements: tuple[Statement, ...]) -> list[dict[str, str]]:
    mentions = sorted(
        {mention for statement in statements for mention in statement.endpoints},
        key=lambda mention: (
            mention.table,
            mention.direction,
            mention.kind,
            mention.address,
            mention.region or "",
        ),
    )
    return [
        {
            "table": _dotted(mention.table),
            "direction": mention.direction,
            "kind": mention.kind,
            "address": mention.address,
            **({"region": mention.region} if mention.region else {}),
        }
        for mention in mentions
    ]


def _dotted(table: TableName) -> str:
    return ".".join(table)
