"""A date comes before which something is to be done.

**What it does.** Reports the days that come within `settings.ahead_days` (90 where nothing is said): the last day to file
a contract, to renew a certificate or to apply for an assessment, the end of an approval and the window to extend it, an
impact assessment that grows too old to file with, reports due every year; and the last days that are declared for
approvals, acceptances, anonymisations and records. Working days are those of the mainland; a year whose holidays are not
published is counted with weekends only, and that is said.

**Why it matters.** Every one of these days is cheap before it and dear after it.

**What to do.** Do what the day asks for, and record the new date.

有应当在其之前办理事项的日期临近。

**检查什么。** 报告在 `settings.ahead_days`（未写明时为 90 天）之内到来的日期：合同备案、认证续期、申报评估的最后一日，批准或备案的到期日
及可以申请延期的起始日，影响评估过旧而不能再用于备案之日，每年的报送期限；以及所申报的批准、接受、匿名化和记录保存的最后一日。工作日按境内
日历计算；尚未公布节假日的年份仅按周末计算，并予说明。

**为何重要。** 这些日期之前办理代价小，过后代价大。

**如何处置。** 办理该日期所要求的事项，并登记新的日期。
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kuajing.checks.declared_ends import declared_ends
from kuajing.checks.evidence import leaving, opened_at
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.deadlines import Deadline
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.source.location import Location

_RUNNING = frozenset({"live", "planned"})
_SOON = {0: "deadline.today", 1: "deadline.tomorrow"}


@dataclass(frozen=True, slots=True)
class _Ahead:
    """A day that comes for one subject, and the transfers that it concerns."""

    id: str
    subject: str
    day: date
    location: Location
    citations: tuple[str, ...] = ()
    weekends_only: tuple[int, ...] = ()
    transfers: tuple[str, ...] = ()


def _run(analysis: Analysis) -> Iterator[Finding]:
    last = analysis.on + timedelta(days=analysis.declaration.settings.ahead_days)
    told: set[tuple[str, date]] = set()
    for ahead in _by_law(analysis):
        told.add((ahead.subject, ahead.day))
        if ahead.day <= last:
            yield _finding(analysis, ahead)
    for end in declared_ends(analysis):
        if end.day <= last and (end.subject, end.day) not in told:
            yield _finding(analysis, _Ahead(end.id, end.subject, end.day, end.location))


def _by_law(analysis: Analysis) -> tuple[_Ahead, ...]:
    """What the law dates, once for each approval or handler that several transfers share."""
    found: dict[tuple[str, str, date], _Ahead] = {}
    for judgement in leaving(analysis):
        if judgement.transfer.status not in _RUNNING or judgement.transfer.leaves is Truth.NO:
            continue
        for deadline in judgement.deadlines:
            ahead = _of(analysis, judgement, deadline)
            key = (ahead.id, ahead.subject, ahead.day)
            known = found.get(key)
            found[key] = ahead if known is None else _joined(known, ahead)
    return tuple(found[key] for key in sorted(found))


def _joined(one: _Ahead, other: _Ahead) -> _Ahead:
    return replace(
        one,
        citations=tuple(dict.fromkeys((*one.citations, *other.citations))),
        transfers=(*one.transfers, *other.transfers),
    )


def _of(analysis: Analysis, judgement: Judgement, deadline: Deadline) -> _Ahead:
    """The day with its subject: the approval relied on, the handler, or the transfer where there is neither."""
    transfer = judgement.transfer
    approvals = {one.id: one.location for one in analysis.declaration.approvals}
    handlers = {one.id: one.location for one in analysis.declaration.handlers}
    subject, location = transfer.id, opened_at(analysis, transfer)
    if deadline.about == "approval" and judgement.coverage:
        subject = judgement.coverage[0].approval
        location = approvals[subject]
    elif deadline.about == "handler" and transfer.handler in handlers:
        subject = transfer.handler
        location = handlers[subject]
    return _Ahead(
        deadline.id,
        subject,
        deadline.day,
        location,
        deadline.citations,
        deadline.weekends_only,
        (transfer.id,),
    )


def _finding(analysis: Analysis, ahead: _Ahead) -> Finding:
    days = (ahead.day - analysis.on).days
    return Finding(
        check=CHECK.name,
        nature=Nature.NOTICE,
        level=CHECK.level,
        subject=ahead.subject,
        location=ahead.location,
        message="finding.date_ahead",
        mend="mend.date_ahead",
        values=(
            ("calendar", "deadline.weekends_only" if ahead.weekends_only else ""),
            ("day", ahead.day.isoformat()),
            ("days", str(days)),
            ("deadline", f"deadline.{ahead.id}"),
            ("left", _SOON.get(days, "deadline.in_days")),
            ("prepare", f"prepare.{ahead.id}"),
            ("subject", ahead.subject),
            ("transfers", ", ".join(ahead.transfers)),
            ("years", ", ".join(map(str, ahead.weekends_only))),
        ),
        citations=ahead.citations,
        transfer=ahead.transfers[0] if len(ahead.transfers) == 1 else None,
        detail=f"{ahead.id} {ahead.day}",
    )


CHECK = Check("date-ahead", Level.REPORT, _run, __doc__)
