"""CREATE TABLE AS, views, clones and renames: what each writes, and what it teaches about later names."""

from sqlglot import exp

from kuajing.lineage.statements.clones import Cloned
from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.renames import Renaming
from kuajing.lineage.statements.targets import parts_of_target
from kuajing.lineage.values.relations import Relation, base_relation
from kuajing.lineage.values.scopes import Scope
from kuajing.model.lineage import TableName


def read_create(node: exp.Create, outer: Scope, context: Context) -> None:
    """Notes what a table or view made from a query gets."""
    table, listed = parts_of_target(node.this)
    if not isinstance(table, exp.Table):
        return
    name = context.name(table)
    query = node.args.get("expression")
    clone = node.args.get("clone")
    if clone is not None:
        copy_table(context.name(clone.this), name, context)
        return
    if not isinstance(query, (exp.Query, exp.Table, exp.Summarize)):
        if query is None:  # only what holds a query is parsed: sqlglot passed over it
            context.reading.notes.add("unread.sql_not_understood")
        return
    if isinstance(query, exp.Table) and context.dialect.grammar == "clickhouse":
        # AS a table copies its columns there, and no rows
        columns = context.session.columns(context.name(query))
        if columns is not None:
            context.session.learn(name, columns)
        return
    scope = Scope(parent=outer, common=context.queries.common(node, outer))
    relation = context.queries.relation(query, scope)
    if listed:
        relation = relation.named("", listed)
    sink = _sink(node, context)
    if sink is not None:
        context.write(sink, relation.columns, relation.rows)
        return
    if is_temporary(node, table):
        context.hold(name, relation, replace=True)
        return
    context.write(name, relation.columns, relation.rows)
    learn(name, relation, context)


def learn(name: TableName, relation: Relation, context: Context) -> None:
    """Keeps the columns of a table made from a relation, where all are known."""
    if not relation.is_open:
        context.session.learn(name, tuple(output.name for output in relation.columns))


def is_temporary(node: exp.Create, table: exp.Table) -> bool:
    """Whether a table lives no longer than the session."""
    properties = node.args.get("properties")
    kinds = properties.expressions if properties is not None else []
    return table.name.startswith("#") or any(isinstance(item, exp.TemporaryProperty) for item in kinds)


def _sink(node: exp.Create, context: Context) -> TableName | None:
    """The table a materialised view hands its rows on to."""
    properties = node.args.get("properties")
    for item in properties.expressions if properties is not None else ():
        if isinstance(item, exp.ToTableProperty):
            return context.name(item.this.this if isinstance(item.this, exp.Schema) else item.this)
    return None


def copy_table(source: TableName, target: TableName, context: Context) -> None:
    """Notes that a table becomes a copy of another."""
    relation = base_relation(source, context.session.columns(source), "")
    context.reading.reads.add(source)
    context.write(target, relation.columns, {})
    learn(target, relation, context)


def clone_table(clone: Cloned, context: Context) -> None:
    """Notes what a clone, snapshot or stream holds; a temporary one is looked through."""
    source, target = context.session.qualified(clone.source), context.session.qualified(clone.target)
    if clone.is_temporary:
        held = context.session.temporary.get(source)
        relation = held or base_relation(source, context.session.columns(source), "")
        context.hold(target, relation, replace=True)
        return
    copy_table(source, target, context)


def move_name(renaming: Renaming, context: Context) -> None:
    """Notes that rows go by another name from here on; a new name without database stays in the old one's."""
    old = context.session.qualified(renaming.old)
    new = (*old[: len(old) - len(renaming.new)], *renaming.new)
    if old not in context.session.temporary:
        copy_table(old, new, context)
    if renaming.is_rename:
        context.session.rename(old, new)


def read_into(node: exp.Query, into: exp.Into, outer: Scope, context: Context) -> None:
    """Notes what SELECT ... INTO writes to a new table."""
    relation = context.queries.relation(node, outer)
    name = context.name(into.this)
    if into.args.get("temporary") or name[-1].startswith("#"):
        context.hold(name, relation, replace=True)
        return
    context.write(name, relation.columns, relation.rows)
    learn(name, relation, context)
