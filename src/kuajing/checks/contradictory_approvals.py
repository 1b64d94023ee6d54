"""Approvals on record for one transfer contradict each other.

**What it does.** Reports transfers for which several approvals tell the same mechanism differently: two records of one filing
with different dates or scope, an assessment that one record says was passed and another refused. The reading that leaves
most unmet is used.

**Why it matters.** One of the records is wrong, and nobody can say which: the lenient one must not be believed.

**What to do.** Correct or remove the record that is wrong. Where one replaced the other, give each its reference and the older
one its last day (`expires`).

同一出境活动所登记的批准或备案相互矛盾。

**检查什么。** 报告对同一出境路径存在多份说法不一的登记的情形：同一备案的日期或者范围不同，同一评估一份记为通过、另一份记为未通过。按未满足事项最多的
读法判断。

**为何重要。** 其中必有一份有误而无从判断是哪一份：不得采信较宽的一份。

**如何处置。** 更正或者删除有误的登记。属于以新换旧的，分别写明编号，并为旧的写明最后一日（`expires`）。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        if judgement.contradicted_by:
            others = judgement.contradicted_by
            yield about(
                analysis,
                judgement,
                check=CHECK.name,
                nature=Nature.UNKNOWN,
                level=CHECK.level,
                message="contradictory_approvals",
                values=(
                    ("about", ", ".join(judgement.contradicted_in)),
                    ("approval", judgement.coverage[0].approval),
                    ("others", ", ".join(others)),
                ),
                detail=" ".join(sorted({judgement.coverage[0].approval, *others})),
            )


CHECK = Check("contradictory-approvals", Level.WARN, _run, __doc__)
