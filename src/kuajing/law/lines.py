"""The numbers of people at which an answer changes, as the articles in force that day draw them."""

from collections.abc import Iterable, Iterator
from datetime import date

from kuajing.law.shapes import only
from kuajing.law.situation import Condition, Shape
from kuajing.source.nodes import Scalar

_FIRST = {"at_least": 0, "above": 1}
"""The first whole number beyond a line, counted from the number that the condition names."""


def lines_through(path: str, conditions: Iterable[Condition], on: date) -> tuple[int, ...]:
    """The first numbers on the far side of each line through a count, from the lowest."""
    return tuple(sorted({line for condition in conditions for line in _lines(path, condition, on)}))


def _lines(path: str, condition: Condition, on: date) -> Iterator[int]:
    shape = condition.shape
    if shape is None or path not in condition.paths:
        return
    for part in (*shape.parts, *_in_force(shape, on)):
        yield from _lines(path, part, on)
    if shape.function in _FIRST and shape.node is not None:
        key, bound = only(shape.node)
        if key.text == path and isinstance(bound, Scalar) and isinstance(bound.value, int):
            yield bound.value + _FIRST[shape.function]


def _in_force(shape: Shape, on: date) -> Iterator[Condition]:
    for start, end, condition in shape.spans:
        if condition is not None and start <= on and (end is None or on < end):
            yield condition
