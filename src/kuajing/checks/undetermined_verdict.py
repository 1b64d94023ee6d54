"""What is known does not decide the route.

**What it does.** Reports declared transfers whose route depends on facts that nobody declared, and lists them with the
routes that are still possible. Where only a count of people is missing, `undetermined-threshold` reports it.

**Why it matters.** A missing fact is not no: the strictest possible route may apply.

**What to do.** Declare the facts listed.

已知情况不足以确定出境路径。

**检查什么。** 报告出境路径取决于未申报事实的已申报出境活动，列出这些事实和仍有可能的路径。仅缺少人数的，由 `undetermined-threshold` 报告。

**为何重要。** 没有申报不等于否：可能适用最严格的路径。

**如何处置。** 申报所列事实。
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.checks.undetermined import finding, hangs_on_counts, undetermined
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in undetermined(analysis):
        if not hangs_on_counts(judgement):
            yield finding(analysis, judgement, CHECK.name, CHECK.level, "undetermined_verdict")


CHECK = Check("undetermined-verdict", Level.WARN, _run, __doc__)
