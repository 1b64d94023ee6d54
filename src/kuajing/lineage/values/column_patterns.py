"""Columns picked by a pattern, and functions applied to several at once: `COLUMNS('^tel')`, `* APPLY(md5)`."""

import re
from collections.abc import Callable

from sqlglot import exp

from kuajing.lineage.notes import Notes
from kuajing.lineage.values.provenance import Path, through
from kuajing.lineage.values.relations import Output
from kuajing.lineage.values.scopes import Scope
from kuajing.lineage.values.stars import expanded, star_of

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


_IS_PATTERN = re.compile(r"[.)\]][*+?]|\||^\^|\$$")
_BOUNDED = re.compile(r"(?:[\w^$|.]|\[\^?[\w-]+\]|\\[.dwsDWS]|\((?:\?[!=:])?|\)(?![*+])|[*+?][+?]?)*")
_UNBOUNDED = re.compile(r"[.\w\])][*+]")
_MOST_UNBOUNDED, _MOST_CHOICES, _LONGEST = 2, 4, 200


def matched_names(column: exp.Column, scope: Scope, notes: Notes) -> list[Output] | None:
    """The columns whose whole names Hive's pattern in backquotes matches; None for a plain column.

    Of a pattern that might take long to match all columns are taken, and that is said.
    """
    pattern = column.name
    if not column.this.args.get("quoted") or _IS_PATTERN.search(pattern) is None:
        return None
    qualifier = tuple(part.name.lower() for part in column.parts[:-1])
    place = Path(offset=column.this.meta.get("start", -1))
    outputs = [
        Output(name, through(value, place)) for name, value in _plain_star(exp.Star(), qualifier, scope)
    ]
    if any(output.name == pattern.lower() for output in outputs):
        return None
    matches = _whole_matcher(pattern)
    if matches is None:
        notes.add("unread.sql_column_pattern", place.offset, pattern=pattern)
        return outputs
    found = [output for output in outputs if output.is_star or matches(output.name[:_LONGEST])]
    return found or None


def _whole_matcher(pattern: str) -> Callable[[str], object] | None:
    """What matches a name, in a time that cannot run away; None where that is not sure."""
    is_small = (
        len(pattern) <= _LONGEST
        and len(_UNBOUNDED.findall(pattern)) <= _MOST_UNBOUNDED
        and pattern.count("?") <= _MOST_CHOICES
    )
    if not is_small or _BOUNDED.fullmatch(pattern) is None:
        return None
    try:
        return re.compile(pattern, re.IGNORECASE).fullmatch
    except re.error:
        return None


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
