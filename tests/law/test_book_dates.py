"""Dates of the law stand in order, and the calendar says one thing of each day."""

import pytest
from tests.law.test_book import ARTICLE, provision, told
from tests.law.test_book_tables import changed


def test_a_version_from_before_its_instrument_begins_is_an_error() -> None:
    assert [
        f"rules/{ARTICLE}:6:15: 2024-03-21 is before 2024-03-22, the day on which `CBDF-2024` begins."
    ] == told(ARTICLE, provision(**{"from": "2024-03-21"}))


def test_a_version_may_begin_with_its_instrument() -> None:
    with pytest.raises(pytest.fail.Exception):
        told(ARTICLE, provision(**{"from": "2024-03-22"}))


def instrument(adopted: str) -> str:
    lines = (
        "id: CBDF-2024",
        "title: {en: Provisions, zh: 规定}",
        "issuer: {en: CAC, zh: 网信办}",
        "kind: measure",
        f"adopted: {adopted}",
        "in_force: 2024-03-22",
    )
    return "\n".join(lines) + "\n"


def test_an_instrument_adopted_after_it_began_is_an_error() -> None:
    assert [
        "rules/law/cbdf/instrument.yaml:5:10: It was adopted on 2024-03-23, after 2024-03-22, the day on which it begins."
    ] == told("law/cbdf/instrument.yaml", instrument("2024-03-23"))


def test_an_instrument_may_begin_on_the_day_it_is_adopted() -> None:
    with pytest.raises(pytest.fail.Exception):
        told("law/cbdf/instrument.yaml", instrument("2024-03-22"))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "working_weekends: [2022-01-29,",
            "working_weekends: [2022-01-31,",
            "+0:22: `2022-01-31` stands twice, first at rules/law/calendar.yaml:8:26.",
        ),
        (
            "[2022-01-03, 2022-01-31,",
            "[2022-01-03, 2022-01-03,",
            "+0:26: `2022-01-03` stands twice, first at rules/law/calendar.yaml:8:14.",
        ),
        ("[2022-01-03, 2022-01-31,", "[2022-01-02, 2022-01-31,", "+0:14: This takes a weekday."),
        (
            "working_weekends: [2022-01-29,",
            "working_weekends: [2022-01-28,",
            "+0:22: This takes a day of a weekend.",
        ),
        (
            "2022-10-06, 2022-10-07]",
            "2023-10-06, 2022-10-07]",
            "+0:14: This takes a date of 2022.",
        ),
        ("\n2022:\n", "\n２０22²:\n", "+1:1: This takes a year."),
        (
            "202110/t20211026_2520500.html\n  holidays",
            "x.html\n  hollidays",
            "+1:3: `hollidays` is no key here; ",
        ),
    ],
)
def test_the_calendar_says_one_thing_of_each_day(old: str, new: str, fault: str) -> None:
    (said,) = changed("law/calendar.yaml", old, new)
    assert fault == said[: len(fault)]
