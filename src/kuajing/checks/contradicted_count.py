"""A count of people contradicts the data that is sent.

**What it does.** Reports transfers whose measured count says that no sensitive data of anybody is sent, while sensitive
columns are.

**Why it matters.** One person's sensitive data already requires a mechanism; the count is not relied on.

**What to do.** Measure again, or correct the category of the column under `datasets`.

人数统计与所传输的数据矛盾。

**检查什么。** 报告统计称没有任何人的敏感个人信息出境、而敏感字段实际出境的情形。

**为何重要。** 一个人的敏感个人信息出境即需要出境路径；此项统计不予采用。

**如何处置。** 重新统计，或者在 `datasets` 下更正字段的类别。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        if judgement.count_contradicted:
            categories = judgement.transfer.sensitive_categories or judgement.transfer.categories
            yield about(
                analysis,
                judgement,
                check=CHECK.name,
                nature=Nature.UNKNOWN,
                level=CHECK.level,
                message="contradicted_count",
                values=(("sensitive_categories", ", ".join(categories)),),
            )


CHECK = Check("contradicted-count", Level.WARN, _run, __doc__)
