"""Contested points and facts that stay open, each found by comparing the engine with the plain reading."""

from copy import deepcopy
from typing import Any

from kuajing.law.answers import answer

BASE: dict[str, Any] = {
    "handler": {"base": "mainland", "ciio": False, "state_organ": False, "pi_handled_total": 250_000},
    "recipient": {"jurisdiction": "US"},
    "flow": {"mode": "transfer", "status": "planned", "purpose": "customer_support", "necessary": True},
    "data": {"personal": True, "important": "none", "ytd_persons": {"non_sensitive": 20_000, "sensitive": 0}},
    "legal_basis": "consent",
    "compliance": {
        "notice_art39": True,
        "separate_consent": True,
        "pipia_done": True,
        "d790_contract_and_records": True,
    },
}


def judged(as_of: str, **changes: object) -> dict[str, Any]:
    """The answer to the usual case with values at dotted paths (written with two underscores) changed."""
    facts = deepcopy(BASE)
    for name, value in changes.items():
        *parts, last = name.split("__")
        inside: dict[str, Any] = facts
        for part in parts:
            inside = inside.setdefault(part, {})
        if value is ...:
            inside.pop(last, None)
        else:
            inside[last] = value
    got: Any = answer({"id": "x", "as_of": as_of, "facts": facts})
    assert "error" not in got, got.get("error")
    return dict(got)


def travelling(**changes: object) -> dict[str, Any]:
    return judged("2026-07-12", flow__mode="remote_access", recipient__role="own_employee", **changes)


def test_a_travelling_employee_is_contested_where_the_export_would_be_prohibited() -> None:
    got = travelling(handler__sector="ride_hailing")
    assert got["route"] == "prohibited"
    assert got["contested_points"] == ["travelling_employee"]
    assert got["alternatives"] == ["not_an_export"]


def test_a_travelling_employee_is_not_contested_in_the_mainland() -> None:
    got = travelling(recipient__physical_location="mainland")
    assert (got["route"], got["contested_points"]) == ("not_an_export", [])


def early_flow(started: str) -> dict[str, Any]:
    return judged(
        "2023-01-09",
        flow__status="live",
        flow__started=started,
        data__important="declared",
        data__important_notified_on="2022-12-10",
    )


def test_the_two_months_are_no_point_where_the_flow_is_excused_as_an_early_one() -> None:
    assert early_flow("2022-08-31")["contested_points"] == []


def test_the_two_months_are_a_point_for_a_flow_that_began_under_the_measures() -> None:
    assert early_flow("2022-09-01")["contested_points"] == ["pending_important_application"]


def legal_duty(sensitive: list[int]) -> dict[str, Any]:
    return judged(
        "2026-06-30",
        legal_basis="legal_duty",
        claims=["legal_duty"],
        data__ytd_persons__sensitive=sensitive,
    )


def test_a_legal_duty_is_contested_though_the_other_route_is_not_certain() -> None:
    got = legal_duty([300, 150_000])
    assert got["exemption"] == "D790-2024-A35.1.6"
    assert (got["contested_points"], got["alternatives"]) == (["legal_duty_a35_6"], [])


def test_a_legal_duty_is_not_contested_where_the_other_reading_may_give_the_same_route() -> None:
    assert legal_duty([0, 150_000])["contested_points"] == []


def test_no_other_route_stands_beside_an_approval() -> None:
    approved = {"flow__purpose": "foreign_enforcement_request", "data__authority_approval": True}
    bay = {"handler__city": "Shenzhen", "recipient__jurisdiction": "HK"}
    got = judged("2026-06-30", **bay, **approved)
    assert (got["route"], got["alternatives"]) == ("authority_approval", [])
    assert judged("2026-06-30", **bay)["alternatives"] == ["gba_standard_contract"]


def crossed(**mechanism: object) -> list[str]:
    found: list[str] = judged(
        "2026-11-02",
        data__ytd_persons__non_sensitive=1_400_000,
        mechanism={"type": "scc", **mechanism},
    )["duties"]
    return found


def test_a_filing_alone_brings_the_volume_of_the_contract_into_the_assessment() -> None:
    assert "include_scc_volume_in_assessment_scope" in crossed(filed="2026-06-24")
    assert "include_scc_volume_in_assessment_scope" not in crossed()


def test_the_legal_basis_stays_open_for_consent_where_the_route_is_open_too() -> None:
    got = judged("2026-06-30", legal_basis=..., data__ytd_persons__non_sensitive=[50_000, 150_000])
    assert got["route"] == "undetermined"
    assert got["unsettled"] == ["data.ytd_persons.non_sensitive", "legal_basis"]


def test_whose_data_it_is_settles_whether_children_are_among_them() -> None:
    got = judged("2024-04-22", claims=["hr"], data__hr={"labour_rules": True, "collective_contract": False})
    assert got["unsettled"] == ["data.hr.subjects"]


def test_a_fact_stated_about_children_needs_no_subjects() -> None:
    got = judged(
        "2024-04-22",
        claims=["hr"],
        data__hr={"labour_rules": True, "collective_contract": False},
        data__under_14=False,
    )
    assert got["unsettled"] == []


def test_the_consent_of_a_guardian_tells_of_children_whoever_the_subjects_are() -> None:
    got = judged(
        "2024-04-22",
        claims=["hr"],
        data__hr={"labour_rules": True, "collective_contract": False},
        compliance__guardian_consent=True,
    )
    assert got["unsettled"] == []
    assert {"guardian_consent_art31", "child_rules_art31"} <= set(got["duties"])


def test_a_fact_is_not_open_where_only_another_open_fact_makes_the_difference() -> None:
    got = judged(
        "2023-05-31",
        data__important=...,
        handler__state_organ=...,
        data__since_prev_jan1={"total": 100_000, "sensitive": 0},
    )
    assert got["route"] == "security_assessment"
    assert got["unsettled"] == ["handler.state_organ"]
