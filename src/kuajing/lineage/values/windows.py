"""Flink's window table functions: which table and time column a call names."""

from sqlglot import exp

WINDOWS = frozenset({"TUMBLE", "HOP", "CUMULATE", "SESSION"})
BOUNDS = ("window_start", "window_end", "window_time")
"""The columns such a function adds."""


def windowed_table(function: exp.Expr) -> tuple[exp.Table | None, str]:
    """The table a window function reads, and the name of its time column; both stand as columns in its arguments."""
    arguments = [
        item.expression if isinstance(item, exp.Kwarg) else item for item in function.iter_expressions()
    ]
    columns = [item for item in arguments if isinstance(item, exp.Column)]
    if not columns:
        return None, ""
    return _as_table(columns[0]), columns[1].name.lower() if len(columns) > 1 else ""


_OF_TABLES = frozenset({"APPENDS", "CHANGES", "GAP_FILL"})
"""BigQuery's functions whose first argument is a table, which stands as a column in the tree."""


def given_tables(function: exp.Expr) -> list[exp.Expr]:
    """The arguments of a function, of which some are queries or tables."""
    arguments = [
        item.expression if isinstance(item, exp.Kwarg) else item for item in function.iter_expressions()
    ]
    if isinstance(function, exp.Anonymous) and function.name.upper() in _OF_TABLES:
        first = next((item for item in arguments if isinstance(item, exp.Column)), None)
        return [_as_table(first)] if first is not None else []
    inner = [item.expressions[0] if _is_table(item) else item for item in arguments]
    return [
        _as_table(item) if isinstance(item, exp.Column) and _is_table(whole) else item
        for whole, item in zip(arguments, inner, strict=True)
    ]


def _is_table(item: exp.Expr) -> bool:
    """Whether an argument is Trino's TABLE(name) or TABLE(query)."""
    return isinstance(item, exp.Anonymous) and item.name.upper() == "TABLE" and len(item.expressions) == 1


def _as_table(column: exp.Column) -> exp.Table:
    parts = column.parts
    return exp.Table(this=parts[-1], **dict(zip(("db", "catalog"), parts[-2::-1], strict=False)))
