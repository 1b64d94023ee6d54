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
    parts = columns[0].parts
    table = exp.Table(this=parts[-1], **dict(zip(("db", "catalog"), parts[-2::-1], strict=False)))
    return table, columns[1].name.lower() if len(columns) > 1 else ""
