"""What is unknown is tried over all its values: compared with plain enumeration on random cases."""

from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.law import assess, load_book
from kuajing.model.cases import Case, FactValue
from kuajing.model.interval import Interval
from kuajing.model.verdicts import Verdict

Facts = dict[str, FactValue]
BOOK = load_book()
DAYS = (date(2023, 7, 3), date(2024, 3, 22), date(2025, 6, 30), date(2026, 11, 2))
LINES = (0, 1, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000)
TRIED: dict[str, tuple[FactValue, ...]] = {
    "handler.base": ("mainland", "overseas"),
    "handler.pipl_a3_2": (True, False),
    "handler.ciio": (True, False),
    "handler.state_organ": (True, False),
    "handler.ftz_list_position": (
        "none",
        "no_list",
        "sector_not_covered",
        "outside_list",
        "outside_other_zone_list",
        "in_list_scc",
        "in_list_assessment",
    ),
    "recipient.jurisdiction": ("CN", "HK", "MO", "elsewhere"),
    "flow.mode": ("transfer", "remote_access", "direct_collection", "overseas_storage", "inbound", "none"),
    "data.personal": (True, False),
    "data.important": ("none", "declared"),
    "data.ytd_persons.non_sensitive": LINES,
    "data.ytd_persons.sensitive": LINES,
    "data.since_prev_jan1.total": LINES,
    "data.since_prev_jan1.sensitive": LINES,
    "handler.pi_handled_total": LINES,
    "data.domestic_pi_introduced": (True, False),
    "data.domestic_important_introduced": (True, False),
    "data.hr.subjects": ("employees", "applicants", "dependants", "contractors", "former_employees"),
    "data.hr.labour_rules": (True, False),
    "data.hr.collective_contract": (True, False),
}
GIVEN: dict[str, tuple[FactValue, ...]] = {
    "handler.ftz": ("none", "Beijing", "Shanghai"),
    "handler.city": ("Zhuhai", "Nanjing"),
    "handler.sector": ("none", "automotive", "ride_hailing"),
    "recipient.role": ("independent_handler", "foreign_authority"),
    "flow.purpose": ("warranty", "cross_border_hr", "international_trade", "recruitment"),
    "flow.status": ("planned", "live"),
    "flow.necessary": (True,),
    "legal_basis": ("consent", "hr"),
    "claims": ((), ("hr", "transit"), ("transit",)),
    "data.foreign_origin_persons": (0, 7),
    "data.authority_approval": (True, False),
    "mechanism.type": ("none", "scc", "gba_sc"),
    "compliance.notice_art39": (True, False),
}


@st.composite
def whole_cases(draw: st.DrawFn) -> tuple[date, Facts]:
    """A day and facts that leave nothing a route needs unsaid."""
    facts: Facts = {path: draw(st.sampled_from(values)) for path, values in (TRIED | GIVEN).items()}
    return draw(st.sampled_from(DAYS)), facts


def judged(on: date, facts: Facts) -> Verdict:
    return assess(Case("x", on, tuple(sorted(facts.items()))), BOOK)


def routes(verdict: Verdict) -> set[str]:
    return set(verdict.possible) or {verdict.route}


@settings(max_examples=30, deadline=None)
@given(whole_cases(), st.lists(st.sampled_from(sorted(TRIED)), unique=True, min_size=1, max_size=2))
def test_the_routes_still_possible_are_those_of_every_value(
    case: tuple[date, Facts], unsaid: list[str]
) -> None:
    on, facts = case
    partial = {path: value for path, value in facts.items() if path not in unsaid}
    got = judged(on, partial)
    runs = {
        values: judged(on, {**partial, **dict(zip(unsaid, values, strict=True))})
        for values in product(*(TRIED[path] for path in unsaid))
    }
    assert {run.route for run in runs.values()} == routes(got)
    common = set.intersection(*({duty.id for duty in run.duties} for run in runs.values()))
    assert {duty.id for duty in got.duties} <= common
    given_always = set.intersection(*({breach.id for breach in run.violations} for run in runs.values()))
    assert {breach.id for breach in got.violations} <= given_always
    if got.route == "undetermined":
        matter = {
            unsaid[place]
            for place in range(len(unsaid))
            for one, other in product(runs, repeat=2)
            if one[:place] == other[:place] and one[place + 1 :] == other[place + 1 :]
            if runs[one].route != runs[other].route
        }
        # How many people are held decides duties alone since the old counter ended: it is named beside the rest.
        of_duties = {"handler.pi_handled_total"} if on >= date(2024, 3, 22) else set()
        assert matter == (set(got.unsettled) & set(unsaid)) - of_duties


@settings(max_examples=80, deadline=None)
@given(whole_cases(), st.sets(st.sampled_from(sorted(TRIED)), max_size=8), st.data())
def test_knowing_more_narrows_what_is_possible(
    case: tuple[date, Facts], unsaid: set[str], data: st.DataObject
) -> None:
    on, facts = case
    told = data.draw(st.sampled_from(sorted(facts)))
    more = {path: value for path, value in facts.items() if path not in unsaid or path == told}
    less = {path: value for path, value in facts.items() if path not in unsaid}
    assert routes(judged(on, more)) <= routes(judged(on, less))


@settings(max_examples=80, deadline=None)
@given(whole_cases(), st.integers(0, 1_200_000), st.integers(0, 1_200_000), st.sampled_from(sorted(TRIED)))
def test_a_narrower_count_narrows_what_is_possible(
    case: tuple[date, Facts], low: int, extra: int, unsaid: str
) -> None:
    on, facts = case
    path = "data.ytd_persons.non_sensitive"
    wide = {key: value for key, value in facts.items() if key != unsaid} | {path: Interval(low, low + extra)}
    narrow = wide | {path: Interval(low + extra // 3, low + extra // 2)}
    assert routes(judged(on, narrow)) <= routes(judged(on, wide))


def test_a_case_of_which_nothing_is_known_is_answered() -> None:
    for on in DAYS:
        verdict = judged(on, {"claims": ("contract", "hr", "emergency", "legal_duty", "transit")})
        assert "undetermined" == verdict.route
        assert {"handler.ciio", "data.personal", "flow.mode"} <= set(verdict.unsettled)
