"""A transfer that no mechanism opens.

**What it does.** Reports transfers whose route is `prohibited`: core data, a recipient on the restricted list, a foreign
authority's request without approval, a sector that keeps its data in the mainland, an export nobody needs.

**Why it matters.** No contract, certificate, assessment or consent opens such a transfer.

**What to do.** Stop it and ask counsel.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        if judgement.verdict.route != "prohibited":
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="prohibited_transfer",
            values=(("violations", terms("violation", (one.id for one in judgement.verdict.violations))),),
            citations=judgement.verdict.citations,
        )


CHECK = Check("prohibited-transfer", Level.BLOCK, _run)
