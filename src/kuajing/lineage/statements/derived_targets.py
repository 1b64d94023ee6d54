"""Writes through a query: T-SQL's common table expression or derived table, Oracle's UPDATE of a subquery.

What is set or deleted there is so in the tables behind it.
"""

from collections.abc import Iterable

from sqlglot import exp

from kuajing.lineage.statements.context import Context
from kuajing.lineage.values.provenance import Transform
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope, relation_called
from kuajing.model.lineage import TableName


def query_behind(table: exp.Expr, scope: Scope, from_: Scope, context: Context) -> Relation | None:
    """The query that the written table is, or names; None for a table. One that FROM has not yet is put there."""
    if isinstance(table, exp.Subquery):
        relation = context.queries.from_items.relation(table, from_)
        from_.add(relation)
        return relation
    if not context.dialect.batch_separator or not isinstance(table, exp.Table) or len(table.parts) > 1:
        return None
    name = table.name.lower()
    named = relation_called(from_, (name,))
    if named is not None:
        return None if named.table else named
    common = scope.common_relation(name)
    if common is not None:
        relation = common.named(table.alias.lower() or name)
        from_.add(relation)
        return relation
    return None


def tables_behind(query: Relation, context: Context) -> list[TableName]:
    """The tables whose rows go when those of a query do; where these are several, that is a doubt."""
    tables = sorted({source.table for source in query.everything()})
    if len(tables) != 1:
        context.reading.notes.add("unread.sql_opaque")
    return tables


def columns_behind(
    query: Relation, outputs: Iterable[Output], context: Context
) -> dict[TableName, list[Output]]:
    """What is written to the columns of a query, as what is written to the columns they are."""
    written: dict[TableName, list[Output]] = {}
    for output in outputs:
        origins = [
            source
            for source, path in query.column(output.name).items()
            if path.transform is Transform.IDENTITY
        ]
        if len(origins) != 1:
            context.reading.notes.add("unread.sql_opaque")
        for source in origins:
            written.setdefault(source.table, []).append(Output(source.column, output.provenance))
    context.reading.reads -= set(written)
    context.reading.writes |= set(written)
    return written
