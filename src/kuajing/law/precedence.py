"""The order in which questions decide: those that others yield to come first, as the articles say and not the file.

Two questions of which neither yields to the other would leave the law unsettled by accident: that is a fault of the
book, told with both places.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kuajing.law.procedure import Question
from kuajing.law.shapes import refuse
from kuajing.source.nodes import Node

Placed = tuple[Question, Node]
"""A question and where it stands in the file."""


def in_order(placed: Sequence[Placed]) -> tuple[Question, ...]:
    """The questions, each after all that it yields to; raises InputErrors for a circle or a pair left unordered."""
    ordered: list[Placed] = []
    before: dict[str, frozenset[str]] = {}
    waiting = list(placed)
    while waiting:
        ready = next((one for one in waiting if _yielded(one[0]) <= set(before)), None)
        if ready is None:
            refuse(waiting[0][1], "precedence_circle", name=waiting[0][0].id)
        waiting.remove(ready)
        ordered.append(ready)
        before[ready[0].id] = _all_before(ready[0], before)
    for (first, first_node), (second, second_node) in _unordered(ordered, before):
        refuse(second_node, "unordered", first=first.id, second=second.id, place=str(first_node.location))
    return tuple(question for question, _ in ordered)


def _yielded(question: Question) -> frozenset[str]:
    return frozenset(step for yielding in question.yields_to for step in yielding.to)


def _all_before(question: Question, before: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The steps that a question yields to, itself or through others."""
    direct = _yielded(question)
    return direct.union(*(before[step] for step in direct))


def _unordered(
    ordered: Sequence[Placed], before: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Placed, Placed]]:
    """The pairs that could both be answered yes on one day, with nothing to say which decides."""
    for first, second in combinations(ordered, 2):
        if _meet(first[0], second[0]) and first[0].id not in before[second[0].id]:
            yield first, second


def _meet(one: Question, other: Question) -> bool:
    """Whether both are asked on some day."""
    starts = [question.since for question in (one, other) if question.since is not None]
    ends = [question.until for question in (one, other) if question.until is not None]
    return not starts or not ends or max(starts) < min(ends)
