"""DuckDB's PIVOT and UNPIVOT where a query stands: the columns they give."""

from itertools import product

from sqlglot import exp

from kuajing.lineage.querying.expressions import Expressions
from kuajing.lineage.values.column_choices import everything_chosen
from kuajing.lineage.values.provenance import Provenance, add, merged
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope

_MOST_COLUMNS = 1_000


def pivot_statement(relation: Relation, node: exp.Pivot, expressions: Expressions) -> Relation:
    """The relation a PIVOT or UNPIVOT that is a query of its own gives."""
    scope = Scope(relations=[relation])
    if node.args.get("unpivot"):
        return Relation(tuple(_turned(relation, node, expressions, scope)), relation.rows)
    using = list(node.args.get("using") or ())
    group = node.args.get("group")
    keys = list(group.expressions) if group is not None else []
    used = {
        column.name.lower() for item in (*node.expressions, *using) for column in item.find_all(exp.Column)
    }
    for item in (*node.expressions, *keys):
        add(scope.rows, expressions.provenance(item.this if isinstance(item, exp.In) else item, scope))
    if keys:
        kept = [Output(key.alias_or_name.lower(), expressions.provenance(key, scope)) for key in keys]
    else:
        kept = [output for output in relation.columns if output.name not in used]
    rows: Provenance = dict(relation.rows)
    add(rows, scope.rows)
    return Relation((*kept, *_cells(node, using, expressions, scope)), rows)


def _cells(node: exp.Pivot, using: list[exp.Expr], expressions: Expressions, scope: Scope) -> list[Output]:
    """A column for each combination of values and each aggregate; a star where the values are not written."""
    values = [(use, expressions.provenance(use, scope)) for use in using]
    listed = [
        [cell.name.lower() for cell in item.expressions] if isinstance(item, exp.In) else []
        for item in node.expressions
    ]
    count = len(values) or 1
    for cells in listed:
        count *= len(cells)
    if not 0 < count <= _MOST_COLUMNS:
        return [Output("*", merged(value for _, value in values))]
    names = ["_".join(cells) for cells in product(*listed)]
    if not values:
        return [Output(name, {}) for name in names]
    return [
        Output(
            f"{name}_{use.alias_or_name or use.sql('duckdb')}".lower() if _is_named(use, values) else name,
            value,
        )
        for name in names
        for use, value in values
    ]


def _is_named(use: exp.Expr, values: list[tuple[exp.Expr, Provenance]]) -> bool:
    """Whether the aggregate's own name stands behind that of the value."""
    return len(values) > 1 or isinstance(use, exp.Alias)


def _turned(relation: Relation, node: exp.Pivot, expressions: Expressions, scope: Scope) -> list[Output]:
    """Columns that stay, the column of names, and the columns of values, of which each takes its place in every group."""
    groups = [list(item.expressions) if isinstance(item, exp.Tuple) else [item] for item in node.expressions]
    used = {column.name.lower() for item in node.expressions for column in item.find_all(exp.Column)}
    for chosen in (choice for item in node.expressions for choice in item.find_all(exp.Columns)):
        fed = everything_chosen(chosen, scope.relations)
        used |= {source.column for source in fed}
    kept = [output for output in relation.columns if output.name not in used]
    into = node.args.get("into")
    name = into.this.name.lower() if into is not None else "name"
    values = [item.name.lower() for item in into.expressions] if into is not None else ["value"]
    outputs = [*kept, Output(name, {})]
    for place, value in enumerate(values):
        cells = [group[place] for group in groups if place < len(group)]
        outputs.append(Output(value, merged(expressions.provenance(cell, scope) for cell in cells)))
    return outputs
