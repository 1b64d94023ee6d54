"""Data leaves the mainland and no declared flow accounts for it.

**What it does.** Reports personal or important data that files send, open or collect across the border while no flow
(and no grant with a purpose) in the declaration says why.

**Why it matters.** Every export needs one purpose, a legal basis and, above the thresholds, a mechanism; none of them
can be shown for a movement that nobody declared.

**What to do.** Declare the flow with its purpose and evidence, or take the movement out.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import carries_known, is_declared, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.truth import Truth


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in analysis.judgements:
        transfer = judgement.transfer
        if is_declared(transfer) or transfer.leaves is not Truth.YES or not carries_known(transfer):
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="undeclared_crossing",
            values=(("routes", terms("route", judgement.verdict.possible or (judgement.verdict.route,))),),
            citations=judgement.verdict.citations,
        )


CHECK = Check("undeclared-crossing", Level.BLOCK, _run)
