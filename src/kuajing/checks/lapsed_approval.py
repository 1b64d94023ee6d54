"""A transfer rests on an approval that is over.

**What it does.** Reports live transfers whose contract has ended, whose certificate or assessment has passed its
validity, or whose renewal or extension was not asked for in time.

**Why it matters.** An approval that is over no longer opens the route, and nothing in the data flow shows it.

**What to do.** Renew it, record the new dates, or stop the flow.
"""

from collections.abc import Iterator
from datetime import date

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving
from kuajing.checks.seam import Check
from kuajing.checks.violations import LAPSED
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Coverage, Judgement


def has_lapsed(judgement: Judgement, on: date) -> bool:
    """Whether the approval meant for a transfer has a declared end that is past."""
    return any(_ended(coverage, on) for coverage in judgement.coverage[:1])


def _ended(coverage: Coverage, on: date) -> bool:
    said = [dict(one.values) for one in coverage.shortfalls if one.respect == "approval.date_outside"]
    return any(values["expires"] != "?" and values["expires"] < on.isoformat() for values in said)


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        found = [violation for violation in judgement.verdict.violations if violation.id in LAPSED]
        ended = has_lapsed(judgement, analysis.on) and judgement.transfer.status == "live"
        if not found and not ended:
            continue
        approval = judgement.coverage[0].approval if judgement.coverage else "?"
        dates = {k: v for one in judgement.coverage[:1] for short in one.shortfalls for k, v in short.values}
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="lapsed_approval",
            values=(("approval", approval), ("expires", dates.get("expires", "?"))),
            citations=tuple(sorted({one for violation in found for one in violation.citations}))
            or judgement.verdict.citations,
            detail=approval,
        )


CHECK = Check("lapsed-approval", Level.BLOCK, _run)
