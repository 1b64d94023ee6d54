from dataclasses import replace

import pytest
from tests.reports.sample import CRM_TO_US

from kuajing.model.cases import Case
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step
from kuajing.reports.claims import Claim, claims_of, refused

READ = (("claims", "hr"), ("flow.purpose", "recruitment"), ("data.hr.subjects", "applicants"))


def claiming(answer: Truth, turns_on: tuple[str, ...], *claims: str) -> Judgement:
    """The transfer with these claims, of which staff management was answered."""
    facts = (("claims", claims),) if claims else ()
    step = Step("CBDF-2024-A5.1.2", "ask.hr", answer, READ, turns_on)
    return replace(
        CRM_TO_US,
        transfer=replace(CRM_TO_US.transfer, case=Case("crm-to-us", CRM_TO_US.verdict.on, facts)),
        verdict=replace(CRM_TO_US.verdict, reasoning=(step,)),
    )


def asked_of(judgement: Judgement) -> tuple[Claim, ...]:
    return claims_of(judgement.transfer.case, judgement.verdict)


@pytest.mark.parametrize(
    ("turns_on", "told"),
    [(("data.hr.subjects",), READ[2:]), (("claims",), READ[1:]), ((), READ[1:])],
)
def test_a_claim_tells_what_its_answer_turns_on(
    turns_on: tuple[str, ...], told: tuple[tuple[str, str], ...]
) -> None:
    found = asked_of(claiming(Truth.NO, turns_on, "hr"))
    assert found == (Claim("hr", "ask.hr", Truth.NO, "CBDF-2024-A5.1.2", told),)


def test_what_is_not_claimed_or_was_not_asked_is_no_claim() -> None:
    assert asked_of(claiming(Truth.NO, ())) == ()
    assert asked_of(claiming(Truth.NO, (), "transit")) == ()


@pytest.mark.parametrize(("answer", "names"), [(Truth.NO, ["hr"]), (Truth.UNKNOWN, []), (Truth.YES, [])])
def test_only_a_claim_answered_no_is_refused(answer: Truth, names: list[str]) -> None:
    assert [claim.name for claim in refused(claiming(answer, (), "hr"))] == names
