"""Structures put together in a query, and the fields they are read by."""

from sqlglot import exp


def fields_of(node: exp.Expr) -> list[tuple[str, exp.Expr]] | None:
    """The names and values of the fields a structure is made of; None for anything else, or where a name is not said."""
    while isinstance(node, (exp.Alias, exp.Paren)):
        node = node.this
    named: list[str] = []
    if isinstance(node, exp.Cast) and isinstance(node.this, exp.Struct):
        named = [part.name.lower() for part in node.to.expressions if isinstance(part, exp.ColumnDef)]
        node = node.this
    if not isinstance(node, exp.Struct) or not node.expressions:
        return None
    fields: list[tuple[str, exp.Expr]] = []
    for place, item in enumerate(node.expressions):
        value = item.expression if isinstance(item, exp.PropertyEQ) else item
        name = named[place] if place < len(named) else _name(item)
        if not name:
            return None
        fields.append((name, value))
    return fields


def _name(item: exp.Expr) -> str:
    """The name a field says, or takes from the column it copies."""
    if isinstance(item, exp.PropertyEQ):
        return str(item.this.name).lower()
    return item.alias_or_name.lower() if isinstance(item, (exp.Column, exp.Alias)) else ""


def _written_out(node: exp.Expr, names: list[exp.Identifier]) -> exp.Expr:
    """A column that stands before fields, `(t).name` or `:row.name`, as the column of a row where it is one."""
    inner = node.this if isinstance(node, exp.Paren) else node
    if isinstance(inner, exp.Placeholder) and isinstance(inner.this, str):
        return exp.Column(this=names[0].copy(), table=exp.to_identifier(inner.this))
    if inner is not node and isinstance(inner, exp.Column) and len(inner.parts) == 1:
        return exp.Column(this=names[0].copy(), table=inner.this.copy())
    return node


def column_read(node: exp.Expr) -> tuple[exp.Column | None, tuple[str, ...]]:
    """The column an expression reads and the fields of it, outermost first; None where it is anything else."""
    names: list[exp.Identifier] = []
    while isinstance(node, exp.Dot) and isinstance(node.expression, exp.Identifier):
        names.insert(0, node.expression)
        node = node.this
    fields = [name.name.lower() for name in names]
    row = _written_out(node, names) if names else node
    if row is not node:
        return row if isinstance(row, exp.Column) else None, tuple(fields[1:])
    return (node, tuple(fields)) if isinstance(node, exp.Column) else (None, ())
