"""Nothing shows that the approval covers the transfer.

**What it does.** Reports live transfers whose approval is not contradicted but not shown to cover them either: no
ceiling of people, unknown categories, unknown purpose or dates.

**Why it matters.** An approval covers only what is known to lie inside it.

**What to do.** Complete `covers` and `dates` of the approval, or the declaration of the transfer.

无法证明批准或备案覆盖该出境活动。

**检查什么。** 报告正在进行的出境活动中，所依据的批准或备案与之并无矛盾、但也未能证明覆盖的情形：没有人数上限、类别不明、目的或者日期不明。

**为何重要。** 批准或备案只覆盖确知在其范围之内的部分。

**如何处置。** 补全批准或备案的 `covers` 和 `dates`，或者补全该出境活动的申报。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.mechanisms import LACKING
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

_NEEDS_NONE = frozenset({"authority_approval", "exempt", "no_restriction", "not_an_export", "prohibited"})


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        if not _may_rest_on_one(judgement):
            continue
        for coverage in judgement.coverage[:1]:
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


def _may_rest_on_one(judgement: Judgement) -> bool:
    """Whether a transfer runs by a route that needs or may need a mechanism, and has none that is not open to it."""
    verdict = judgement.verdict
    lacks = any(violation.id in LACKING for violation in verdict.violations)
    routes = set(verdict.possible or (verdict.route,))
    return judgement.transfer.status == "live" and not routes <= _NEEDS_NONE and not lacks


CHECK = Check("unproven-approval", Level.WARN, _run, __doc__)
