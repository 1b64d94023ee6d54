from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ANALYSIS, CRM_TO_US, HOTELS, NAMES, UNCLEAR

from kuajing.model.cases import Case
from kuajing.model.interval import Interval
from kuajing.model.transfers import Coverage, Judgement, Shortfall
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Duty, Step, Violation
from kuajing.reports.explain import explain_transfer


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("judgement", [CRM_TO_US, UNCLEAR, HOTELS], ids=["crm-to-us", "unclear", "hotels"])
def test_a_transfer_is_explained_article_by_article(judgement: Judgement, language: str) -> None:
    actual = explain_transfer(ANALYSIS, judgement, language, NAMES)
    assert expected(f"explain.{judgement.transfer.id}.{language}.txt", actual) == actual


def test_an_open_recipient_is_settled_at_its_system() -> None:
    assert "systems.legacy-ftp.located" in explain_transfer(ANALYSIS, UNCLEAR, "en", NAMES)


def test_a_known_recipient_is_settled_at_the_recipient() -> None:
    verdict = replace(CRM_TO_US.verdict, unsettled=("recipient.jurisdiction",))
    text = explain_transfer(ANALYSIS, replace(CRM_TO_US, verdict=verdict), "en", NAMES)
    assert "recipients.shop-us.jurisdiction" in text


def section(judgement: Judgement, heading: str, language: str = "en") -> list[str]:
    """The lines of one section of an explanation, without their indent."""
    lines = explain_transfer(ANALYSIS, judgement, language, NAMES).split("\n")
    start = lines.index(heading) + 1
    return [line.strip() for line in lines[start : lines.index("", start)]]


def with_duty(duty: Duty, *steps: Step, **facts: Interval) -> Judgement:
    """The transfer to the hotels with one duty, the steps that made it due, and the tally of its handler."""
    case = Case(
        "hotel-bookings",
        HOTELS.verdict.on,
        tuple((path.replace("__", "."), value) for path, value in facts.items()),
    )
    return replace(
        HOTELS,
        transfer=replace(HOTELS.transfer, case=case),
        verdict=replace(HOTELS.verdict, duties=(duty,), reasoning=steps),
    )


SENSITIVE = Duty("sensitive_notice_art30", Truth.YES, ("PIPL-2021-A30",))
BY_TALLY = Step(
    "PIPL-2021-A30", "duty.sensitive_notice_art30", Truth.YES, (("data.ytd_persons.sensitive", "5,020"),)
)
OTHERS = "Due because of the handler's other transfers; nobody of this one is counted there."


def test_a_duty_that_only_other_transfers_make_due_says_so() -> None:
    judgement = with_duty(SENSITIVE, BY_TALLY, data__ytd_persons__sensitive=Interval.exactly(5_020))
    assert section(judgement, "Duties") == [
        "met  tell people why sensitive data is necessary and how it affects them",
        "PIPL-2021-A30",
        "people whose sensitive data left since 1 January: 5,020",
        OTHERS,
    ]


def test_a_duty_that_the_transfer_itself_makes_due_does_not() -> None:
    judgement = with_duty(SENSITIVE, BY_TALLY, data__ytd_persons__sensitive=Interval.exactly(5_020))
    own = replace(judgement, transfer=replace(judgement.transfer, sensitive=Interval(0, 10)))
    assert OTHERS not in section(own, "Duties")


@pytest.mark.parametrize(
    ("lasting", "label"), [(True, "to be kept up  "), (False, "undetermined  ")], ids=["lasting", "open"]
)
def test_a_duty_that_no_fact_can_show_is_to_be_kept_up(lasting: bool, label: str) -> None:  # noqa: FBT001  a case
    duty = Duty("biennial_compliance_audit", Truth.UNKNOWN, (), lasting)
    lines = section(with_duty(duty), "Duties")
    assert lines[0] == label + "audit compliance at least every two years"
    assert len(lines) == 1 + lasting


def test_a_duty_that_nobody_can_tell_to_be_due_may_be_due() -> None:
    step = Step("PIPL-2021-A39", "duty.separate_consent_art39", Truth.UNKNOWN, (("legal_basis", "unknown"),))
    lines = section(with_duty(Duty("notice_art39", Truth.NO, ()), step), "Duties")
    assert lines[:3] == [
        "not met     tell people about the export",
        "may be due  separate consent to the export",
        "PIPL-2021-A39 Personal Information Protection Law, article 39: people are told who",
    ]


def claiming(answer: Truth) -> Judgement:
    """A transfer that claims staff management, answered so."""
    read = (("claims", "hr"), ("flow.purpose", "recruitment"), ("legal_basis", "consent"))
    step = Step("CBDF-2024-A5.1.2", "ask.hr", answer, read, ("flow.purpose",))
    case = Case("crm-to-us", CRM_TO_US.verdict.on, (("claims", ("hr",)),))
    return replace(
        CRM_TO_US,
        transfer=replace(CRM_TO_US.transfer, case=case),
        verdict=replace(CRM_TO_US.verdict, reasoning=(step,)),
    )


