"""What a window function is partitioned and ordered by."""

from sqlglot import exp


def shaping(window: exp.Expr) -> list[exp.Expr]:
    """The keys a window is partitioned and ordered by."""
    order = window.args.get("order")
    return [*(window.args.get("partition_by") or ()), *(order.expressions if order is not None else ())]


def named_windows(node: exp.Window) -> list[exp.Expr]:
    """The definition of the window that OVER names, from the WINDOW clause around it."""
    name = node.alias.lower()
    select = node.find_ancestor(exp.Select) if name else None
    windows = select.args.get("windows") or () if select is not None else ()
    return [window for window in windows if window.this.name.lower() == name]
