"""A transfer rests on an approval that is over.

**What it does.** Reports live transfers that require a mechanism and whose contract, certificate or assessment has
ended or passed its validity, or whose renewal or extension was not asked for in time.

**Why it matters.** An approval that is over no longer opens the route, and nothing in the data flow shows it.

**What to do.** Renew it, record the new dates, or stop the flow.

出境活动所依据的批准或备案已失效。

**检查什么。** 报告需要出境路径、正在进行的出境活动中，所依据的合同、认证或者安全评估已经截止或者超过有效期，或者未按时申请续期、延期的情形。

**为何重要。** 失效的批准或备案不再支持出境，而数据流本身看不出这一点。

**如何处置。** 续办并登记新的日期，或者暂停该数据流。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.mechanisms import ended_on, relied_on
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.mechanisms import LACKING, LAPSED
from kuajing.model.transfers import Judgement


def lapse(analysis: Analysis, judgement: Judgement) -> str | None:
    """The day on which the approval that a transfer lacks came to its declared end; None where none did."""
    lacks = any(violation.id in LACKING for violation in judgement.verdict.violations)
    coverage = relied_on(analysis, judgement) if lacks else None
    return ended_on(analysis, coverage) if coverage else None


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        found = [violation for violation in judgement.verdict.violations if violation.id in LAPSED]
        ended = lapse(analysis, judgement)
        if not found and ended is None:
            continue
        approval = judgement.coverage[0].approval if judgement.coverage else "?"
        reason = "approval.ended" if ended else terms("violation", (one.id for one in found))
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="lapsed_approval",
            values=(("approval", approval), ("expires", ended or "?"), ("reason", reason)),
            citations=tuple(sorted({one for violation in found for one in violation.citations}))
            or judgement.verdict.citations,
            detail=approval,
        )


CHECK = Check("lapsed-approval", Level.BLOCK, _run, __doc__)
