"""Functions that take a function: what its parameters stand for, so that what it does to them is seen."""

import re
from collections.abc import Mapping

from sqlglot import exp

from kuajing.lineage.values.provenance import Path
from kuajing.lineage.values.tags import function_name

Bound = Mapping[str, tuple[tuple[exp.Expr, "Bound"], ...]]
"""What each parameter in sight stands for: expressions, each with the parameters in sight of it."""

Frame = tuple[exp.Expr, Path, Bound]
"""An expression still to be read, the step its value has taken to the top, and the parameters in sight."""

NOTHING: Bound = {}
_KEEPS = re.compile(r"\w*(?:FILTER|SORT|SPLIT|EXISTS|MATCH|ANY|ALL|FIRST|LAST|FIND|COUNT|FILL|PARTITION)\w*")
"""Functions that give members of what they are given as they are, or only say something of them."""
_OF_MAPS = re.compile(r"(?:TRANSFORM|MAP)_?(?:KEYS|VALUES|APPLY|FROM)\w*|MAPAPPLY")


def lambda_frames(node: exp.Expr, children: list[exp.Expr], step: Path, bound: Bound) -> list[Frame] | None:
    """What a call with lambdas gives its value from; None for a call without, and for one that keeps what it is given."""
    if isinstance(node, exp.Comprehension):
        name, iterated = node.expression.name.lower(), node.args["iterator"]
        return [(node.this, step, {**bound, name: ((iterated, bound),)})]
    lambdas = [child for child in children if isinstance(child, exp.Lambda)]
    if not lambdas or _KEEPS.fullmatch(function_name(node)):
        return None
    given = [child for child in children if not isinstance(child, exp.Lambda)]
    if isinstance(node, exp.Reduce):
        return _reduced(node, step, bound)
    return [(body.this, step, {**bound, **_bindings(body, given, bound, node)}) for body in lambdas]


def _bindings(body: exp.Lambda, given: list[exp.Expr], bound: Bound, node: exp.Expr) -> Bound:
    """What each parameter stands for: arrays by position, a map for its keys and values; a position for nothing."""
    names = [parameter.name.lower() for parameter in body.expressions]
    if len(given) == 1 and _OF_MAPS.fullmatch(function_name(node)):
        return dict.fromkeys(names, ((given[0], bound),))
    return {name: ((given[place], bound),) if place < len(given) else () for place, name in enumerate(names)}


def _reduced(node: exp.Reduce, step: Path, bound: Bound) -> list[Frame]:
    """A fold: what is begun with, and what each round adds of a member."""
    initial, merge = node.args["initial"], node.args["merge"]
    names = [parameter.name.lower() for parameter in merge.expressions]
    inner: Bound = {
        **bound,
        **dict.fromkeys(names[:-1], ()),
        **dict.fromkeys(names[-1:], ((node.this, bound),)),
    }
    return [(initial, step, bound), (merge.this, step, inner)]
