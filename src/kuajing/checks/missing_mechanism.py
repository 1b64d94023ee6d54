"""A declared transfer runs without the mechanism that it requires.

**What it does.** Reports live transfers whose route requires a security assessment, a standard contract or a
certification while none that is open to them is on record.

**Why it matters.** The route follows from the numbers, the handler and the data on the day asked; the finding cites
the articles that give it.

**What to do.** Stop the flow or obtain the mechanism and record it under `approvals`.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.lapsed_approval import has_lapsed
from kuajing.checks.seam import Check
from kuajing.checks.violations import LACKING
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        found = [violation for violation in judgement.verdict.violations if violation.id in LACKING]
        if not found or has_lapsed(judgement, analysis.on):
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="missing_mechanism",
            values=(("route", terms("route", (judgement.verdict.route,))),),
            citations=tuple(sorted({citation for one in found for citation in one.citations})),
            detail=judgement.verdict.route,
        )


CHECK = Check("missing-mechanism", Level.BLOCK, _run)
