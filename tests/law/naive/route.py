"""Section 3 of the contract, step by step, for facts that are all known when they are asked."""

from typing import NamedTuple

from tests.law.naive.days import day
from tests.law.naive.facts import CBDF, TOTAL, Facts, N, S

FOREIGN_REQUESTS = {
    "foreign_judicial_request",
    "foreign_regulatory_request",
    "foreign_enforcement_request",
}
CONTRACT_PURPOSES = {
    *("cross_border_shopping", "cross_border_payment", "hotel_booking_overseas", "visa_processing"),
    *("examination", "cross_border_parcel", "cross_border_remittance", "account_opening", "flight_booking"),
}
NO_CONTRACT_PURPOSES = {"hotel_booking_domestic", "b2b_contacts", "marketing_analytics"}
ARTICLE_3_PURPOSES = {
    *("international_trade", "cross_border_manufacturing", "academic_cooperation"),
    *("cross_border_transport", "cross_border_marketing", "marketing_analytics"),
}
FIRST_LIST = {
    "Tianjin": "2024-05-09",
    "Beijing": "2024-08-30",
    "Shanghai": "2025-02-08",
    "Hainan": "2025-02-20",
    "Zhejiang": "2025-04-10",
    "Fujian": "2025-12-25",
    "Shanghai-citywide": "2026-04-24",
    "Guangdong": "2026-05-15",
}


class Decision(NamedTuple):
    route: str
    exemption: str | None
    step: str
    behind: "Decision | None" = None

    @property
    def ordinary(self) -> "Decision":
        """The decision that duties and violations follow where an authority has approved."""
        return self.behind or self

    @property
    def export(self) -> bool:
        return self.route not in {"not_an_export", "prohibited"}

    @property
    def by_counters(self) -> bool:
        return self.ordinary.step == "12"


def decide(f: Facts) -> Decision:
    if not is_export(f):
        return Decision("not_an_export", None, "1")
    asked = f.purpose in FOREIGN_REQUESTS
    asked = asked or f.default("recipient.role", "independent_handler") == "foreign_authority"
    if not asked:
        return from_step_3(f)
    if not f.default("data.authority_approval", False):
        return Decision("prohibited", None, "2")
    rest = from_step_3(f)
    if rest.route == "prohibited":
        return rest
    return Decision("authority_approval", None, "2", rest)


def is_export(f: Facts) -> bool:
    mode = f.ask("flow.mode")
    if mode in {"onshore_access", "domestic_replication", "inbound", "none"}:
        return False
    if mode == "remote_access" and f.opened_in_the_mainland:
        return False
    if mode in {"transfer", "log_shipping"} and f.ask("recipient.jurisdiction") == "CN":
        return False
    return not (f.overseas and not f.analyses_mainland_people)


def from_step_3(f: Facts) -> Decision:
    if f.default("recipient.on_restricted_list", False):
        return Decision("prohibited", None, "3")
    if f.ask("data.important") == "core":
        return Decision("prohibited", None, "4")
    if sector_keeps_it_here(f):
        return Decision("prohibited", None, "5 sector")
    if f.personal and f.known_unnecessary:
        return Decision("prohibited", None, "5 unnecessary")
    if f.as_of < CBDF:
        return before_2024(f)
    return from_step_6(f)


def sector_keeps_it_here(f: Facts) -> bool:
    usual = f.purpose not in {"cross_border_hr", "recruitment"}
    if not f.default("data.regulated_activity", usual):
        return False
    if f.sector == "ride_hailing":
        return True
    if f.sector in {"internet_map", "credit_bureau"}:
        return f.ask("flow.mode") in {"overseas_storage", "overseas_processing"}
    return False


def from_step_6(f: Facts) -> Decision:
    if f.declared:
        if guideline_exempts(f):
            return Decision("exempt", "AUTOG-2026", "6")
        return Decision("security_assessment", None, "6 declared")
    if automotive_line(f):
        return Decision("security_assessment", None, "6 automotive")
    if not f.personal:
        return Decision("no_restriction", "CBDF-2024-A3" if f.purpose in ARTICLE_3_PURPOSES else None, "7")
    if f.state_organ:
        return Decision("security_assessment", None, "8")
    exemption = open_exemption(f)
    if exemption:
        return Decision("exempt", exemption, "9")
    if f.ciio:
        return Decision("security_assessment", None, "10")
    if list_applies(f) and f.list_position == "in_list_assessment":
        return Decision("security_assessment", None, "11")
    if list_applies(f) and f.list_position == "in_list_scc":
        return contract_band(f, "11")
    return counters(f)


