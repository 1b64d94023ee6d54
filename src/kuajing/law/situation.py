"""A case as conditions see it: its facts, what silence means for each, and the route under discussion."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import NamedTuple

from kuajing.law.values import UNTRIED, Choice, Value, among
from kuajing.model.cases import Case, FactValue
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.truth import UNKNOWN, YES, Truth
from kuajing.source.nodes import Node

OUTCOME = "outcome"
"""Stands among the paths of a condition that asks for the route found."""

CALENDAR = "calendar."
"""Stands among the paths of a condition that counts working days; before a year, among those read beyond the calendar."""


class Open(NamedTuple):
    """A fact that left a condition unanswered, and the two parts of its values that would answer it (or none)."""

    path: str
    parts: tuple[Value, ...] = ()


class Reply(NamedTuple):
    """The answer to a condition, the facts that left it open, and the paths read.

    `turns_on` are those of the paths that the answer turns on, empty where it turns on all of them.
    """

    truth: Truth
    opens: tuple[Open, ...] = ()
    read: tuple[str, ...] = ()
    turns_on: tuple[str, ...] = ()

    @property
    def deciding(self) -> tuple[str, ...]:
        """The paths that the answer turns on."""
        return self.turns_on or self.read


class Shape(NamedTuple):
    """How a condition is written: its function and what stands under it, for a tree of reasons and the compiled law.

    `parts` are the conditions it is joined of; of an article, `spans` are those of its versions; `days` the two dates that
    are compared, each with how it is told.
    """

    function: str
    node: Node | None = None
    parts: "tuple[Condition, ...]" = ()
    spans: "tuple[tuple[date, date | None, Condition | None], ...]" = ()
    days: "tuple[Callable[[Situation], object], ...]" = ()


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """A question to a situation; `paths` are all facts it may read, `silent` those where silence counts as no.

    `truth` gives the answer alone, `ask` the same answer with what was read for it: most answers are not told.
    """

    truth: "Callable[[Situation], Truth]"
    ask: "Callable[[Situation], Reply]"
    paths: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """What silence means: `route`, `duty` or `default` with its value, while `when` holds (None: always)."""

    when: Condition | None
    kind: str
    value: Value


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of `rules/law/facts.yaml`; `over` are the values tried where its absence leaves a route open."""

    path: str
    type: str
    words: tuple[str, ...]
    is_open: bool
    over: tuple[str, ...]
    absences: tuple[Absence, ...]

    def anything(self) -> Value:
        """All that the fact may be."""
        if self.type == "truth":
            return Choice(frozenset({True, False}))
        if self.type == "count":
            return NOTHING_KNOWN
        return among(frozenset(self.over)) if self.over else UNTRIED

    def paths(self) -> frozenset[str]:
        """The other facts that decide what silence means here."""
        return frozenset[str]().union(*(row.when.paths for row in self.absences if row.when is not None))


class Outcome(NamedTuple):
    """Where the questions ended: the deciding step, its route and exemption, and the step that overlays it."""

    step: str
    route: str
    exemption: str | None
    overlay: str | None = None
    overlay_route: str | None = None

    @property
    def final_route(self) -> str:
        """The route of the verdict: a prohibition beats what overlays it."""
        return self.route if self.overlay_route is None or self.route == "prohibited" else self.overlay_route


NO_OUTCOME = Outcome("", "", None)
"""Before a route is found: no route, step or exemption that is asked for."""


class Situation(dict[str, Value]):
    """A case on its day as conditions see it: what each fact may be, by its path.

    `given` are the facts on record; any other is read as its row says, once, when it is asked for. `outcome` is set once
    a route is found. `answers` and `replies` are those to conditions that many ask.
    """

    __slots__ = ("answers", "given", "on", "outcome", "replies", "rows")

    def __init__(
        self,
        on: date,
        given: Mapping[str, Value],
        rows: Mapping[str, FactRow],
        outcome: Outcome = NO_OUTCOME,
    ) -> None:
        super().__init__(given)
        self.on, self.given, self.rows, self.outcome = on, given, rows, outcome
        self.answers: dict[object, Truth] = {}
        self.replies: dict[object, Reply] = {}

    def __missing__(self, path: str) -> Value:
        kind, value = self.absence(path)
        self[path] = found = value if kind == "default" else self.rows[path].anything()
        return found

    def value(self, path: str) -> Value:
        """What the fact may be, silence read as its row says."""
        return self[path]

    def reply(self, condition: Condition) -> Reply:
        """The reply to a condition, which is asked once: what led to a route is told again as its reasoning."""
        found = self.replies.get(condition)
        if found is None:
            self.replies[condition] = found = condition.ask(self)
        return found

    def absence(self, path: str) -> tuple[str, Value]:
        """What silence on a path means here: its kind, and the value where that is a default."""
        row = self.rows[path]
        for absence in row.absences:
            truth = YES if absence.when is None else absence.when.truth(self)
            if truth is YES:
                return absence.kind, absence.value
            if truth is UNKNOWN:
                return "route", row.anything()
        raise ValueError(f"no reading of silence holds for {path}")

    def with_values(self, values: Mapping[str, Value]) -> "Situation":
        """The same situation, with some facts changed."""
        return Situation(self.on, {**self.given, **values}, self.rows, self.outcome) if values else self

    def under(self, outcome: Outcome) -> "Situation":
        """The same situation, its route found; what was asked before does not hang on that."""
        found = Situation(self.on, self.given, self.rows, outcome)
        found.update(self)
        found.answers.update(self.answers)
        return found


def situation_of(case: Case, rows: Mapping[str, FactRow]) -> tuple[Situation, tuple[str, ...]]:
    """The situation of a case, and the paths that no row knows.

    Raises ValueError for a value that the fact cannot have: whoever builds a case speaks the words of the facts.
    """
    given: dict[str, Value] = {}
    unread = []
    for path, value in case.facts:
        row = row_of(path, rows)
        if row is None:
            unread.append(path)
        elif value is not None or row.type == "date":
            given[path] = _fitting(row, path, value)
    return Situation(case.on, given, rows), tuple(unread)


_TYPES: Mapping[str, tuple[type, ...]] = {
    "truth": (bool,),
    "word": (str,),
    "count": (Interval,),
    "number": (Decimal,),
    "date": (date, NoneType),
    "list": (tuple,),
    "text": (str,),
}


def _fitting(row: FactRow, path: str, value: FactValue) -> Value:
    found = Interval.exactly(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if row.type == "number" and isinstance(value, int) and not isinstance(value, bool):
        found = Decimal(value)
    words = found if isinstance(found, tuple) else (found,)
    if not isinstance(found, _TYPES[row.type]) or (
        row.words and not all(word in row.words for word in words)
    ):
        raise ValueError(f"{path} cannot be {value!r}")
    return found


def row_of(path: str, rows: Mapping[str, FactRow]) -> FactRow | None:
    """The row of a path; what is named freely stands under a row that ends in `.*`."""
    if path in rows:
        return rows[path]
    parts = path.split(".")
    return next(
        (rows[key] for n in range(1, len(parts)) if (key := ".".join(parts[:n]) + ".*") in rows), None
    )
