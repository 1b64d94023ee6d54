"""Section 4.3 of the contract: what is wrong with the mechanism on record. Asked only of live flows."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.law.naive.days import day, months_after, working_days_after, years_after
from tests.law.naive.facts import CBDF, EARLY, Blank, Facts
from tests.law.naive.route import Decision


def surely(rule: Callable[[Facts], bool], f: Facts) -> bool:
    """A defect that replaces others hides them only where it is known to hold."""
    try:
        return rule(f)
    except Blank:
        return False


def passed(f: Facts) -> bool:
    """The assessment on record has a pass."""
    result = f.default("mechanism.result", "pending")
    return bool(f.mechanism == "security_assessment" and result == "pass")


def substantial(f: Facts) -> bool:
    """Something changed, and not the system alone."""
    return any(what != "system" for what in f.default("mechanism.changed", []))


# ---- security assessment ---------------------------------------------------------------------------------


def assessment_applies(f: Facts, d: Decision) -> bool:
    routes = {"security_assessment", "standard_contract_or_certification"}
    return f.mechanism == "security_assessment" and d.ordinary.route in routes


def expiry(f: Facts) -> date:
    """The last day of the pass before any extension."""
    result = f.asked_day("mechanism.result_date")
    assert result is not None
    return years_after(result, 2 if f.as_of < CBDF else 3)


def expired(f: Facts) -> bool:
    last = expiry(f)
    if f.default("mechanism.extension.granted", False):
        last = years_after(last, 3)
    return f.as_of > last


def extension_asked(f: Facts) -> bool:
    """Only what has been passed can be extended."""
    return passed(f) and f.default("mechanism.extension.applied", None) is not None


def extension_refused(f: Facts) -> bool:
    if f.default("mechanism.extension.growth_pct", 0) > 20:
        return True
    if f.default("mechanism.extension.important_growth_pct", 0) > 20:
        return True
    if f.default("mechanism.extension.changed", []):
        return True
    if f.default("mechanism.extension.incident", False):
        return True
    applied = f.default_day("mechanism.extension.applied")
    return applied is not None and applied > expiry(f)


def pass_expired(f: Facts, d: Decision) -> bool:
    return f.live and assessment_applies(f, d) and passed(f) and expired(f)


def beyond_scope(f: Facts, d: Decision) -> bool:
    if not (f.live and assessment_applies(f, d) and passed(f)):
        return False
    scope = f.default("mechanism.scope", None)
    exported = f.default("mechanism.exported", None)
    if scope is None or exported is None or set(exported) <= set(scope):
        return False
    return not surely(expired, f)


def reassessment(f: Facts, d: Decision) -> bool:
    return f.live and assessment_applies(f, d) and passed(f) and substantial(f) and not surely(expired, f)


def extension_not_available(f: Facts, d: Decision) -> bool:
    return f.live and assessment_applies(f, d) and extension_asked(f) and extension_refused(f)


# ---- the route of the security assessment ----------------------------------------------------------------


def two_months(f: Facts) -> date | None:
    """The last day to apply after notification or publication."""
    notified = f.default_day("data.important_notified_on")
    return months_after(notified, 2) if f.declared and notified else None


def application(f: Facts) -> date | None:
    if f.mechanism != "security_assessment":
        return None
    return f.asked_day("mechanism.applied")


def within_two_months(f: Facts) -> bool:
    """Nothing is breached: the two months run, or the application came in time and has not failed."""
    last = two_months(f)
    if last is None:
        return False
    if f.as_of <= last:
        return True
    if f.mechanism != "security_assessment" or f.default("mechanism.result", "pending") == "fail":
        return False
    applied = application(f)
    return applied is not None and applied <= last


def too_late_application(f: Facts, d: Decision) -> bool:
    last = two_months(f)
    if not f.live or d.ordinary.route != "security_assessment" or passed(f):
        return False
    if last is None or f.as_of <= last:
        return False
    applied = application(f)
    return applied is None or applied > last


def early_assessment_flow(f: Facts) -> bool:
    if f.as_of >= day("2023-03-01"):
        return False
    started = f.asked_day("flow.started")
    return started is not None and started < day("2022-09-01")


def without_assessment(f: Facts, d: Decision) -> bool:
    if not f.live or d.ordinary.route != "security_assessment" or passed(f):
        return False
    if within_two_months(f) or early_assessment_flow(f):
        return False
    # A late application replaces this breach; none at all accompanies it.
    return not (too_late_application(f, d) and application(f) is not None)


def wrong_kind(f: Facts, d: Decision) -> str | None:
    if f.mechanism not in {"scc", "certificate", "gba_sc"} or not without_assessment(f, d):
        return None
    step = d.ordinary.step
    if step in {"6 declared", "6 automotive", "14 declared"}:
        return "wrong_mechanism_for_important_data"
    if step in {"8", "14 state organ"}:
        return None
    if f.ciio:
        return "wrong_mechanism_for_ciio"
    return "wrong_mechanism_above_threshold"


def wrong_for_important(f: Facts, d: Decision) -> bool:
    return wrong_kind(f, d) == "wrong_mechanism_for_important_data"


def wrong_for_ciio(f: Facts, d: Decision) -> bool:
    return wrong_kind(f, d) == "wrong_mechanism_for_ciio"


def wrong_above_threshold(f: Facts, d: Decision) -> bool:
    return wrong_kind(f, d) == "wrong_mechanism_above_threshold"


def stored_abroad_by_ciio(f: Facts, d: Decision) -> bool:
    return (
        d.ordinary.route == "security_assessment"
        and f.ask("flow.mode") == "overseas_storage"
        and f.ciio
        and (without_assessment(f, d) or pass_expired(f, d))
    )


# ---- the route of the contract or the certificate --------------------------------------------------------


def contract_route(d: Decision) -> bool:
    return d.ordinary.route == "standard_contract_or_certification"


def early_contract_flow(f: Facts) -> bool:
    if f.as_of >= day("2023-12-01"):
        return False
    started = f.asked_day("flow.started")
    return started is not None and started < day("2023-06-01")


def void_certificate(f: Facts) -> bool:
    """Older than three years, not begun when the flow began, or held by one who is no affiliate."""
    if f.default("mechanism.holder", "exporter") == "recipient":
        affiliate = f.default("recipient.role", "independent_handler") == "affiliate"
        if not affiliate and not f.overseas:
            return True
    issued = f.asked_day("mechanism.issued")
    if "mechanism.issued" in f.tried_by_path:
        # Class V: not reported while unknown, though every day may come to the same; one day each shows it open.
        if issued != f.as_of:
            return issued == EARLY
        return f.asked_day("flow.started") == EARLY and "flow.started" in f.tried_by_path
    if issued is None or f.as_of > years_after(issued, 3) or issued > f.as_of:
        return True
    started = f.asked_day("flow.started")
    return started is not None and started < issued


def rests_on_the_start(f: Facts) -> bool:
    """All that may be wrong is that the flow began before its certificate, and when it began is unknown."""
    today = f.supposing("flow.started", f.as_of)
    return "flow.started" in f.tried_by_path and not (void_certificate(today) or early_contract_flow(today))


def beyond_covers(f: Facts) -> bool:
    covers = f.default("mechanism.covers", None)
    recipients = f.default("mechanism.recipients", None)
    return covers is not None and recipients is not None and not set(recipients) <= set(covers)


def without_contract(f: Facts, d: Decision) -> bool:
    if not (f.live and contract_route(d)):
        return False
    if f.mechanism in {"none", "gba_sc"}:
        lacking = True
    elif f.mechanism == "scc":
        lacking = beyond_covers(f)
    elif f.mechanism == "certificate":
        lacking = beyond_covers(f) or void_certificate(f)
        if lacking and not beyond_covers(f) and rests_on_the_start(f):
            # Class V again: not reported, and open although the grace may cover every start that would void it.
            return f.asked_day("flow.started") == EARLY
    else:
        lacking = not passed(f)
    return lacking and not early_contract_flow(f)


def gba_not_available(f: Facts, d: Decision) -> bool:
    return f.mechanism == "gba_sc" and without_contract(f, d)


def contract_applies(f: Facts, d: Decision, *kinds: str) -> bool:
    """A contract of one of these kinds is on record, is what the route asks for, and its rules are in force."""
    if contract_route(d):
        return f.mechanism == "scc" and "scc" in kinds and f.as_of >= day("2023-06-01")
    return d.ordinary.route == "gba_standard_contract" and "gba_sc" in kinds


def before_effective(f: Facts, d: Decision) -> bool:
    if not (f.live and contract_applies(f, d, "scc", "gba_sc")):
        return False
    effective = f.asked_day("mechanism.effective")
    if effective is None or effective > f.as_of:
        return True
    started = f.asked_day("flow.started")
    return started is not None and started < effective


def filed_late(f: Facts) -> bool:
    effective = f.asked_day("mechanism.effective")
    if effective is None:
        return False
    last = working_days_after(effective, 10)
    filed = f.asked_day("mechanism.filed")
    return filed > last if filed else f.as_of > last


def scc_filed_late(f: Facts, d: Decision) -> bool:
    return f.live and contract_applies(f, d, "scc") and filed_late(f)


def gba_filed_late(f: Facts, d: Decision) -> bool:
    return f.live and contract_applies(f, d, "gba_sc") and filed_late(f)


def old_impact_assessment(f: Facts, d: Decision) -> bool:
    if not (f.live and contract_applies(f, d, "scc")):
        return False
    filed = f.asked_day("mechanism.filed")
    if filed is None:
        return False
    completed = f.asked_day("mechanism.pipia_completed")
    return completed is not None and filed > months_after(completed, 3)


def text_altered(f: Facts, d: Decision) -> bool:
    altered = bool(f.default("mechanism.text_altered", False))
    return f.live and contract_applies(f, d, "scc", "gba_sc") and altered


def not_redone(f: Facts, d: Decision) -> bool:
    redone = bool(f.default("mechanism.redone", False))
    return f.live and contract_applies(f, d, "scc", "gba_sc") and substantial(f) and not redone


def onward_not_named(f: Facts, d: Decision) -> bool:
    onward: list[Any] = f.default("recipient.onward_to", [])
    if not (f.live and contract_applies(f, d, "scc") and onward):
        return False
    return not set(onward) <= set(f.ask("mechanism.annex1_third_parties"))


def onward_outside(f: Facts, d: Decision) -> bool:
    return f.live and contract_applies(f, d, "gba_sc") and f.onward_outside_gba


def certificate_applies(f: Facts, d: Decision) -> bool:
    if f.as_of < day("2022-11-04"):
        return False  # no scheme of certification yet
    return f.live and contract_route(d) and f.mechanism == "certificate"


def body_not_recorded(f: Facts, d: Decision) -> bool:
    return (
        certificate_applies(f, d)
        and f.ask("mechanism.body_listed") is False
        and not surely(void_certificate, f)
    )


def outside_certificate(f: Facts, d: Decision) -> bool:
    return (
        certificate_applies(f, d)
        and f.ask("mechanism.scope_matches") is False
        and not surely(void_certificate, f)
    )


def renewal_missed(f: Facts, d: Decision) -> bool:
    if not certificate_applies(f, d) or surely(void_certificate, f):
        return False
    issued = f.asked_day("mechanism.issued")
    assert issued is not None
    last = months_after(years_after(issued, 3), -6)
    if f.as_of <= last:
        return False
    applied = f.asked_day("mechanism.renewal_applied")
    return applied is None or applied > last
