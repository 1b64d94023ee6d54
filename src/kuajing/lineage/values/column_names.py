"""The names by which a node of a tree reads a column."""

from sqlglot import exp

from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.values.tags import function_name

_UNITS = word_set(
    "year quarter month week day hour minute second millisecond microsecond yy yyyy qq mm dd dy wk ww hh "
    "mi ss ms dayofweek"
)
_SEQUENCE_WORDS = frozenset({"nextval", "currval"})


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


def parameter_name(node: exp.Expr) -> str:
    """The name by which a node may mean the parameter of a lambda; empty for other nodes."""
    if isinstance(node, exp.Identifier):
        return str(node.name.lower())
    return str(node.parts[0].name.lower()) if isinstance(node, exp.Column) else ""


def is_no_column(node: exp.Column, parts: tuple[str, ...]) -> bool:
    """Whether the name is a sequence's next value or a unit of time."""
    if parts[-1] == "$action" or len(parts) > 1:
        return parts[-1] == "$action" or parts[-1] in _SEQUENCE_WORDS
    if parts[0] not in _UNITS or not isinstance(node.parent, exp.Func):
        return False
    return any(word in function_name(node.parent) for word in ("DATE", "TIME", "DIFF", "TRUNC"))
