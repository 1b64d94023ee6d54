"""Section 4.2 of the contract, and the table of every violation there is."""

from tests.law.naive import mechanism as m
from tests.law.naive.days import day, working_days_after
from tests.law.naive.duties import Rule, genetic, officer, recipient_contract, representative
from tests.law.naive.facts import Facts
from tests.law.naive.route import Decision


def foreign_disclosure(f: Facts, d: Decision) -> bool:
    return f.live and d.route == "prohibited" and d.step == "2"


def restricted_recipient(f: Facts, d: Decision) -> bool:
    return f.live and d.route == "prohibited" and d.step == "3"


def core_export(f: Facts, d: Decision) -> bool:
    return f.live and d.route == "prohibited" and d.step == "4"


def sector_breach(f: Facts, d: Decision) -> bool:
    return f.live and d.route == "prohibited" and d.step == "5 sector"


def unnecessary(f: Facts, d: Decision) -> bool:
    return f.live and d.route == "prohibited" and d.step == "5 unnecessary"


def no_notice(f: Facts, d: Decision) -> bool:
    if not (d.export and f.live and f.personal) or d.ordinary.exemption == "CBDF-2024-A5.1.3":
        return False
    return f.ask("compliance.notice_art39") is False


def notice_incomplete(f: Facts, d: Decision) -> bool:
    missing = f.default("compliance.notice_missing", [])
    if not (d.export and f.live and f.personal and missing):
        return False
    return f.default("compliance.notice_art39", True) is not False


def no_separate_consent(f: Facts, d: Decision) -> bool:
    return d.export and f.live and f.personal and f.ask("legal_basis") == "consent" and f.consent_lacking


def no_guardian_consent(f: Facts, d: Decision) -> bool:
    if not (d.export and f.live and f.under_14) or f.ask("compliance.guardian_consent") is not False:
        return False
    return f.ask("legal_basis") not in {"vital_interest", "legal_duty"}


def no_pipia(f: Facts, d: Decision) -> bool:
    return d.export and f.live and f.personal and f.ask("compliance.pipia_done") is False


def contract_missing(f: Facts, d: Decision) -> bool:
    if not (f.live and recipient_contract(f, d)):
        return False
    return f.ask("compliance.d790_contract_and_records") is False


def officer_not_filed(f: Facts, d: Decision) -> bool:
    if not (f.live and officer(f, d)) or f.asked_day("handler.pipo_filed") is not None:
        return False
    if f.as_of <= day("2025-08-29"):
        return False
    reached = f.asked_day("handler.pipo_threshold_reached")
    return reached is not None and f.as_of > working_days_after(reached, 30)


def no_representative(f: Facts, d: Decision) -> bool:
    return f.live and representative(f, d) and f.ask("handler.representative_in_china") is False


def quantity_splitting(f: Facts, d: Decision) -> bool:
    # It accompanies the violation that the whole volume gives; where that gives none, nothing was dodged.
    artificial = bool(f.default("handler.group_split_artificial", False)) and f.as_of >= day("2023-06-01")
    return f.live and artificial and (m.without_contract(f, d) or m.without_assessment(f, d))


def genetic_filing_missing(f: Facts, d: Decision) -> bool:
    return f.live and genetic(f, d) and f.ask("compliance.hgr_filed") is False


def face_transfer(f: Facts, d: Decision) -> bool:
    if not (d.export and f.live and f.as_of >= day("2025-06-01")):
        return False
    # The article on faces asks for separate consent whatever the legal basis is.
    bundled = f.default("compliance.consent_form", "separate") == "bundled"
    if not f.default("data.face", False):
        return False
    return bundled or f.ask("compliance.separate_consent") is False


VIOLATIONS: dict[str, Rule] = {
    "foreign_authority_disclosure_without_approval": foreign_disclosure,
    "recipient_on_restricted_list": restricted_recipient,
    "core_data_export": core_export,
    "sector_localisation_breach": sector_breach,
    "unnecessary_export": unnecessary,
    "no_notice_art39": no_notice,
    "notice_incomplete_art39": notice_incomplete,
    "no_separate_consent": no_separate_consent,
    "no_guardian_consent": no_guardian_consent,
    "no_pipia": no_pipia,
    "d790_a12_contract_or_records_missing": contract_missing,
    "pipo_not_filed": officer_not_filed,
    "no_representative_art53": no_representative,
    "quantity_splitting": quantity_splitting,
    "overseas_storage_by_ciio": m.stored_abroad_by_ciio,
    "hgr_filing_missing": genetic_filing_missing,
    "face_data_internet_transfer": face_transfer,
    "export_without_scc_or_cert": m.without_contract,
    "gba_sc_not_available": m.gba_not_available,
    "export_before_scc_effective": m.before_effective,
    "scc_filed_late": m.scc_filed_late,
    "pipia_older_than_3_months_at_filing": m.old_impact_assessment,
    "scc_text_altered": m.text_altered,
    "scc_not_redone_a8": m.not_redone,
    "onward_recipient_not_in_annex1": m.onward_not_named,
    "certificate_body_not_recorded": m.body_not_recorded,
    "export_outside_certificate_scope": m.outside_certificate,
    "certificate_renewal_window_missed": m.renewal_missed,
    "gba_sc_filed_late": m.gba_filed_late,
    "onward_outside_gba": m.onward_outside,
    "export_without_security_assessment": m.without_assessment,
    "wrong_mechanism_for_important_data": m.wrong_for_important,
    "wrong_mechanism_for_ciio": m.wrong_for_ciio,
    "wrong_mechanism_above_threshold": m.wrong_above_threshold,
    "important_data_application_after_2_months": m.too_late_application,
    "security_assessment_expired": m.pass_expired,
    "export_beyond_assessed_scope": m.beyond_scope,
    "reassessment_required_sam_a14": m.reassessment,
    "extension_not_available": m.extension_not_available,
}
