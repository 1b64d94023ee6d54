"""Section 6 of the contract: the least that must be cited, and which instruments were in force on a day."""

from collections.abc import Iterator
from datetime import date

from tests.law.naive.days import day
from tests.law.naive.facts import CBDF, TOTAL, Facts, N, S
from tests.law.naive.mechanism import passed, substantial
from tests.law.naive.route import Decision

IN_FORCE = {
    "PIPL-2021": ("2021-11-01", None),
    "DSL-2021": ("2021-09-01", None),
    "CSL-2016": ("2017-06-01", "2025-12-31"),
    "CSL-2025": ("2026-01-01", None),
    "CIIR-2021": ("2021-09-01", None),
    "D790-2024": ("2025-01-01", None),
    "SAM-2022": ("2022-09-01", None),
    "SCCM-2023": ("2023-06-01", None),
    "SCC-2023": ("2023-06-01", None),
    "CBDF-2024": ("2024-03-22", None),
    "PICM-2025": ("2026-01-01", None),
    "PICR-2022": ("2022-11-04", None),
    "PICAM-2025": ("2025-05-01", None),
    "GBAHK-2023": ("2023-12-13", None),
    "GBAMO-2024": ("2024-09-10", None),
    "FACE-2025": ("2025-06-01", None),
    "AUTOG-2026": ("2026-02-03", None),
    "NDRA-2026": ("2026-08-20", None),
    "SMALL-2026": ("2026-09-01", None),
}


def in_force(key: str, as_of: date) -> bool:
    for instrument, (first, last) in IN_FORCE.items():
        if key == instrument or key.startswith(f"{instrument}-"):
            return day(first) <= as_of and (last is None or as_of <= day(last))
    return True


def least(f: Facts, d: Decision) -> frozenset[str]:
    return frozenset(key for key in (*of_route(f, d), *of_facts(f, d)) if in_force(key, f.as_of))


def csl(f: Facts) -> str:
    return "CSL-2016-A37" if f.as_of < day("2026-01-01") else "CSL-2025-A39"


def of_route(f: Facts, d: Decision) -> Iterator[str]:
    if d.route == "not_an_export":
        yield from of_no_export(f)
    elif d.step == "2":
        yield from ("PIPL-2021-A41", "DSL-2021-A36")
        if d.route == "prohibited":
            yield "DSL-2021-A48.2"
        if f.default("data.securities_business", False):
            yield "SEC-2019-A177"
    elif d.step == "3":
        yield "PIPL-2021-A42"
    elif d.step == "4":
        yield from ("DSL-2021-A21", "D790-2024-A63")
    elif d.step == "5 sector":
        yield {
            "ride_hailing": "RIDE-2016-A27",
            "internet_map": "MAP-2015-A34",
            "credit_bureau": "CREDIT-2013-A24",
        }[f.sector]
    elif d.step == "5 unnecessary":
        yield "PIPL-2021-A6"
    inner = d.ordinary
    if inner.route == "security_assessment":
        yield from of_assessment(f, inner)
    elif inner.route == "standard_contract_or_certification":
        yield from of_contract(f, inner)
    elif inner.route == "gba_standard_contract":
        if f.ask("recipient.jurisdiction") == "HK":
            yield from ("GBAHK-2023", "GBAHK-2023-A2", "GBAHK-2023-A3")
        else:
            yield "GBAMO-2024-A2"
        if f.onward_outside_gba:
            yield "CACQA-2026-01-Q2"
    elif inner.route == "exempt":
        yield from of_exemption(f, inner)
    elif inner.route == "no_restriction":
        yield from of_no_restriction(f, inner)


def of_no_export(f: Facts) -> Iterator[str]:
    mode = f.ask("flow.mode")
    if mode == "onshore_access" or (mode == "remote_access" and f.opened_in_the_mainland):
        yield "CACQA-2025-10-Q5"
    elif mode in {"domestic_replication", "inbound"}:
        yield "SCCFG2-2024-S1"
    elif mode == "none" or f.ask("recipient.jurisdiction") != "CN":
        yield "PIPL-2021-A3"


def of_assessment(f: Facts, d: Decision) -> Iterator[str]:
    if d.step.startswith("14"):
        yield "SAM-2022-A4"
        if d.step in {"14 ciio", "14 handled"}:
            yield "SAM-2022-A4.1.2"
        if d.step == "14 counter":
            yield "SAM-2022-A4.1.3"
    if d.step in {"12", "6 declared"}:
        yield "CBDF-2024-A7.1.2"
    if d.step in {"6 declared", "14 declared"}:
        yield from ("D790-2024-A37", "DSL-2021-A31")
        if f.personal:
            yield "CBDF-2024-A5.2"
    if d.step in {"10", "14 ciio"}:
        yield from ("CBDF-2024-A7.1.1", csl(f), "PIPL-2021-A40")
    if d.step in {"8", "14 state organ"}:
        yield "PIPL-2021-A36"
    if d.step == "11":
        yield "CBDF-2024-A6"
    if d.step == "6 automotive":
        yield from ("AUTO-2021-A3.6.5", "AUTO-2021-A11")
    if passed(f):
        yield from of_pass(f)


