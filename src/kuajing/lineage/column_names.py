"""The names by which a node of a tree reads a column."""

from sqlglot import exp


def parts_of(node: exp.Column) -> tuple[str, ...]:
    """The parts of a column's name, folded."""
    args = node.args
    name, table = args["this"], args.get("table")
    is_short = not args.get("db") and not args.get("catalog")
    if is_short and type(name) is exp.Identifier and (not table or type(table) is exp.Identifier):
        last = name.args["this"].lower()
        return (table.args["this"].lower(), last) if table else (last,)
    return tuple(
        f"${part.name}" if isinstance(part, exp.Parameter) else part.name.lower() for part in node.parts
    )


def column_read(node: exp.Expr) -> tuple[exp.Column | None, tuple[str, ...]]:
    """The column an expression reads and the fields of it, outermost first; None where it is anything else."""
    fields: list[str] = []
    while isinstance(node, exp.Dot) and isinstance(node.expression, exp.Identifier):
        fields.insert(0, node.expression.name.lower())
        node = node.this
    return (node, tuple(fields)) if isinstance(node, exp.Column) else (None, ())


def parameter_name(node: exp.Expr) -> str:
    """The name by which a node may mean the parameter of a lambda; empty for other nodes."""
    if isinstance(node, exp.Identifier):
        return str(node.name.lower())
    return str(node.parts[0].name.lower()) if isinstance(node, exp.Column) else ""


def names_in(node: exp.Expr) -> list[exp.Expr]:
    """The names that a call lists, each without the column it is taken for."""
    return [item.this if isinstance(item, exp.Column) else item for item in node.expressions]
