"""Section 5 of the contract: flags. Each function gives None, or the alternatives that come with its flag."""

from collections.abc import Callable
from typing import Any

from tests.law.naive.days import day, working_days_before, years_after
from tests.law.naive.duties import contract_or_certificate, gba
from tests.law.naive.facts import CBDF, TOTAL, Facts, N, S
from tests.law.naive.mechanism import (
    assessment_applies,
    early_assessment_flow,
    expiry,
    extension_asked,
    passed,
    within_two_months,
)
from tests.law.naive.route import Decision, decide, list_applies

Reading = tuple[str, ...]
Flag = Callable[[Facts, Decision], Reading | None]
ON: Reading = ()


def other(route: str, d: Decision) -> Reading | None:
    """The other reading, unless it leads to the same route."""
    return None if route == d.ordinary.route else (route,)


def supposed(f: Facts, d: Decision, **counts: Any) -> Reading | None:
    for path, value in ((N, counts.get("n")), (S, counts.get("s"))):
        if value is not None:
            f = f.supposing(path, max(0, value))
    return other(decide(f).ordinary.route, d)


def ordinary_part(f: Facts, d: Decision) -> Reading | None:
    # The part that may be exempt is no other route of the flow as a whole.
    if d.by_counters and 1 <= f.ask(N) < 100_000 and 1 <= f.ask(S) < 10_000:
        return ON
    return None


def year_reset(f: Facts, d: Decision) -> Reading | None:
    if d.ordinary.exemption != "CBDF-2024-A5.1.4":
        return None
    if f.mechanism in {"scc", "gba_sc"}:
        begun = f.default_day("mechanism.effective")
    elif f.mechanism == "certificate":
        begun = f.default_day("mechanism.issued")
        if begun and f.as_of > years_after(begun, 3):
            return None
    else:
        return None
    return ON if begun and begun.year < f.as_of.year else None


def forecast(f: Facts, d: Decision) -> Reading | None:
    if not d.by_counters or not f.has("data.forecast_year_persons"):
        return None
    ordinary = f.default("data.forecast_year_persons.non_sensitive", None)
    sensitive = f.default("data.forecast_year_persons.sensitive", None)
    return supposed(f, d, n=ordinary, s=sensitive)


def deletion(f: Facts, d: Decision) -> Reading | None:
    deleted = f.default("data.deleted_after_export", 0)
    if not d.by_counters or not deleted:
        return None
    if supposed(f, d, n=f.ask(N) - deleted) or supposed(f, d, s=f.ask(S) - deleted):
        return ON
    return None


def pending_application(f: Facts, d: Decision) -> Reading | None:
    if not f.live or d.ordinary.route != "security_assessment" or passed(f):
        return None
    return ON if within_two_months(f) and not early_assessment_flow(f) else None


def automotive(f: Facts, d: Decision) -> Reading | None:
    if d.ordinary.step != "6 automotive":
        return None
    without = decide(f.supposing("handler.sector", "automotive_parts"))
    return other(without.ordinary.route, d)


def guideline(_: Facts, d: Decision) -> Reading | None:
    return ON if d.ordinary.exemption == "AUTOG-2026" else None


def collective_contract(f: Facts, d: Decision) -> Reading | None:
    return hr_if(f, d, "data.hr.collective_contract", held=True)


def dependants(f: Facts, d: Decision) -> Reading | None:
    if f.default("data.hr.subjects", None) != "dependants":
        return None
    return hr_if(f, d, "data.hr.subjects", held="employees")


def hr_if(f: Facts, d: Decision, path: str, *, held: Any) -> Reading | None:
    """The claim fails for one want only, and the route is not exempt."""
    if "hr" not in f.claims or f.as_of < CBDF or d.ordinary.route == "exempt":
        return None
    if f.has(path) and f.stated(path) == held:
        return None
    if not f.has(path):
        f.ask(path)
    supposing = decide(f.supposing(path, held)).ordinary
    return other(supposing.route, d) if supposing.exemption == "CBDF-2024-A5.1.2" else None


def transit_notice(_: Facts, d: Decision) -> Reading | None:
    return ON if d.ordinary.exemption == "CBDF-2024-A4" else None


def lost_transit(f: Facts, d: Decision) -> Reading | None:
    foreign = f.default("data.foreign_origin_persons", 0)
    if "transit" not in f.claims or not foreign or f.as_of < CBDF:
        return None
    if not f.ask("data.domestic_pi_introduced"):
        return None
    return supposed(f, d, n=f.ask(N) + foreign)


def legal_duty(f: Facts, d: Decision) -> Reading | None:
    if d.ordinary.exemption != "D790-2024-A35.1.6":
        return None
    left = [claim for claim in f.claims if claim != "legal_duty"]
    return other(decide(f.supposing("claims", left)).ordinary.route, d)


