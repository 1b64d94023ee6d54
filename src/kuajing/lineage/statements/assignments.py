"""SET clauses as pairs of column and value, and what RETURNING gives."""

from collections.abc import Iterator

from sqlglot import exp

from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.targets import parts_of_target, placed
from kuajing.lineage.values.provenance import Provenance, add
from kuajing.lineage.values.relations import Relation
from kuajing.lineage.values.scopes import Scope

_CHANGED_ROWS = ("inserted", "deleted", "new", "old")
"""What T-SQL and PostgreSQL call the rows as they are and were."""


def assigned(item: exp.Expr, scope: Scope, context: Context) -> Iterator[tuple[exp.Expr, Provenance]]:
    """The columns that `a = value` or `(a, b) = (values)` sets, each with where its value comes from."""
    left, right = item.this, item.args.get("expression")
    if right is None:
        return
    columns = left.expressions if isinstance(left, (exp.Tuple, exp.Array)) else [_plain(left)]
    if len(columns) == 1:
        yield _plain(columns[0]), context.value(right, scope)
        return
    values = _values(right, scope, context)
    for place, column in enumerate(columns):
        yield _plain(column), values[place] if place < len(values) else {}


def _plain(column: exp.Expr) -> exp.Expr:
    while isinstance(column, (exp.Paren, exp.Bracket)):
        column = column.this
    return column


def _values(right: exp.Expr, scope: Scope, context: Context) -> list[Provenance]:
    """The values of a row: of a subquery by position, or one by one."""
    if isinstance(right, exp.Query):
        relation = context.queries.relation(right, scope)
        add(scope.rows, relation.rows)
        return [output.provenance for output in relation.columns]
    cells = right.expressions or [right]
    return [context.value(cell, scope) for cell in cells]


def returned(node: exp.Expr, table: Relation, scope: Scope, context: Context) -> Relation:
    """The relation that RETURNING or OUTPUT makes of the rows written to a table; OUTPUT INTO writes it on."""
    clause = node.args.get("returning")
    if clause is None:
        return Relation(())
    rows = {alias: table.named(alias, table=table.table) for alias in _CHANGED_ROWS}
    inner = Scope(parent=scope, relations=[table], records=rows)
    outputs = tuple(output for item in clause.expressions for output in context.queries.outputs(item, inner))
    into = clause.args.get("into")
    if isinstance(into, exp.Expr):
        target, listed = parts_of_target(into)
        name = context.name(target)
        context.write(name, placed(outputs, name, listed, ((), ()), context), scope.rows)
    return Relation(outputs, dict(scope.rows))
