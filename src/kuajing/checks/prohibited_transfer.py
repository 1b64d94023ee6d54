"""A transfer that no mechanism opens.

**What it does.** Reports live transfers whose route is `prohibited`: core data, a recipient on the restricted list, a
foreign authority's request without approval, a sector that keeps its data in the mainland, an export nobody needs.

**Why it matters.** No contract, certificate, assessment or consent opens such a transfer.

**What to do.** Stop it and ask counsel.

任何出境路径均不能放行的出境活动。

**检查什么。** 报告正在进行且结论为“禁止”的出境活动：核心数据、接收方列入限制或者禁止提供清单、未经批准向外国机构提供、行业规定须留在境内的数据、
并非必要的出境。

**为何重要。** 标准合同、认证、安全评估或者同意都不能使其放行。

**如何处置。** 停止传输并咨询法律顾问。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        if judgement.verdict.route != "prohibited" or judgement.transfer.status != "live":
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="prohibited_transfer",
            values=(("violations", terms("violation", (one.id for one in judgement.verdict.violations))),),
            citations=judgement.verdict.citations,
        )


CHECK = Check("prohibited-transfer", Level.BLOCK, _run, __doc__)