def old_result(f: Facts, d: Decision) -> Reading | None:
    if not (f.live and assessment_applies(f, d) and passed(f)) or f.as_of < CBDF:
        return None
    result = f.asked_day("mechanism.result_date")
    if result is None or result >= CBDF:
        return None
    return ON if years_after(result, 2) < f.as_of <= years_after(result, 3) else None


def extension_window(f: Facts, d: Decision) -> Reading | None:
    if not (assessment_applies(f, d) and extension_asked(f)):
        return None
    applied = f.default_day("mechanism.extension.applied")
    return ON if applied and applied < working_days_before(expiry(f), 60) else None


def group(f: Facts, d: Decision) -> Reading | None:
    if f.default("handler.group_members", 0) < 2 or f.default("handler.group_split_artificial", False):
        return None
    return ON if d.by_counters and d.ordinary.route != "security_assessment" else None


def gba_above_line(f: Facts, d: Decision) -> Reading | None:
    if f.mechanism != "gba_sc" or d.ordinary.route != "security_assessment" or not d.by_counters:
        return None
    return ("gba_standard_contract",) if f.gba_parties and not f.ciio else None


def overseas_handler(f: Facts, d: Decision) -> Reading | None:
    if not (contract_or_certificate(f, d) or gba(f, d)):
        return None
    return ON if f.overseas and f.analyses_mainland_people else None


def travelling(f: Facts, d: Decision) -> Reading | None:
    if f.ask("flow.mode") != "remote_access" or f.default("recipient.role", "") != "own_employee":
        return None
    return other("not_an_export", d)


def not_covered(f: Facts, d: Decision) -> Reading | None:
    if f.as_of < CBDF or d.ordinary.route == "exempt" or f.list_position != "sector_not_covered":
        return None
    if not list_applies(f):
        return None
    supposing = decide(f.supposing("handler.ftz_list_position", "outside_list")).ordinary
    return other("exempt", d) if supposing.route == "exempt" else None


def citywide(f: Facts, d: Decision) -> Reading | None:
    zone = f.default("handler.ftz", "none")
    return ON if d.ordinary.exemption == "CBDF-2024-A6" and zone == "Shanghai-citywide" else None


def other_zone(f: Facts, d: Decision) -> Reading | None:
    if d.ordinary.exemption != "CBDF-2024-A6":
        return None
    return ON if f.list_position == "outside_other_zone_list" else None


def storage(f: Facts, d: Decision) -> Reading | None:
    if not d.export or not f.personal or f.ask("flow.mode") != "overseas_storage" or f.ciio:
        return None
    return ON if f.ask(TOTAL) >= 1_000_000 else None


def small_handler(f: Facts, d: Decision) -> Reading | None:
    if f.as_of < day("2026-09-01"):
        return None
    if not (contract_or_certificate(f, d) or gba(f, d)):
        return None
    return other("exempt", d) if f.ask(TOTAL) < 100_000 else None


def both(f: Facts, d: Decision) -> Reading | None:
    twice = f.default("data.persons_in_both", 0)
    if not d.by_counters or not twice:
        return None
    return supposed(f, d, n=f.ask(N) - twice)


def discovery(f: Facts, d: Decision) -> Reading | None:
    return ON if d.route != "not_an_export" and f.purpose == "private_discovery" else None


FLAGS: dict[str, Flag] = {
    "ordinary_part_with_sensitive": ordinary_part,
    "year_reset_keeps_contract": year_reset,
    "forecast_before_line": forecast,
    "count_after_deletion": deletion,
    "pending_important_application": pending_application,
    "automotive_100k": automotive,
    "automotive_guideline": guideline,
    "hr_collective_contract": collective_contract,
    "hr_dependants": dependants,
    "transit_notice_duty": transit_notice,
    "transit_lost_foreign_count": lost_transit,
    "legal_duty_a35_6": legal_duty,
    "old_two_year_result": old_result,
    "extension_window": extension_window,
    "group_companies_separate": group,
    "gba_above_line": gba_above_line,
    "overseas_handler_mechanism": overseas_handler,
    "travelling_employee": travelling,
    "ftz_sector_not_covered": not_covered,
    "ftz_citywide": citywide,
    "ftz_other_zone_list": other_zone,
    "a40_storage_1m": storage,
    "small_handler_order_25": small_handler,
    "count_both": both,
    "foreign_private_discovery": discovery,
}


def uncontested(f: Facts, d: Decision) -> Reading:
    """Alternatives that are no contest."""
    if d.behind:
        return ()
    if d.route == "gba_standard_contract":
        return ("standard_contract_or_certification",)
    by_count = d.exemption == "CBDF-2024-A5.1.4"
    if (by_count or d.route == "standard_contract_or_certification") and f.gba_parties:
        return ("gba_standard_contract",)
    return ()