def of_pass(f: Facts) -> Iterator[str]:
    yield "CBDF-2024-A9"
    result = f.default_day("mechanism.result_date")
    if result is not None and result < CBDF:
        yield "CBDF-2024-A13"
    if substantial(f):
        yield "SAM-2022-A14"


def of_contract(f: Facts, d: Decision) -> Iterator[str]:
    yield "PIPL-2021-A38"
    if d.step == "14":
        yield "SCCM-2023-A4"
    else:
        yield from ("CBDF-2024-A8", "CBDF-2024-A7.1.2") if d.step == "12" else ("CBDF-2024-A6",)
        yield "PICM-2025-A5" if f.as_of >= day("2026-01-01") else "PICR-2022"
    if f.mechanism == "scc":
        yield from ("SCCM-2023-A6", "SCCM-2023-A7")
    if passed(f):
        yield from of_pass(f)
    if f.mechanism == "certificate":
        issued = f.default_day("mechanism.issued")
        old = issued is not None and issued < day("2026-01-01")
        if f.default("mechanism.regime", "2022-37" if old else "2026") == "2022-37":
            yield "PICR-2022"
        else:
            yield from ("PICM-2025-A5", "PICM-2025-A7", "PICM-2025-A8")


def of_exemption(f: Facts, d: Decision) -> Iterator[str]:
    assert d.exemption is not None
    yield d.exemption
    if f.personal:
        yield "CBDF-2024-A10"
        if f.ask("legal_basis") != "consent":
            yield "PIPL-2021-A13"
    if d.exemption == "CBDF-2024-A5.1.1" and f.ask("legal_basis") == "contract":
        yield "PIPL-2021-A13.1.2"
    if d.exemption == "CBDF-2024-A5.1.2":
        yield "D790-2024-A35.1.5"
    if d.exemption == "CBDF-2024-A5.1.3":
        yield from ("PIPL-2021-A13.1.4", "PIPL-2021-A18")
    if f.ciio:
        yield from ("CBDF-2024-A7.2", csl(f), "PIPL-2021-A40")


def of_no_restriction(f: Facts, d: Decision) -> Iterator[str]:
    if d.exemption:
        yield d.exemption
    if f.ciio:
        yield "CBDF-2024-A7.2"
    if f.default("data.anonymised", False):
        yield from ("PIPL-2021-A4", "PIPL-2021-A73")
    if f.default("data.suspected_important", False):
        yield from ("CBDF-2024-A2", "D790-2024-A37")


CLAIMED = {
    "contract": "CBDF-2024-A5.1.1",
    "hr": "CBDF-2024-A5.1.2",
    "emergency": "CBDF-2024-A5.1.3",
    "de_minimis": "CBDF-2024-A5.1.4",
    "transit": "CBDF-2024-A4",
    "trade": "CBDF-2024-A3",
    "ftz": "CBDF-2024-A6",
    "legal_duty": "D790-2024-A35.1.6",
    "anonymised": "PIPL-2021-A73",
}


def of_facts(f: Facts, d: Decision) -> Iterator[str]:
    """The claims that were made, and the rows of the table that rest on one fact."""
    if not d.export:
        return
    if f.as_of >= CBDF:
        yield from (CLAIMED[claim] for claim in f.claims if claim in CLAIMED)
        if d.by_counters and f.ask(N) < 100_000 and f.ask(S) >= 1:
            yield "CBDF-2024-A5.1.4"
    if f.default("handler.ciio_notified", True) is False and not f.ciio:
        yield "CIIR-2021-A10"
    if f.overseas and f.analyses_mainland_people:
        yield from ("PIPL-2021-A3.2", "PIPL-2021-A53", "D790-2024-A26", "PICM-2025-A7")
    if f.under_14:
        yield "PIPL-2021-A31"
    if not f.personal:
        return
    if f.ask(S) >= 1:
        yield "PIPL-2021-A28"
    if f.default("data.deidentified", False) or f.default("data.encrypted", False):
        yield "PIPL-2021-A73"
    if f.ask("flow.mode") == "log_shipping":
        yield "PIPL-2021-A4"
    if f.default("recipient.role", "") == "processor":
        yield "PIPL-2021-A21"
    if d.ordinary.route != "security_assessment" and f.as_of >= CBDF and f.ask(TOTAL) >= 1_000_000:
        yield from ("CBDF-2024-A13", "CBDF-2024-A14", "SAM-2022-A4")