def guideline_exempts(f: Facts) -> bool:
    return (
        "automotive_guideline_exemption" in f.claims
        and f.sector == "automotive"
        and {"MIIT", "SAMR"} <= set(f.default("data.reported_to", []))
        and f.as_of >= day("2026-02-03")
    )


def automotive_line(f: Facts) -> bool:
    # Section 1 of the fact base: *personal information* of more than 100,000 subjects.
    return f.sector == "automotive" and f.personal and f.ask(N) > 100_000


def open_exemption(f: Facts) -> str | None:
    """The exemptions of step 9, the first that holds."""
    if "transit" in f.claims and transit_holds(f):
        return "CBDF-2024-A4"
    if "contract" in f.claims and contract_holds(f):
        return "CBDF-2024-A5.1.1"
    if "hr" in f.claims and hr_holds(f):
        return "CBDF-2024-A5.1.2"
    if "emergency" in f.claims and emergency_holds(f):
        return "CBDF-2024-A5.1.3"
    if "legal_duty" in f.claims and legal_duty_holds(f):
        return "D790-2024-A35.1.6"
    if list_applies(f) and f.list_position in {"outside_list", "outside_other_zone_list"}:
        return "CBDF-2024-A6"
    return None


def transit_holds(f: Facts) -> bool:
    if not f.default("data.foreign_origin_persons", 0) > 0:
        return False
    return not (f.ask("data.domestic_pi_introduced") or f.ask("data.domestic_important_introduced"))


def contract_holds(f: Facts) -> bool:
    if f.purpose in NO_CONTRACT_PURPOSES:
        return False
    carried = f.purpose in CONTRACT_PURPOSES
    if not carried and f.default("data.individual_is_party", False):
        carried = f.ask("legal_basis") == "contract"
    return carried and f.necessary


def hr_holds(f: Facts) -> bool:
    if f.purpose == "recruitment":
        return False
    carried = f.purpose == "cross_border_hr" or f.ask("legal_basis") == "hr"
    return (
        carried
        and f.ask("data.hr.subjects") == "employees"
        and bool(f.ask("data.hr.labour_rules"))
        and bool(f.ask("data.hr.collective_contract"))
        and f.necessary
    )


def emergency_holds(f: Facts) -> bool:
    if f.purpose == "telemedicine":
        return False
    carried = f.purpose == "emergency_rescue" or f.ask("legal_basis") == "vital_interest"
    return carried and f.necessary


def legal_duty_holds(f: Facts) -> bool:
    return f.as_of >= day("2025-01-01") and f.ask("legal_basis") == "legal_duty" and f.necessary


def list_applies(f: Facts) -> bool:
    zone = f.default("handler.ftz", "none")
    if zone == "none":
        return False
    if zone in FIRST_LIST and f.as_of < day(FIRST_LIST[zone]):
        return False
    return not (zone in {"Shanghai", "Shanghai-citywide"} and f.ciio)


def counters(f: Facts) -> Decision:
    if f.ask(N) >= 1_000_000 or f.ask(S) >= 10_000:
        return Decision("security_assessment", None, "12")
    if f.ask(N) >= 100_000 or f.ask(S) >= 1:
        return contract_band(f, "12")
    return Decision("exempt", "CBDF-2024-A5.1.4", "12")


def contract_band(f: Facts, step: str) -> Decision:
    if f.mechanism == "gba_sc" and f.gba_parties:
        return Decision("gba_standard_contract", None, step)
    return Decision("standard_contract_or_certification", None, step)


def before_2024(f: Facts) -> Decision:
    """Step 14. Every count of the old rule is a count of people, so it asks for personal information."""
    if f.declared:
        return Decision("security_assessment", None, "14 declared")
    if not f.personal:
        return Decision("no_restriction", None, "14")
    if f.ciio:
        return Decision("security_assessment", None, "14 ciio")
    if f.state_organ:
        return Decision("security_assessment", None, "14 state organ")
    if f.ask(TOTAL) >= 1_000_000:
        return Decision("security_assessment", None, "14 handled")
    if f.ask("data.since_prev_jan1.total") >= 100_000:
        return Decision("security_assessment", None, "14 counter")
    if f.ask("data.since_prev_jan1.sensitive") >= 10_000:
        return Decision("security_assessment", None, "14 counter")
    return contract_band(f, "14")
