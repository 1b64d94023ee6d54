"""The days that the law counts ahead: each with the day before which it is told and the case beside it where it is not."""

from datetime import date
from typing import Any

import pytest

from kuajing.law import deadlines, load_book
from kuajing.law.intake import read_case
from kuajing.messages import is_key
from kuajing.model.deadlines import Deadline
from kuajing.source.packaged import packaged_yaml

BOOK = load_book()
BAND = {"data": {"ytd_persons": {"non_sensitive": 200_000}}}
SCC: dict[str, Any] = {
    "type": "scc",
    "effective": date(2026, 3, 2),
    "filed": None,
    "pipia_completed": date(2026, 2, 10),
}
CERTIFICATE: dict[str, Any] = {
    "type": "certificate",
    "issued": date(2026, 1, 15),
    "renewal_applied": None,
    "body_listed": True,
}
ASSESSED: dict[str, Any] = {"type": "security_assessment", "result": "pass", "result_date": date(2024, 4, 10)}
STARTED = {"flow": {"started": date(2026, 2, 1)}}
ABOVE = {"data": {"ytd_persons": {"non_sensitive": 1_000_000}}}


def merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    both = dict(one)
    for key, value in other.items():
        inner = both.get(key)
        both[key] = merged(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return both


def ahead(on: date, *said: dict[str, Any]) -> dict[str, Deadline]:
    facts: Any = packaged_yaml("law/usual.cases.yaml").plain()
    for one in said:
        facts = merged(facts, one)
    return {one.id: one for one in deadlines(read_case({"id": "x", "as_of": on, "facts": facts}, BOOK), BOOK)}


def day(found: dict[str, Deadline], name: str) -> date | None:
    return found[name].day if name in found else None


def test_a_deadline_says_whom_it_is_about_and_which_articles_stand_behind_it() -> None:
    found = ahead(date(2026, 3, 3), BAND, {"mechanism": SCC})
    assert {
        "contract_filing": Deadline(date(2026, 3, 16), "contract_filing", "approval", ("SCCM-2023-A7",)),
        "pipia_stale": Deadline(
            date(2026, 5, 10), "pipia_stale", "approval", ("SCCM-2023-A5", "SCCFG2-2024-ANX5")
        ),
    } == found


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 3, 16), date(2026, 3, 16)), (date(2026, 3, 17), None)],
    ids=["its last day", "a day later"],
)
def test_a_deadline_is_ahead_until_its_day(on: date, expected: date | None) -> None:
    assert expected == day(ahead(on, BAND, {"mechanism": SCC}), "contract_filing")


def test_what_is_done_is_not_ahead() -> None:
    assert {} == ahead(date(2026, 3, 5), BAND, {"mechanism": {**SCC, "filed": date(2026, 3, 4)}})


def test_what_is_not_known_to_be_done_is_ahead() -> None:
    unsaid = {key: value for key, value in SCC.items() if key != "filed"}
    assert date(2026, 3, 16) == day(ahead(date(2026, 3, 5), BAND, {"mechanism": unsaid}), "contract_filing")


def test_a_mechanism_that_the_route_does_not_need_has_no_deadline() -> None:
    assert {} == ahead(
        date(2026, 3, 5), {"data": {"ytd_persons": {"non_sensitive": 99_999}}}, {"mechanism": SCC}
    )


def test_on_a_route_that_is_open_the_deadlines_of_every_route_are_ahead() -> None:
    counts = {"data": {"ytd_persons": {"non_sensitive": [0, 200_000]}}}
    assert {"contract_filing", "pipia_stale"} == set(ahead(date(2026, 3, 5), counts, {"mechanism": SCC}))


def test_working_days_heed_the_holidays_and_say_where_they_are_not_known() -> None:
    within = ahead(date(2026, 2, 13), BAND, {"mechanism": {**SCC, "effective": date(2026, 2, 12)}})
    beyond = ahead(date(2026, 12, 28), BAND, {"mechanism": {**SCC, "effective": date(2026, 12, 28)}})
    assert (date(2026, 3, 4), ()) == (within["contract_filing"].day, within["contract_filing"].weekends_only)
    assert (date(2027, 1, 11), (2027,)) == (
        beyond["contract_filing"].day,
        beyond["contract_filing"].weekends_only,
    )


