from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kuajing.checks.violations import OUTGROWN
from kuajing.messages import keys
from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Covers, Evidence
from kuajing.model.mechanisms import LACKING, LAPSED
from kuajing.model.transfers import Coverage, Judgement
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Duty, Step

Checked = Callable[..., list[str]]
Covered = Callable[..., Coverage]
ENDED = {"date_outside": {"expires": "2026-06-01", "on": "2026-06-15", "start": "2025-06-01"}}
NOT_BEGUN = {"date_outside": {"expires": "?", "on": "2026-06-15", "start": "2026-07-01"}}
GROWN = {"category_outside": {"grown_categories": "pi.finance"}}
OPEN = {"persons_unknown": {"ceiling": "?", "people": "0–10"}}
PROHIBITIONS = frozenset(
    {
        "core_data_export",
        "foreign_authority_disclosure_without_approval",
        "recipient_on_restricted_list",
        "sector_localisation_breach",
        "unnecessary_export",
    }
)
VIOLATIONS = tuple(key.removeprefix("violation.") for key in keys() if key.startswith("violation."))


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_each_violation_of_the_law_is_reported_once_by_one_check(
    violation: str,
    judgement: Callable[..., Judgement],
    analysed: Callable[..., Analysis],
    all_findings: Callable[[Analysis], list[str]],
) -> None:
    route = "prohibited" if violation in PROHIBITIONS else "standard_contract_or_certification"
    lines = all_findings(analysed(judgement(route=route, violations=(violation,))))
    expected = "prohibited-transfer" if violation in PROHIBITIONS else "unmet-duty"
    for ids, check in (
        (LACKING, "missing-mechanism"),
        (LAPSED, "lapsed-approval"),
        (OUTGROWN, "outgrown-approval"),
    ):
        expected = check if violation in ids else expected
    assert [("block", "violation", expected)] == [tuple(line.split()[:3]) for line in lines]


def test_every_named_violation_is_one_that_the_law_knows() -> None:
    assert LACKING | LAPSED | OUTGROWN | PROHIBITIONS <= set(VIOLATIONS)


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_an_undeclared_transfer_is_reported_as_that_alone(
    violation: str,
    judgement: Callable[..., Judgement],
    analysed: Callable[..., Analysis],
    all_findings: Callable[[Analysis], list[str]],
) -> None:
    one = judgement(violations=(violation,), purpose=None, flows=(), unsettled=("legal_basis",))
    assert [("block", "violation", "undeclared-crossing")] == [
        tuple(line.split()[:3]) for line in all_findings(analysed(one))
    ]


def test_data_that_leaves_without_a_flow_is_undeclared(checked: Checked) -> None:
    assert [
        (
            "block violation undeclared-crossing at job.json:4:1: pi.basic.phone goes from crm.user to us.dim (US) and no "
            "declared flow accounts for it; by what is known its route is: standard contract or certification. [LAW-1]"
        )
    ] == checked("undeclared-crossing", purpose=None, flows=())


def test_flows_that_tie_are_told(checked: Checked) -> None:
    assert [
        (
            "block violation undeclared-crossing at job.json:4:1: pi.basic.phone goes from crm.user to us.dim (US), and the "
            "flows f, g account for it equally well, so its purpose is unknown; by what is known its route is: standard "
            "contract or certification. [LAW-1]"
        )
    ] == checked("undeclared-crossing", purpose=None, flows=(), tied=("f", "g"))


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"flows": ()},
        {"purpose": None},
        {"purpose": None, "flows": (), "leaves": Truth.UNKNOWN},
        {"purpose": None, "flows": (), "status": "planned"},
        {"purpose": None, "flows": (), "status": "stopped"},
        {"purpose": None, "flows": (), "categories": (), "labels": ("unknown",)},
        {"purpose": None, "flows": (), "categories": (), "aggregates": ("pi.basic.phone",)},
    ],
    ids=[
        "declared",
        "purpose of a grant",
        "flow",
        "nowhere known",
        "planned",
        "stopped",
        "unnamed columns",
        "figures",
    ],
)
def test_what_is_declared_or_not_known_to_leave_is_not_undeclared(
    checked: Checked, words: dict[str, Any]
) -> None:
    assert [] == checked("undeclared-crossing", **words)


@pytest.mark.parametrize("label", ["important:notified", "important:id.energy.grid"])
def test_important_data_that_leaves_without_a_flow_is_undeclared(checked: Checked, label: str) -> None:
    assert 1 == len(checked("undeclared-crossing", purpose=None, flows=(), categories=(), labels=(label,)))


