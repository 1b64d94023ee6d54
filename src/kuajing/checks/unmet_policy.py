"""A rule of the organisation itself is not shown to be met.

**What it does.** Reports each demand of the organisation's own rules (`settings: rules`) that a transfer is shown not
to meet: a transfer that they forbid, a duty that is not met, a state of things that they do not want. A planned
transfer is told as a notice. What no flow declares is told where it is forbidden; its duties wait for the declaration.

**Why it matters.** These rules stand beside the law and ask more than it. The verdict of the law is the same with and
without them, and meeting them says nothing about the law.

**What to do.** Bring the transfer in order with the rule, or have it changed by whoever answers for it.

组织内部规则未见满足。

**检查什么。** 逐项报告出境活动未满足内部规则（`settings: rules`）的情形：规则禁止的出境活动、未履行的义务、规则不允许的情况。计划中的出境活动以提示列出；未申报的出境活动只报告禁止事项，义务待申报后核对。

**为何重要。** 内部规则与法律并立，要求高于法律。有无内部规则，法律的结论都相同；满足内部规则也不代表符合法律。

**如何处置。** 使出境活动符合该规则，或者由规则的负责人修改规则。
"""

from collections.abc import Iterator
from dataclasses import replace

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import is_declared
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.policies import DUTY, FORBIDS, NAMED, Demand
from kuajing.model.transfers import Transfer
from kuajing.model.truth import Truth

_STOPPED = "stopped"
_PLANNED = "planned"


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in analysis.judgements:
        transfer = judgement.transfer
        if transfer.leaves is not Truth.YES or transfer.status == _STOPPED:
            continue
        is_planned = transfer.status == _PLANNED
        for demand in judgement.demands:
            if demand.met is Truth.NO and (demand.kind != DUTY or is_declared(transfer)):
                found = about(
                    analysis,
                    judgement,
                    check=CHECK.name,
                    nature=Nature.NOTICE if is_planned else Nature.VIOLATION,
                    level=Level.WARN if is_planned else CHECK.level,
                    message=_message(demand, transfer),
                    values=(("demand", f"{NAMED}{demand.id}"), ("key", demand.key)),
                    citations=demand.citations,
                    detail=demand.id,
                )
                yield replace(found, subject=f"{transfer.id}#{demand.id}")


def _message(demand: Demand, transfer: Transfer) -> str:
    """Forbidden or not met, now or once it goes live."""
    if transfer.status == _PLANNED:
        return "planned_policy"
    return "forbidden_by_policy" if demand.kind == FORBIDS else "unmet_policy"


CHECK = Check("unmet-policy", Level.BLOCK, _run, __doc__)
