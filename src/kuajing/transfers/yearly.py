"""What measured counts say of a handler's year besides the count itself."""

from collections.abc import Callable, Iterable

from kuajing.model.declaration import MeasuredCount
from kuajing.model.interval import Interval
from kuajing.transfers.counting import PeopleOf
from kuajing.transfers.fact_values import Fact

_Read = Callable[[MeasuredCount], Interval | None]

_TOTALS: tuple[tuple[str, _Read], ...] = (
    ("data.forecast_year_persons.non_sensitive", lambda count: count.forecast_ordinary),
    ("data.forecast_year_persons.sensitive", lambda count: count.forecast_sensitive),
    ("data.since_prev_jan1.total", lambda count: count.previous_total),
    ("data.since_prev_jan1.sensitive", lambda count: count.previous_sensitive),
)
"""Numbers that say something of a handler only where all of its transfers have one."""

_PARTS: tuple[tuple[str, _Read], ...] = (
    ("data.deleted_after_export", lambda count: count.deleted_after_export),
    ("data.persons_in_both", lambda count: count.in_both),
)
"""Numbers of which each that is known says something."""


def yearly(people: Iterable[PeopleOf]) -> tuple[Fact, ...]:
    """The facts of a handler's year, from the latest counts of its transfers that count.

    The same people may be in several transfers: a total is at least the largest number and at most the sum.
    """
    transfers = tuple(people)
    counts = [count for one in transfers for count in one.measured]
    facts: list[Fact] = []
    for path, read in _TOTALS:
        said = [read(count) for count in counts]
        known = [one for one in said if one is not None]
        if known and len(known) == len(said) and all(one.measured for one in transfers):
            facts.append((path, _together(known)))
    for path, read in _PARTS:
        known = [one for count in counts if (one := read(count)) is not None]
        if known:
            facts.append((path, _together(known)))
    return tuple(facts)


def _together(counts: list[Interval]) -> Interval:
    total = Interval.exactly(0)
    for count in counts:
        total = total + count
    return Interval(max(count.low for count in counts), total.high)
