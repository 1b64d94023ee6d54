"""What a fact may be: a value, a choice of values, an interval, or unknown with nothing to try."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from kuajing.model.interval import Interval


class Unknown(Enum):
    """A fact of which nothing is known and whose values are not tried one by one (dates, lists)."""

    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Choice:
    """Several words, or yes and no, any of which may be the fact."""

    values: frozenset[str | bool]


Value: TypeAlias = bool | str | date | Decimal | Interval | Choice | Unknown | tuple[str, ...] | None
"""None is nothing on record; for a date, known not to have happened."""


def among(values: frozenset[str | bool]) -> Value:
    """The one value that is left, or the choice between several."""
    return next(iter(values)) if len(values) == 1 else Choice(values)


def options(value: Value) -> frozenset[str | bool]:
    """The words a fact may be; none for what is not a word."""
    if isinstance(value, Choice):
        return value.values
    return frozenset({value}) if isinstance(value, str | bool) else frozenset()


def meet(one: Value, other: Value) -> Value:
    """What both allow; None where that is nothing."""
    if isinstance(one, Interval) and isinstance(other, Interval):
        low = max(one.low, other.low)
        highs = [high for high in (one.high, other.high) if high is not None]
        high = min(highs) if highs else None
        return None if high is not None and high < low else Interval(low, high)
    both = options(one) & options(other)
    return among(both) if both else None


def join(one: Value, other: Value) -> Value:
    """What either allows; for counts, everything between as well."""
    if isinstance(one, Interval) and isinstance(other, Interval):
        high = None if one.high is None or other.high is None else max(one.high, other.high)
        return Interval(min(one.low, other.low), high)
    return among(options(one) | options(other))


def shown(value: Value) -> str:
    """The value as reasoning tells it."""
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case Choice():
            words = sorted(
                "yes" if word is True else "no" if word is False else word for word in value.values
            )
            return "unknown" if {"yes", "no"} == set(words) else "unknown: " + " or ".join(words)
        case Unknown():
            return "unknown"
        case tuple():
            return ", ".join(value) if value else "none"
        case Interval(low=0, high=None):
            return "unknown"
        case _:
            return str(value)
