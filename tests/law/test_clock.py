from datetime import date

import pytest

from kuajing.law.clock import Calendar, months_after

CALENDAR = Calendar(
    frozenset({2026}),
    frozenset(
        {date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 7)}
    ),
    frozenset({date(2026, 10, 10)}),
)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), -6, date(2026, 2, 28)),
        (date(2026, 4, 10), 2, date(2026, 6, 10)),
        (date.min, -1, date.min),
        (date.max, 1, date.max),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, expected: date
) -> None:
    assert expected == months_after(day, months)


def test_the_day_of_the_event_and_holidays_are_not_counted_and_worked_weekends_are() -> None:
    assert (date(2026, 10, 12), frozenset()) == CALENDAR.after(date(2026, 9, 29), 5)


def test_counting_back_meets_the_same_days() -> None:
    assert (date(2026, 9, 30), frozenset()) == CALENDAR.before(date(2026, 10, 10), 3)


def test_a_year_without_a_calendar_has_weekends_only_and_is_named() -> None:
    assert (date(2027, 10, 4), frozenset({2027})) == CALENDAR.after(date(2027, 9, 30), 2)


def test_a_count_that_runs_off_the_calendar_stays_where_it_began() -> None:
    assert (date.max, frozenset()) == CALENDAR.after(date.max, 3)
