"""Functions of ClickHouse that look a value up in a dictionary or join table by its name, as a query would."""

from typing import NamedTuple

from sqlglot import exp


class Lookup(NamedTuple):
    """The query of what is looked up, the keys it is looked up by, and the value given where there is none."""

    query: exp.Query
    keys: list[exp.Expr]
    default: exp.Expr | None


_FIRST_KEY = 2
"""A name and a column stand before the keys."""


def lookup(node: exp.Expr) -> Lookup | None:
    """What a call such as `dictGet('dictionary', 'column', key)` looks up; None for any other node."""
    if not isinstance(node, exp.Anonymous):
        return None
    name = node.name.upper()
    arguments = node.expressions
    if not name.startswith(("DICTGET", "JOINGET")) or len(arguments) <= _FIRST_KEY:
        return None
    query = node.meta.get("lookup")
    if query is None:
        # kept with the node, so that it is one query for as long as the node is read
        query = node.meta["lookup"] = _query(arguments[0], arguments[1])
    if not isinstance(query, exp.Query):
        return None
    if name.endswith("ORDEFAULT"):
        return Lookup(query, arguments[_FIRST_KEY:-1], arguments[-1])
    return Lookup(query, arguments[_FIRST_KEY:], None)


def _query(table: exp.Expr, columns: exp.Expr) -> exp.Query | None:
    """SELECT columns FROM table; None where either is no constant."""
    listed = columns.expressions if isinstance(columns, (exp.Tuple, exp.Array)) else [columns]
    names = [item.name for item in listed if isinstance(item, exp.Literal) and item.is_string]
    if isinstance(table, exp.Column):
        parts = [part.name for part in table.parts]
    elif isinstance(table, exp.Literal) and table.is_string:
        parts = table.name.split(".")
    else:
        return None
    if not names or not all(parts):
        return None
    named = {key: exp.to_identifier(part) for key, part in zip(("this", "db"), reversed(parts), strict=False)}
    return exp.Select(
        expressions=[exp.Column(this=exp.to_identifier(name)) for name in names],
        from_=exp.From(this=exp.Table(**named)),
    )
