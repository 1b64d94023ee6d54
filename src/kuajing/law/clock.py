"""Legal clocks: months and years after a day, working days by the announced calendar."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
WEEKEND = 5
"""The first day of the weekend, counted from Monday as 0."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days of the mainland; `years` are those whose holidays are known."""

    years: frozenset[int]
    holidays: frozenset[date]
    working_weekends: frozenset[date]

    def is_working_day(self, day: date) -> bool:
        """Whether people work that day; beyond the known years, every weekday."""
        if day in self.working_weekends:
            return True
        return day.weekday() < WEEKEND and day not in self.holidays

    def after(self, day: date, count: int) -> tuple[date, frozenset[int]]:
        """The count-th working day after a day, which is not counted itself, and the years without a calendar met."""
        return self._walk(day, count, _ONE_DAY)

    def before(self, day: date, count: int) -> tuple[date, frozenset[int]]:
        """The count-th working day before a day, which is not counted itself, and the years without a calendar met."""
        return self._walk(day, count, -_ONE_DAY)

    def _walk(self, day: date, count: int, step: timedelta) -> tuple[date, frozenset[int]]:
        met = set()
        for reached in _days(day, step):
            met.add(reached.year)
            count -= self.is_working_day(reached)
            if count == 0:
                return reached, frozenset(met - self.years)
        return day, frozenset()


def _days(day: date, step: timedelta) -> Iterator[date]:
    while date.min < day < date.max:
        day += step
        yield day


def months_after(day: date, months: int) -> date:
    """The same day number so many months later (earlier if negative), or the last day of a month that lacks it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
