"""Nothing shows that the approval on record covers the transfer.

**What it does.** Reports live transfers whose approval is not contradicted but not shown to cover them either: no
ceiling of people, unknown categories, unknown purpose or dates.

**Why it matters.** An approval covers only what is known to lie inside it.

**What to do.** Complete `covers` and `dates` of the approval, or the declaration of the transfer.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.truth import Truth

_NEEDS_NONE = frozenset({"exempt", "no_restriction", "not_an_export", "prohibited"})


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        best = judgement.coverage[:1]
        if judgement.transfer.status != "live" or judgement.verdict.route in _NEEDS_NONE:
            continue
        for coverage in best:
            if coverage.covered is Truth.UNKNOWN:
                yield about(
                    analysis,
                    judgement,
                    check=CHECK.name,
                    nature=Nature.UNKNOWN,
                    level=CHECK.level,
                    message="unproven_approval",
                    values=(
                        ("approval", coverage.approval),
                        ("respects", ", ".join(one.respect for one in coverage.shortfalls)),
                        *(value for one in coverage.shortfalls for value in one.values),
                    ),
                    detail=coverage.approval,
                )


CHECK = Check("unproven-approval", Level.WARN, _run)
