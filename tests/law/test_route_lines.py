"""The numbers at which another route begins are asked of the law, and stand nowhere else."""

from datetime import date
from typing import Any

import pytest

from kuajing.law import Line, lines, load_book
from kuajing.law.intake import read_case
from kuajing.model.interval import Interval
from kuajing.source.packaged import packaged_yaml

BOOK = load_book()
ON = date(2026, 11, 2)
ORDINARY, SENSITIVE = "data.ytd_persons.non_sensitive", "data.ytd_persons.sensitive"
ANYTHING = Interval(0, None)


def asked(path: str, reach: Interval = ANYTHING, on: date = ON, **said: dict[str, Any]) -> tuple[Line, ...]:
    usual: Any = packaged_yaml("law/usual.cases.yaml").plain()
    facts = {
        **usual,
        **{part: {**usual[part], **more} if part in usual else more for part, more in said.items()},
    }
    return lines(read_case({"id": "x", "as_of": on, "facts": facts}, BOOK), BOOK, path, reach)


def counts(found: tuple[Line, ...]) -> list[tuple[int, str, str]]:
    return [(one.count, ", ".join(one.before), ", ".join(one.routes)) for one in found]


BAND = "standard_contract_or_certification"


def test_ordinary_people_have_two_lines() -> None:
    assert [(100_000, "exempt", BAND), (1_000_000, BAND, "security_assessment")] == counts(asked(ORDINARY))


def test_sensitive_people_have_two_lines_the_first_at_one_person() -> None:
    assert [(1, "exempt", BAND), (10_000, BAND, "security_assessment")] == counts(asked(SENSITIVE))


def test_a_line_names_the_articles_of_the_route_that_begins() -> None:
    assert [("CBDF-2024-A7.1.2",)] == [
        one.citations for one in asked(ORDINARY) if one.routes == ("security_assessment",)
    ]


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (Interval(40_000, 100_000), [100_000]),
        (Interval(40_000, 99_999), []),
        (Interval(100_000, 999_999), []),
        (Interval(99_999, 1_000_000), [100_000, 1_000_000]),
    ],
)
def test_only_lines_within_reach_are_told(reach: Interval, expected: list[int]) -> None:
    assert expected == [one.count for one in asked(ORDINARY, reach)]


def test_where_numbers_change_nothing_there_is_no_line() -> None:
    assert () == asked(ORDINARY, handler={"ciio": True})
    assert () == asked(ORDINARY, data={"personal": False})
    assert () == asked(ORDINARY, on=date(2024, 3, 21), data={"since_prev_jan1": {"total": 0, "sensitive": 0}})


def test_a_sector_has_lines_of_its_own() -> None:
    assert [(100_000, "exempt", BAND), (100_001, BAND, "security_assessment")] == counts(
        asked(ORDINARY, handler={"sector": "automotive"})
    )


def test_an_open_fact_leaves_both_routes_open() -> None:
    handler = {"ciio": "unknown"}
    assert [(100_000, "exempt, security_assessment", f"security_assessment, {BAND}")] == counts(
        asked(ORDINARY, Interval(0, 999_999), handler=handler)
    )
