"""Dates as conditions speak of them: a fact, a day, or a clock that runs from another; each between two bounds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from kuajing.law.clock import Calendar, months_after
from kuajing.law.shapes import day, fields, mapping, one_of, refuse, refuse_word, some, text, whole
from kuajing.law.situation import CALENDAR, Open, Situation
from kuajing.law.values import UNTRIED
from kuajing.model.articles import Clock
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Scalar, Sequence


class Span(NamedTuple):
    """A date that lies between two days; `never` where it is known not to have come.

    `opens` are the facts that would narrow it, `read` the paths asked for it.
    """

    low: date
    high: date
    read: tuple[str, ...] = ()
    opens: tuple[Open, ...] = ()
    never: bool = False


When: TypeAlias = Callable[[Situation], Span]
_MONTHS = {"months": 1, "years": 12}
_UNITS = ("working_days", *_MONTHS)
_WORDS = ("after", "before", "by_now", "latest", "year_start", "yearly")
_HUNDRED, _LEAP_YEAR = 100, 2000


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it is written, every length spelt out, and as a case tells it."""

    written: Node
    find: When


@dataclass(frozen=True, slots=True)
class DateWords:
    """Compiles date expressions; `paths` are the date facts, `clocks` the deadlines that have a name."""

    paths: frozenset[str]
    calendar: Calendar
    clocks: Mapping[str, Clock]

    def compile(self, node: Node) -> tuple[When, frozenset[str]]:
        """The date an expression tells, and the facts it reads."""
        if isinstance(node, Scalar):
            return self._scalar(node)
        entries = mapping(node).entries
        if not entries:
            refuse(node, "type", expected="a date")
        key, value = entries[0]
        if key.text in {"after", "before"}:
            return self._clock(mapping(node), 1 if key.text == "after" else -1)
        readings: Mapping[str, Callable[[Node], tuple[When, frozenset[str]]]] = {
            "by_now": self._by_now,
            "latest": self._latest,
            "year_start": self._year_start,
            "yearly": self._yearly,
        }
        if key.text in readings:
            return readings[key.text](value)
        return refuse_word(key, "function", "name", _WORDS)

    def written(self, node: Node) -> WrittenDate:
        """The date of an expression that may call deadlines by name; raises InputErrors."""
        spelt = self.spelt(node)
        return WrittenDate(spelt, self.compile(spelt)[0])

    def spelt(self, node: Node) -> Node:
        """The same expression with the length of each deadline that it calls by name; raises InputErrors for others."""
        if isinstance(node, Scalar):
            return node
        if isinstance(node, Sequence):
            return Sequence(tuple(self.spelt(item) for item in node.items), node.location)
        runs = "before" if node.get("before") is not None else "after"
        return Entries(tuple(self._spelt(key, value, runs) for key, value in node.entries), node.location)

    def _spelt(self, key: Scalar, value: Node, runs: str) -> tuple[Scalar, Node]:
        if key.text != "clock":
            return key, self.spelt(value)
        fitting = (name for name, clock in self.clocks.items() if clock.runs == runs and clock.unit in _UNITS)
        clock = self.clocks[one_of(value, sorted(fitting))]
        unit = Scalar(clock.unit, key.location, clock.unit)
        return unit, Scalar(clock.length, value.location, str(clock.length))

    def _scalar(self, node: Scalar) -> tuple[When, frozenset[str]]:
        word = text(node)
        if word == "today":
            return (lambda case: Span(case.on, case.on)), frozenset()
        if word in self.paths:
            return (lambda case: _fact(case, word)), frozenset({word})
        if word[:1].isdigit():
            stated = day(node)
            return (lambda _: Span(stated, stated)), frozenset()
        return refuse_word(node, "path", "path", ("today", *self.paths))

    def _by_now(self, node: Node) -> tuple[When, frozenset[str]]:
        inner, paths = self.compile(node)

        def by_now(case: Situation) -> Span:
            span = inner(case)
            return Span(case.on, case.on, span.read) if span.never else span

        return by_now, paths

    def _latest(self, node: Node) -> tuple[When, frozenset[str]]:
        compiled = [self.compile(item) for item in some(node)]

        def latest(case: Situation) -> Span:
            spans = [inner(case) for inner, _ in compiled]
            return Span(
                max(span.low for span in spans),
                max(span.high for span in spans),
                tuple(path for span in spans for path in span.read),
                tuple(opened for span in spans for opened in span.opens),
                never=any(span.never for span in spans),
            )

        return latest, frozenset[str]().union(*(paths for _, paths in compiled))

    def _year_start(self, node: Node) -> tuple[When, frozenset[str]]:
        inner, paths = self.compile(node)
        return (lambda case: _year_start(inner(case))), paths

    def _yearly(self, node: Node) -> tuple[When, frozenset[str]]:
        """The next last day of a clock that runs each year, today included."""
        every_year = sorted(name for name, clock in self.clocks.items() if clock.runs == "each_year")
        month, number = divmod(self.clocks[one_of(node, every_year)].length, _HUNDRED)
        stated = date(_LEAP_YEAR, month, number)
        return (lambda case: _next(stated, case.on)), frozenset()

    def _clock(self, node: Entries, sign: int) -> tuple[When, frozenset[str]]:
        start = "after" if sign > 0 else "before"
        given = fields(node, (start,), _UNITS)
        inner, paths = self.compile(given[start])
        if len(given) != 2:  # noqa: PLR2004  the start and one length
            refuse(node, "type", expected=f"one of {', '.join(_UNITS)}, clock")
        unit, length = next((unit, whole(length)) for unit, length in given.items() if unit != start)
        if unit == "working_days":
            walk = self.calendar.after if sign > 0 else self.calendar.before
            return (lambda case: _worked(inner(case), walk, length)), paths | {CALENDAR}
        months = sign * length * _MONTHS[unit]
        return (lambda case: _moved(inner(case), months)), paths


def _fact(case: Situation, path: str) -> Span:
    value = case[path]
    if isinstance(value, date):
        return Span(value, value, (path,))
    if value is UNTRIED:
        return Span(date.min, case.on, (path,), (Open(path),))
    return Span(date.max, date.max, (path,), never=True)


def _year_start(span: Span) -> Span:
    return Span(
        span.low.replace(month=1, day=1), span.high.replace(month=1, day=1), span.read, span.opens, span.never
    )


def _next(stated: date, on: date) -> Span:
    """That day of the year, or of the next where it is past."""
    months = (on.year - stated.year) * _MONTHS["years"]
    this_year, next_year = months_after(stated, months), months_after(stated, months + _MONTHS["years"])
    day = this_year if on <= this_year else next_year
    return Span(day, day)


def _moved(span: Span, months: int) -> Span:
    low, high = months_after(span.low, months), months_after(span.high, months)
    return Span(low, high, span.read, span.opens, span.never)


def _worked(span: Span, walk: Callable[[date, int], tuple[date, frozenset[int]]], length: int) -> Span:
    if span.never:
        return span
    (low, unlisted), (high, _) = walk(span.low, length), walk(span.high, length)
    notes = tuple(f"{CALENDAR}{year}" for year in sorted(unlisted)) if span.low == span.high else ()
    return Span(low, high, span.read + notes, span.opens)
