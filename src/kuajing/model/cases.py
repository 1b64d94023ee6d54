"""What the law is asked about: one transfer on one day, as flat facts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kuajing.model.interval import Interval

FactValue: TypeAlias = bool | int | Decimal | str | date | Interval | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Case:
    """One handler, one recipient, one purpose, on one day 出境活动.

    `facts` are sorted pairs of dotted path and value, such as `("handler.ciio", False)` or
    `("data.ytd_persons.sensitive", Interval(0, 500))`; the paths are those of `rules/law/facts/`. An absent path
    is unknown, or holds the default that its row there names. A date that is None is known not to have happened.
    """

    id: str
    on: date
    facts: tuple[tuple[str, FactValue], ...]

    def fact(self, path: str) -> FactValue:
        """The value under a path, None where it is absent."""
        return dict(self.facts).get(path)
