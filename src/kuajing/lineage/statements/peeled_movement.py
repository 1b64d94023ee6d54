"""A statement that was taken apart, read as what moves: the query or table into the place, the place into the table."""

from collections.abc import Callable
from dataclasses import replace

from sqlglot import exp

from kuajing.lineage.grammar.parser import Parsed
from kuajing.lineage.querying.tables import place_of
from kuajing.lineage.shims.outside_calls import called
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.stages import resolved
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.mapped_rows import mapped
from kuajing.lineage.statements.targets import placed
from kuajing.lineage.values.relations import Output, Relation, base_relation
from kuajing.lineage.values.scopes import Scope
from kuajing.model.lineage import TableName

Parse = Callable[[str], Parsed]


def read_peeled(peeled: Peeled, parse: Parse, context: Context) -> tuple[str, int] | None:
    """Notes what a peeled statement moves; gives the reason and place when its inner query cannot be read."""
    peeled = replace(peeled, sink=_resolved(peeled.sink, context), source=_resolved(peeled.source, context))
    relation = _read_from(peeled, context)
    if peeled.query is not None:
        result = parse(peeled.query)
        if not isinstance(result.tree, exp.Query):
            _write(peeled, Relation(()), context)
            return result.failure or "unread.sql_not_understood", result.offset
        relation = context.queries.relation(result.tree, Scope())
    if peeled.sets is not None or peeled.filters:
        relation, failure = mapped(peeled, relation, parse, context)
        if failure is not None:
            return failure
    _write(peeled, relation, context)
    if peeled.kind == "load" and peeled.into is None:
        context.reading.notes.add("unread.sql_opaque")  # the rows themselves name their table
    for further in peeled.more:
        failure = read_peeled(further, parse, context)
        if failure is not None:
            return failure
    return None


def _read_from(peeled: Peeled, context: Context) -> Relation:
    """The relation of the table or place that is read, of the columns listed."""
    if peeled.source is not None:
        columns = peeled.columns or peeled.source.columns or _columns_of(peeled.into, context)
        if columns and peeled.fixed:
            columns = tuple(column for column in columns if column not in peeled.fixed)
        context.reading.reads.add(peeled.source.table)
        context.reading.mention(peeled.source.table, "in", resolved(peeled.source.place, context.session))
        return base_relation(peeled.source.table, columns, "")
    if peeled.table is not None and peeled.query is None:
        name = context.session.qualified(peeled.table)
        held = context.session.temporary.get(name)
        if held is not None:
            context.session.looked_through.add(name)
            return held
        context.reading.reads.add(name)
        place = context.session.place_of((*name, "")) if peeled.kind in {"copy", "export"} else None
        place = place or place_of(name, context.session, context.dialect)
        if place is not None:
            context.reading.mention(name, "in", place)
        return base_relation(name, peeled.columns or context.session.columns(name), "")
    return Relation(())


def _resolved(outside: Outside | None, context: Context) -> Outside | None:
    """The place, where the text says what the collection or repository it is named by stands for."""
    if outside is None:
        return None
    if outside.call is not None:
        return called(*outside.call, context.session.collections) or outside
    if outside.place.kind == "repository":
        return replace(outside, place=context.session.servers.get(outside.place.address) or outside.place)
    return outside


def _columns_of(table: TableName | None, context: Context) -> tuple[str, ...] | None:
    return None if table is None else context.session.columns(context.session.qualified(table))


def _write(peeled: Peeled, relation: Relation, context: Context) -> None:
    outputs = relation.columns
    if peeled.sink is not None:
        context.reading.mention(peeled.sink.table, "out", resolved(peeled.sink.place, context.session))
        context.reading.write(peeled.sink.table, _listed(outputs, peeled, peeled.sink), relation.rows)
    if peeled.into is not None:
        target = context.session.qualified(peeled.into)
        if peeled.sets is None and peeled.source is None:
            outputs = placed(outputs, target, peeled.into_columns, ((), ()), context)
        context.write(target, tuple(outputs), relation.rows)
        place = context.session.place_of((*target, "")) if peeled.table is not None else None
        if place is not None:  # a whole database is written
            context.reading.mention(target, "out", place)


def _listed(outputs: tuple[Output, ...], peeled: Peeled, sink: Outside) -> tuple[Output, ...]:
    """The outputs under the names listed for the place they go to."""
    names = peeled.into_columns or sink.columns or ()
    if any(output.is_star for output in outputs):
        return outputs
    return tuple(
        Output(names[place] if place < len(names) else output.name, output.provenance)
        for place, output in enumerate(outputs)
    )
