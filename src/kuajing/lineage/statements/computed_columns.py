"""Columns that a table makes of its others: the edges between them, or in Flink what stands behind them."""

from collections.abc import Callable, Sequence

from sqlglot import exp

from kuajing.lineage.grammar.parser import Parsed
from kuajing.lineage.statements.context import Context
from kuajing.lineage.text.definitions import defined_table
from kuajing.lineage.text.lexer import Token
from kuajing.lineage.values.provenance import Provenance
from kuajing.lineage.values.relations import Output, base_relation
from kuajing.lineage.values.scopes import Scope

_HEAD = "SELECT "


def read_computed(
    words: Sequence[Token], text: str, parse: Callable[[str], Parsed], context: Context
) -> None:
    """Notes what each computed column of a CREATE TABLE comes from.

    Flink computes when a table is read, so that its readers see the columns behind; elsewhere the value is kept in
    the table, as an edge within it.
    """
    table = defined_table(words)
    computed = [column for column in table.columns if column.computed] if table is not None else []
    if table is None or not computed or any(token.word == "EXTERNAL" for token in words[:5]):
        return  # an external table's columns are read from its files, which are the table
    name = context.session.qualified(table.name)
    row = base_relation(name, tuple(column.name for column in table.columns), name[-1])
    values: dict[str, Provenance] = {}
    for column in computed:
        start, end = column.computed or (0, 0)
        result = parse(" " * (start - len(_HEAD)) + _HEAD + text[start:end])
        if not isinstance(result.tree, exp.Select):
            context.reading.notes.add(result.failure or "unread.sql_not_understood", start)
            continue
        values[column.name] = context.value(result.tree.expressions[0], Scope(relations=[row]))
    if context.dialect.grammar == "flink":
        context.session.computed.setdefault(name, {}).update(values)
        return
    context.reading.write(name, tuple(Output(column, value) for column, value in values.items() if value), {})
    context.reading.writes.discard(name)
