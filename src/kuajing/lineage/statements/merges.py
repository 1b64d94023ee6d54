"""MERGE: what each of its branches writes from the source and the target."""

from sqlglot import exp

from kuajing.lineage.statements.assignments import assigned, returned
from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.derived_targets import columns_behind, query_behind
from kuajing.lineage.statements.targets import placed
from kuajing.lineage.values.provenance import add
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope


def read_merge(node: exp.Merge, outer: Scope, context: Context) -> Relation:
    """Notes what a MERGE writes; gives the relation of its RETURNING clause."""
    scope = Scope(parent=outer, common=context.queries.common(node, outer))
    behind = Scope(parent=scope)
    query = query_behind(node.this, scope, behind, context)
    main = context.target(node.this) if query is None else query
    scope.add(main)
    context.queries.from_items.add(node.args.get("using"), scope)
    source = scope.relations[-1] if len(scope.relations) > 1 else Relation(())
    add(scope.rows, context.value(node.args["on"], scope) if node.args.get("on") is not None else {})
    for column in node.args.get("using_cond") or ():
        add(scope.rows, main.column(column.name.lower()))
        add(scope.rows, source.column(column.name.lower()))
    outputs: list[Output] = []
    whens = node.args.get("whens")
    for when in whens.expressions if whens is not None else ():
        condition = when.args.get("condition")
        if condition is not None:
            add(scope.rows, context.value(condition, scope))
        outputs += _branch(when.args.get("then"), source, scope, context, main)
    written = {main.table or (): outputs} if query is None else columns_behind(query, outputs, context)
    for target, columns in written.items():
        context.write(target, tuple(columns), scope.rows)
    return returned(node, main, scope, context)


def _whole_row(then: exp.Insert, source: Relation, main: Relation, context: Context) -> list[Output]:
    """INSERT ROW counts columns by position; INSERT * and what is like it go by name."""
    if not isinstance(then.this, exp.Var):
        return list(source.columns)
    return list(placed(source.columns, main.table or (), (), ((), ()), context))


def _branch(
    then: exp.Expr | None, source: Relation, scope: Scope, context: Context, main: Relation
) -> list[Output]:
    """The columns one WHEN branch writes."""
    if not isinstance(then, (exp.Update, exp.Insert)):
        return []
    where = then.args.get("where")
    if where is not None:
        add(scope.rows, context.value(where, scope))
    if isinstance(then, exp.Update):
        if (
            not then.args.get("expressions")
            or isinstance(then.args.get("expressions"), exp.Star)
            or any(isinstance(item, exp.Star) for item in then.expressions)
        ):
            return list(source.columns)
        return [
            Output(column.name.lower(), value)
            for item in then.expressions
            if isinstance(item, exp.EQ)
            for column, value in assigned(item, scope, context)
        ]
    if isinstance(then.this, (exp.Star, exp.Var)) or isinstance(then.args.get("expression"), exp.Var):
        return _whole_row(then, source, main, context)
    if not isinstance(then.args.get("expression"), exp.Expr):
        return list(source.columns)  # DuckDB's INSERT without values, BY NAME or BY POSITION
    listed = tuple(column.name.lower() for column in then.this.expressions) if then.this is not None else ()
    values = then.args.get("expression")
    cells = values.expressions if isinstance(values, exp.Expr) else []
    outputs = [Output(cell.name.lower(), context.value(cell, scope)) for cell in cells]
    return list(placed(outputs, main.table or (), listed, ((), ()), context))
