"""INSERT, REPLACE, multi-insert and SELECT INTO: what each writes where."""

from sqlglot import exp

from kuajing.lineage.endpoints import file_place
from kuajing.lineage.querying.tables import outside_call
from kuajing.lineage.querying.tree_places import scalars_of
from kuajing.lineage.statements.assignments import assigned, returned
from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.derived_targets import columns_behind, query_behind
from kuajing.lineage.statements.targets import excepted_columns, partition_columns, parts_of_target, placed
from kuajing.lineage.values.provenance import add
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope
from kuajing.model.lineage import TableName


def read_insert(node: exp.Insert, outer: Scope, context: Context) -> Relation:
    """Notes what an INSERT writes; gives the relation its RETURNING clause makes."""
    scope = Scope(parent=outer, common=context.queries.common(node, outer), scalars=scalars_of(node))
    table, listed = parts_of_target(node.this)
    relation = _inserted(node, scope, context)
    query = query_behind(table, scope, Scope(parent=scope), context)
    if query is not None:
        return _into_query(query, relation, listed, context)
    target, listed = _target(table, listed, context)
    names = () if node.args.get("by_name") else listed
    excepted = excepted_columns(node.this)
    if node.args.get("by_name"):
        outputs = relation.columns
    else:
        outputs = placed(relation.columns, target, names, _partitions(node, context, excepted), context)
    rows = dict(relation.rows)
    add(rows, scope.rows)
    context.write(target, outputs, rows, replace=bool(node.args.get("overwrite")))
    if isinstance(table, exp.Table):
        _on_conflict(node, table, Relation(outputs, alias="excluded"), scope, context)
        return returned(node, context.target(table), scope, context)
    return relation


def _into_query(query: Relation, source: Relation, listed: tuple[str, ...], context: Context) -> Relation:
    """Notes what goes into the tables behind a query."""
    names = listed or tuple(output.name for output in query.columns)
    outputs = placed(source.columns, (), names, ((), ()), context)
    for target, columns in columns_behind(query, outputs, context).items():
        context.write(target, tuple(columns), source.rows)
    return Relation(())


def _partitions(
    node: exp.Insert, context: Context, excepted: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Columns fixed and filled by PARTITION; elsewhere than in Hive's family it names partitions, no columns."""
    return partition_columns(node) if context.dialect.partition_columns else (excepted, ())


def _inserted(node: exp.Insert, scope: Scope, context: Context) -> Relation:
    query = node.args.get("expression")
    if query is None:
        source = node.args.get("source")
        query = source if isinstance(source, exp.Expr) else None
    if query is None:
        return Relation(())
    if isinstance(query, (exp.Query, exp.DML)):
        return context.queries.relation(query, scope)
    return context.queries.from_items.relation(query, scope)


def _target(table: exp.Expr, listed: tuple[str, ...], context: Context) -> tuple[TableName, tuple[str, ...]]:
    """The name written to; a directory or table function is noted as a place outside."""
    if isinstance(table, exp.Directory):
        path = table.this.name
        context.reading.mention((path,), "out", file_place(path))
        return (path,), listed
    function = (
        table.this if isinstance(table, exp.Table) and not isinstance(table.this, exp.Identifier) else table
    )
    outside = None if isinstance(function, exp.Table) else outside_call(function, context.session)
    if outside is not None:
        context.reading.mention(outside.table, "out", outside.place)
        return outside.table, listed or outside.columns or ()
    return context.name(table), listed


def _on_conflict(
    node: exp.Insert, table: exp.Table, excluded: Relation, scope: Scope, context: Context
) -> None:
    """What ON CONFLICT or ON DUPLICATE KEY writes from the row that was to be inserted, or from the query."""
    conflict = node.args.get("conflict")
    if conflict is None:
        return
    around = Scope(parent=scope)
    query = node.args.get("expression")
    if isinstance(query, exp.Select):
        context.queries.from_items.add_all(query, around)
    inner = Scope(parent=around, relations=[context.target(table)], records={"excluded": excluded})
    for item in conflict.expressions:
        if isinstance(item, exp.EQ):
            outputs = tuple(
                Output(column.name.lower(), value) for column, value in assigned(item, inner, context)
            )
            context.write(context.name(table), outputs, {})
    where = conflict.args.get("where")
    if where is not None:
        context.reading.influence(context.name(table), context.value(where, inner))


def read_multiple(node: exp.MultitableInserts, outer: Scope, context: Context) -> None:
    """Notes what each INSERT of a multi-insert writes from the one source they share."""
    common = Scope(parent=outer, common=context.queries.common(node, outer))
    source = node.args.get("source")
    conditions: list[exp.Expr] = []
    for item in node.expressions:
        insert = item.this if isinstance(item, exp.ConditionalInsert) else item
        query = insert.args.get("expression")
        if isinstance(query, exp.Select) and query.args.get("from_") is None and source is not None:
            query.set("from_", source if isinstance(source, exp.From) else exp.From(this=source))
            read_insert(insert, common, context)
        elif source is not None:
            asked = _conditions(node, item, conditions)
            _read_row(insert, asked, source, common, context)


def _conditions(node: exp.Expr, item: exp.Expr, before: list[exp.Expr]) -> list[exp.Expr]:
    """What decides whether a row takes a branch: its own condition, and all before it for ELSE and INSERT FIRST."""
    condition = item.args.get("expression") if isinstance(item, exp.ConditionalInsert) else None
    if isinstance(condition, exp.Expr):
        before.append(condition)
    is_first = str(node.args.get("kind") or "").upper() == "FIRST"
    return list(before) if is_first or item.args.get("else_") else before[-1:]


def _read_row(
    insert: exp.Insert, conditions: list[exp.Expr], source: exp.Expr, outer: Scope, context: Context
) -> None:
    """One branch of INSERT ALL: the values listed, or the whole row of the source."""
    scope = Scope(parent=outer)
    context.queries.from_items.add(source, scope)
    rows = dict(scope.rows)
    for condition in conditions:
        add(rows, context.value(condition, scope))
    table, listed = parts_of_target(insert.this)
    values = insert.args.get("expression")
    if isinstance(values, exp.Values):
        cells = [cell for row in values.expressions for cell in row.expressions]
        outputs = [output for cell in cells for output in context.queries.outputs(cell, scope)]
    elif isinstance(values, exp.Tuple):
        outputs = [output for cell in values.expressions for output in context.queries.outputs(cell, scope)]
    else:
        outputs = [output for relation in scope.relations for output in relation.columns]
    target = context.name(table)
    context.write(target, placed(outputs, target, listed, ((), ()), context), rows)
