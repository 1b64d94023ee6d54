from datetime import date

import pytest

from kuajing.law import assess, load_book
from kuajing.model.cases import Case, FactValue
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Duty, Step, Verdict, Violation

BOOK = load_book()
ON = date(2026, 11, 2)
USUAL: dict[str, FactValue] = {
    "handler.base": "mainland",
    "handler.ciio": False,
    "handler.state_organ": False,
    "handler.pi_handled_total": 640_000,
    "recipient.jurisdiction": "FR",
    "flow.mode": "transfer",
    "flow.status": "live",
    "flow.purpose": "warranty_service",
    "flow.necessary": True,
    "flow.started": date(2025, 7, 1),
    "data.personal": True,
    "data.important": "none",
    "data.ytd_persons.non_sensitive": 40_000,
    "data.ytd_persons.sensitive": 0,
    "legal_basis": "consent",
    "compliance.notice_art39": True,
    "compliance.separate_consent": True,
    "compliance.pipia_done": True,
    "compliance.d790_contract_and_records": True,
}


def judged_on(on: date, without: tuple[str, ...], changed: dict[str, FactValue]) -> Verdict:
    facts = {**USUAL, **{path.replace("__", "."): value for path, value in changed.items()}}
    return assess(Case("one", on, tuple(sorted((k, v) for k, v in facts.items() if k not in without))), BOOK)


def judged(*without: str, **changed: FactValue) -> Verdict:
    return judged_on(ON, without, changed)


def test_a_verdict_names_route_duties_articles_and_reasons() -> None:
    got = judged(compliance__pipia_done=False)
    assert ("exempt", "CBDF-2024-A5.1.4", ()) == (got.route, got.exemption, got.possible)
    assert (
        Duty("export_security_and_incident_report_cbdf_a11", Truth.UNKNOWN, ("CBDF-2024-A11",), lasting=True),
        Duty("notice_art39", Truth.YES, ("PIPL-2021-A39",)),
        Duty("pipia_art55_56", Truth.NO, ("PIPL-2021-A55.1.4", "PIPL-2021-A56")),
        Duty("recipient_contract_and_3y_records_d790_a12", Truth.YES, ("D790-2024-A12",)),
        Duty("separate_consent_art39", Truth.YES, ("PIPL-2021-A39",)),
    ) == got.duties
    assert (Violation("no_pipia", ("PIPL-2021-A55.1.4",)),) == got.violations
    assert ("CBDF-2024-A10", "CBDF-2024-A5.1.4", "PIPL-2021-A55.1.4") == got.citations
    assert ((), (), False) == (got.contested_points, got.alternatives, got.is_contested)


@pytest.mark.parametrize(
    ("changed", "answer", "turns_on"),
    [
        ({"flow.purpose": "recruitment"}, Truth.NO, ("flow.purpose", "legal_basis")),
        ({"flow.purpose": "recruitment", "legal_basis": "hr"}, Truth.NO, ("flow.purpose",)),
        ({"data.hr.labour_rules": False}, Truth.NO, ("data.hr.labour_rules",)),
        ({"data.hr.subjects": "applicants"}, Truth.NO, ("data.hr.subjects",)),
    ],
)
def test_an_answer_names_the_facts_that_it_turns_on(
    changed: dict[str, FactValue], answer: Truth, turns_on: tuple[str, ...]
) -> None:
    staff: dict[str, FactValue] = {
        "claims": ("hr",),
        "flow.purpose": "cross_border_hr",
        "data.hr.subjects": "employees",
        "data.hr.labour_rules": True,
        "data.hr.collective_contract": True,
        **changed,
    }
    got = judged(**{path.replace(".", "__"): value for path, value in staff.items()})
    steps = [step for step in got.reasoning if step.asked == "ask.hr"]
    assert [(step.answer, step.turns_on) for step in steps] == [(answer, turns_on)]


