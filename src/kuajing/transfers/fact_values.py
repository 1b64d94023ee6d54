"""How declared values become facts: what is unknown is absent, what never happened is None."""

from collections.abc import Iterable, Iterator
from datetime import date

from kuajing.model.cases import FactValue
from kuajing.model.declaration import NEVER, Day, Evidence
from kuajing.model.truth import Truth

Fact = tuple[str, FactValue]


def known(path: str, answer: Truth) -> Iterator[Fact]:
    """A yes or no; an unknown stays absent."""
    if answer is not Truth.UNKNOWN:
        yield path, answer is Truth.YES


def said(path: str, value: FactValue) -> Iterator[Fact]:
    """A value that something says; None and an empty list stay absent."""
    if value is not None and value != ():
        yield path, value


def dated(path: str, day: Day, on: date) -> Iterator[Fact]:
    """A day, None for one that has not come by `on`; an unknown day stays absent."""
    if day is not None:
        yield path, None if day is NEVER or day > on else day


def shown_by(evidence: Evidence | None, on: date) -> Truth:
    """Whether the evidence is there on that day; what is dated later is not there yet."""
    if evidence is None or not evidence.applies:
        return Truth.UNKNOWN
    if isinstance(evidence.on, date) and evidence.on > on:
        return Truth.NO
    return evidence.given


def together(answers: Iterable[Truth]) -> Truth:
    """The answer that all give; unknown where they differ or one does not know, no where one says no."""
    different = set(answers)
    if Truth.NO in different:
        return Truth.NO
    return different.pop() if len(different) == 1 else Truth.UNKNOWN