@pytest.mark.parametrize(
    ("started", "expected"),
    [(date(2026, 4, 1), date(2026, 4, 1)), (date(2026, 3, 5), None)],
    ids=["starts later", "starts today"],
)
def test_a_contract_has_to_be_in_force_before_the_first_export(started: date, expected: date | None) -> None:
    flow = {"flow": {"status": "planned", "started": started}}
    mechanism = {"mechanism": {**SCC, "effective": None}}
    assert expected == day(ahead(date(2026, 3, 5), BAND, flow, mechanism), "contract_effective")


def test_a_contract_in_force_in_time_is_not_asked_for() -> None:
    flow = {"flow": {"status": "planned", "started": date(2026, 4, 1)}}
    assert "contract_effective" not in ahead(date(2026, 3, 5), BAND, flow, {"mechanism": SCC})


def test_the_bay_area_contract_is_filed_under_its_own_guideline() -> None:
    parties = {"handler": {"city": "广州市"}, "recipient": {"jurisdiction": "HK"}}
    mechanism = {"mechanism": {**SCC, "type": "gba_sc"}}
    found = ahead(date(2026, 3, 5), BAND, parties, mechanism)
    assert {"bay_area_contract_filing"} == set(found)
    assert ("GBAHK-2023-FILING",) == found["bay_area_contract_filing"].citations


def test_a_certificate_is_renewed_six_months_before_its_end() -> None:
    found = ahead(date(2028, 6, 1), BAND, STARTED, {"mechanism": CERTIFICATE})
    assert (date(2028, 7, 15), date(2029, 1, 15)) == (
        day(found, "certificate_renewal"),
        day(found, "certificate_end"),
    )
    renewed = ahead(
        date(2028, 6, 1), BAND, STARTED, {"mechanism": {**CERTIFICATE, "renewal_applied": date(2028, 5, 1)}}
    )
    assert {"certificate_end"} == set(renewed)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2027, 1, 18), {"extension_opens": date(2027, 1, 18), "assessment_end": date(2027, 4, 10)}),
        (date(2027, 1, 19), {"assessment_end": date(2027, 4, 10)}),
        (date(2027, 4, 11), {}),
    ],
    ids=["the window opens", "a day later", "over"],
)
def test_the_window_of_an_extension_opens_sixty_working_days_before_the_end(
    on: date, expected: dict[str, date]
) -> None:
    found = ahead(on, ABOVE, {"mechanism": ASSESSED})
    assert expected == {name: one.day for name, one in found.items()}


def test_an_extension_asked_for_leaves_the_end_and_one_granted_moves_it() -> None:
    asked = {"mechanism": {**ASSESSED, "extension": {"applied": date(2027, 1, 15)}}}
    granted = {"mechanism": {**ASSESSED, "extension": {"applied": date(2027, 1, 15), "granted": True}}}
    on = date(2027, 1, 20)
    assert {"assessment_end"} == set(ahead(on, ABOVE, asked))
    assert {"extended_assessment_end": date(2030, 4, 10)} == {
        name: one.day for name, one in ahead(on, ABOVE, granted).items()
    }


def test_a_self_assessment_grows_old_until_the_application() -> None:
    waiting = {
        "mechanism": {
            "type": "security_assessment",
            "pipia_completed": date(2026, 2, 1),
            "applied": None,
            "result_date": None,
        }
    }
    applied = {"mechanism": {**waiting["mechanism"], "applied": date(2026, 3, 1)}}
    assert date(2026, 5, 1) == day(ahead(date(2026, 3, 5), ABOVE, waiting), "self_assessment_stale")
    assert {} == ahead(date(2026, 3, 5), ABOVE, applied)


def test_a_refused_assessment_can_be_objected_to_and_a_passed_one_not() -> None:
    failed = {"mechanism": {"type": "security_assessment", "result": "fail", "result_date": date(2026, 3, 2)}}
    assert {"assessment_objection": date(2026, 3, 23)} == {
        name: one.day for name, one in ahead(date(2026, 3, 5), ABOVE, failed).items()
    }
    passed = {"mechanism": {**failed["mechanism"], "result": "pass"}}
    assert "assessment_objection" not in ahead(date(2026, 3, 5), ABOVE, passed)


