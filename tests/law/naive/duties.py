"""Section 4.1 of the contract: what each decision asks of the handler. Every function answers for known facts."""

from collections.abc import Callable

from tests.law.naive.days import day
from tests.law.naive.facts import CBDF, TOTAL, Facts, S
from tests.law.naive.mechanism import assessment_applies, extension_asked, extension_refused
from tests.law.naive.route import Decision

Rule = Callable[[Facts, Decision], bool]
D790 = day("2025-01-01")
AUDITS = day("2025-05-01")


def security(f: Facts, d: Decision) -> bool:
    return d.export and f.as_of >= CBDF


def any_personal(f: Facts, d: Decision) -> bool:
    return d.export and f.personal


def separate_consent(f: Facts, d: Decision) -> bool:
    return d.export and f.personal and f.ask("legal_basis") == "consent"


def sensitive_notice(f: Facts, d: Decision) -> bool:
    return d.export and f.personal and f.ask(S) >= 1


def children(f: Facts, d: Decision) -> bool:
    return d.export and f.under_14


def late_notice(_: Facts, d: Decision) -> bool:
    return d.ordinary.exemption == "CBDF-2024-A5.1.3"


def recipient_contract(f: Facts, d: Decision) -> bool:
    return d.export and f.as_of >= D790 and (f.personal or f.declared)


def contract_or_certificate(_: Facts, d: Decision) -> bool:
    return d.ordinary.route == "standard_contract_or_certification"


def gba(_: Facts, d: Decision) -> bool:
    return d.ordinary.route == "gba_standard_contract"


def onward_leg(f: Facts, d: Decision) -> bool:
    return gba(f, d) and f.onward_outside_gba


def per_recipient(f: Facts, d: Decision) -> bool:
    if not (contract_or_certificate(f, d) or gba(f, d)):
        return False
    names = [name for name in f.default("data.per_recipient", {}) if name != "overlap"]
    listed = f.default("mechanism.recipients", [])
    return len(names) >= 2 or len(set(listed)) >= 2


def assessment(_: Facts, d: Decision) -> bool:
    return d.ordinary.route == "security_assessment"


def include_volume(f: Facts, d: Decision) -> bool:
    if not (assessment(f, d) and d.by_counters):
        return False
    if f.mechanism in {"scc", "gba_sc"}:
        return (
            f.default_day("mechanism.effective") is not None or f.default_day("mechanism.filed") is not None
        )
    return f.mechanism == "certificate" and f.default_day("mechanism.issued") is not None


def extension_ok(f: Facts, d: Decision) -> bool:
    return assessment_applies(f, d) and extension_asked(f) and not extension_refused(f)


def important_duties(f: Facts, d: Decision) -> bool:
    return d.export and f.as_of >= D790 and f.declared


def report_important(f: Facts, d: Decision) -> bool:
    suspected = bool(f.default("data.suspected_important", False))
    return d.export and f.as_of >= D790 and suspected and f.ask("data.important") == "none"


def ciio_storage(f: Facts, d: Decision) -> bool:
    return d.export and f.ciio and (f.personal or f.declared)


def state_organ_storage(f: Facts, d: Decision) -> bool:
    return d.export and f.state_organ and f.personal


def zone_filing(_: Facts, d: Decision) -> bool:
    return d.ordinary.exemption == "CBDF-2024-A6"


def officer(f: Facts, d: Decision) -> bool:
    return d.export and f.as_of >= AUDITS and f.ask(TOTAL) >= 1_000_000


def large_handler(f: Facts, d: Decision) -> bool:
    return d.export and f.as_of >= D790 and f.ask(TOTAL) >= 10_000_000


def audit(f: Facts, d: Decision) -> bool:
    return d.export and f.as_of >= AUDITS and f.ask(TOTAL) >= 10_000_000


def representative(f: Facts, d: Decision) -> bool:
    return d.export and f.overseas and f.analyses_mainland_people


def genetic(f: Facts, d: Decision) -> bool:
    return d.export and f.human_genetic


DUTIES: dict[str, Rule] = {
    "export_security_and_incident_report_cbdf_a11": security,
    "notice_art39": any_personal,
    "pipia_art55_56": any_personal,
    "separate_consent_art39": separate_consent,
    "sensitive_notice_art30": sensitive_notice,
    "guardian_consent_art31": children,
    "child_rules_art31": children,
    "late_notice_after_emergency_art18": late_notice,
    "recipient_contract_and_3y_records_d790_a12": recipient_contract,
    "scc_in_force_and_filed_10wd_or_valid_certificate": contract_or_certificate,
    "gba_sc_filed_10wd": gba,
    "gba_no_onward_outside": gba,
    "national_route_for_onward_leg": onward_leg,
    "mechanism_per_recipient": per_recipient,
    "self_assessment_sam_a5": assessment,
    "legal_document_sam_a9": assessment,
    "apply_security_assessment": assessment,
    "include_scc_volume_in_assessment_scope": include_volume,
    "extension_application_ok": extension_ok,
    "important_data_risk_assessment_d790_a31": important_duties,
    "important_data_annual_assessment_d790_a33": important_duties,
    "identify_and_report_important_data_d790_a29": report_important,
    "local_storage_ciio": ciio_storage,
    "local_storage_state_organ": state_organ_storage,
    "ftz_local_filing": zone_filing,
    "pipo_designation_and_filing": officer,
    "large_handler_d790_a28": large_handler,
    "biennial_compliance_audit": audit,
    "representative_art53_d790_a26": representative,
    "hgr_filing_and_backup": genetic,
}
