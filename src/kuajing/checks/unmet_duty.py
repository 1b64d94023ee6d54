"""A duty of a declared transfer is not shown to be met.

**What it does.** Reports each duty that the declaration itself says is not done, or done late or incompletely: the
notice, consents, the impact assessment, the contract and records, filings; also a notice or a separate consent that is
required and dated after the day on which the data began to flow (`since`).

**Why it matters.** These duties stay whatever the route, also where a transfer is exempt from a mechanism.

**What to do.** Do it and record the date and file under `compliance` (or under the handler or recipient).

申报的出境活动有义务未见履行。

**检查什么。** 逐项报告申报文件自身表明未履行、逾期履行或者履行不完整的义务：告知、同意、个人信息保护影响评估、合同与记录、备案等；所需的告知
或者单独同意的日期晚于数据开始流动之日（`since`）的，也在此列。

**为何重要。** 无论适用何种路径，包括豁免的情形，这些义务始终存在。

**如何处置。** 补做，并把日期和文件登记在 `compliance` 下（或者登记在相应的处理者、接收方下）。
"""

from collections.abc import Iterator
from datetime import date

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.checks.violations import INCOMPLETE, OUTGROWN
from kuajing.model.analysis import Analysis
from kuajing.model.declaration import DeclaredFlow
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.mechanisms import LACKING, LAPSED
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

_BEFORE = {"notice_art39": "notice_art39", "separate_consent_art39": "separate_consent"}
"""Duties that come before the first export, with the word of their evidence."""


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        if judgement.verdict.route == "prohibited":
            continue
        for violation in judgement.verdict.violations:
            if violation.id in LACKING | LAPSED | OUTGROWN:
                continue
            missing = _missing(judgement) if violation.id in INCOMPLETE else ""
            yield about(
                analysis,
                judgement,
                check=CHECK.name,
                nature=Nature.VIOLATION,
                level=CHECK.level,
                message="incomplete_duty" if missing else "unmet_duty",
                values=(
                    ("violation", terms("violation", (violation.id,))),
                    *((("missing", missing),) if missing else ()),
                ),
                citations=violation.citations,
                detail=violation.id,
            )
        yield from _lasting(analysis, judgement)
        yield from _late(analysis, judgement)


def _lasting(analysis: Analysis, judgement: Judgement) -> Iterator[Finding]:
    """Duties that go on and of which the declaration says that they are not done."""
    live = judgement.transfer.status == "live"
    for duty in judgement.verdict.duties if live else ():
        if duty.lasting and duty.met is Truth.NO:
            yield about(
                analysis,
                judgement,
                check=CHECK.name,
                nature=Nature.VIOLATION,
                level=CHECK.level,
                message="unkept_duty",
                values=(("duty", terms("duty", (duty.id,))),),
                citations=duty.citations,
                detail=f"kept {duty.id}",
            )


def _late(analysis: Analysis, judgement: Judgement) -> Iterator[Finding]:
    """What was required and came after the data began to flow."""
    live = judgement.transfer.status == "live"
    flows = [flow for flow in analysis.declaration.flows if flow.id in judgement.transfer.flows]
    for duty in judgement.verdict.duties if live else ():
        days = [
            day
            for flow in flows
            if duty.id in _BEFORE and (day := _came_late(flow, _BEFORE[duty.id], analysis.on))
        ]
        if days:
            given, since = max(days)
            yield about(
                analysis,
                judgement,
                check=CHECK.name,
                nature=Nature.VIOLATION,
                level=CHECK.level,
                message="late_duty",
                values=(
                    ("duty", terms("duty", (duty.id,))),
                    ("given", given.isoformat()),
                    ("since", since.isoformat()),
                ),
                citations=duty.citations,
                detail=f"late {duty.id}",
            )


def _came_late(flow: DeclaredFlow, evidence: str, on: date) -> tuple[date, date] | None:
    """The day of the evidence and the day the flow began, where the one is after the other; None else."""
    said = flow.evidence(evidence)
    if said is None or not isinstance(said.on, date) or not isinstance(flow.since, date):
        return None
    return (said.on, flow.since) if flow.since < said.on <= on else None


def _missing(judgement: Judgement) -> str:
    """The items that the notice is declared to lack."""
    items = judgement.transfer.case.fact("compliance.notice_missing")
    return ", ".join(items) if isinstance(items, tuple) else ""


CHECK = Check("unmet-duty", Level.BLOCK, _run, __doc__)
