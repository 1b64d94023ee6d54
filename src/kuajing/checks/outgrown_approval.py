"""A transfer has grown beyond the approval it rests on.

**What it does.** Compares each live transfer with its approval: categories, people, onward recipients, purpose, and
reports what lies outside, naming what grew.

**Why it matters.** A contract must be redone, and an assessment or certificate sought again, when what is sent is no
longer what was approved.

**What to do.** Take out what grew, or renew the approval with the wider scope.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.checks.violations import OUTGROWN
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Judgement, Shortfall
from kuajing.model.truth import Truth

_MECHANISM_ROUTES = frozenset(
    {"security_assessment", "standard_contract_or_certification", "gba_standard_contract", "undetermined"}
)


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        found = [violation for violation in judgement.verdict.violations if violation.id in OUTGROWN]
        grown = _grown(judgement)
        if not found and not grown:
            continue
        approval = judgement.coverage[0].approval if judgement.coverage else "?"
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="outgrown_approval",
            values=(
                ("approval", approval),
                (
                    "grown",
                    ", ".join(one.respect for one in grown) or terms("violation", (one.id for one in found)),
                ),
                *(value for one in grown for value in one.values),
            ),
            citations=tuple(sorted({one for violation in found for one in violation.citations}))
            or judgement.verdict.citations,
            detail=f"{approval}: {' '.join(value for one in grown for _, value in one.values)}",
        )


def _grown(judgement: Judgement) -> list[Shortfall]:
    """What lies outside the best approval, where the route needs one and the transfer runs."""
    if judgement.transfer.status != "live" or judgement.verdict.route not in _MECHANISM_ROUTES:
        return []
    return [
        shortfall
        for coverage in judgement.coverage[:1]
        for shortfall in coverage.shortfalls
        if shortfall.covered is Truth.NO and shortfall.respect != "approval.date_outside"
    ]


CHECK = Check("outgrown-approval", Level.BLOCK, _run)
