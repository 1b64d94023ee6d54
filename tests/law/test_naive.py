"""The engine against the oracle that was written straight from the contract, on seeded random cases."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from benchmarks.law_random import disagreements
from tests.law.naive.answer import TooMany, naive_answer
from tests.law.naive.breaches import VIOLATIONS
from tests.law.naive.contest import FLAGS
from tests.law.naive.days import months_after, working_days_after, working_days_before
from tests.law.naive.duties import DUTIES
from tests.law.naive.random_cases import random_case

from kuajing.law.answers import answer

SEED = 20_261_123
GROUPS, EACH = 20, 100
FEW_FORKS = 100
FIELDS = ("violations", "contested_points", "duties")
ROUTES = {
    *("not_an_export", "prohibited", "authority_approval", "security_assessment", "gba_standard_contract"),
    *("standard_contract_or_certification", "exempt", "no_restriction", "undetermined"),
}
RARE: set[str] = set()


@cache
def compared(group: int) -> tuple[dict[str, dict[str, str]], frozenset[str]]:
    """The cases of a group on which the two differ, and every word that the engine answered with."""
    wrong, words = {}, set[str]()
    for number in range(group * EACH, (group + 1) * EACH):
        case = random_case(SEED, number)
        got: Any = answer(case)
        words |= {str(got["route"])}.union(*(got[field] for field in FIELDS))
        try:
            found = disagreements(case, got, FEW_FORKS)
        except TooMany:
            continue
        if found:
            wrong[case["id"]] = found
    return wrong, frozenset(words)


@pytest.mark.parametrize("group", range(GROUPS))
def test_the_engine_and_the_oracle_agree(group: int) -> None:
    assert compared(group)[0] == {}


def test_the_random_cases_reach_every_duty_violation_flag_and_route() -> None:
    """What no case reaches is compared by nobody."""
    found = frozenset[str]().union(*(compared(group)[1] for group in range(GROUPS)))
    assert {*VIOLATIONS, *DUTIES, *FLAGS, *ROUTES} - found == RARE


def test_the_oracle_tells_working_days_itself() -> None:
    assert working_days_after(date(2026, 3, 2), 10) == date(2026, 3, 16)
    assert working_days_after(date(2026, 9, 24), 10) == date(2026, 10, 15)
    assert working_days_before(date(2026, 3, 16), 10) == date(2026, 3, 2)
    assert months_after(date(2026, 8, 31), -6) == date(2026, 2, 28)


def test_the_oracle_answers_a_case_by_hand() -> None:
    case: dict[str, Any] = {
        "as_of": "2026-06-30",
        "facts": {
            "handler": {"base": "mainland", "ciio": False, "state_organ": False, "pi_handled_total": 9_000},
            "recipient": {"jurisdiction": "US"},
            "flow": {"mode": "transfer", "status": "live"},
            "data": {
                "personal": True,
                "important": "none",
                "ytd_persons": {"non_sensitive": [99_999, 100_000], "sensitive": 0},
            },
            "legal_basis": "contract",
            "compliance": {"notice_art39": True, "pipia_done": True, "d790_contract_and_records": True},
        },
    }
    got = naive_answer(case)
    assert (got["route"], got["possible"]) == (
        "undetermined",
        ["exempt", "standard_contract_or_certification"],
    )
    assert got["unsettled"] == ["data.ytd_persons.non_sensitive"]
    assert got["violations"] == []
