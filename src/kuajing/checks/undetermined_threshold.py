"""Counts of people straddle a threshold.

**What it does.** Reports declared transfers whose route hangs on how many people's data left since 1 January, while
the count is known only between two bounds with a threshold between them.

**Why it matters.** A missing number is not zero: the strictest possible route may apply.

**What to do.** Measure the people of each flow and record them under `counts`, or bound the stock under `people`.

人数区间跨越法定数量线。

**检查什么。** 报告出境路径取决于自 1 月 1 日起累计人数、而累计人数只知上下限且数量线落在其间的已申报出境活动。

**为何重要。** 没有数字不等于零：可能适用最严格的路径。

**如何处置。** 统计各数据流涉及的人数并登记在 `counts` 下，或者在 `people` 下给出存量上限。
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.checks.undetermined import finding, hangs_on_counts, undetermined
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in undetermined(analysis):
        if hangs_on_counts(judgement):
            yield finding(analysis, judgement, CHECK.name, CHECK.level, "undetermined_threshold")


CHECK = Check("undetermined-threshold", Level.WARN, _run, __doc__)
