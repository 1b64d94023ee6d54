"""Rows changed while they are loaded: columns assigned from others of the same row, conditions that drop rows."""

from collections.abc import Callable

from sqlglot import exp

from kuajing.lineage.grammar.parser import Parsed
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.statements.assignments import assigned
from kuajing.lineage.statements.context import Context
from kuajing.lineage.values.provenance import add
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope

Parse = Callable[[str], Parsed]
Failure = tuple[str, int]


def mapped(
    peeled: Peeled, relation: Relation, parse: Parse, context: Context
) -> tuple[Relation, Failure | None]:
    """The relation that comes out of assignments and conditions, or the reason and place where one cannot be read."""
    row = Relation(tuple(Output(output.name.lstrip("@"), output.provenance) for output in relation.columns))
    if peeled.sets is None:
        outputs = list(relation.columns)
    else:
        tree, failure = _parsed(peeled.sets.replace("@", " "), "UPDATE t SET ", parse)
        if not isinstance(tree, exp.Update):
            return relation, failure
        outputs = [*_kept(peeled, relation, tree, context), *_set(tree, row, context)]
    rows = dict(relation.rows)
    for text in peeled.filters:
        tree, failure = _parsed(text, "SELECT ", parse)
        if not isinstance(tree, exp.Select):
            return relation, failure
        scope = Scope(relations=[_with_assigned(row, outputs)])
        for condition in tree.expressions:
            add(rows, context.value(condition, scope))
        add(rows, scope.rows)
    return Relation(tuple(outputs), rows), None


def _with_assigned(row: Relation, outputs: list[Output]) -> Relation:
    """What a condition sees: the row as it came, and the columns assigned from it."""
    came = {output.name for output in row.columns}
    return Relation((*row.columns, *(output for output in outputs if output.name.lstrip("@") not in came)))


def _parsed(text: str, prefix: str, parse: Parse) -> tuple[exp.Expr | None, Failure]:
    """The tree of a clause made a statement by what stands before it, every character at its place."""
    start = len(text) - len(text.lstrip())
    if start < len(prefix):
        return None, ("unread.sql_not_understood", -1)
    result = parse(f"{' ' * (start - len(prefix))}{prefix}{text[start:]}")
    return result.tree, (result.failure or "unread.sql_not_understood", result.offset)


def _set(tree: exp.Update, row: Relation, context: Context) -> list[Output]:
    scope = Scope(relations=[row])
    return [
        Output(column.name.lower(), value)
        for item in tree.expressions
        if isinstance(item, exp.EQ)
        for column, value in assigned(item, scope, context)
    ]


def _kept(peeled: Peeled, relation: Relation, tree: exp.Update, context: Context) -> list[Output]:
    """The columns that reach the table as they came: no variables, no names the table is known not to have."""
    set_here = {item.this.name.lower() for item in tree.expressions if isinstance(item, exp.EQ)}
    known = context.session.columns(context.session.qualified(peeled.into)) if peeled.into else None
    used: set[str] = set()
    if known is None and peeled.has_temporaries:
        used = {
            column.name.lower()
            for item in tree.expressions
            for column in item.expression.find_all(exp.Column)
        }
    return [
        output
        for output in relation.columns
        if not output.name.startswith("@")
        and output.name not in set_here | used
        and (known is None or output.is_star or output.name in known)
    ]
