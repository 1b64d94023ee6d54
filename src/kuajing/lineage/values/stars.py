"""A star spelled out: the columns of every relation in sight, less and renamed as the star says."""

from collections.abc import Callable

from sqlglot import exp

from kuajing.lineage.values.column_choices import chosen_by, like
from kuajing.lineage.values.provenance import Path, Provenance, Structured, Transform, merged, through
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope, relation_called
from kuajing.model.lineage import ALL_COLUMNS

_ANY_FIELD = Path(Transform.DERIVED, is_ambiguous=True)
_DROPS = ("except_", "except", "exclude")


def star_of(projection: exp.Expr) -> tuple[exp.Star, tuple[str, ...]] | None:
    """The star a projection is and the qualifier before it; None for any other projection.

    DuckDB's `* LIKE pattern` and `* SIMILAR TO pattern` are stars too.
    """
    pattern = projection.this if isinstance(projection, exp.Not) else projection
    if isinstance(pattern, (exp.Like, exp.ILike, exp.SimilarTo)):
        found = star_of(pattern.this)
        return found and (exp.Star(**{**found[0].args, "ilike": projection}), found[1])
    if isinstance(projection, exp.Star):
        return projection, ()
    if isinstance(projection, exp.Column) and isinstance(projection.this, exp.Star):
        return projection.this, tuple(part.name.lower() for part in projection.parts[:-1])
    return None


def expanded(
    star: exp.Star,
    qualifier: tuple[str, ...],
    scope: Scope,
    value_of: Callable[[exp.Expr], Provenance],
    *,
    of_structures: bool = False,
) -> list[Output]:
    """The columns a star stands for, in order; `value_of` reads what REPLACE puts in a column's place.

    `of_structures` where what stands before a star may be a column that holds a structure.
    """
    if qualifier:
        relation = relation_called(scope, qualifier)
        fields = _fields(qualifier, value_of) if relation is None and of_structures else []
        outputs = list(relation.columns) if relation else fields
    else:
        outputs = all_columns(scope)
    pattern = star.args.get("ilike")
    if pattern is not None:
        chooses = like(pattern) if isinstance(pattern, exp.Literal) else chosen_by(pattern)
        outputs = [output for output in outputs if output.is_star or chooses(output.name)]
    dropped = {item.name.lower() for word in _DROPS for item in star.args.get(word) or ()}
    replaced = _replaced(star)
    renamed = {
        item.this.name.lower(): item.alias.lower()
        for item in star.args.get("rename") or ()
        if isinstance(item, exp.Alias)
    }
    return [
        Output(renamed.get(name, name), value_of(replaced[name]) if name in replaced else provenance)
        for name, provenance in outputs
        if name not in dropped
    ]


def _fields(qualifier: tuple[str, ...], value_of: Callable[[exp.Expr], Provenance]) -> list[Output]:
    """The fields of a column that holds a structure, `t.address.*`: which there are is not known."""
    column = exp.Column(
        **dict(zip(("this", "table", "db"), map(exp.to_identifier, reversed(qualifier)), strict=False))
    )
    value = value_of(column)
    if isinstance(value, Structured):
        return [Output(name, field) for name, field in value.fields.items()]
    fields = through(value, _ANY_FIELD)
    return [Output(ALL_COLUMNS, fields)] if fields else []


def opened(item: exp.Dot, value_of: Callable[[exp.Expr], Provenance]) -> list[Output]:
    """The fields of a computed value, `(expression).*`: which there are is not known, but for those REPLACE puts in."""
    fields = through(value_of(item.this), _ANY_FIELD)
    return [
        Output(ALL_COLUMNS, fields),
        *(Output(name, value_of(value)) for name, value in _replaced(item.expression).items()),
    ]


def _replaced(star: exp.Expr) -> dict[str, exp.Expr]:
    """What REPLACE puts in the place of which column."""
    return {
        item.alias.lower(): item.this
        for item in star.args.get("replace") or ()
        if isinstance(item, exp.Alias)
    }


def all_columns(scope: Scope) -> list[Output]:
    """The columns of all relations; one that USING has made one stands once, fed by every side."""
    seen: set[str] = set()
    outputs = []
    visible: list[Relation] = [relation for relation in scope.relations if id(relation) not in scope.unseen]
    shared = _shared(visible) if scope.is_natural else scope.using
    for relation in visible:
        for output in relation.columns:
            if output.name not in shared:
                outputs.append(output)
            elif output.name not in seen:
                seen.add(output.name)
                sides = (other.column(output.name) for other in visible if not other.is_open)
                outputs.append(Output(output.name, merged(sides)))
    return outputs


def _shared(relations: list[Relation]) -> set[str]:
    counted: dict[str, int] = {}
    for relation in relations:
        for name in {output.name for output in relation.columns if not output.is_star}:
            counted[name] = counted.get(name, 0) + 1
    return {name for name, count in counted.items() if count > 1}
