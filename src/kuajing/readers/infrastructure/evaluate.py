"""Expressions to values, as far as files tell them: variables, locals, modules and a few functions without effect."""

import posixpath
from collections.abc import Callable, Mapping
from typing import Protocol

from kuajing.readers.infrastructure.expressions import (
    Call,
    Choice,
    Comparison,
    Expression,
    Keyed,
    Listed,
    Literal,
    Reference,
    Template,
)
from kuajing.readers.infrastructure.values import Resource, Unknown, Value

_LONGEST = 8192
_DEEPEST = 60
_PLAIN = frozenset({"var", "local", "module", "each"})
"""Names under which a key that is not told leaves the value open; of several like resources each stands for all."""


class Names(Protocol):
    """What names mean in one module."""

    def named(self, name: str, steps: tuple[str, ...], depth: int) -> Value:
        """The value of `name.steps`; steps that a plain value cannot answer make it unknown."""

    def attribute(self, resource: Resource, depth: int) -> Value:
        """The value of an attribute of a resource, where its block tells it."""

    def file(self, path: str) -> Value:
        """The text of a file that stands beside the module, if it is one that is read."""


def evaluate(  # noqa: PLR0911  one return for each kind of expression
    expression: Expression, names: Names, depth: int = 0
) -> Value:
    """The value of an expression; never raises."""
    if depth > _DEEPEST:
        return Unknown()
    match expression:
        case Literal():
            return expression.value
        case Template():
            return _template(expression, names, depth)
        case Reference():
            return _reference(expression, names, depth)
        case Listed():
            return tuple(evaluate(item, names, depth + 1) for item in expression.items)
        case Keyed():
            keyed = ((evaluate(key, names, depth + 1), value) for key, value in expression.entries)
            return {
                str(key): evaluate(value, names, depth + 1)
                for key, value in keyed
                if isinstance(key, str | int | float)
            }
        case Call():
            return _called(expression, names, depth)
        case Choice() | Comparison():
            return _decided(expression, names, depth)
        case _:
            return Unknown()


def _template(expression: Template, names: Names, depth: int) -> Value:
    parts = [evaluate(part, names, depth + 1) for part in expression.parts]
    shown = [names.attribute(part, depth + 1) if isinstance(part, Resource) else part for part in parts]
    told = "".join(_shown(part) for part in shown)
    return told if len(told) <= _LONGEST else Unknown()


def _shown(part: Value) -> str:
    if isinstance(part, bool):
        return "true" if part else "false"
    if isinstance(part, str | int | float):
        return str(part)
    if isinstance(part, Resource):
        return f"${{{'.'.join((part.key.rpartition('/')[2], *part.steps))}}}"
    return part.shown if isinstance(part, Unknown) else "${computed}"


def _reference(expression: Reference, names: Names, depth: int) -> Value:
    steps: list[str] = []
    for step in expression.steps:
        told = step if isinstance(step, str) else evaluate(step, names, depth + 1)
        if isinstance(told, str):
            steps.append(told)
        elif expression.name in _PLAIN and isinstance(told, Unknown | Resource):
            return Unknown(told.name) if isinstance(told, Unknown) else Unknown()
    return names.named(expression.name, tuple(steps), depth)


def _decided(expression: Choice | Comparison, names: Names, depth: int) -> Value:
    if isinstance(expression, Choice):
        condition = evaluate(expression.condition, names, depth + 1)
        if isinstance(condition, bool):
            return evaluate(expression.then if condition else expression.otherwise, names, depth + 1)
        return Unknown(condition.name) if isinstance(condition, Unknown) else Unknown()
    left, right = (evaluate(side, names, depth + 1) for side in (expression.left, expression.right))
    plain = (str, int, float, bool, type(None))
    if (
        isinstance(left, plain)
        and isinstance(right, plain)
        and not any("${" in str(one) for one in (left, right))
    ):
        return (left == right) is not expression.differ
    return next((Unknown(side.name) for side in (left, right) if isinstance(side, Unknown)), Unknown())


def _called(call: Call, names: Names, depth: int) -> Value:
    arguments = [evaluate(argument, names, depth + 1) for argument in call.arguments]
    if call.name in {"file", "templatefile"} and arguments and isinstance(arguments[0], str):
        return names.file(posixpath.normpath(arguments[0]))
    function = _FUNCTIONS.get(call.name)
    if function is None or not arguments:
        return Unknown()
    return function(arguments)


def _same(arguments: list[Value]) -> Value:
    return arguments[0]


def _first_told(arguments: list[Value]) -> Value:
    told = (one for one in arguments if one is not None and one != "" and not isinstance(one, Unknown))
    waiting = next((one for one in arguments if isinstance(one, Unknown)), None)
    # What is still open comes first where it stands first: it may turn out to be told.
    if waiting is not None and arguments.index(waiting) == 0:
        return waiting
    return next(told, waiting)


def _lookup(arguments: list[Value]) -> Value:
    held, key = arguments[0], arguments[1] if len(arguments) > 1 else None
    if isinstance(key, Unknown) or isinstance(held, Unknown):
        return key if isinstance(key, Unknown) else held
    if isinstance(held, Mapping) and isinstance(key, str):
        return held[key] if key in held else (arguments[2] if len(arguments) > 2 else Unknown())  # noqa: PLR2004
    return Unknown()


def _join(arguments: list[Value]) -> Value:
    separator, *rest = arguments
    items = [item for one in rest for item in (one if isinstance(one, tuple) else (one,))]
    told = separator.join(_shown(item) for item in items) if isinstance(separator, str) else ""
    return told if told and len(told) <= _LONGEST else Unknown()


def _format(arguments: list[Value]) -> Value:
    shape, *rest = arguments
    if not isinstance(shape, str) or shape.count("%") != shape.count("%s") or shape.count("%s") != len(rest):
        return Unknown()
    pieces = shape.split("%s")
    told = "".join(piece + (_shown(rest[at]) if at < len(rest) else "") for at, piece in enumerate(pieces))
    return told if len(told) <= _LONGEST else Unknown()


def _merge(arguments: list[Value]) -> Value:
    merged: dict[str, Value] = {}
    for one in arguments:
        if isinstance(one, Mapping):
            merged |= one
    return merged


def _lower(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return told.lower() if isinstance(told, str) and "${" not in told else told


_FUNCTIONS: Mapping[str, Callable[[list[Value]], Value]] = {
    "coalesce": _first_told,
    "format": _format,
    "join": _join,
    "jsonencode": _same,
    "lookup": _lookup,
    "lower": _lower,
    "merge": _merge,
    "nonsensitive": _same,
    "one": _same,
    "tolist": _same,
    "tomap": _same,
    "toset": _same,
    "tostring": _same,
    "trimspace": _same,
    "try": _first_told,
}
