"""A live transfer runs without the mechanism that it requires.

**What it does.** Reports declared live transfers whose route requires a security assessment, a standard contract or a
certification while none that is open to them is on record.

**Why it matters.** The route follows from the numbers, the handler and the data on the day asked; the finding cites
the articles that give it.

**What to do.** Stop the flow or obtain the mechanism and record it under `approvals`.

出境活动缺少所需的出境路径。

**检查什么。** 报告已申报且正在进行的出境活动：依法需要安全评估、标准合同或者认证，而没有可用的批准或备案记录。

**为何重要。** 所需路径取决于当日的人数、处理者和数据；发现中列出据以得出结论的条款。

**如何处置。** 暂停该数据流，或者取得相应的出境路径并登记在 `approvals` 下。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.lapsed_approval import lapse
from kuajing.checks.mechanisms import routes_of
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Approval
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.mechanisms import LACKING, opens_each
from kuajing.model.transfers import Judgement


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        found = [violation for violation in judgement.verdict.violations if violation.id in LACKING]
        if not found or lapse(analysis, judgement) is not None:
            continue
        near = _near(analysis, judgement)
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="missing_mechanism" if near is None else "missing_mechanism_near",
            values=(
                ("route", terms("route", (judgement.verdict.route,))),
                ("approval", near.id if near else "?"),
                ("purposes", ", ".join(near.covers.purposes or ()) if near else "?"),
            ),
            citations=tuple(sorted({citation for one in found for citation in one.citations})),
            detail=judgement.verdict.route,
        )


def _near(analysis: Analysis, judgement: Judgement) -> Approval | None:
    """An approval of the same parties that opens the route and names only other purposes; None where there is none."""
    transfer, routes = judgement.transfer, routes_of(judgement)
    for approval in analysis.declaration.approvals:
        covers = approval.covers
        same = covers.handler == transfer.handler and transfer.recipient in (covers.recipients or ())
        others = covers.purposes is not None and transfer.purpose not in covers.purposes
        if same and others and opens_each(approval.mechanism, routes):
            return approval
    return None


CHECK = Check("missing-mechanism", Level.BLOCK, _run, __doc__)
