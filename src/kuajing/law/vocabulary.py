"""What the words of a condition are checked against: facts, purposes and dates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kuajing.law.dates import DateWords
from kuajing.law.shapes import items, one_of, refuse, text
from kuajing.law.situation import Condition, FactRow, Open, Reply, Situation, row_of
from kuajing.law.values import Unknown, among, options
from kuajing.model.truth import Truth, truth
from kuajing.source.nodes import Node, Scalar


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The facts by path, the marks of each purpose, the words for dates, and the names of routes, steps, articles."""

    rows: Mapping[str, FactRow]
    purposes: Mapping[str, frozenset[str]]
    dates: DateWords
    routes: frozenset[str]
    steps: frozenset[str]
    articles: frozenset[str]

    def path(self, node: Node, *types: str) -> str:
        """A fact of one of the types named."""
        path = text(node)
        row = row_of(path, self.rows)
        if row is None or (types and row.type not in types):
            refuse(node, "path", path=path)
        return path

    def wanted(self, path: str, node: Node) -> frozenset[str | bool]:
        """The values asked for, each one that the fact may have."""
        row = self.rows[path]
        wanted: list[str | bool] = []
        for item in (node,) if isinstance(node, Scalar) else items(node):
            value = item.value if isinstance(item, Scalar) else None
            fits = isinstance(value, bool) if row.type == "truth" else isinstance(value, str)
            if not fits or not isinstance(value, str | bool) or (row.words and value not in row.words):
                refuse(item, "word", word=str(value), known=", ".join(row.words) or "true, false")
            wanted.append(value)
        return frozenset(wanted)

    def names(self, node: Node, known: frozenset[str]) -> frozenset[str]:
        """A list of names, each one that is known."""
        for item in items(node):
            one_of(item, sorted(known))
        return frozenset(text(item) for item in items(node))


Leaf: TypeAlias = Callable[[Vocabulary, Node], Condition]


def said(answer: bool, *read: str) -> Reply:  # noqa: FBT001  the answer is the argument
    """A plain yes or no that rests on some facts."""
    return Reply(truth(answer), (), read)


def open_on(*paths: str, read: tuple[str, ...]) -> Reply:
    """No answer, for want of some facts whose values are not tried."""
    return Reply(Truth.UNKNOWN, tuple(Open(path) for path in paths), read)


def is_among(case: Situation, path: str, wanted: frozenset[str | bool]) -> Reply:
    """Whether a fact is one of these words; where it may be or not, the two parts of what it may be."""
    value = case.value(path)
    if isinstance(value, Unknown):
        return open_on(path, read=(path,))
    had = options(value)
    inside, outside = had & wanted, had - wanted
    if not inside or not outside:
        return said(bool(inside), path)
    opens = case.behind(path) or (Open(path, (among(inside), among(outside))),)
    return Reply(Truth.UNKNOWN, opens, (path,))
