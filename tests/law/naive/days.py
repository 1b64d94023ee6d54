"""Days as the contract counts them: the same day of a later month, and working days of the mainland.

The holidays were written down for this oracle alone, apart from those that ship with the law.
"""

from calendar import monthrange
from datetime import date, timedelta

ONE = timedelta(days=1)
# First and last day of each holiday, as announced for the year.
HOLIDAYS = (
    ("2022-01-01", "2022-01-03"),
    ("2022-01-31", "2022-02-06"),
    ("2022-04-03", "2022-04-05"),
    ("2022-04-30", "2022-05-04"),
    ("2022-06-03", "2022-06-05"),
    ("2022-09-10", "2022-09-12"),
    ("2022-10-01", "2022-10-07"),
    ("2022-12-31", "2023-01-02"),
    ("2023-01-21", "2023-01-27"),
    ("2023-04-05", "2023-04-05"),
    ("2023-04-29", "2023-05-03"),
    ("2023-06-22", "2023-06-24"),
    ("2023-09-29", "2023-10-06"),
    ("2023-12-30", "2024-01-01"),
    ("2024-02-10", "2024-02-17"),
    ("2024-04-04", "2024-04-06"),
    ("2024-05-01", "2024-05-05"),
    ("2024-06-08", "2024-06-10"),
    ("2024-09-15", "2024-09-17"),
    ("2024-10-01", "2024-10-07"),
    ("2025-01-01", "2025-01-01"),
    ("2025-01-28", "2025-02-04"),
    ("2025-04-04", "2025-04-06"),
    ("2025-05-01", "2025-05-05"),
    ("2025-05-31", "2025-06-02"),
    ("2025-10-01", "2025-10-08"),
    ("2026-01-01", "2026-01-03"),
    ("2026-02-15", "2026-02-23"),
    ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"),
    ("2026-06-19", "2026-06-21"),
    ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
)
# Weekend days that are worked instead.
WORKED = (
    *("2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09"),
    *("2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08"),
    *("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14"),
    *("2024-09-29", "2024-10-12"),
    *("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
    *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def _span(first: str, last: str) -> set[date]:
    return {day(first) + ONE * step for step in range((day(last) - day(first)).days + 1)}


OFF = frozenset().union(*(_span(first, last) for first, last in HOLIDAYS))
ON = frozenset(day(text) for text in WORKED)


def is_working(when: date) -> bool:
    if when in ON:
        return True
    return when.weekday() < 5 and when not in OFF


def months_after(when: date, months: int) -> date:
    """The same day number in the later (or, below zero, the earlier) month, or its last day."""
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))


def years_after(when: date, years: int) -> date:
    return months_after(when, 12 * years)


def working_days_after(when: date, number: int) -> date:
    """The last of so many working days; the day of the event is not counted."""
    while number:
        when += ONE
        number -= is_working(when)
    return when


def working_days_before(when: date, number: int) -> date:
    """The first of so many working days that end before a day."""
    while number:
        when -= ONE
        number -= is_working(when)
    return when
