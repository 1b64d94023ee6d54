"""Which examples may be judged otherwise for a change: what cannot tell it is not asked."""

from collections.abc import Iterator, Mapping

from benchmarks.law_mutations.listening import Example, Trace
from benchmarks.law_mutations.mutator import Change

from kuajing.model.interval import Interval
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Scalar, Sequence

_SUPPOSING = ("data.forecast", "data.deleted", "data.foreign_origin", "data.persons_in_both")
"""Counts that are put in the place of others where a point is contested."""


def read_articles(files: Mapping[str, Node]) -> frozenset[str]:
    """The articles whose own condition a verdict may read: for a step, or because another condition names them."""
    return frozenset(key for node in files.values() for key in _named(node))


def _named(node: Node) -> Iterator[str]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _named(item)
    elif isinstance(node, Entries):
        for key, value in node:
            if key == "article" and isinstance(value, Scalar) and node.get("when") is None:
                yield value.text
            yield from _named(value)


def may_tell(example: Example, change: Change, read: frozenset[str], trace: Trace) -> bool:
    """Whether an example may be judged otherwise for a change: by its day, what it expects, and the facts it gives.

    `read` are the articles whose own condition a verdict may read.
    """
    return (
        _is_in_time(example, change)
        and _expects(example, change, read)
        and trace.may_differ(example, change)
        and _is_about(example, change)
    )


def _is_in_time(example: Example, change: Change) -> bool:
    since, until = change.span
    return (since is None or example.case.on >= since) and (until is None or example.case.on < until)


def _is_about(example: Example, change: Change) -> bool:
    match change.about:
        case ("day", first, last):
            return first in example.days or last in example.days
        case ("clock", *words):
            return "today" in words or any(word in example.facts for word in words)
        case ("count", str(path), int(bound)):
            return _is_near(example, path, bound)
        case ("word", str(path), word):
            return example.facts.get(path, word) == word
        case _:
            return True


def _expects(example: Example, change: Change, read: frozenset[str]) -> bool:
    trail = change.trail
    if change.kind == "citation":
        return any(name in trail[-1] for name in example.names)
    if "met" in trail:
        return "met" in example.expected or "not_met" in example.expected
    if trail[0] == "provisions" and trail[4:5] == ("when",) and trail[1] not in read:
        return trail[1] in example.names
    if change.path == "law/citations.yaml":
        return any(key in trail[0] for key in example.names)
    return True


def _is_near(example: Example, path: str, bound: int) -> bool:
    if any(name.startswith(_SUPPOSING) for name in example.facts):
        return True
    match example.facts.get(path):
        case Interval(low=low, high=high):
            return low <= bound + 1 and (high is None or high >= bound - 1)
        case int() as count:
            return abs(count - bound) <= 1
        case _:
            return True