OF_DUTIES = {
    "pipo_designation_and_filing": ("PICAM-2025-A12",),
    "biennial_compliance_audit": ("PICAM-2025-A4",),
    "large_handler_d790_a28": ("D790-2024-A28",),
    "hgr_filing_and_backup": ("HGR-2019-A28",),
    "representative_art53_d790_a26": ("PIPL-2021-A53", "D790-2024-A26"),
}
OF_VIOLATIONS = {
    "export_without_scc_or_cert": ("CBDF-2024-A8", "PIPL-2021-A38", "PIPL-2021-A66"),
    "no_notice_art39": ("PIPL-2021-A39",),
    "notice_incomplete_art39": ("PIPL-2021-A39",),
    "no_separate_consent": ("PIPL-2021-A39",),
    "no_guardian_consent": ("PIPL-2021-A31",),
    "no_pipia": ("PIPL-2021-A55.1.4",),
    "d790_a12_contract_or_records_missing": ("D790-2024-A12", "D790-2024-A55"),
    "pipo_not_filed": ("PICAM-2025-A12",),
    "no_representative_art53": ("PIPL-2021-A53",),
    "quantity_splitting": ("SCCM-2023-A4.3", "PICM-2025-A5.4"),
    "hgr_filing_missing": ("HGR-2019-A28",),
    "face_data_internet_transfer": ("FACE-2025-A8",),
    "foreign_authority_disclosure_without_approval": ("DSL-2021-A36", "DSL-2021-A48.2"),
    "recipient_on_restricted_list": ("PIPL-2021-A42",),
    "core_data_export": ("DSL-2021-A45.2",),
    "unnecessary_export": ("PIPL-2021-A6",),
    "gba_sc_not_available": ("GBAHK-2023-A3",),
    "export_before_scc_effective": ("SCCM-2023-A6",),
    "scc_filed_late": ("SCCM-2023-A7",),
    "pipia_older_than_3_months_at_filing": ("SCCM-2023-A5", "SCCFG2-2024-ANX5"),
    "scc_text_altered": ("SCCM-2023-A6",),
    "scc_not_redone_a8": ("SCCM-2023-A8",),
    "onward_recipient_not_in_annex1": ("SCC-2023-C3.8",),
    "certificate_body_not_recorded": ("PICM-2025-A12",),
    "export_outside_certificate_scope": ("PICM-2025-A10",),
    "certificate_renewal_window_missed": ("PICM-2025-A8",),
    "gba_sc_filed_late": ("GBAHK-2023-FILING",),
    "onward_outside_gba": ("CACQA-2026-01-Q2",),
    "important_data_application_after_2_months": ("CACQA-2025-05-Q2", "CACQA-2025-10-Q4"),
    "security_assessment_expired": ("CBDF-2024-A9",),
    "export_beyond_assessed_scope": ("D790-2024-A38", "SAM-2022-A14"),
    "reassessment_required_sam_a14": ("SAM-2022-A14",),
    "extension_not_available": ("CACQA-2026-07-Q2", "SAG3-2025"),
}
IN_THE_GBA = {"export_before_scc_effective", "scc_text_altered", "scc_not_redone_a8"}


def of_outcome(
    f: Facts,
    in_the_bay: bool,  # noqa: FBT001  which of two tables is read
    duties: frozenset[str],
    violations: frozenset[str],
) -> frozenset[str]:
    """The articles of what was found due and found wanting."""
    keys = [key for duty in duties for key in OF_DUTIES.get(duty, ())]
    for violation in violations:
        if in_the_bay and violation in IN_THE_GBA:
            keys.append("GBAHK-2023-A6")
        else:
            keys += OF_VIOLATIONS.get(violation, ())
    if "no_separate_consent" in violations and f.default("compliance.consent_form", "") == "bundled":
        keys += ["PIPL-2021-A14", "D790-2024-A62.1.7"]
    if "export_without_scc_or_cert" in violations:
        started = f.default_day("flow.started")
        if started is not None and started < day("2023-06-01") and f.as_of < CBDF:
            keys.append("SCCM-2023-A13")
    if "export_without_security_assessment" in violations and f.default("handler.ciio", False):
        keys.append("CSL-2016-A66" if f.as_of < day("2026-01-01") else "CSL-2025-A71")
    return frozenset(key for key in keys if in_force(key, f.as_of))
