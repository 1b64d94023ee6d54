"""Several relations one under the other: columns meet by position, or by name where positions cannot be told."""

from collections.abc import Sequence

from sqlglot import exp

from kuajing.lineage.values.provenance import GUESSED, PLAIN, Path, Provenance, Transform, add, through
from kuajing.lineage.values.relations import Has, Output, Relation

_COMPARED = Path(Transform.DERIVED, frozenset({"EXCEPT"}))


def combined(parts: Sequence[Relation], *, by_name: bool) -> Relation:
    """The relation a UNION of parts gives; names come from the first."""
    rows: Provenance = {}
    for part in parts:
        add(rows, part.rows)
    first = parts[0]
    outputs = [Output(output.name, dict(output.provenance)) for output in first.columns]
    for part in parts[1:]:
        if by_name:
            _by_name(outputs, part)
        elif _same_shape(first, part):
            for output, other in zip(outputs, part.columns, strict=False):
                add(output.provenance, other.provenance)
        else:
            _guessed(outputs, part)
    return Relation(tuple(outputs), rows)


def less(relation: Relation, part: Relation, *, by_name: bool) -> Relation:
    """What EXCEPT leaves of a relation: the values of the part shape what is left, and decide its rows."""
    compared = tuple(Output(output.name, through(output.provenance, _COMPARED)) for output in part.columns)
    left = combined((relation, Relation(compared, part.rows)), by_name=by_name)
    add(left.rows, part.everything())
    return Relation(left.columns[: len(relation.columns)], left.rows)


def _same_shape(first: Relation, part: Relation) -> bool:
    """Whether stars stand at the same places in both, so that positions mean the same."""
    return [output.is_star for output in first.columns] == [
        output.is_star for output in part.columns
    ] or not (first.is_open or part.is_open)


def _by_name(outputs: list[Output], part: Relation) -> None:
    known = {output.name: output for output in outputs}
    for other in part.columns:
        if other.name in known:
            add(known[other.name].provenance, other.provenance)
        else:
            outputs.append(Output(other.name, dict(other.provenance)))


def _guessed(outputs: list[Output], part: Relation) -> None:
    """Meets columns of one name; what a star may hide is met too, and marked as ambiguous."""
    known = {output.name for output in outputs}
    for output in outputs:
        if not output.is_star and part.has(output.name) is not Has.NO:
            step = GUESSED if part.has(output.name) is Has.MAYBE else PLAIN
            add(output.provenance, part.column(output.name), step)
    outputs.extend(
        Output(other.name, dict(other.provenance)) for other in part.columns if other.name not in known
    )
    for output in outputs:
        if output.is_star:
            for other in part.columns:
                if other.is_star:
                    add(output.provenance, other.provenance)


def branches_of(node: exp.SetOperation) -> list[exp.Expr]:
    """The queries a chain of set operations joins, from the first to the last, however long the chain."""
    found: list[exp.Expr] = []
    current: exp.Expr = node
    while isinstance(current, exp.SetOperation) and (current is node or _is_plain(current)):
        found.append(current.expression)
        current = current.this
    found.append(current)
    found.reverse()
    return found


def _is_plain(node: exp.SetOperation) -> bool:
    """Whether an inner set operation may be read together with the outer one."""
    if isinstance(node, exp.Intersect) or isinstance(node.parent, exp.Intersect):
        return type(node) is type(node.parent)
    around = node.parent
    return (
        around is not None
        and not node.args.get("with_")
        and node.args.get("by_name") == around.args.get("by_name")
    )
