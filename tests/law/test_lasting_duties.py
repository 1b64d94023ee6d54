"""Duties that go on are met by what the declaration shows, not met where it says so, and open where it is silent."""

from datetime import date
from typing import Any

import pytest
from benchmarks.law_examples import merged

from kuajing.law import assess, load_book
from kuajing.law.intake import read_case
from kuajing.model.truth import Truth
from kuajing.source.packaged import packaged_yaml

ON = date(2026, 11, 2)
ORDINARY: dict[str, Any] = {}
LARGE = {"handler": {"pi_handled_total": 12_000_000}}
IMPORTANT = {"data": {"important": "declared"}}
CASES = [
    ("export_security_and_incident_report_cbdf_a11", ORDINARY, {"security_measures": True, "incident_plan": True}, Truth.YES),
    ("export_security_and_incident_report_cbdf_a11", ORDINARY, {"security_measures": True, "incident_plan": False}, Truth.NO),
    ("export_security_and_incident_report_cbdf_a11", ORDINARY, {"security_measures": True}, Truth.UNKNOWN),
    ("biennial_compliance_audit", LARGE, {"audited": "2024-11-02"}, Truth.YES),
    ("biennial_compliance_audit", LARGE, {"audited": "2024-11-01"}, Truth.NO),
    ("biennial_compliance_audit", LARGE, {"audited": None}, Truth.NO),
    ("biennial_compliance_audit", LARGE, {}, Truth.UNKNOWN),
    ("large_handler_d790_a28", LARGE, {"security_officer": True}, Truth.YES),
    ("large_handler_d790_a28", LARGE, {"security_officer": False}, Truth.NO),
    ("local_storage_ciio", {"handler": {"ciio": True}}, {"local_storage": True}, Truth.YES),
    ("local_storage_ciio", {"handler": {"ciio": True}}, {"local_storage": False}, Truth.NO),
    ("local_storage_state_organ", {"handler": {"state_organ": True}}, {"local_storage": True}, Truth.YES),
    ("local_storage_state_organ", {"handler": {"state_organ": True}}, {"local_storage": False}, Truth.NO),
    ("child_rules_art31", {"data": {"under_14": True}}, {"child_rules": True}, Truth.YES),
    ("child_rules_art31", {"data": {"under_14": True}}, {"child_rules": False}, Truth.NO),
    ("identify_and_report_important_data_d790_a29", {"data": {"suspected_important": True}}, {"important_reported": True}, Truth.YES),
    ("identify_and_report_important_data_d790_a29", {"data": {"suspected_important": True}}, {"important_reported": False}, Truth.NO),
    ("important_data_risk_assessment_d790_a31", IMPORTANT, {"important_risk_assessed": True}, Truth.YES),
    ("important_data_risk_assessment_d790_a31", IMPORTANT, {"important_risk_assessed": False}, Truth.NO),
    ("important_data_annual_assessment_d790_a33", IMPORTANT, {"important_annual_report": "2025-11-02"}, Truth.YES),
    ("important_data_annual_assessment_d790_a33", IMPORTANT, {"important_annual_report": "2025-11-01"}, Truth.NO),
    ("ftz_local_filing", {"handler": {"ftz": "Tianjin", "ftz_list_position": "outside_list"}}, {"zone_filed": True}, Truth.YES),
    ("ftz_local_filing", {"handler": {"ftz": "Tianjin", "ftz_list_position": "outside_list"}}, {"zone_filed": False}, Truth.NO),
]  # fmt: skip


@pytest.mark.parametrize(("duty", "facts", "evidence", "met"), CASES)
def test_a_lasting_duty_is_met_as_its_evidence_says(
    duty: str, facts: dict[str, Any], evidence: dict[str, Any], met: Truth
) -> None:
    assert (met, True) == _judged(facts, evidence)[duty]


def test_no_evidence_leaves_every_lasting_duty_open_and_settles_nothing_else() -> None:
    silent = _verdict(LARGE, {})
    shown = _verdict(LARGE, {"security_measures": True, "incident_plan": True, "audited": "2026-01-05"})
    assert (silent.route, silent.violations, silent.unsettled, silent.citations) == (
        shown.route,
        shown.violations,
        shown.unsettled,
        shown.citations,
    )


def _judged(facts: dict[str, Any], evidence: dict[str, Any]) -> dict[str, tuple[Truth, bool]]:
    return {duty.id: (duty.met, duty.lasting) for duty in _verdict(facts, evidence).duties}


def _verdict(facts: dict[str, Any], evidence: dict[str, Any]) -> Any:  # noqa: ANN401  read by its fields
    usual: Any = packaged_yaml("law/usual.cases.yaml").plain()
    case = {"id": "x", "as_of": ON.isoformat(), "facts": merged(usual, {**facts, "evidence": evidence})}
    book = load_book()
    return assess(read_case(case, book), book)
