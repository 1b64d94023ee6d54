"""Which examples may be judged otherwise for a change: what cannot tell it is not asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks import law_examples
from benchmarks.law_mutations.mutator import Change
from benchmarks.law_mutations.trees import text

from kuajing.law import LawBook
from kuajing.model.cases import Case
from kuajing.model.interval import Interval
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Scalar, Sequence

_SUPPOSING = ("data.forecast", "data.deleted", "data.foreign_origin", "data.persons_in_both")
"""Counts that are put in the place of others where a point is contested."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example, its case read once; `names` are all that it expects or bars."""

    path: str
    case: Case
    expected: Mapping[str, Any]
    facts: Mapping[str, object]
    days: frozenset[date]
    names: frozenset[str]

    @classmethod
    def of(cls, path: str, line: Mapping[str, Any], expected: Mapping[str, Any], book: LawBook) -> "Example":
        """An example from its line."""
        case = law_examples.read(line, book)
        facts = dict(case.facts)
        days = {value for value in facts.values() if isinstance(value, date)}
        grounds = expected.get("grounds", {})
        lists = (said for said in (*expected.values(), *grounds.values()) if isinstance(said, list))
        names = (name.rpartition(":")[2] for said in lists for name in said)
        return cls(path, case, expected, facts, frozenset({case.on, *days}), frozenset(names))


def read_articles(files: Mapping[str, Node]) -> frozenset[str]:
    """The articles whose own condition a verdict may read: for a step, or because another condition names them."""
    named = {name for node in files.values() for name in _named(node)}
    folders = {
        path.removesuffix("instrument.yaml")
        for path, node in files.items()
        if path.endswith("/instrument.yaml") and isinstance(node, Entries) and text(node.get("id")) in named
    }
    whole = (node for path, node in files.items() if path.startswith(tuple(folders)))
    return frozenset(named.union(*(_keys(node) for node in whole)))


def _keys(node: Node) -> Iterator[str]:
    """The keys of the provisions in a file."""
    provisions = node.get("provisions") if isinstance(node, Entries) else None
    for provision in provisions.items if isinstance(provisions, Sequence) else ():
        if isinstance(provision, Entries):
            yield text(provision.get("key"))


def _named(node: Node) -> Iterator[str]:
    """The articles named by conditions and by steps without one, and the instruments of which any article will do."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _named(item)
    elif isinstance(node, Entries):
        for key, value in node:
            if key in {"article", "any_article"} and isinstance(value, Scalar) and node.get("when") is None:
                yield value.text
            yield from _named(value)


def may_tell(example: Example, change: Change, read: frozenset[str]) -> bool:
    """Whether an example may be judged otherwise for a change: by its day, what it expects, and the facts it gives.

    `read` are the articles whose own condition a verdict may read.
    """
    return _is_in_time(example, change) and _expects(example, change, read) and _is_about(example, change)


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
        return "each_article" in trail[-1] or any(name in trail[-1] for name in example.names)
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
