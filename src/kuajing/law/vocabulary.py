"""What the words of a condition are checked against: facts, purposes and dates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kuajing.law.dates import DateWords
from kuajing.law.shapes import items, one_of, refuse_word, some, text
from kuajing.law.situation import Condition, FactRow, Open, Reply, Situation, row_of
from kuajing.law.values import UNTRIED, Choice, among, options
from kuajing.model.truth import NO, UNKNOWN, YES, Truth
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
            fitting = (name for name, row in self.rows.items() if not types or row.type in types)
            refuse_word(node, "path", "path", fitting)
        return path

    def wanted(self, path: str, node: Node) -> frozenset[str | bool]:
        """The values asked for, each one that the fact may have."""
        row = self.rows[path]
        wanted: list[str | bool] = []
        for item in (node,) if isinstance(node, Scalar) else some(node):
            value = item.value if isinstance(item, Scalar) else None
            fits = isinstance(value, bool) if row.type == "truth" else isinstance(value, str)
            if not fits or not isinstance(value, str | bool) or (row.words and value not in row.words):
                refuse_word(item, "word", "word", row.words or ("true", "false"))
            wanted.append(value)
        return frozenset(wanted)

    def names(self, node: Node, known: frozenset[str]) -> frozenset[str]:
        """A list of names, each one that is known."""
        for item in some(node):
            one_of(item, sorted(known))
        return frozenset(text(item) for item in items(node))


Leaf: TypeAlias = Callable[[Vocabulary, Node], Condition]


def question(
    truth: Callable[[Situation], Truth],
    read: tuple[str, ...] = (),
    opens: Callable[[Situation], tuple[Open, ...]] = lambda _: (),
    silent: frozenset[str] = frozenset(),
) -> Condition:
    """The condition that reads these facts whatever the answer; `opens` tells what left it unknown."""
    yes, no = Reply(YES, (), read), Reply(NO, (), read)

    def ask(case: Situation) -> Reply:
        answer = truth(case)
        return Reply(UNKNOWN, opens(case), read) if answer is UNKNOWN else yes if answer is YES else no

    return Condition(truth, ask, frozenset(read), silent)


def replying(
    ask: Callable[[Situation], Reply], paths: frozenset[str], silent: frozenset[str] = frozenset()
) -> Condition:
    """The condition of a reply, which is worked out whole even where its truth alone is asked."""
    return Condition(lambda case: ask(case).truth, ask, paths, silent)


def is_among(path: str, wanted: frozenset[str | bool]) -> Condition:
    """Whether a fact is one of these words; where it may be or not, the two parts of what it may be."""

    def truth(case: Situation) -> Truth:
        value = case[path]
        if value in wanted:
            return YES
        if not isinstance(value, Choice):
            return UNKNOWN if value is UNTRIED else NO
        return NO if wanted.isdisjoint(value.values) else YES if value.values <= wanted else UNKNOWN

    def opens(case: Situation) -> tuple[Open, ...]:
        had = options(case[path])
        return (Open(path, (among(had & wanted), among(had - wanted)) if had else ()),)

    return question(truth, (path,), opens)
