"""Elements of the collections a routine holds."""

from sqlglot import exp

from kuajing.lineage.values.scopes import Meaning, Scope, meaning, variable_called


def element_of(node: exp.Expr, scope: Scope) -> Meaning | None:
    """What an element of a collection holds, as in Oracle's `rows(i).id` and `ids(i)`; None for a function."""
    fields: list[str] = []
    while isinstance(node, exp.Dot) and isinstance(node.expression, exp.Identifier):
        fields.insert(0, node.expression.name.lower())
        node = node.this
    if not isinstance(node, exp.Anonymous):
        return None
    name = node.name.lower()
    if fields and any(name in place.records for place in scope.around()):
        return meaning(scope, (name, *fields), prefers_alias=False)
    return variable_called(scope, name)
