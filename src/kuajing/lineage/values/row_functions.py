"""Functions that stand in FROM: what is called, and which of them need no table."""

import re

from sqlglot import exp

from kuajing.lineage.values.tags import function_name

MAKES_ROWS = re.compile(
    r"(?i)generat|series|sequence|range|numbers|zeros|split|explode|unnest|flatten|json|xml|regexp|values|table|rows"
)
"""Functions that make rows of their arguments alone; what any other one without columns reads is not known."""

_PUSHED_DOWN = frozenset({"QUERY", "RAW_QUERY"})
"""Trino's functions of a catalog, whose name says where the query runs."""


def called(function: exp.Expr) -> exp.Expr:
    """The call inside TABLE(...), which may be qualified by a schema."""
    while function_name(function) == "TABLE" and len(function.expressions) == 1:
        function = function.expressions[0]
    if not isinstance(function, exp.TableFromRows):
        return function
    inner: exp.Expr = function.this
    last: exp.Expr | None = inner.args.get("expression") if isinstance(inner, exp.Dot) else None
    if isinstance(inner, exp.Literal) and inner.is_string:
        return exp.DynamicIdentifier(this=inner.copy())
    if last is not None and function_name(last) not in _PUSHED_DOWN:
        return last
    return inner


def table_by_name(function: exp.Expr) -> exp.Table | None:
    """The table whose name DuckDB's query_table, or Snowflake's IDENTIFIER and TABLE, is given as a string."""
    if isinstance(function, exp.DynamicIdentifier):
        given = function.this
        return exp.to_table(given.name, dialect="snowflake") if isinstance(given, exp.Literal) else None
    if function_name(function) != "QUERY_TABLE" or not function.expressions:
        return None
    name = function.expressions[0]
    return exp.to_table(name.name) if isinstance(name, exp.Literal) and name.is_string else None
