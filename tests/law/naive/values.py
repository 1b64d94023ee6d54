"""Every value that an unknown fact may take; for counts and dates those beside every line that is drawn."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.law.naive.days import ONE, day, months_after, working_days_before, years_after
from tests.law.naive.facts import COUNTS, EARLY, Facts, N, S

WORDS: dict[str, tuple[Any, ...]] = {
    "handler.base": ("mainland", "overseas"),
    "handler.ftz_list_position": (
        *("none", "no_list", "sector_not_covered", "outside_list"),
        *("outside_other_zone_list", "in_list_scc", "in_list_assessment"),
    ),
    "recipient.jurisdiction": ("CN", "HK", "MO", "US"),
    "flow.mode": (
        *("transfer", "remote_access", "direct_collection", "overseas_storage", "overseas_processing"),
        *("log_shipping", "onshore_access", "domestic_replication", "inbound", "none"),
    ),
    "flow.status": ("planned", "live"),
    "data.important": ("none", "declared"),
    "data.hr.subjects": ("employees", "applicants", "dependants", "contractors", "former_employees"),
    "legal_basis": (
        *("consent", "contract", "hr", "legal_duty", "vital_interest"),
        *("public_interest_news", "lawfully_public", "other_law"),
    ),
}
NULLABLE = {
    *("handler.pipo_filed", "mechanism.effective", "mechanism.filed"),
    *("mechanism.renewal_applied", "mechanism.applied"),
}
DATES = {
    *("handler.pipo_threshold_reached", "flow.started", "mechanism.pipia_completed"),
    *("mechanism.issued", "mechanism.result_date", *NULLABLE),
}
CLASS_V = frozenset(
    {
        *("handler.representative_in_china", "handler.pi_handled_total", "flow.status", "data.human_genetic"),
        *("legal_basis", "compliance.notice_art39", "compliance.separate_consent"),
        *("compliance.guardian_consent", "compliance.pipia_done", "compliance.d790_contract_and_records"),
        *(
            "compliance.hgr_filed",
            "mechanism.annex1_third_parties",
            "recipient.onward_to",
            "mechanism.body_listed",
        ),
        *("mechanism.scope_matches", *DATES),
    }
)
LINES = {0, 1, 10_000, 100_000, 100_001, 1_000_000, 10_000_000}


def values_of(path: str, f: Facts) -> tuple[Any, ...]:
    if path in WORDS:
        return WORDS[path]
    if path in COUNTS:
        return tuple(counts(path, f))
    if path in DATES:
        return (*((None,) if path in NULLABLE else ()), *days(f))
    if path == "recipient.onward_to":
        return ([], ["US"])
    if path == "mechanism.annex1_third_parties":
        return ([], list(f.default("recipient.onward_to", [])))
    return (True, False)


def counts(path: str, f: Facts) -> list[int]:
    low, high = f.range_of(path)
    top = high if high is not None else max(low, 20_000_000)
    shifts = {0}
    if path in (N, S):
        shifts |= {
            -f.default("data.foreign_origin_persons", 0),
            f.default("data.deleted_after_export", 0),
            f.default("data.persons_in_both", 0),
        }
    near = {line + shift + step for line in LINES for shift in shifts for step in (-1, 0, 1)}
    return sorted({low, top} | {number for number in near if low <= number <= top})


def days(f: Facts) -> list[date]:
    """Days up to the day asked about, beside each day that anything on record is compared with."""
    known = {f.as_of, day("2022-09-01"), day("2023-06-01"), EARLY, *known_days(f)}
    near = set()
    for when in known:
        for line in (when, months_after(when, -2), months_after(when, 2), months_after(when, -3)):
            near |= {line - ONE, line, line + ONE}
        for years in (-3, -2):
            near |= {years_after(when, years) - ONE, years_after(when, years)}
        near |= {months_after(when, -30) - ONE, months_after(when, -30), months_after(when, 30) + ONE}
        for number in (10, 30):
            near |= {working_days_before(when, number) - ONE, working_days_before(when, number)}
    return sorted(when for when in near if when <= f.as_of)


def known_days(f: Facts) -> Iterator[date]:
    for path in (*DATES, "data.important_notified_on"):
        found = f.stated(path)
        if f.has(path) and found is not None:
            yield day(str(found))
