"""A planned transfer will require a mechanism that is not on record.

**What it does.** Reports planned transfers whose route requires a mechanism while no approval on record covers them,
those that no mechanism opens, and planned grants that no declared purpose accounts for.

**Why it matters.** An assessment takes months and a contract must be in force before the first record leaves.

**What to do.** Obtain the mechanism, or declare the purpose, before the flow goes live.

计划中的出境活动尚无所需路径的记录。

**检查什么。** 报告处于计划状态的出境活动中，需要出境路径而现有批准或备案均未覆盖的、任何路径均不能放行的，以及没有申报目的的访问授权。

**为何重要。** 安全评估需时数月，合同须在第一条数据出境之前生效。

**如何处置。** 在上线之前取得出境路径，或者申报目的。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import carries_known, is_declared, terms
from kuajing.checks.mechanisms import grown_beyond
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.mechanisms import OPENED_BY
from kuajing.model.transfers import Judgement, Shortfall
from kuajing.model.truth import Truth


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in analysis.judgements:
        message = _message(judgement) if judgement.transfer.status == "planned" else None
        grown = grown_beyond(analysis, judgement) if message == "planned_without_mechanism" else ()
        if message is not None:
            yield about(
                analysis,
                judgement,
                check=CHECK.name,
                nature=Nature.NOTICE,
                level=CHECK.level,
                message="planned_outgrown" if grown else message,
                values=(("route", terms("route", (judgement.verdict.route,))), *_beyond(judgement, grown)),
                citations=judgement.verdict.citations,
            )


def _beyond(judgement: Judgement, grown: tuple[Shortfall, ...]) -> tuple[tuple[str, str], ...]:
    """What is on record and how far the transfer goes beyond it; nothing where there is nothing."""
    if not grown:
        return ()
    named = ", ".join(one.respect for one in grown)
    values = (value for one in grown for value in one.values)
    return (("approval", judgement.coverage[0].approval), ("grown", named), *values)


def _message(judgement: Judgement) -> str | None:
    """What stands in the way of a planned transfer, None where nothing does."""
    transfer, route = judgement.transfer, judgement.verdict.route
    if not is_declared(transfer):
        leaves = transfer.leaves is Truth.YES and carries_known(transfer)
        return "planned_undeclared" if leaves else None
    if route == "prohibited":
        return "planned_prohibited"
    covered = any(coverage.covered is Truth.YES for coverage in judgement.coverage)
    return "planned_without_mechanism" if route in OPENED_BY and not covered else None


CHECK = Check("planned-without-mechanism", Level.WARN, _run, __doc__)
