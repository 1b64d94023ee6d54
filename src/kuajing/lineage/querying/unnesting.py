"""Table functions that open a value into rows: explode, posexplode, json_tuple, stack, unnest, flatten."""

from sqlglot import exp

from kuajing.lineage.querying.expressions import Expressions
from kuajing.lineage.values.provenance import Path, Provenance, Transform, merged, through
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope
from kuajing.lineage.values.tags import function_name

_PLAIN_NAMES = ("col", "key", "value")
_POSITIONED = frozenset({"POSEXPLODE", "POSEXPLODE_OUTER"})
_DERIVED = Path(Transform.DERIVED)


def unnested(
    function: exp.Expr, alias: str, columns: tuple[str, ...], scope: Scope, expressions: Expressions
) -> Relation:
    """The relation a function's rows make, under the alias and column names given to it."""
    name = function_name(function)
    opened = through(expressions.provenance(function, scope), _DERIVED)
    if name == "STACK":
        outputs = _stacked(function, columns, scope, expressions)
    elif not columns and (own := _listed(function)):
        outputs = [Output(column, opened) for column in own]
    elif columns:
        outputs = [Output(column, opened) for column in columns]
        if len(columns) > 1 and name in _POSITIONED:
            outputs[0] = Output(columns[0], {})
    else:
        names = ("number",) if name.startswith(("NUMBERS", "PRIMES")) else _PLAIN_NAMES
        outputs = [Output(column, opened) for column in dict.fromkeys((*names, alias)) if column]
    return Relation(tuple(outputs), alias=alias, element=opened)


def _listed(function: exp.Expr) -> list[str]:
    """The columns that XMLTABLE lists itself."""
    if not isinstance(function, exp.XMLTable):
        return []
    columns = function.args.get("columns") or ()
    return [column.name.lower() for column in columns if column.name]


def _stacked(
    function: exp.Expr, columns: tuple[str, ...], scope: Scope, expressions: Expressions
) -> list[Output]:
    """The columns of `stack(n, a, b, c, d)`: its values dealt out row by row."""
    values = [*function.iter_expressions()][1:]
    dealt: list[list[Provenance]] = [[] for _ in columns]
    for place, value in enumerate(values):
        if columns:
            dealt[place % len(columns)].append(expressions.provenance(value, scope))
    return [Output(column, merged(parts, _DERIVED)) for column, parts in zip(columns, dealt, strict=True)]
