"""UPDATE and DELETE: the columns set, and what decides the rows."""

from sqlglot import exp

from kuajing.lineage.statements.assignments import assigned, returned
from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.derived_targets import columns_behind, query_behind, tables_behind
from kuajing.lineage.values.provenance import add
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope, relation_called
from kuajing.model.lineage import TableName


def read_update(node: exp.Update, outer: Scope, context: Context) -> Relation:
    """Notes what an UPDATE sets, also in several tables at once; gives the relation of its RETURNING clause."""
    scope = Scope(parent=outer, common=context.queries.common(node, outer))
    main = _put_target(node, node.this, scope, context)
    written: dict[TableName, list[Output]] = {main.table or (): []}
    for item in node.expressions:
        if isinstance(item, exp.EQ):
            row = _whole_row(item, context)
            if row is not None:
                written[main.table or ()] += row
                continue
            for column, value in assigned(item, scope, context):
                target = _target_of(column, main, scope)
                written.setdefault(target, []).append(Output(column.name.lower(), value))
    _where(node, scope, context)
    if not main.table:
        for target, outputs in columns_behind(main, written.pop(()), context).items():
            written[target] = written.get(target, []) + outputs
    for target, outputs in written.items():
        if outputs:
            context.write(target, tuple(outputs), scope.rows)
    return returned(node, main, scope, context)


def _whole_row(item: exp.EQ, context: Context) -> list[Output] | None:
    """The columns of a record that Oracle's `SET ROW = record` writes; None for any other."""
    if not context.dialect.block_declarations or item.this.name.lower() != "row":
        return None
    record = context.session.rows.get(item.expression.name.lower())
    return None if record is None else list(record.columns)


def read_delete(node: exp.Delete, outer: Scope, context: Context, *, is_inner: bool) -> Relation:
    """Notes what decides the rows a DELETE takes away; inside another statement its rows go on to that one."""
    scope = Scope(parent=outer, common=context.queries.common(node, outer))
    tables = node.args.get("tables") or ()
    source = node.this if tables and isinstance(node.this, exp.Expr) else None
    main = _put_target(node, tables[0] if tables else node.this, scope, context, source)
    for item in _listed(node.args.get("using")):
        context.queries.from_items.add(item, scope)
    _where(node, scope, context)
    clause = node.args.get("returning")
    goes_on = is_inner or (clause is not None and isinstance(clause.args.get("into"), exp.Expr))
    for target in [main.table] if main.table else tables_behind(main, context):
        context.reading.reads.discard(target)
        context.reading.writes.add(target)
        if goes_on:
            context.reading.reads.add(target)
        else:
            context.reading.influence(target, scope.rows)
    return returned(node, main, scope, context)


def _listed(value: object) -> list[exp.Expr]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, exp.Expr)]


def _put_target(
    node: exp.Expr, table: exp.Expr, scope: Scope, context: Context, source: exp.Expr | None = None
) -> Relation:
    """Puts the written table in sight, and all that the statement joins to it; gives the written one.

    The table may be named by an alias that FROM, or `source`, gives; then it is the one behind the alias.
    """
    reading = context.reading
    before = set(reading.reads)
    from_ = Scope(parent=scope.parent, common=scope.common)
    context.queries.from_items.add(source, from_)
    context.queries.from_items.add_all(node, from_)
    query = query_behind(table, scope, from_, context)
    named = _behind_alias(table, from_, context) if query is None else query
    if query is not None:
        main = query
    elif named is not None and named.table:
        main = named
        if main.table not in before:
            reading.reads.discard(main.table)
    else:
        main = context.target(table)
        scope.add(main)
    for relation in from_.relations:
        scope.relations.append(relation)
    add(scope.rows, from_.rows)
    context.queries.from_items.add_joined(table, scope)
    return main


def _behind_alias(table: exp.Expr, from_: Scope, context: Context) -> Relation | None:
    """The relation in FROM that the written table names by its alias, or that is the same table."""
    if not isinstance(table, exp.Table) or table.alias:
        return None
    named = relation_called(from_, (table.name.lower(),))
    if named is None or (len(table.parts) > 1 and named.table != context.name(table)):
        return None
    return named


def _target_of(column: exp.Expr, main: Relation, scope: Scope) -> TableName:
    if isinstance(column, exp.Column) and len(column.parts) > 1:
        qualifier = tuple(part.name.lower() for part in column.parts[:-1])
        relation = relation_called(scope, qualifier)
        if relation is not None and relation.table:
            return relation.table
    return main.table or ()


def _where(node: exp.Expr, scope: Scope, context: Context) -> None:
    where = node.args.get("where")
    if where is not None:
        add(scope.rows, context.value(where, scope))
