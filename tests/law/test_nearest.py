"""The nearest other answers come out of the engine: the line at one person, and the change that removes one violation."""

from typing import Any

import pytest

from kuajing.law import LawBook, assess, explain, load_book
from kuajing.law.changes import load_trials
from kuajing.law.intake import read_case
from kuajing.model.reasons import Change, Explanation

BOOK: LawBook = load_book()


def explained(people: object = 100_311, *, on: str = "2026-06-30", **changed: object) -> Explanation:
    facts: dict[str, Any] = {
        "handler": {"base": "mainland", "ciio": False, "state_organ": False},
        "recipient": {"jurisdiction": "US"},
        "flow": {"mode": "transfer", "status": "live", "purpose": "customer_support", "necessary": True},
        "data": {
            "personal": True,
            "important": "none",
            "ytd_persons": {"non_sensitive": people, "sensitive": 0},
        },
        "legal_basis": "consent",
        "mechanism": {
            "type": "scc",
            "effective": "2026-01-05",
            "filed": "2026-01-06",
            "pipia_completed": "2026-01-04",
        },
        **changed,
    }
    case = read_case({"id": "x", "as_of": on, "facts": facts}, BOOK)
    return explain(case, assess(case, BOOK), BOOK)


def people(changes: tuple[Change, ...]) -> list[tuple[int | None, str]]:
    return [(change.people, change.route) for change in changes if not change.words]


def test_fewer_people_lead_below_the_line_at_one_person() -> None:
    assert [(312, "exempt")] == people(explained().lighter)
    assert [(1, "exempt")] == people(explained(100_000).lighter)
    assert [] == people(explained(99_999).lighter)


def test_more_people_lead_onto_the_next_line() -> None:
    assert (899_689, "security_assessment") == people(explained().heavier)[0]
    assert (1, "standard_contract_or_certification") == people(
        explained(99_999, mechanism={"type": "none"}).heavier
    )[0]


def test_a_count_between_bounds_is_moved_from_its_upper_one() -> None:
    assert [(50_001, "exempt")] == people(explained([90_000, 150_000]).lighter)


def test_a_count_without_a_ceiling_tells_no_difference() -> None:
    assert [(None, "standard_contract_or_certification")] == people(explained([150_000, None]).lighter)


def test_the_smallest_mend_of_a_violation_is_told_alone() -> None:
    late = {"type": "scc", "effective": "2026-01-05", "filed": "2026-02-27", "pipia_completed": "2026-01-04"}
    found = explained(
        mechanism=late,
        flow={
            "mode": "transfer",
            "status": "live",
            "purpose": "customer_support",
            "necessary": True,
            "started": "2026-01-05",
        },
    ).lighter
    assert [("change.filed_in_time", ("scc_filed_late",))] == [
        (change.words, change.gone) for change in found if change.words
    ]


def test_what_is_in_order_has_no_mend() -> None:
    assert [] == [change.words for change in explained().lighter if change.words]


@pytest.mark.parametrize("on", ["2023-06-30", "2024-06-30", "2026-06-30"])
def test_no_change_told_as_lighter_is_a_more_demanding_route(on: str) -> None:
    demand = load_trials(BOOK).demand
    found = explained(on=on)
    now = demand.index("standard_contract_or_certification")
    assert [] == [change for change in found.lighter if demand.index(change.route) > now]


def test_every_route_has_its_place_in_the_order_of_demand() -> None:
    routes = {question.route for question in BOOK.questions}
    assert set() == routes - set(load_trials(BOOK).demand)