def test_a_transfer_without_its_mechanism_lacks_it(checked: Checked) -> None:
    assert [
        (
            "block violation missing-mechanism at job.json:4:1: shop/acme/support requires standard contract or "
            "certification, and nothing on record shows that it is in place. [LAW-export_without_scc_or_cert]"
        )
    ] == checked("missing-mechanism", violations=("export_without_scc_or_cert",))


def test_an_approval_that_has_ended_is_lapsed_and_not_missing(checked: Checked, coverage: Covered) -> None:
    words = {"violations": ("export_without_scc_or_cert",), "coverage": (coverage(**ENDED),)}
    assert [] == checked("missing-mechanism", **words)
    assert [
        (
            "block violation lapsed-approval at job.json:4:1: shop/acme/support rests on a, which no longer holds: it ended "
            "on 2026-06-01. [LAW-1]"
        )
    ] == checked("lapsed-approval", **words)


def test_an_approval_that_has_not_begun_is_missing_and_not_lapsed(
    checked: Checked, coverage: Covered
) -> None:
    words = {"violations": ("export_without_scc_or_cert",), "coverage": (coverage(**NOT_BEGUN),)}
    assert [] == checked("lapsed-approval", **words)
    assert 1 == len(checked("missing-mechanism", **words))


def test_an_ended_approval_of_a_kind_that_is_not_open_is_missing(checked: Checked, coverage: Covered) -> None:
    words = {
        "route": "security_assessment",
        "violations": ("export_without_security_assessment",),
        "coverage": (coverage(**ENDED),),
    }
    assert [] == checked("lapsed-approval", **words)
    assert 1 == len(checked("missing-mechanism", **words))


@pytest.mark.parametrize("route", ["exempt", "no_restriction", "not_an_export"])
def test_an_ended_approval_that_is_not_needed_is_no_finding(
    checked: Checked, coverage: Covered, route: str
) -> None:
    assert [] == checked("lapsed-approval", route=route, coverage=(coverage(**ENDED),))
    assert [] == checked("outgrown-approval", route=route, coverage=(coverage(**GROWN),))


def test_what_the_law_says_has_run_out_is_lapsed(checked: Checked, coverage: Covered) -> None:
    words = {
        "route": "security_assessment",
        "violations": ("security_assessment_expired",),
        "coverage": (coverage(),),
    }
    assert [
        (
            "block violation lapsed-approval at job.json:4:1: shop/acme/support rests on a, which no longer holds: the "
            "assessment has run out. [LAW-security_assessment_expired]"
        )
    ] == checked("lapsed-approval", **words)


def test_what_grew_is_named(checked: Checked, coverage: Covered) -> None:
    assert [
        (
            "block violation outgrown-approval at job.json:4:1: shop/acme/support has grown beyond a: categories outside its "
            "scope: pi.finance. [LAW-scc_not_redone_a8]"
        )
    ] == checked("outgrown-approval", violations=("scc_not_redone_a8",), coverage=(coverage(**GROWN),))


def test_what_grew_is_told_by_the_article_on_it_where_the_route_is_open(
    checked: Checked, coverage: Covered
) -> None:
    step = Step("LAW-redo", "violation.scc_not_redone_a8", Truth.YES, ())
    other = Step("LAW-band", "ask.contract_band", Truth.UNKNOWN, ())
    words = {"route": "undetermined", "possible": ("exempt", "standard_contract_or_certification")}
    ceiling = coverage(persons_outside={"ceiling": "30,000", "people": "60,000"})
    assert [
        (
            "block violation outgrown-approval at job.json:4:1: shop/acme/support has grown beyond a: 60,000 people, over "
            "its ceiling of 30,000. [LAW-redo]"
        )
    ] == checked("outgrown-approval", coverage=(ceiling,), reasoning=(other, step), **words)


def test_a_planned_transfer_beyond_its_contract_says_what_lies_beyond(
    checked: Checked, coverage: Covered
) -> None:
    ceiling = coverage(persons_outside={"ceiling": "30,000", "people": "60,000"})
    assert [
        (
            "warn notice planned-without-mechanism at job.json:4:1: shop/acme/support is planned and will require standard "
            "contract or certification; a does not reach as far: 60,000 people, over its ceiling of 30,000. [LAW-1]"
        )
    ] == checked("planned-without-mechanism", status="planned", coverage=(ceiling,))


