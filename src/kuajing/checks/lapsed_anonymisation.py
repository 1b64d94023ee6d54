"""A declared anonymisation is over or lacks its sign-off.

**What it does.** Reports `anonymised` entries that have expired on the day asked, or that name no method, person or day.

**Why it matters.** Only a reasoned, signed-off anonymisation ends a label; without it the columns are personal again.

**What to do.** Review it and record the new dates, or remove it.

申报的匿名化已失效或缺少签核。

**检查什么。** 报告在所问之日已经过期，或者没有写明方法、责任人、日期的 `anonymised` 条目。

**为何重要。** 只有写明理由并签核的匿名化才使标注终止；否则这些字段仍属个人信息。

**如何处置。** 复核并登记新的日期，或者删除。
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for name, declared in analysis.estate.declared:
        for entry in declared.anonymised:
            if not entry.stands_on(analysis.on):
                yield Finding(
                    check=CHECK.name,
                    nature=Nature.NOTICE,
                    level=CHECK.level,
                    subject=str(name),
                    location=entry.location,
                    message="finding.lapsed_anonymisation",
                    mend="mend.lapsed_anonymisation",
                    values=(("dataset", str(name)), ("columns", ", ".join(entry.columns))),
                    detail=", ".join(entry.columns),
                )


CHECK = Check("lapsed-anonymisation", Level.WARN, _run, __doc__)