def test_important_data_is_applied_for_within_two_months_of_the_notice() -> None:
    notified = {"data": {"important": "declared", "important_notified_on": date(2026, 4, 10)}}
    applied = {"mechanism": {"type": "security_assessment", "applied": date(2026, 5, 1), "result": "pending"}}
    on = date(2026, 5, 5)
    assert date(2026, 6, 10) == day(ahead(on, notified), "important_application")
    assert "important_application" not in ahead(on, notified, applied)
    assert "important_application" not in ahead(on, {"data": {"important": "none"}})


def test_reports_of_every_year_come_again() -> None:
    important = {"data": {"important": "declared"}}
    cars = {"handler": {"sector": "automotive"}}
    assert date(2026, 12, 15) == day(ahead(date(2026, 12, 15), important, cars), "automotive_annual_report")
    assert date(2027, 12, 15) == day(ahead(date(2026, 12, 16), important, cars), "automotive_annual_report")
    assert "automotive_annual_report" not in ahead(date(2026, 12, 15), important)
    assert "automotive_annual_report" not in ahead(date(2026, 12, 15), cars)


def test_the_audit_of_minors_data_is_reported_by_the_end_of_january() -> None:
    young = {"data": {"under_14": True, "ytd_persons": {"sensitive": 5}}}
    assert date(2027, 1, 31) == day(ahead(date(2026, 12, 1), young), "minors_audit")
    assert "minors_audit" not in ahead(date(2026, 12, 1), {"data": {"under_14": False}})


def test_what_comes_round_is_counted_from_the_last_time() -> None:
    important = {"data": {"important": "declared"}}
    reported = {"evidence": {"important_annual_report": date(2026, 3, 1)}}
    assert date(2027, 3, 1) == day(ahead(date(2026, 12, 1), important, reported), "important_annual_report")
    assert "important_annual_report" not in ahead(date(2026, 12, 1), important)
    large = {"handler": {"pi_handled_total": 10_000_000}, "evidence": {"audited": date(2025, 6, 1)}}
    small = {"handler": {"pi_handled_total": 9_999_999}, "evidence": {"audited": date(2025, 6, 1)}}
    assert date(2027, 6, 1) == day(ahead(date(2026, 12, 1), large), "audit")
    assert "audit" not in ahead(date(2026, 12, 1), small)


@pytest.mark.parametrize(("held", "expected"), [(1_000_000, date(2026, 4, 14)), (999_999, None)])
def test_the_officer_is_filed_within_thirty_working_days_of_a_million_people(
    held: int, expected: date | None
) -> None:
    handler = {"pi_handled_total": held, "pipo_threshold_reached": date(2026, 3, 2), "pipo_filed": None}
    assert expected == day(ahead(date(2026, 4, 1), {"handler": handler}), "officer_filing")
    filed = {**handler, "pipo_filed": date(2026, 3, 20)}
    assert "officer_filing" not in ahead(date(2026, 4, 1), {"handler": filed})


def test_a_day_that_hangs_on_an_unknown_date_is_left_out() -> None:
    handler = {"pi_handled_total": 1_000_000, "pipo_filed": None}
    assert {} == ahead(date(2026, 4, 1), {"handler": handler})


def test_no_deadline_is_told_under_articles_not_yet_in_force() -> None:
    issued = {"mechanism": {**CERTIFICATE, "issued": date(2024, 2, 1)}}
    assert {} == ahead(date(2025, 12, 31), BAND, issued)
    assert date(2026, 8, 1) == day(ahead(date(2026, 1, 1), BAND, issued), "certificate_renewal")


@pytest.mark.parametrize("name", [rule.id for rule in BOOK.deadlines])
def test_every_deadline_has_a_name_and_something_to_do(name: str) -> None:
    assert (True, True) == (is_key(f"deadline.{name}"), is_key(f"prepare.{name}"))