def test_what_grew_is_told_where_only_the_comparison_shows_it(checked: Checked, coverage: Covered) -> None:
    assert 1 == len(checked("outgrown-approval", coverage=(coverage(**GROWN),)))


@pytest.mark.parametrize(
    ("words", "mechanism"),
    [
        ({"status": "planned"}, "standard_contract"),
        ({"route": "exempt"}, "standard_contract"),
        ({"route": "security_assessment"}, "standard_contract"),
    ],
    ids=["planned", "not needed", "not open to it"],
)
def test_what_grew_beyond_an_approval_that_is_not_relied_on_is_no_finding(
    checked: Checked, coverage: Covered, words: dict[str, Any], mechanism: str
) -> None:
    assert [] == checked("outgrown-approval", mechanism=mechanism, coverage=(coverage(**GROWN),), **words)


def test_what_grew_is_told_where_the_approval_may_be_needed(checked: Checked, coverage: Covered) -> None:
    words = {"route": "undetermined", "possible": ("exempt", "standard_contract_or_certification")}
    assert 1 == len(checked("outgrown-approval", coverage=(coverage(**GROWN),), **words))


def test_what_grew_beyond_an_approval_that_is_over_is_not_told_beside_its_end(
    checked: Checked, coverage: Covered
) -> None:
    assert [] == checked("outgrown-approval", coverage=(coverage(**ENDED, **GROWN),))


def test_an_approval_within_which_everything_lies_is_no_finding(checked: Checked, coverage: Covered) -> None:
    assert [] == checked("outgrown-approval", coverage=(coverage(**OPEN),))


def test_a_duty_that_is_not_met_is_named(checked: Checked) -> None:
    assert [
        (
            "block violation unmet-duty at job.json:4:1: shop/acme/support: people were not told about the export. "
            "[LAW-no_notice_art39]"
        )
    ] == checked("unmet-duty", route="exempt", violations=("no_notice_art39",))


@pytest.mark.parametrize(
    ("given", "status", "late"),
    [
        (date(2026, 3, 2), "live", True),
        (date(2026, 3, 1), "live", False),
        (date(2026, 6, 16), "live", False),
        (date(2026, 3, 2), "planned", False),
    ],
    ids=["the day after", "the same day", "still to come", "planned"],
)
@pytest.mark.parametrize(
    ("duty", "evidence", "name"),
    [
        ("notice_art39", "notice_art39", "tell people about the export"),
        ("separate_consent_art39", "separate_consent", "separate consent to the export"),
    ],
)
def test_a_notice_or_consent_after_the_data_began_to_flow_is_late(
    analysed: Callable[..., Analysis],
    judgement: Callable[..., Any],
    all_findings: Callable[[Analysis], list[str]],
    given: date,
    status: str,
    late: bool,  # noqa: FBT001  a label
    duty: str,
    evidence: str,
    name: str,
) -> None:
    one = judgement(route="exempt", status=status)
    due = Duty(duty, Truth.YES, ("LAW-2",))
    one = replace(one, verdict=replace(one.verdict, duties=(due,)))
    made = analysed(one)
    compliance = ((evidence, Evidence(Truth.YES, on=given)),)
    flow = replace(made.declaration.flows[0], since=date(2026, 3, 1), compliance=compliance)
    expected = (
        "block violation unmet-duty at job.json:4:1: shop/acme/support: dated 2026-03-02, after the data began to flow "
        f"on 2026-03-01: {name}. [LAW-2]"
    )
    found = all_findings(replace(made, declaration=replace(made.declaration, flows=(flow,))))
    assert ([expected] if late else []) == [line for line in found if "unmet-duty" in line]


@pytest.mark.parametrize(
    ("met", "lasting", "found"),
    [
        (Truth.NO, True, ["block violation unmet-duty"]),
        (Truth.UNKNOWN, True, []),
        (Truth.YES, True, []),
        (Truth.NO, False, []),  # its violation is what is told
    ],
)
def test_a_lasting_duty_that_is_declared_undone_is_told(
    met: Truth,
    lasting: bool,  # noqa: FBT001  a label
    found: list[str],
    judgement: Callable[..., Judgement],
    analysed: Callable[..., Analysis],
    all_findings: Callable[[Analysis], list[str]],
) -> None:
    before = judgement(route="exempt")
    duty = Duty("child_rules_art31", met, ("PIPL-2021-A31",), lasting=lasting)
    judged = replace(before, verdict=replace(before.verdict, duties=(duty,)))
    lines = all_findings(analysed(judged))
    assert found == [" ".join(line.split()[:3]) for line in lines]


