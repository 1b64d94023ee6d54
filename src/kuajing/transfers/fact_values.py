"""How declared values become facts: what is unknown is absent, what never happened is None."""

from collections.abc import Iterator

from kuajing.model.cases import FactValue
from kuajing.model.declaration import NEVER, Day
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


def dated(path: str, day: Day) -> Iterator[Fact]:
    """A day, None for one known not to have come; an unknown day stays absent."""
    if day is not None:
        yield path, None if day is NEVER else day
