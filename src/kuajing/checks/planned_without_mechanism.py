"""A planned transfer will require a mechanism that is not on record.

**What it does.** Reports planned transfers whose route requires a mechanism while no approval on record covers them.

**Why it matters.** An assessment takes months and a contract must be in force before the first record leaves.

**What to do.** Obtain the mechanism before the flow goes live.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.truth import Truth

_ROUTES = frozenset({"security_assessment", "standard_contract_or_certification", "gba_standard_contract"})


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        covered = any(coverage.covered is Truth.YES for coverage in judgement.coverage)
        if judgement.transfer.status != "planned" or judgement.verdict.route not in _ROUTES or covered:
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.NOTICE,
            level=CHECK.level,
            message="planned_without_mechanism",
            values=(("route", terms("route", (judgement.verdict.route,))),),
            citations=judgement.verdict.citations,
        )


CHECK = Check("planned-without-mechanism", Level.WARN, _run)
