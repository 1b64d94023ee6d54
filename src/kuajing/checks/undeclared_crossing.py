"""Data leaves the mainland and no declared flow accounts for it.

**What it does.** Reports personal or important data that files send, open or collect across the border while no flow
(and no grant with a purpose) in the declaration says why; also where flows of different purposes account for it
equally well. Data from a dataset that no declared flow names counts, even where it crosses beside data that one does.

**Why it matters.** Every export needs one purpose, a legal basis and, above the thresholds, a mechanism; none of them
can be shown for a movement that nobody declared.

**What to do.** Declare the flow with its purpose and evidence, or take the movement out.

数据出境而无对应申报。

**检查什么。** 报告由文件显示跨境传输、开放访问或者收集的个人信息和重要数据，而申报文件中没有数据流（也没有写明目的的访问授权）说明原因；目的不同的
数据流同等对应的，也在此列。来自未申报数据集的数据，即使与已申报的数据一同出境，也会报告。

**为何重要。** 每项出境活动都需要明确的目的和合法性基础，达到数量线的还需要出境路径；无人申报的传输无从证明。

**如何处置。** 申报数据流并写明目的和证据，或者撤下这一传输。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import carries_known, is_declared, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

_NOT_RUNNING = frozenset({"planned", "stopped"})


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in analysis.judgements:
        transfer = judgement.transfer
        if is_declared(transfer) or transfer.leaves is not Truth.YES or not carries_known(transfer):
            continue
        if transfer.status in _NOT_RUNNING:
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message=_message(judgement),
            values=(
                ("flows", ", ".join(transfer.tied)),
                ("routes", terms("route", judgement.verdict.possible or (judgement.verdict.route,))),
            ),
            citations=judgement.verdict.citations,
        )


def _message(judgement: Judgement) -> str:
    if judgement.transfer.tied:
        return "tied_flows"
    return "undeclared_crossing_open" if judgement.verdict.possible else "undeclared_crossing"


CHECK = Check("undeclared-crossing", Level.BLOCK, _run, __doc__)