def test_duties_that_are_met_are_no_finding(checked: Checked) -> None:
    assert [] == checked("unmet-duty")


def test_a_prohibited_transfer_says_why(checked: Checked) -> None:
    assert [
        (
            "block violation prohibited-transfer at job.json:4:1: shop/acme/support is a transfer that no mechanism opens: "
            "core data leaves the mainland. [LAW-1]"
        )
    ] == checked("prohibited-transfer", route="prohibited", violations=("core_data_export",))


@pytest.mark.parametrize("words", [{}, {"route": "prohibited", "status": "planned"}], ids=["open", "planned"])
def test_a_transfer_that_is_open_or_only_planned_is_not_prohibited(
    checked: Checked, words: dict[str, Any]
) -> None:
    assert [] == checked("prohibited-transfer", **words)


@pytest.mark.parametrize("route", ["prohibited", "security_assessment", "undetermined", "exempt"])
@pytest.mark.parametrize("flows", [(), ("f",)])
def test_a_planned_transfer_never_blocks(
    route: str,
    flows: tuple[str, ...],
    judgement: Callable[..., Judgement],
    analysed: Callable[..., Analysis],
    all_findings: Callable[[Analysis], list[str]],
    coverage: Covered,
) -> None:
    planned = judgement(
        route=route,
        status="planned",
        flows=flows,
        purpose="support" if flows else None,
        coverage=(coverage(**ENDED, **GROWN),),
        unsettled=("legal_basis",),
    )
    assert [] == [line for line in all_findings(analysed(planned)) if line.startswith("block")]


def test_a_planned_transfer_is_told_what_it_will_need(checked: Checked, coverage: Covered) -> None:
    assert [
        (
            "warn notice planned-without-mechanism at job.json:4:1: shop/acme/support is planned and will require standard "
            "contract or certification; no approval on record covers it. [LAW-1]"
        )
    ] == checked("planned-without-mechanism", status="planned", coverage=(coverage(**OPEN),))


def test_a_planned_transfer_that_no_mechanism_will_open_is_told_so(checked: Checked) -> None:
    assert [
        (
            "warn notice planned-without-mechanism at job.json:4:1: shop/acme/support is planned, and no mechanism will open "
            "it. [LAW-1]"
        )
    ] == checked("planned-without-mechanism", status="planned", route="prohibited")


def test_a_planned_grant_without_a_purpose_is_told_so(checked: Checked) -> None:
    assert [
        (
            "warn notice planned-without-mechanism at job.json:4:1: pi.basic.phone is to go from crm.user to us.dim (US), and "
            "no declared purpose accounts for it. [LAW-1]"
        )
    ] == checked("planned-without-mechanism", status="planned", purpose=None, flows=())


@pytest.mark.parametrize(
    "words",
    [{}, {"status": "planned", "route": "exempt"}, {"status": "stopped"}],
    ids=["live", "exempt", "stopped"],
)
def test_nothing_is_told_of_plans_that_need_none(checked: Checked, words: dict[str, Any]) -> None:
    assert [] == checked("planned-without-mechanism", **words)


def test_a_planned_transfer_that_is_covered_needs_no_word(checked: Checked, coverage: Covered) -> None:
    assert [] == checked("planned-without-mechanism", status="planned", coverage=(coverage(),))


@pytest.mark.parametrize(
    ("purposes", "expected"),
    [
        (("marketing",), "a is on record for the same parties, but it covers other purposes (marketing)."),
        (("support",), "nothing on record shows that it is in place."),
        (None, "nothing on record shows that it is in place."),
    ],
    ids=["another purpose", "this purpose", "purposes unknown"],
)
def test_an_approval_for_another_purpose_is_named(
    judgement: Callable[..., Judgement],
    analysed: Callable[..., Analysis],
    all_findings: Callable[[Analysis], list[str]],
    purposes: tuple[str, ...] | None,
    expected: str,
) -> None:
    one = analysed(judgement(violations=("export_without_scc_or_cert",)))
    covers = Covers("shop", ("acme",), purposes, None, None, None)
    approval = replace(one.declaration.approvals[0], covers=covers)
    lines = all_findings(replace(one, declaration=replace(one.declaration, approvals=(approval,))))
    assert [True] == [expected in line for line in lines if " missing-mechanism " in line]
