from datetime import date

import pytest

from kuajing.model.declaration import MeasuredCount
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.source.location import Location
from kuajing.transfers.pace import carried_on

HERE = Location("flows.yaml", 1)


def count(month: int, day: int, ordinary: Interval, sensitive: int = 0) -> MeasuredCount:
    return MeasuredCount("f", date(2026, month, day), ordinary, Interval.exactly(sensitive), HERE)


def people(
    *counts: MeasuredCount,
    day: date,
    since: date | None = None,
    stock: int | None = None,
    runs: bool = True,
) -> Interval | None:
    found = carried_on(counts, day, since, stock, runs=runs)
    return None if found is None else found.ordinary


APRIL = count(4, 10, Interval.exactly(1_000))
"""The hundredth day of the year: ten people a day."""


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 4, 10), 1_000), (date(2026, 4, 11), 1_010), (date(2026, 7, 19), 2_000)]
)
def test_one_count_is_carried_on_as_it_came_since_january(day: date, expected: int) -> None:
    assert Interval.exactly(expected) == people(APRIL, day=day)


def test_a_flow_that_began_this_year_is_taken_from_then_on() -> None:
    assert Interval.exactly(1_100) == people(APRIL, day=date(2026, 4, 11), since=date(2026, 4, 1))
    assert Interval.exactly(1_010) == people(APRIL, day=date(2026, 4, 11), since=date(2025, 4, 1))


def test_two_counts_give_the_pace_between_them() -> None:
    later = count(4, 20, Interval.exactly(1_020))
    assert Interval.exactly(1_040) == people(APRIL, later, day=date(2026, 4, 30))


def test_bounds_of_counts_become_bounds_of_the_pace() -> None:
    later = count(4, 20, Interval(1_100, 1_200))
    assert Interval(1_200, 1_400) == people(APRIL, later, day=date(2026, 4, 30))
    unsure = count(4, 10, Interval(900, 1_150))
    assert Interval(1_100, 1_500) == people(unsure, later, day=date(2026, 4, 30))


def test_without_a_ceiling_only_the_least_is_carried_on() -> None:
    assert Interval(2_000, None) == people(count(4, 10, Interval(1_000, None)), day=date(2026, 7, 19))
    assert NOTHING_KNOWN == people(count(4, 10, NOTHING_KNOWN), day=date(2026, 7, 19))


def test_more_than_the_stock_may_come_and_is_not_sure_to() -> None:
    assert Interval(1_500, 2_000) == people(APRIL, day=date(2026, 7, 19), stock=1_500)
    assert Interval(1_000, 2_000) == people(APRIL, day=date(2026, 7, 19), stock=800)


def test_of_a_flow_that_no_longer_runs_nobody_comes() -> None:
    assert Interval.exactly(1_000) == people(APRIL, day=date(2026, 7, 19), runs=False)


def test_without_a_count_there_is_no_pace() -> None:
    assert people(day=date(2026, 7, 19)) is None