@pytest.mark.parametrize(
    ("answer", "label", "why"),
    [
        (Truth.NO, "does not hold", ["fails on the purpose: recruitment"]),
        (Truth.UNKNOWN, "undetermined", ["open on the purpose: recruitment"]),
        (Truth.YES, "holds", []),
    ],
)
def test_a_claim_says_whether_it_holds_and_what_it_fails_on(
    answer: Truth, label: str, why: list[str]
) -> None:
    lines = section(claiming(answer), "Exemptions claimed")
    asked = f"{label}  Is it employees' data, truly necessary to manage staff under both instruments?"
    assert lines == [asked, "CBDF-2024-A5.1.2", *why]


def test_an_approval_is_compared_respect_by_respect() -> None:
    assert section(CRM_TO_US, "Approvals compared") == [
        "scc-2026-004 does not cover the transfer:",
        "covered    handler       Example Shop (Shanghai) Co., Ltd.",
        "covered    recipient     Example Shop Inc.",
        "covered    purpose       customer support",
        "outside    data          categories outside its scope: phone number",
        "covered    passed on to  nobody",
        "covered    people        up to 100,000",
        "covered    dates         since 2026-03-02; how long the law lets it hold is judged above",
    ]


@pytest.mark.parametrize(
    ("said", "head"),
    [
        (
            {"result": "fail"},
            "scc-2026-004 was refused, so nothing rests on it; what it was asked for, compared:",
        ),
        (
            {"dates": (("expires", date(2026, 5, 31)),)},
            "scc-2026-004 ended on 2026-05-31, so nothing rests on it any more; compared all the same:",
        ),
        (
            {"result": "pending"},
            "scc-2026-004 is not decided, so nothing rests on it yet; what it is asked for, compared:",
        ),
        (
            {"dates": (("effective", date(2027, 1, 4)),)},
            "scc-2026-004 holds only from 2027-01-04, so nothing rests on it yet; compared all the same:",
        ),
        ({}, "scc-2026-004 covers the transfer:"),
    ],
)
def test_an_approval_that_is_none_says_so_first(said: dict[str, Any], head: str) -> None:
    approvals = tuple(
        replace(one, **said) if one.id == "scc-2026-004" else one for one in ANALYSIS.declaration.approvals
    )
    analysis = replace(ANALYSIS, declaration=replace(ANALYSIS.declaration, approvals=approvals))
    verdict = replace(CRM_TO_US.verdict, violations=())
    judged = replace(CRM_TO_US, coverage=(Coverage("scc-2026-004", Truth.YES, ()),), verdict=verdict)
    assert head in " ".join(explain_transfer(analysis, judged, "en", NAMES).split())


def test_an_approval_that_covers_and_is_not_enough_says_why() -> None:
    verdict = replace(CRM_TO_US.verdict, violations=(Violation("security_assessment_expired", ()),))
    judged = replace(CRM_TO_US, coverage=(Coverage("scc-2026-004", Truth.YES, ()),), verdict=verdict)
    told = " ".join(explain_transfer(ANALYSIS, judged, "en", NAMES).split())
    assert "scc-2026-004 names all that is sent and is still not enough: the assessment has run out" in told


def test_what_an_approval_does_not_show_is_not_called_covered() -> None:
    unknown = Shortfall(
        "approval.persons_unknown", Truth.UNKNOWN, (("ceiling", "?"), ("people", "0–180,000"))
    )
    coverage = (Coverage("scc-2026-004", Truth.UNKNOWN, (unknown,)),)
    lines = section(replace(CRM_TO_US, coverage=coverage), "批准或备案记录对照", "zh")
    assert lines[6] == "无法证明  人数    人数（0 至 180,000，上限 ?）"


def test_an_absent_fact_names_the_questions_that_it_settles() -> None:
    lines = section(CRM_TO_US, "What would settle what is open")
    asked = "settles: Is this year's count of people in the band of contract"
    assert [line for line in lines if line.startswith("settles")] == [asked]
    assert lines[lines.index(asked) + 1] == "or certification?"


def test_a_system_of_the_handler_itself_is_settled_at_the_system() -> None:
    own = replace(UNCLEAR, transfer=replace(UNCLEAR.transfer, recipient="shop-cn"))
    text = explain_transfer(ANALYSIS, own, "en", NAMES)
    assert "systems.legacy-ftp.located" in text
    assert "recipients.shop-cn" not in text


def test_what_nothing_declares_and_the_law_takes_for_granted_is_told() -> None:
    read = (
        ("handler.sector", "retail"),
        ("data.regulated_activity", "yes"),
        ("legal_basis", "unknown"),
    )
    step = Step("AUTO-2021-A3.6.5", "ask.automotive_line", Truth.NO, read)
    case = Case("crm-to-us", CRM_TO_US.verdict.on, (("handler.sector", "retail"),))
    judgement = replace(
        CRM_TO_US,
        transfer=replace(CRM_TO_US.transfer, case=case),
        verdict=replace(CRM_TO_US.verdict, reasoning=(step,)),
    )
    assert section(judgement, "Taken for granted, because nothing is declared") == [
        "whether it belongs to the regulated activity: yes"
    ]
