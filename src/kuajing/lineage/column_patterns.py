"""Columns picked by a pattern, and functions applied to several at once: `COLUMNS('^tel')`, `* APPLY(md5)`."""

import re
from collections.abc import Callable

from sqlglot import exp

from kuajing.lineage.provenance import Path, through
from kuajing.lineage.relations import Output
from kuajing.lineage.scopes import Scope
from kuajing.lineage.stars import expanded, star_of

_PLAIN = re.compile(r"(?:[\w^$|.]|\.[*+]|[()](?![*+?{])|\[[\w-]+\](?![*+?{]))*")
"""Patterns that cannot run away: nothing repeats but a single sign. Of any other one all columns are taken."""


def picked(item: exp.Expr, scope: Scope, step_of: Callable[[exp.Expr], Path]) -> list[Output] | None:
    """The columns such a projection gives; None for any other projection."""
    if isinstance(item, exp.Apply):
        outputs = picked(item.this, scope, step_of)
        if outputs is None:
            star = star_of(item.this)
            outputs = _plain_star(*star, scope) if star is not None else None
        if outputs is None:
            return None
        step = _applied(item.expression, step_of)
        return [Output(name, through(provenance, step)) for name, provenance in outputs]
    found = _pattern(item)
    if found is None:
        return None
    pattern, qualifier = found
    matches = _matcher(pattern)
    outputs = _plain_star(exp.Star(), qualifier, scope)
    return [output for output in outputs if output.is_star or matches(output.name)]


def _plain_star(star: exp.Star, qualifier: tuple[str, ...], scope: Scope) -> list[Output]:
    return expanded(star, qualifier, scope, lambda _: {})


def _pattern(item: exp.Expr) -> tuple[str, tuple[str, ...]] | None:
    """The pattern of COLUMNS('...') and the table it is of."""
    if isinstance(item, exp.Columns) and isinstance(item.this, exp.Literal):
        return item.this.name, ()
    if isinstance(item, exp.Dot) and isinstance(item.expression, exp.Anonymous):
        call = item.expression
        if call.name.upper() == "COLUMNS" and len(call.expressions) == 1:
            return call.expressions[0].name, (item.this.name.lower(),)
    return None


def _matcher(pattern: str) -> Callable[[str], object]:
    if not _PLAIN.fullmatch(pattern):
        return bool
    try:
        return re.compile(pattern, re.IGNORECASE).search
    except re.error:
        return bool


def _applied(function: exp.Expr, step_of: Callable[[exp.Expr], Path]) -> Path:
    """The step a value makes through the function that is applied, given by name or as a lambda."""
    if isinstance(function, exp.Lambda):
        return step_of(function.this)
    name = function.name
    return step_of(exp.func(name, exp.column("x"))) if name else step_of(function)
