"""The files contradict a declared flow.

**What it does.** Reports declared flows that run, whose target is written by the files, but never from the declared
source.

**Why it matters.** Evidence and approvals hang on the declaration; a stale one describes a transfer that does not exist
and leaves the real one without evidence.

**What to do.** Correct `from` and `to`, or remove the flow.

文件与申报的数据流矛盾。

**检查什么。** 报告正在运行的申报数据流中，源文件写入其目标、但从未取自所申报来源的情形。

**为何重要。** 证据和批准都系于申报；过时的申报描述的是不存在的出境活动，而真实的出境活动没有证据。

**如何处置。** 更正 `from` 和 `to`，或者删除该数据流。
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.estate import Support
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for bound in analysis.estate.flows:
        if bound.support is Support.CONTRADICTED:
            yield Finding(
                check=CHECK.name,
                nature=Nature.NOTICE,
                level=CHECK.level,
                subject=bound.flow.id,
                location=bound.flow.location,
                message="finding.stale_declaration",
                mend="mend.stale_declaration",
                values=(
                    ("flow", bound.flow.id),
                    ("source", bound.flow.source),
                    ("target", bound.flow.target),
                ),
            )


CHECK = Check("stale-declaration", Level.WARN, _run, __doc__)
