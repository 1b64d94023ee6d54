"""The files contradict a declared flow.

**What it does.** Reports declared flows that run, whose target is written by the files, but never from the declared
source; flows declared stopped or planned whose data the files move all the same, where no live flow accounts for it;
and flows declared as no export (`none`, `inbound`, `domestic_replication`, `onshore_access`) whose data leaves.

**Why it matters.** Evidence and approvals hang on the declaration; a stale one describes a transfer that does not exist
and leaves the real one without evidence.

**What to do.** Correct `from` and `to`, `status` or `mode`, take the movement out of the files, or remove the flow.

文件与申报的数据流矛盾。

**检查什么。** 报告正在运行的申报数据流中，源文件写入其目标、但从未取自所申报来源的情形；申报为已停止或者
计划中、源文件却仍在传输、又无正在进行的数据流对应的情形；以及申报为不出境（`none`、`inbound`、`domestic_replication`、
`onshore_access`）而数据实际出境的情形。

**为何重要。** 证据和批准都系于申报；过时的申报描述的是不存在的出境活动，而真实的出境活动没有证据。

**如何处置。** 更正 `from` 和 `to`、`status` 或者 `mode`，从源文件中撤下这一传输，或者删除该数据流。
"""

from collections.abc import Iterable, Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.estate import BoundFlow, Support
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.truth import Truth

_NOT_RUNNING = frozenset({"planned", "stopped"})
_NO_EXPORT = frozenset({"domestic_replication", "inbound", "none", "onshore_access"})
"""The acts by which nothing leaves."""


def _run(analysis: Analysis) -> Iterator[Finding]:
    leaving = {
        flow
        for judgement in analysis.judgements
        if judgement.transfer.leaves is Truth.YES and judgement.transfer.crossings
        for flow in judgement.transfer.flows
    }
    for bound in analysis.estate.flows:
        if bound.support is Support.CONTRADICTED:
            yield _finding(bound, message="stale_declaration")
        if _still_moves(bound, analysis.estate.flows):
            yield _finding(bound, ("status", bound.flow.status or "?"), message="still_moves")
        if bound.flow.mode in _NO_EXPORT and bound.flow.id in leaving:
            yield _finding(bound, ("mode", bound.flow.mode or "?"), message="leaves_all_the_same")


def _still_moves(bound: BoundFlow, flows: Iterable[BoundFlow]) -> bool:
    """Whether files move what is declared not to run, and no flow that does run accounts for it."""
    return (
        bound.flow.status in _NOT_RUNNING
        and bound.support is Support.BORNE_OUT
        and not any(_accounts_for(other, bound) for other in flows)
    )


def _accounts_for(other: BoundFlow, bound: BoundFlow) -> bool:
    """Whether another flow runs and declares the same movement, or more."""
    runs = other.flow.status not in _NOT_RUNNING and other.support is Support.BORNE_OUT
    same_end = other.target_system == bound.target_system and other.target in {None, bound.target}
    columns = set(bound.flow.columns)
    same_columns = not other.flow.columns or (bool(columns) and columns <= set(other.flow.columns))
    return runs and same_end and set(bound.sources) <= set(other.sources) and same_columns


def _finding(bound: BoundFlow, *said: tuple[str, str], message: str) -> Finding:
    return Finding(
        check=CHECK.name,
        nature=Nature.NOTICE,
        level=CHECK.level,
        subject=bound.flow.id,
        location=bound.flow.location,
        message=f"finding.{message}",
        mend=f"mend.{message}",
        values=(
            ("flow", bound.flow.id),
            ("source", bound.flow.source),
            ("target", bound.flow.target),
            *said,
        ),
        detail="" if said == () else message,
    )


CHECK = Check("stale-declaration", Level.WARN, _run, __doc__)
