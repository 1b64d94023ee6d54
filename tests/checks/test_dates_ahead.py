"""Days that come: told within the horizon of the settings, once for what several transfers share."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.checks.conftest import tell

from kuajing.checks import CHECKS
from kuajing.model.analysis import Analysis
from kuajing.model.deadlines import Deadline
from kuajing.model.declaration import (
    Acceptance,
    Approval,
    Covers,
    Handler,
    Recipient,
    RecipientContract,
    Settings,
)
from kuajing.model.truth import Truth
from kuajing.source.location import Location

CHECK = next(check for check in CHECKS if check.name == "date-ahead")
FILING = Deadline(date(2026, 6, 20), "contract_filing", "approval", ("LAW-7",))
Told = Callable[..., list[str]]


@pytest.fixture
def told(
    analysed: Callable[..., Analysis], judgement: Callable[..., Any], coverage: Callable[..., Any]
) -> Callable[..., list[str]]:
    """What the check says of a transfer under approval `a` with these deadlines, told in lines."""

    def of(
        *deadlines: Deadline,
        transfers: int = 1,
        settings: Settings | None = None,
        **words: Any,  # noqa: ANN401  the words of a transfer
    ) -> list[str]:
        declared = words.pop("declared", {})
        one = replace(judgement(coverage=(coverage(),), **words), deadlines=deadlines)
        others = [replace(one, transfer=replace(one.transfer, id=f"other/{n}")) for n in range(1, transfers)]
        made = analysed(one, *others)
        declaration = replace(
            made.declaration,
            settings=settings or Settings(),
            handlers=(Handler("shop", Location("parties.yaml", 3)),),
            **declared,
        )
        return [tell(finding) for finding in CHECK.run(replace(made, declaration=declaration))]

    return of


def test_a_day_that_comes_is_told_at_the_approval_that_it_is_about(told: Told) -> None:
    assert [
        (
            "report notice date-ahead at flows.yaml:30:1: a: the last day to file the contract is 2026-06-20, in 5 days. "
            "[LAW-7]"
        )
    ] == told(FILING)


@pytest.mark.parametrize(
    ("day", "left"),
    [(date(2026, 6, 15), "today"), (date(2026, 6, 16), "tomorrow"), (date(2026, 9, 13), "in 90 days")],
)
def test_days_are_told_up_to_the_last_of_the_horizon(told: Told, day: date, left: str) -> None:
    expected = f"report notice date-ahead at flows.yaml:30:1: a: the last day to file the contract is {day}, {left}. [LAW-7]"
    assert [expected] == told(replace(FILING, day=day))


def test_a_day_after_the_horizon_is_not_told_yet(told: Told) -> None:
    assert [] == told(replace(FILING, day=date(2026, 9, 14)))


def test_the_horizon_is_a_setting(told: Told) -> None:
    assert [] == told(FILING, settings=Settings(ahead_days=4))
    assert 1 == len(told(FILING, settings=Settings(ahead_days=5)))


def test_what_several_transfers_share_is_told_once(told: Told) -> None:
    assert 1 == len(told(FILING, transfers=3))


def test_duties_of_a_handler_are_told_at_the_handler(told: Told) -> None:
    officer = Deadline(date(2026, 7, 1), "officer_filing", "handler", ("LAW-52",))
    assert [
        (
            "report notice date-ahead at parties.yaml:3:1: shop: the last day to file the protection officer is 2026-07-01, "
            "in 16 days. [LAW-52]"
        )
    ] == told(officer, transfers=2)


def test_what_belongs_to_a_transfer_is_told_where_it_opens(told: Told) -> None:
    important = Deadline(date(2026, 7, 1), "important_application", "transfer", ("LAW-2",))
    assert [
        (
            "report notice date-ahead at job.json:4:1: shop/acme/support: the last day to apply for the assessment of the "
            "important data that was notified or published is 2026-07-01, in 16 days. [LAW-2]"
        )
    ] == told(important)


def test_a_day_counted_without_holidays_says_so(told: Told) -> None:
    assert [
        (
            "report notice date-ahead at flows.yaml:30:1: a: the last day to file the contract is 2026-06-20, in 5 days; "
            "counted with weekends only, the holidays of 2027 are not in the data. [LAW-7]"
        )
    ] == told(replace(FILING, weekends_only=(2027,)))


@pytest.mark.parametrize(
    "words", [{"status": "stopped"}, {"leaves": Truth.NO}, {"purpose": None, "flows": ()}], ids=str
)
def test_what_does_not_run_or_is_not_declared_has_no_days_ahead(told: Told, words: dict[str, Any]) -> None:
    assert [] == told(FILING, **words)


def test_a_planned_transfer_has_days_ahead(told: Told) -> None:
    assert 1 == len(told(FILING, status="planned"))


def expiring(day: date) -> dict[str, Any]:
    nothing = Covers(None, None, None, None, None, None)
    approval = Approval(
        "a", Location("flows.yaml", 30), "standard_contract", nothing, dates=(("expires", day),)
    )
    return {"approvals": (approval,)}


def test_the_last_day_that_an_approval_states_is_told(told: Told) -> None:
    line = "report notice date-ahead at flows.yaml:30:1: a: the last day that the document states is 2026-06-15, today."
    assert [line] == told(declared=expiring(date(2026, 6, 15)))
    assert [] == told(declared=expiring(date(2026, 6, 14)))


def test_the_same_day_by_law_and_by_document_is_told_once(told: Told) -> None:
    end = Deadline(date(2026, 7, 1), "assessment_end", "approval", ("LAW-9",))
    assert 1 == len(told(end, declared=expiring(date(2026, 7, 1))))
    assert 2 == len(told(end, declared=expiring(date(2026, 7, 2))))


def test_acceptances_and_records_that_end_are_told(told: Told) -> None:
    acceptance = Acceptance(
        "unmet-duty", "shop/acme/support", Location("flows.yaml", 40), "known", "dpo", date(2026, 7, 1)
    )
    contract = RecipientContract(Truth.YES, date(2026, 7, 2), Truth.YES, None, None)
    recipient = Recipient("acme", Location("parties.yaml", 9), contract=contract)
    assert [
        (
            "report notice date-ahead at flows.yaml:40:1: unmet-duty shop/acme/support: the last day of the acceptance is "
            "2026-07-01, in 16 days."
        ),
        (
            "report notice date-ahead at parties.yaml:9:1: acme: the last day on which records of what the recipient got are "
            "kept is 2026-07-02, in 17 days."
        ),
    ] == told(declared={"acceptances": (acceptance,), "recipients": (recipient,)})
