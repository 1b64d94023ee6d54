"""One transfer with its verdict, and what the checks say of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kuajing.checks import CHECKS, findings
from kuajing.messages import message
from kuajing.model.analysis import Analysis
from kuajing.model.cases import Case
from kuajing.model.crossings import Crossing, CrossingKind, Hop, LabelTrail
from kuajing.model.declaration import Approval, Covers, Declaration, DeclaredFlow
from kuajing.model.estate import Estate, Labelling, System
from kuajing.model.facts import Basis, Transform
from kuajing.model.findings import Finding
from kuajing.model.interval import Interval
from kuajing.model.labels import Form, Label, Origin, Placement
from kuajing.model.names import DatasetName
from kuajing.model.transfers import Coverage, Judgement, Shortfall, Transfer
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step, Verdict, Violation
from kuajing.source.location import Location

ON = date(2026, 6, 15)
USER, DIM = DatasetName("crm", ("user",)), DatasetName("us", ("dim",))
FLOW = DeclaredFlow("f", Location("flows.yaml", 9), "crm.user", "us.dim", purpose="support")

Checked = Callable[..., list[str]]


def crossing(*categories: str, leaves: Truth = Truth.YES) -> Crossing:
    """One place where these categories leave; `figure:` before one means that only figures do."""
    hop = Hop(
        USER.column("a"),
        DIM.column("a"),
        Location("job.json", 4),
        "datax",
        Transform.IDENTITY,
        (),
        certain=True,
        basis=Basis.OBSERVED,
    )
    trails = []
    for category in categories:
        form = Form.AGGREGATE if category.startswith("figure:") else Form.PLAIN
        label = Label(category.removeprefix("figure:"), Origin.MAINLAND, form)
        trails.append(LabelTrail(label, hop.source, (hop,), hop.target))
    ends = (USER, DIM, "crm", "us")
    return Crossing(CrossingKind.SENT, *ends, leaves, tuple(trails), (), hop.location, (hop.source,))


def judged(
    *,
    route: str = "standard_contract_or_certification",
    possible: tuple[str, ...] = (),
    violations: tuple[str, ...] = (),
    unsettled: tuple[str, ...] = (),
    coverage: tuple[Coverage, ...] = (),
    count_contradicted: bool = False,
    reasoning: tuple[Step, ...] = (),
    **transfer: Any,  # noqa: ANN401  the words of a transfer
) -> Judgement:
    """A live declared transfer of phone numbers, changed as the words say."""
    said = {"leaves": Truth.YES, "purpose": "support", "status": "live", "flows": ("f",), **transfer}
    categories = said.pop("categories", ("pi.basic.phone",))
    figures = said.pop("aggregates", ())
    labels = said.pop("labels", (*categories, *(f"figure:{one}" for one in figures)))
    made = Transfer(
        id="shop/acme/support",
        handler="shop",
        recipient="acme",
        jurisdiction="US",
        mode="transfer",
        crossings=(crossing(*labels, leaves=said["leaves"]),) if labels else (),
        declared_only=not labels,
        categories=categories,
        sensitive_categories=said.pop("sensitive_categories", ()),
        aggregates=figures,
        onward=(),
        ordinary=Interval(0, 10),
        sensitive=Interval(0, 0),
        counted=True,
        case=Case("shop/acme/support", ON, (("data.ytd_persons.non_sensitive", Interval(0, 10)),)),
        **said,
    )
    verdict = Verdict(
        id=made.id,
        on=ON,
        route=route,
        possible=possible,
        exemption=None,
        duties=(),
        violations=tuple(Violation(one, (f"LAW-{one}",)) for one in violations),
        citations=("LAW-1",),
        contested_points=(),
        alternatives=(),
        unsettled=unsettled,
        reasoning=reasoning,
    )
    return Judgement(made, coverage, verdict, count_contradicted)


def shortfall(respect: str, **values: str) -> Shortfall:
    covered = Truth.UNKNOWN if respect.endswith("_unknown") else Truth.NO
    return Shortfall(f"approval.{respect}", covered, tuple(sorted(values.items())))


def covered(*shortfalls: Shortfall) -> Coverage:
    """How far the approval `a` covers the transfer."""
    answers = {one.covered for one in shortfalls}
    answer = Truth.NO if Truth.NO in answers else Truth.UNKNOWN if answers else Truth.YES
    return Coverage("a", answer, shortfalls)


def analysis(*judgements: Judgement, mechanism: str = "standard_contract", **more: Any) -> Analysis:  # noqa: ANN401  the words of an analysis
    """An estate of one mainland system and one abroad, with these transfers and one approval `a` on record."""
    approval = Approval(
        "a", Location("flows.yaml", 30), mechanism, Covers(None, None, None, None, None, None)
    )
    systems = tuple(
        System(name, name, True, "database", None, None, None, (), (Location("systems.yaml", line),))  # noqa: FBT003  a value
        for line, name in enumerate(("crm", "us"), 1)
    )
    placements = (
        ("crm", Placement("CN", Truth.YES, "declared", "")),
        ("us", Placement("US", Truth.NO, "declared", "")),
    )
    made = Analysis(
        on=ON,
        declaration=Declaration(flows=(FLOW,), approvals=(approval,)),
        estate=Estate(systems, (), (), (), (), ()),
        labelling=Labelling((), placements),
        crossings=(),
        judgements=judgements,
        findings=(),
        coverage=(),
        read=(),
        system_moves=(),
        articles=(),
    )
    return replace(made, **more)


def tell(finding: Finding) -> str:
    """A finding in one line; an accepted one with its reason."""
    text = message(finding.message, "en", finding.values)
    laws = f" [{' '.join(finding.citations)}]" if finding.citations else ""
    accepted = f" (accepted: {finding.accepted})" if finding.accepted else ""
    return f"{finding.level.value} {finding.nature.value} {finding.check} at {finding.location}: {text}{laws}{accepted}"


@pytest.fixture
def judgement() -> Callable[..., Judgement]:
    return judged


@pytest.fixture
def analysed() -> Callable[..., Analysis]:
    return analysis


@pytest.fixture
def coverage() -> Callable[..., Coverage]:
    """How far the approval `a` covers the transfer, from (respect, values) pairs."""
    return lambda **respects: covered(*(shortfall(name, **values) for name, values in respects.items()))


@pytest.fixture
def all_findings() -> Callable[[Analysis], list[str]]:
    """Everything that all checks find, told in lines."""
    return lambda one: [tell(finding) for finding in findings(one)]


@pytest.fixture
def checked() -> Checked:
    """What one check says of a transfer, told in lines."""

    def of(name: str, *, mechanism: str = "standard_contract", **words: Any) -> list[str]:  # noqa: ANN401  the words of a transfer
        check = next(check for check in CHECKS if check.name == name)
        return [tell(finding) for finding in check.run(analysis(judged(**words), mechanism=mechanism))]

    return of