def test_reasoning_tells_each_question_with_the_facts_read() -> None:
    got = judged("recipient.jurisdiction", "flow.mode", data__important="declared", handler__sector="retail")
    steps = [(step.citation, step.asked, step.answer) for step in got.reasoning[:4]]
    assert [
        ("CACQA-2025-10-Q5", "ask.opened_onshore", Truth.UNKNOWN),
        ("SCCFG2-2024-S1", "ask.stays_in_the_mainland", Truth.UNKNOWN),
        ("PIPL-2021-A3", "ask.nothing_moves", Truth.UNKNOWN),
        ("PIPL-2021-A3.2", "ask.no_link_to_the_mainland", Truth.NO),
    ] == steps
    assert (
        Step("D790-2024-A37", "ask.important_data", Truth.YES, (("data.important", "declared"),))
        in got.reasoning
    )


def test_an_unknown_fact_that_changes_nothing_is_not_unsettled() -> None:
    got = judged("flow.purpose", "flow.started", "recipient.city")
    assert ("exempt", ()) == (got.route, got.unsettled)


def test_an_unknown_fact_that_changes_only_a_duty_leaves_the_route() -> None:
    got = judged("handler.state_organ", data__ytd_persons__non_sensitive=1_000_000)
    assert ("security_assessment", ("handler.state_organ",)) == (got.route, got.unsettled)
    assert "local_storage_state_organ" not in {duty.id for duty in got.duties}


def test_an_unknown_claim_does_not_hide_the_exemption_that_holds_anyway() -> None:
    got = judged(
        claims=("hr",),
        legal_basis="hr",
        data__hr__subjects="employees",
        data__hr__labour_rules=True,
    )
    assert ("exempt", "CBDF-2024-A5.1.4", ()) == (got.route, got.exemption, got.unsettled)


def test_need_is_asked_only_where_a_claim_turns_on_it() -> None:
    hr: dict[str, FactValue] = {
        "claims": ("hr",),
        "legal_basis": "hr",
        "data__hr__subjects": "employees",
        "data__hr__labour_rules": True,
        "data__hr__collective_contract": True,
    }
    claimed = judged("flow.necessary", **hr)
    assert (("exempt", "prohibited"), ("flow.necessary",)) == (claimed.possible, claimed.unsettled)
    failing = judged("flow.necessary", **{**hr, "data__hr__subjects": "applicants"})
    assert ("exempt", "CBDF-2024-A5.1.4", ()) == (failing.route, failing.exemption, failing.unsettled)


def test_a_status_that_is_not_declared_hides_a_violation_and_is_unsettled() -> None:
    got = judged("flow.status", compliance__pipia_done=False)
    assert ((), ("flow.status",)) == (got.violations, got.unsettled)
    assert () == judged("flow.status").unsettled


def test_a_planned_flow_has_no_violations_and_its_duties_are_still_compared() -> None:
    got = judged("compliance.notice_art39", flow__status="planned", compliance__pipia_done=False)
    assert ((), ()) == (got.violations, got.unsettled)
    met = {duty.id: duty.met for duty in got.duties}
    assert (Truth.NO, Truth.UNKNOWN) == (met["pipia_art55_56"], met["notice_art39"])


def test_a_fact_that_no_row_knows_is_told_as_not_read() -> None:
    got = judged(handler__shoe_size=44)
    assert Step("", "ask.unread_fact", Truth.NO, (("handler.shoe_size", "not read"),)) == got.reasoning[-1]
    assert judged().route == got.route


def test_a_year_without_a_calendar_is_told() -> None:
    changed: dict[str, FactValue] = {
        "data.ytd_persons.non_sensitive": 200_000,
        "mechanism.type": "scc",
        "mechanism.effective": date(2027, 3, 1),
        "mechanism.filed": date(2027, 3, 15),
        "mechanism.pipia_completed": date(2027, 2, 1),
        "flow.started": date(2027, 3, 2),
    }
    got = judged_on(date(2027, 3, 15), (), changed)
    assert () == got.violations
    assert Step("", "ask.calendar", Truth.UNKNOWN, (("calendar.2027", "weekends only"),)) in got.reasoning


def test_a_word_that_a_fact_cannot_have_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match=r"flow\.mode cannot be 'teleport'"):
        judged(flow__mode="teleport")


def test_only_one_edition_of_the_cybersecurity_law_is_cited() -> None:
    for on, edition in ((date(2025, 12, 31), "CSL-2016"), (date(2026, 1, 1), "CSL-2025")):
        cited = {
            key[:8] for key in judged_on(on, (), {"handler.ciio": True}).citations if key.startswith("CSL")
        }
        assert {edition} == cited
