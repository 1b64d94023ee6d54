"""What a fact may be: a value, a choice of values, an interval, or unknown with nothing to try."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from kuajing.model.interval import Interval

_UNKNOWN = "unknown"


class Unknown(Enum):
    """A fact of which nothing is known and whose values are not tried one by one (dates, lists)."""

    UNKNOWN = _UNKNOWN


UNTRIED = Unknown.UNKNOWN
"""The one such fact by name alone, for where it is asked for many times."""


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
    """The value as reasoning tells it; an open choice names the words that are left."""
    match value:
        case Choice():
            words = sorted(_word(word) for word in value.values)
            return _UNKNOWN if words == ["no", "yes"] else f"{_UNKNOWN}: {' or '.join(words)}"
        case Unknown() | Interval(low=0, high=None):
            return _UNKNOWN
        case tuple():
            return ", ".join(value) or "none"
        case bool() | None:
            return _word(value)
        case _:
            return str(value)


def _word(value: str | bool | None) -> str:  # noqa: FBT001  a value of a fact, no switch
    if value is None:
        return "none"
    return str(value) if isinstance(value, str) else "yes" if value else "no"
