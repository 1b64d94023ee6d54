"""Random cases: the facts of a plausible company, with numbers and days beside every line of the contract."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.law.naive.days import (
    ONE,
    day,
    months_after,
    working_days_after,
    working_days_before,
    years_after,
)

FIRST, LAST = day("2022-09-01"), day("2027-03-31")
TURNS = (
    *("2022-09-01", "2023-03-01", "2023-06-01", "2023-12-01", "2023-12-13", "2024-03-22", "2024-05-09"),
    *("2024-08-30", "2024-09-10", "2025-01-01", "2025-02-08", "2025-02-20", "2025-04-10", "2025-05-01"),
    *("2025-06-01", "2025-08-29", "2025-12-25", "2026-01-01", "2026-02-03", "2026-04-24", "2026-05-15"),
    *("2026-09-01",),
)
PEOPLE = (
    *(0, 0, 0, 1, 50, 5_000, 9_999, 10_000, 10_001, 20_000, 50_000, 99_999, 100_000, 100_001),
    *(150_000, 400_000, 999_999, 1_000_000, 1_000_001, 2_000_000),
)
SENSITIVE = (0, 0, 0, 0, 0, 0, 1, 2, 300, 9_999, 10_000, 10_001, 40_000)
HELD = (
    *(0, 8_000, 99_999, 100_000, 250_000, 250_000, 250_000, 999_999, 1_000_000, 1_000_001),
    *(5_000_000, 9_999_999, 10_000_000, 30_000_000),
)
PURPOSES = (
    *("customer_support", "customer_support", "backup", "cross_border_shopping", "cross_border_payment"),
    *("hotel_booking_overseas", "visa_processing", "examination", "cross_border_parcel", "flight_booking"),
    *("hotel_booking_domestic", "b2b_contacts", "marketing_analytics", "telemedicine", "cross_border_hr"),
    *("cross_border_hr", "recruitment", "emergency_rescue", "international_trade", "academic_cooperation"),
    *("cross_border_manufacturing", "cross_border_transport", "cross_border_marketing"),
    *("foreign_judicial_request", "foreign_regulatory_request", "foreign_enforcement_request"),
    *("private_discovery", "fraud_scoring"),
)
MODES = (
    *("transfer",) * 8,
    *("remote_access", "remote_access", "direct_collection", "overseas_storage", "overseas_storage"),
    *("overseas_processing", "log_shipping", "onshore_access", "domestic_replication", "inbound", "none"),
)
CITIES = ("Beijing", "Shanghai", "Shenzhen", "Guangzhou", "Zhuhai", "Shantou")
ZONES = (
    *("Beijing", "Tianjin", "Shanghai", "Shanghai-citywide", "Hubei", "Chongqing", "Hainan"),
    *("Zhejiang", "Guangxi", "Jiangsu", "Fujian", "Guangdong"),
)
POSITIONS = (
    *("none", "no_list", "sector_not_covered", "outside_list", "outside_list"),
    *("outside_other_zone_list", "in_list_scc", "in_list_assessment"),
)
CHANGES = ("purpose", "scope", "place", "recipient", "retention", "system", "system", "legal_document")
CLAIMS = (
    *("contract", "hr", "emergency", "legal_duty", "transit", "trade", "ftz", "de_minimis"),
    *("anonymised", "automotive_guideline_exemption"),
)
# What is left out so that the rule for unknown facts is asked.
DROPPED = (
    *("handler.base", "handler.pipl_a3_2", "handler.ciio", "handler.state_organ", "handler.sector"),
    *("handler.ftz_list_position", "handler.pi_handled_total", "handler.pipo_filed"),
    *("handler.pipo_threshold_reached", "handler.representative_in_china", "recipient.jurisdiction"),
    *("recipient.role", "flow.mode", "flow.status", "flow.necessary", "flow.started", "data.personal"),
    *("data.ytd_persons.non_sensitive", "data.ytd_persons.sensitive", "data.important"),
    *("data.since_prev_jan1.total", "data.since_prev_jan1.sensitive", "data.domestic_pi_introduced"),
    *("data.domestic_important_introduced", "data.hr.subjects", "data.hr.labour_rules"),
    *("data.hr.collective_contract", "data.under_14", "data.human_genetic", "legal_basis", "claims"),
    *("compliance.notice_art39", "compliance.separate_consent", "compliance.guardian_consent"),
    *("compliance.pipia_done", "compliance.d790_contract_and_records", "compliance.hgr_filed"),
    *("mechanism.effective", "mechanism.filed", "mechanism.pipia_completed", "mechanism.issued"),
    *("mechanism.body_listed", "mechanism.scope_matches", "mechanism.renewal_applied"),
    *("mechanism.applied", "mechanism.result", "mechanism.result_date", "mechanism.annex1_third_parties"),
)
INTERVALS = (
    *("handler.pi_handled_total", "data.ytd_persons.non_sensitive", "data.ytd_persons.sensitive"),
    *("data.since_prev_jan1.total", "data.since_prev_jan1.sensitive"),
)
Case = dict[str, Any]


def random_case(seed: int, number: int) -> Case:
    r = Random(f"{seed}/{number}")  # noqa: S311  no secret: the seed makes a case repeatable
    as_of = random_day(r)
    facts: Case = {
        "handler": handler(r, as_of),
        "recipient": recipient(r),
        "flow": flow(r, as_of),
        "data": data(r, as_of),
        "legal_basis": r.choice(
            ("consent", "consent", "consent", "contract", "hr", "legal_duty", "vital_interest")
        ),
        "claims": [],
        "mechanism": mechanism(r, as_of),
        "compliance": compliance(r),
    }
    settings(r, facts, as_of)
    scenario(r, facts)
    if not facts["data"]["personal"]:
        without_people(r, facts)
    blur(r, facts)
    return {"id": f"R{seed}-{number}", "as_of": as_of.isoformat(), "facts": facts}


def random_day(r: Random) -> date:
    if r.random() < 0.4:
        return max(FIRST, day(r.choice(TURNS)) + ONE * r.choice((-1, 0, 0, 1)))
    if r.random() < 0.5:
        return day("2026-01-01") + ONE * r.randrange(365)
    return FIRST + ONE * r.randrange((LAST - FIRST).days)


def rarely(r: Random, chance: float = 0.05) -> bool:
    return r.random() < chance


def near(r: Random, when: date) -> date:
    return when + ONE * r.choice((-1, 0, 1))


def past(r: Random, as_of: date) -> date:
    return as_of - timedelta(days=r.choice((0, 1, 5, 12, 14, 15, 30, 90, 200, 400, 800, 1_200)))


def handler(r: Random, as_of: date) -> Case:
    found: Case = {
        "base": "overseas" if rarely(r, 0.08) else "mainland",
        "ciio": rarely(r, 0.15),
        "state_organ": rarely(r, 0.06),
        "city": r.choice(CITIES),
        "pi_handled_total": r.choice(HELD),
    }
    if found["base"] == "overseas":
        found["pipl_a3_2"] = not rarely(r, 0.3)
        found["representative_in_china"] = not rarely(r, 0.3)
    if not found["ciio"] and rarely(r):
        found["ciio_notified"] = False
    if rarely(r, 0.35):
        sectors = ("ride_hailing", "internet_map", "credit_bureau", "automotive", "automotive")
        found["sector"] = r.choice((*sectors, "finance", "health", "medicine", "automotive_parts"))
    if rarely(r, 0.2):
        found["ftz"] = r.choice(ZONES)
        found["ftz_list_position"] = r.choice(POSITIONS)
    if found["pi_handled_total"] >= 999_999:
        reached = r.choice((day("2025-07-18"), past(r, as_of), near(r, working_days_before(as_of, 30))))
        found["pipo_threshold_reached"] = reached.isoformat()
        found["pipo_filed"] = None if rarely(r, 0.5) else near(r, working_days_after(reached, 30)).isoformat()
    if rarely(r):
        found["group_members"] = r.choice((1, 2, 3))
        found["group_split_artificial"] = rarely(r, 0.4)
    if rarely(r):
        found["pi_deleted"] = 80_000
    return found


def recipient(r: Random) -> Case:
    found: Case = {
        "jurisdiction": r.choice(("US", "US", "US", "SG", "HK", "HK", "MO", "TW", "CN")),
        "role": r.choice(
            ("independent_handler",) * 5
            + ("processor", "affiliate", "affiliate", "own_employee", "branch", "joint_handler")
        ),
        "onward_to": [],
    }
    if rarely(r, 0.02):
        found["role"] = "foreign_authority"
    if rarely(r, 0.03):
        found["on_restricted_list"] = True
    if rarely(r, 0.2):
        found["onward_to"] = r.choice((["SG"], ["HK"], ["CN"], ["MO", "CN"], ["Acme Inc."], ["US", "HK"]))
    if rarely(r, 0.08):
        found["physical_location"] = r.choice(("mainland", "abroad"))
    return found


def flow(r: Random, as_of: date) -> Case:
    early = ("2022-08-31", "2022-09-01", "2023-05-31", "2023-06-01")
    started = min(as_of, r.choice((past(r, as_of), day(r.choice(early)))))
    return {
        "mode": r.choice(MODES),
        "status": "planned" if rarely(r, 0.35) else "live",
        "purpose": r.choice(PURPOSES),
        "necessary": not rarely(r, 0.06),
        "started": started.isoformat(),
    }


def data(r: Random, as_of: date) -> Case:
    found: Case = {
        "personal": not rarely(r, 0.12),
        "ytd_persons": {"non_sensitive": r.choice(PEOPLE), "sensitive": r.choice(SENSITIVE)},
        "important": "none",
    }
    if rarely(r, 0.12):
        found["important"] = "core" if rarely(r, 0.1) else "declared"
        if not rarely(r, 0.3):
            notified = r.choice((past(r, as_of), near(r, months_after(as_of, -2))))
            found["important_notified_on"] = notified.isoformat()
    elif rarely(r, 0.1):
        found["suspected_important"] = True
    if as_of < day("2024-03-22") or rarely(r):
        found["since_prev_jan1"] = {
            "total": r.choice((0, 5_000, 99_999, 100_000, 300_000)),
            "sensitive": r.choice((0, 0, 0, 1, 9_999, 10_000)),
        }
    flags = ("deidentified", "encrypted", "under_14", "face", "securities_business", "authority_approval")
    found |= {flag: True for flag in flags if rarely(r, 0.06)}
    if rarely(r, 0.1):
        found["human_genetic"] = rarely(r, 0.7)
    if rarely(r):
        found["regulated_activity"] = rarely(r, 0.5)
    counts = (0, 1, 300, 50_000, 100_000, 900_000)
    for path in ("foreign_origin_persons", "deleted_after_export", "persons_in_both"):
        if rarely(r, 0.07):
            found[path] = r.choice(counts)
    for path in ("forecast_year_persons", "previous_year_persons"):
        if rarely(r, 0.1):
            found[path] = {"non_sensitive": r.choice(PEOPLE), "sensitive": r.choice(SENSITIVE)}
    if rarely(r):
        found["per_recipient"] = r.choice(({"A": 5}, {"A": 5, "B": 9}, {"A": 5, "overlap": 5}))
    if rarely(r, 0.2):
        found["hr"] = hr(r)
    if rarely(r):
        found["individual_is_party"] = True
    return found


def hr(r: Random) -> Case:
    kinds = ("employees",) * 5 + ("applicants", "dependants", "dependants", "contractors", "former_employees")
    found: Case = {
        "subjects": r.choice(kinds),
        "labour_rules": not rarely(r, 0.15),
        "collective_contract": not rarely(r, 0.25),
    }
    if rarely(r, 0.2):
        found["overseas_decides"] = rarely(r, 0.5)
    return found


def compliance(r: Random) -> Case:
    found: Case = {
        "notice_art39": not rarely(r, 0.15),
        "separate_consent": not rarely(r, 0.2),
        "pipia_done": not rarely(r, 0.15),
        "d790_contract_and_records": not rarely(r, 0.15),
    }
    if rarely(r, 0.06):
        found["notice_missing"] = ["recipient_contact"]
    if rarely(r, 0.1):
        found["consent_form"] = r.choice(("separate", "bundled"))
    if rarely(r, 0.06):
        found["guardian_consent"] = rarely(r, 0.5)
    if rarely(r, 0.06):
        found["hgr_filed"] = rarely(r, 0.5)
    return found


def settings(r: Random, facts: Case, as_of: date) -> None:
    """What comes seldom by chance: two parties in the bay area, a laboratory, a certificate that is needed."""
    which = r.random()
    if which < 0.08:
        facts["handler"]["city"] = r.choice(("Shenzhen", "Guangzhou", "Zhuhai", "Shantou"))
        facts["recipient"]["jurisdiction"] = r.choice(("HK", "HK", "MO"))
        facts["mechanism"] = {"type": "gba_sc", **contract(r, as_of)}
    elif which < 0.12:
        facts["handler"]["sector"] = r.choice(("health", "medicine"))
        facts["data"]["human_genetic"], facts["compliance"]["hgr_filed"] = True, rarely(r, 0.5)
    elif which < 0.18:
        facts["mechanism"] = {"type": "certificate", **certificate(r, as_of)}
    if which < 0.18 and not rarely(r, 0.3):
        facts["data"]["ytd_persons"] = {"non_sensitive": r.choice((0, 100_000, 400_000)), "sensitive": 300}


def scenario(r: Random, facts: Case) -> None:
    """Claims, mostly with the facts that carry them."""
    if rarely(r, 0.45):
        return
    claim = r.choice(CLAIMS)
    facts["claims"] = [claim] if not rarely(r, 0.15) else sorted({claim, r.choice(CLAIMS)})
    whole = not rarely(r, 0.3)
    if claim == "hr":
        facts["data"]["hr"] = hr(r)
        if whole:
            facts["flow"]["purpose"], facts["legal_basis"] = "cross_border_hr", "hr"
    elif claim == "contract" and whole:
        facts["legal_basis"], facts["data"]["individual_is_party"] = "contract", True
    elif claim == "emergency" and whole:
        facts["legal_basis"], facts["flow"]["purpose"] = "vital_interest", "emergency_rescue"
    elif claim == "legal_duty" and whole:
        facts["legal_basis"] = "legal_duty"
    elif claim == "transit":
        facts["data"]["foreign_origin_persons"] = r.choice((0, 1, 50_000, 900_000))
        facts["data"]["domestic_pi_introduced"] = rarely(r, 0.4)
        facts["data"]["domestic_important_introduced"] = rarely(r, 0.1)
    elif claim == "automotive_guideline_exemption" and whole:
        facts["handler"]["sector"], facts["data"]["important"] = "automotive", "declared"
        facts["data"]["reported_to"] = r.choice((["MIIT", "SAMR"], ["MIIT", "SAMR"], ["MIIT"]))


def without_people(r: Random, facts: Case) -> None:
    facts["data"]["ytd_persons"] = {"non_sensitive": 0, "sensitive": 0}
    facts["legal_basis"] = None
    facts["claims"] = [claim for claim in facts["claims"] if claim != "hr"]
    if rarely(r, 0.4):
        facts["data"]["anonymised"] = True
    for path in ("under_14", "face", "human_genetic", "hr"):
        facts["data"].pop(path, None)
    facts["compliance"].pop("guardian_consent", None)


def mechanism(r: Random, as_of: date) -> Case:
    kind = r.choice(("none", "scc", "scc", "certificate", "gba_sc", "security_assessment"))
    if kind in {"scc", "gba_sc"}:
        return {"type": kind, **contract(r, as_of)}
    if kind == "certificate":
        return {"type": kind, **certificate(r, as_of)}
    if kind == "security_assessment":
        return {"type": kind, **assessment(r, as_of)}
    return {"type": "none"}


def contract(r: Random, as_of: date) -> Case:
    effective = r.choice((past(r, as_of), near(r, as_of), near(r, working_days_before(as_of, 10))))
    filed = r.choice((near(r, working_days_after(effective, 10)), effective))
    completed = r.choice((near(r, months_after(filed, -3)), past(r, filed)))
    found: Case = {
        "effective": None if rarely(r) else effective.isoformat(),
        "filed": None if rarely(r, 0.1) or filed > as_of else filed.isoformat(),
        "pipia_completed": completed.isoformat(),
    }
    if rarely(r):
        found["text_altered"] = True
    if rarely(r, 0.4):
        found["annex1_third_parties"] = r.choice((["SG"], ["Acme Inc."], ["US", "HK"], []))
    found |= covering(r)
    if rarely(r, 0.15):
        found["changed"] = sorted({r.choice(CHANGES), r.choice(CHANGES)})
        found["redone"] = rarely(r, 0.4)
    return found


def covering(r: Random) -> Case:
    if not rarely(r, 0.15):
        return {}
    return {"covers": ["A", "B"], "recipients": r.choice((["A"], ["A", "B"], ["A", "C"]))}


def certificate(r: Random, as_of: date) -> Case:
    issued = r.choice((past(r, as_of), near(r, years_after(as_of, -3)), near(r, months_after(as_of, -30))))
    renewal = months_after(years_after(issued, 3), -6)
    found: Case = {
        "issued": min(issued, as_of).isoformat(),
        "body_listed": not rarely(r, 0.15),
        "scope_matches": not rarely(r, 0.15),
        "renewal_applied": None if rarely(r, 0.5) or renewal >= as_of else near(r, renewal).isoformat(),
    }
    if rarely(r, 0.25):
        found["holder"] = r.choice(("exporter", "recipient", "recipient"))
    if rarely(r, 0.1):
        found["regime"] = r.choice(("2022-37", "2026"))
    return found | covering(r)


def assessment(r: Random, as_of: date) -> Case:
    found: Case = {"applied": None if rarely(r, 0.15) else past(r, as_of).isoformat()}
    notified = months_after(as_of, -2)
    if rarely(r, 0.3):
        applied = min(as_of, near(r, months_after(notified, r.choice((0, 1, 2)))))
        found["applied"] = applied.isoformat()
    found["result"] = r.choice(("pass", "pass", "pass", "pending", "fail"))
    lines = (years_after(as_of, -3), years_after(as_of, -2), years_after(as_of, -6))
    result = min(as_of, max(day("2022-10-10"), r.choice((past(r, as_of), near(r, r.choice(lines))))))
    if found["result"] != "pending":
        found["result_date"] = result.isoformat()
    if rarely(r, 0.15):
        found["scope"], found["exported"] = ["name"], r.choice((["name"], ["name", "face"], []))
    if rarely(r, 0.15):
        found["changed"] = sorted({r.choice(CHANGES), r.choice(CHANGES)})
    if found["result"] == "pass" and as_of >= day("2024-03-22") and rarely(r, 0.25):
        found["extension"] = extension(r, years_after(result, 3))
    return found


def extension(r: Random, expiry: date) -> Case:
    window = working_days_before(expiry, 60)
    found: Case = {"applied": near(r, r.choice((expiry, window, window + ONE * 20))).isoformat()}
    if rarely(r, 0.5):
        found["growth_pct"] = r.choice((0, 19.9, 20, 20.1, 21))
    if rarely(r, 0.2):
        found["important_growth_pct"] = r.choice((0, 20, 20.5))
    if rarely(r, 0.2):
        found["changed"] = r.choice(([], ["recipient"], ["system"]))
    if rarely(r, 0.2):
        found["incident"] = rarely(r, 0.5)
    if rarely(r, 0.4):
        found["granted"] = rarely(r, 0.6)
    return found


def blur(r: Random, facts: Case) -> None:
    """Some facts go missing, some counts become intervals."""
    if rarely(r, 0.35):
        for path in r.sample(DROPPED, r.choice((1, 1, 2, 3, 6, 12))):
            if path == "data.personal" and not facts["data"]["personal"]:
                continue
            drop(r, facts, path.split("."))
    if rarely(r, 0.12):
        put(facts, r.choice(INTERVALS).split("."), interval(r))


def drop(r: Random, facts: Case, parts: Sequence[str]) -> None:
    inside: Any = facts
    for part in parts[:-1]:
        inside = inside.get(part, {})
    if inside.pop(parts[-1], None) is not None and rarely(r, 0.3):
        inside[parts[-1]] = "unknown" if parts[-1] != "claims" else []


def put(facts: Case, parts: Sequence[str], value: Any) -> None:
    inside: Any = facts
    for part in parts[:-1]:
        inside = inside.setdefault(part, {})
    inside[parts[-1]] = value


def interval(r: Random) -> list[int | None]:
    low, high = sorted(r.sample(sorted({*PEOPLE, *SENSITIVE, 9_999_999, 10_000_000}), 2))
    return [low, None if rarely(r, 0.3) else high]
