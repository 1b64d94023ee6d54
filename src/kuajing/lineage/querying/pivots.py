"""PIVOT and UNPIVOT: rows turned into columns and back, with what feeds each."""

from sqlglot import exp

from kuajing.lineage.querying.expressions import Expressions
from kuajing.lineage.values.provenance import Provenance, add, merged
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope


def pivoted(relation: Relation, pivot: exp.Pivot, expressions: Expressions) -> Relation:
    """The relation after one PIVOT or UNPIVOT clause."""
    scope = Scope(relations=[relation])
    alias = pivot.alias.lower() or relation.alias
    outputs = (
        _unpivot(relation, pivot, expressions, scope)
        if pivot.args.get("unpivot")
        else _pivot(relation, pivot, expressions, scope)
    )
    rows: Provenance = dict(relation.rows)
    add(rows, scope.rows)
    listed = pivot.args.get("alias")
    columns = listed.columns if isinstance(listed, exp.TableAlias) else []
    names = tuple(column.name.lower() for column in columns)
    return Relation(tuple(outputs), rows).named(alias, names)


def _names(node: exp.Expr) -> set[str]:
    return {column.name.lower() for column in node.find_all(exp.Column)}


def _pivot(relation: Relation, pivot: exp.Pivot, expressions: Expressions, scope: Scope) -> list[Output]:
    used: set[str] = set()
    for field in pivot.args.get("fields") or ():
        used |= _names(field.this)
        add(scope.rows, expressions.provenance(field.this, scope))
    values = []
    for aggregate in pivot.expressions:
        used |= _names(aggregate)
        values.append(expressions.provenance(aggregate, scope))
    kept = [output for output in relation.columns if output.name not in used]
    names = [column.name.lower() for column in pivot.args.get("columns") or ()]
    if not names:
        return [*kept, Output("*", merged(values))]
    return [*kept, *(Output(name, values[place % len(values)]) for place, name in enumerate(names) if values)]


def _unpivot(relation: Relation, pivot: exp.Pivot, expressions: Expressions, scope: Scope) -> list[Output]:
    """Columns that are not unpivoted, the column of names (which carries no value), and the columns of values."""
    turned: list[exp.Expr] = [item for field in pivot.args.get("fields") or () for item in field.expressions]
    used = {name for item in turned for name in _names(item)}
    kept = [output for output in relation.columns if output.name not in used]
    labels = [Output(field.this.name.lower(), {}) for field in pivot.args.get("fields") or ()]
    names = [column.name.lower() for item in pivot.expressions for column in _value_columns(item)]
    groups = [_members(item) for item in turned]
    values = [
        Output(
            name,
            merged(
                expressions.provenance(group[place] if len(names) > 1 else cell, scope)
                for group in groups
                if place < len(group)
                for cell in group[:1]
            ),
        )
        for place, name in enumerate(names)
    ]
    return [*kept, *labels, *values]


def _members(item: exp.Expr) -> list[exp.Expr]:
    """The columns that together make one row, without the label they are given."""
    if isinstance(item, (exp.PivotAlias, exp.Alias)):
        item = item.this
    return list(item.expressions) if isinstance(item, exp.Tuple) else [item]


def _value_columns(item: exp.Expr) -> list[exp.Expr]:
    return (
        list(item.expressions) if isinstance(item, exp.Tuple) else list(item.find_all(exp.Column)) or [item]
    )
