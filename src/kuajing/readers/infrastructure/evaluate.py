"""Expressions to values, as far as files tell them: variables, locals, modules and a few functions without effect."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from kuajing.readers.infrastructure.expressions import (
    Call,
    Choice,
    Each,
    Expression,
    Keyed,
    Listed,
    Literal,
    Operation,
    Reference,
    Template,
)
from kuajing.readers.infrastructure.functions import FUNCTIONS, LONGEST, operate, shown
from kuajing.readers.infrastructure.values import Resource, Unknown, Value, inside, itemised

_DEEPEST = 60
MOST_ITEMS = 64
"""How many items of a list or map are gone through, each making something of its own."""
_PLAIN = frozenset({"var", "local", "module", "each", "count"})
"""Names under which a key that is not told leaves the value open; of several like resources each stands for all."""


class Names(Protocol):
    """What names mean in one module."""

    def named(self, name: str, steps: tuple[str, ...], depth: int) -> Value:
        """The value of `name.steps`; steps that a plain value cannot answer make it unknown."""

    def attribute(self, resource: Resource, depth: int) -> Value:
        """The value of an attribute of a resource, where its block tells it."""

    def file(self, path: str) -> Value:
        """The text of a file that stands beside the module, if it is one that is read."""


SOME = "?"
"""The place or key of one of several, where no file tells which."""


def evaluate(  # noqa: C901, PLR0911  one return for each kind of expression
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
        case Choice():
            return _decided(expression, names, depth)
        case Operation():
            return _operated(expression, names, depth)
        case Each():
            return _each(expression, names, depth)
        case _:
            return Unknown()


def _template(expression: Template, names: Names, depth: int) -> Value:
    parts = [evaluate(part, names, depth + 1) for part in expression.parts]
    told = [names.attribute(part, depth + 1) if isinstance(part, Resource) else part for part in parts]
    written = "".join(shown(part) for part in told)
    return written if len(written) <= LONGEST else Unknown()


def _reference(expression: Reference, names: Names, depth: int) -> Value:
    steps: list[str] = []
    for step in expression.steps:
        told = step if isinstance(step, str) else evaluate(step, names, depth + 1)
        if isinstance(told, str | int) and not isinstance(told, bool):
            steps.append(str(told))
        elif expression.name in _PLAIN and isinstance(told, Unknown | Resource):
            return Unknown(told.name) if isinstance(told, Unknown) else Unknown()
        elif isinstance(told, Unknown) and told.is_missing:
            return told
        else:
            steps.append(SOME)
    return names.named(expression.name, tuple(steps), depth)


def _decided(expression: Choice, names: Names, depth: int) -> Value:
    condition = evaluate(expression.condition, names, depth + 1)
    if isinstance(condition, bool):
        return evaluate(expression.then if condition else expression.otherwise, names, depth + 1)
    return Unknown(condition.name, condition.is_missing) if isinstance(condition, Unknown) else Unknown()


def _operated(expression: Operation, names: Names, depth: int) -> Value:
    right = evaluate(expression.right, names, depth + 1)
    if expression.left is None:
        return operate(expression.sign, None, right)
    return operate(expression.sign, evaluate(expression.left, names, depth + 1), right)


@dataclass(frozen=True, slots=True)
class _Within:
    """The names of a module, and those that one item goes by."""

    outer: Names
    own: Mapping[str, Value]

    def named(self, name: str, steps: tuple[str, ...], depth: int) -> Value:
        if name in self.own:
            return inside(self.own[name], steps, ".".join((name, *steps)))
        return self.outer.named(name, steps, depth)

    def attribute(self, resource: Resource, depth: int) -> Value:
        return self.outer.attribute(resource, depth)

    def file(self, path: str) -> Value:
        return self.outer.file(path)


def _each(expression: Each, names: Names, depth: int) -> Value:
    """A value for each item whose condition holds; open where the items, a key or a condition are."""
    items = evaluate(expression.items, names, depth + 1)
    if not isinstance(items, tuple | Mapping):
        return Unknown(items.name) if isinstance(items, Unknown) else Unknown()
    made: list[tuple[Value, Value]] = []
    for key, item in itemised(items)[:MOST_ITEMS]:
        own = {expression.names[-1]: item, expression.names[0]: key if len(expression.names) > 1 else item}
        within = _Within(names, own)
        holds = (
            evaluate(expression.condition, within, depth + 1) if expression.condition is not None else True
        )
        if not isinstance(holds, bool):
            return Unknown()
        under = evaluate(expression.key, within, depth + 1) if expression.key is not None else None
        if holds:
            made.append((under, evaluate(expression.value, within, depth + 1)))
    if expression.key is None:
        return tuple(value for _, value in made)
    if not all(isinstance(key, str | int) for key, _ in made):
        return Unknown()
    return {str(key): value for key, value in made}


def _called(call: Call, names: Names, depth: int) -> Value:
    arguments = [evaluate(argument, names, depth + 1) for argument in call.arguments]
    if call.name in {"file", "templatefile"} and arguments and isinstance(arguments[0], str):
        return names.file(posixpath.normpath(arguments[0]))
    function = FUNCTIONS.get(call.name)
    if function is None or not arguments:
        return Unknown()
    return function(arguments)
