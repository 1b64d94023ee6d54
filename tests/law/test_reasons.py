"""A condition opened into a tree says what was asked, what is on record, and how it was answered."""

from datetime import date
from typing import Any

import pytest

from kuajing.law import LawBook, assess, explain, load_book
from kuajing.law.intake import read_case
from kuajing.law.procedure import Question
from kuajing.law.reasons import reason
from kuajing.law.situation import Situation, situation_of
from kuajing.model.cases import Case
from kuajing.model.reasons import Moment, Reason
from kuajing.model.truth import Truth
from kuajing.source.packaged import packaged_yaml

BOOK: LawBook = load_book()
CALM: dict[str, Any] = {
    "handler": {"base": "mainland", "ciio": False, "state_organ": False},
    "recipient": {"jurisdiction": "US"},
    "flow": {"mode": "transfer", "status": "live", "purpose": "customer_support", "necessary": True},
    "data": {
        "personal": True,
        "important": "none",
        "ytd_persons": {"non_sensitive": 150_000, "sensitive": 0},
    },
    "legal_basis": "consent",
}


def case(**changed: object) -> Case:
    return read_case({"id": "x", "as_of": "2026-06-30", "facts": {**CALM, **changed}}, BOOK)


def situation(of: Case) -> Situation:
    return situation_of(of, BOOK.rows)[0]


def question(name: str, on: date = date(2026, 6, 30)) -> Question:
    return next(one for one in BOOK.questions_on(on) if one.id == name)


def test_a_line_of_people_is_told_with_the_count_and_the_number() -> None:
    tree = reason(question("counters_contract").when, situation(case()))
    (version,) = tree.parts
    any_of = version.parts[-1]
    assert (
        Reason(
            "at_least",
            ("100000",),
            Truth.YES,
            (("data.ytd_persons.non_sensitive", "150,000"),),
        )
        == any_of.parts[0]
    )
    assert (any_of.parts[0],) == any_of.deciding


def test_two_dates_are_told_with_the_days_that_come_out() -> None:
    contract = {"type": "scc", "effective": "2026-03-02", "filed": "2026-03-17"}
    verdict_case = case(mechanism=contract)
    opened = explain(verdict_case, assess(verdict_case, BOOK), BOOK)
    late = opened.of("violation.scc_filed_late")
    assert late is not None
    named = next(part for part in late.parts if part.words == ("scc_filed_late",))
    assert (
        Moment(("mechanism.filed",), (("by_now", 0),), "2026-03-17"),
        Moment(("mechanism.effective",), (("after_working_days", 10),), "2026-03-16"),
    ) == named.parts[0].moments


@pytest.mark.parametrize("facts", [CALM, {}, {**CALM, "claims": ["hr", "contract", "transit"]}])
def test_a_tree_answers_as_its_condition_does_and_joins_its_parts_by_kleene(facts: dict[str, Any]) -> None:
    at = situation(read_case({"id": "x", "as_of": "2026-06-30", "facts": facts}, BOOK))
    for one in BOOK.questions_on(at.on):
        tree = reason(one.when, at)
        assert one.when.ask(at).truth is tree.answer
        assert [] == list(disagreeing(tree))


def disagreeing(tree: Reason) -> list[Reason]:
    found = [one for part in tree.parts for one in disagreeing(part)]
    answers = [part.answer for part in tree.parts]
    joined = tree.answer
    match tree.function:
        case "all":
            joined = Truth.YES
            for answer in answers:
                joined &= answer
        case "any":
            joined = Truth.NO
            for answer in answers:
                joined |= answer
        case "not":
            joined = ~answers[0]
        case "named":
            joined = answers[0]
        case _:
            pass
    return found if joined is tree.answer else [*found, tree]


def test_a_violation_that_several_rules_give_is_opened_where_it_holds() -> None:
    handler = {"base": "mainland", "ciio": False, "state_organ": False, "sector": "ride_hailing"}
    driving = case(handler=handler)
    opened = explain(driving, assess(driving, BOOK), BOOK).opened
    given = [one for one in opened if one.asked == "violation.sector_localisation_breach"]
    assert [("RIDE-2016-A27", Truth.YES)] == [(one.citation, one.reason.answer) for one in given]


def test_every_contested_point_has_its_two_readings() -> None:
    readings: Any = packaged_yaml("law/contested_readings.yaml").plain()
    assert sorted(flag.id for flag in BOOK.flags) == sorted(readings)
