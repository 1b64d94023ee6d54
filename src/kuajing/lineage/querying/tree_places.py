"""Where names stand in a tree."""

from sqlglot import exp

from kuajing.lineage.values.scopes import Scope


def is_projected(node: exp.Expr) -> bool:
    """Whether an expression is, or is part of, what a SELECT gives; a marker anywhere else stands for a value."""
    while node.parent is not None and not isinstance(node.parent, exp.Query):
        node = node.parent
    return isinstance(node.parent, exp.Select) and node.arg_key == "expressions"


def names_in(node: exp.Expr) -> list[exp.Expr]:
    """The bare names among the arguments of a call."""
    return [item.this if isinstance(item, exp.Column) else item for item in node.expressions]


def stands_in_own_alias(scope: Scope, name: str) -> bool:
    """Whether the projection that gives an alias uses the name itself, so that a column of that name must exist."""
    alias = scope.aliases.get(name)
    return alias is not None and any(
        len(column.parts) == 1 and column.name.lower() == name for column in alias.find_all(exp.Column)
    )


def scalars_of(node: exp.Expr) -> dict[str, exp.Expr]:
    """The expressions, no queries to select from, that ClickHouse's `WITH expression AS name` names."""
    with_ = node.args.get("with_")
    items = with_.expressions if with_ is not None else ()
    return {item.alias.lower(): item.this for item in items if item.args.get("scalar")}
