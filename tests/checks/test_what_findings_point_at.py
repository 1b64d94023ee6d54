"""A finding points at the line that carries what it is about, and tells that way first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from kuajing.checks import CHECKS
from kuajing.model.analysis import Analysis
from kuajing.model.cases import Case
from kuajing.model.crossings import Crossing, CrossingKind, LabelTrail
from kuajing.model.findings import Finding
from kuajing.model.labels import Label, Origin
from kuajing.model.transfers import Coverage, Judgement
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step
from kuajing.source.location import Location

Judged = Callable[..., Judgement]
Analysed = Callable[..., Analysis]
Covered = Callable[..., Coverage]
ON = date(2026, 6, 15)


def found(name: str, analysis: Analysis) -> Finding:
    """The one finding of a check."""
    (finding,) = next(check for check in CHECKS if check.name == name).run(analysis)
    return finding


def carrying(judgement: Judgement, *labels: tuple[str, Origin, int], **facts: Any) -> Judgement:  # noqa: ANN401  values of facts
    """The transfer with one column for each label, each on its own line, and these facts."""
    first = judgement.transfer.crossings[0]
    (hop,) = first.trails[0].hops
    trails = []
    for category, origin, line in labels:
        column = hop.source.dataset.column(f"c{line}")
        step = replace(hop, source=column, location=Location("job.json", line))
        trails.append(LabelTrail(Label(category, origin), column, (step,), hop.target))
    crossing = replace(first, trails=tuple(trails), location=Location("job.json", 1))
    case = Case(
        judgement.transfer.id, ON, tuple((path.replace("__", "."), value) for path, value in facts.items())
    )
    return replace(judgement, transfer=replace(judgement.transfer, crossings=(crossing,), case=case))


PHONE = ("pi.basic.phone", Origin.MAINLAND, 4)
INCOME = ("pi.finance.income", Origin.MAINLAND, 7)
GUEST = ("pi.basic.name", Origin.ABROAD, 3)


def test_what_grew_is_pointed_at_and_told_first(
    judgement: Judged, analysed: Analysed, coverage: Covered
) -> None:
    grown = {"category_outside": {"grown_categories": "pi.finance.income, pi.finance.loan"}}
    one = judgement(violations=("scc_not_redone_a8",), coverage=(coverage(**grown),))
    finding = found("outgrown-approval", analysed(carrying(one, PHONE, INCOME)))
    assert [trail.label.category for trail in finding.trails] == ["pi.finance.income"]
    assert finding.location == Location("job.json", 7)
    assert Location("job.json", 1) in finding.related


def test_without_a_category_that_grew_the_opened_exit_is_pointed_at(
    judgement: Judged, analysed: Analysed, coverage: Covered
) -> None:
    grown = {"persons_outside": {"people": "900", "ceiling": "500"}}
    one = judgement(violations=("scc_not_redone_a8",), coverage=(coverage(**grown),))
    finding = found("outgrown-approval", analysed(carrying(one, PHONE, INCOME)))
    assert [trail.label.category for trail in finding.trails] == ["pi.basic.phone"]
    assert finding.location == Location("job.json", 1)


def test_where_transit_is_claimed_what_was_joined_in_is_pointed_at(
    judgement: Judged, analysed: Analysed
) -> None:
    one = judgement(violations=("export_without_scc_or_cert",))
    claiming = carrying(one, GUEST, PHONE, claims=("transit",))
    finding = found("missing-mechanism", analysed(claiming))
    assert (finding.trails[0].label.origin, finding.location) == (Origin.MAINLAND, Location("job.json", 4))
    without = found("missing-mechanism", analysed(carrying(one, GUEST, PHONE)))
    assert (without.trails[0].label.origin, without.location) == (Origin.ABROAD, Location("job.json", 1))


def test_what_grew_in_an_access_is_pointed_at_where_it_is_granted(
    judgement: Judged, analysed: Analysed, coverage: Covered
) -> None:
    grown = {"category_outside": {"grown_categories": "pi.finance.income"}}
    one = carrying(judgement(violations=("scc_not_redone_a8",), coverage=(coverage(**grown),)), INCOME)
    crossing: Crossing = replace(one.transfer.crossings[0], target=None, kind=CrossingKind.ACCESSED)
    opened = replace(one, transfer=replace(one.transfer, crossings=(crossing,)))
    assert found("outgrown-approval", analysed(opened)).location == Location("job.json", 1)


def test_an_incomplete_notice_names_what_it_lacks(judgement: Judged, analysed: Analysed) -> None:
    one = judgement(violations=("notice_incomplete_art39",))
    lacking = carrying(one, PHONE, compliance__notice_missing=("recipient_contact", "rights_procedure"))
    finding = found("unmet-duty", analysed(lacking))
    assert finding.message == "finding.incomplete_duty"
    assert dict(finding.values)["missing"] == "recipient_contact, rights_procedure"
    assert found("unmet-duty", analysed(carrying(one, PHONE))).message == "finding.unmet_duty"


def test_an_open_route_cites_the_articles_of_the_routes_it_may_be(
    judgement: Judged, analysed: Analysed
) -> None:
    one = judgement(
        route="undetermined",
        possible=("exempt", "standard_contract_or_certification"),
        unsettled=("data.ytd_persons.non_sensitive",),
    )
    steps = (
        Step("LAW-no", "ask.ciio", Truth.NO, ()),
        Step("LAW-band", "ask.counters_contract", Truth.UNKNOWN, ()),
        Step("LAW-few", "ask.de_minimis", Truth.YES, ()),
        Step("LAW-duty", "duty.notice_art39", Truth.YES, ()),
    )
    asked = replace(one, verdict=replace(one.verdict, reasoning=steps))
    assert found("undetermined-threshold", analysed(asked)).citations == ("LAW-band", "LAW-few", "LAW-1")
