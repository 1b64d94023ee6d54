"""At the present pace a handler's people reach a line this year.

**What it does.** Carries the counts of each handler on at their present pace: between the last two counts of a flow this
year, or since 1 January where there is one. Reports the day on which the number of people reaches a line that changes the
route of a running transfer, where that day falls in this year: the count, the route that is then required, and whether what
was sent earlier this year comes into it. Where counts are known between bounds so is the day; what nobody counted is taken as
anything up to its stock and named.

**Why it matters.** An assessment takes months and a contract must be in force first: on the day itself it is too late for
both.

**What to do.** Prepare the route that will be required, or send fewer people's data; count again where the day is vague.

按目前速度，处理者今年内将达到数量线。

**检查什么。** 把每个处理者的人数统计按目前速度推算（取该数据流当年最近两次统计之间的速度；只有一次统计的，取 1 月 1 日以来的速度），报告
人数达到使出境路径改变的数量线的日期（限于当年之内）：人数、届时所需的路径，以及当年此前出境的数量是否一并纳入。统计只知上下限的，日期也只有上下限；
没有统计的按存量上限计并列明。

**为何重要。** 安全评估需时数月，合同须先生效；到当日再办则来不及。

**如何处置。** 提前准备届时所需的路径，或者减少出境人数；日期不明确的，重新统计。
"""

from collections.abc import Iterator

from kuajing.checks.evidence import terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.tally import LineAhead


def _run(analysis: Analysis) -> Iterator[Finding]:
    for line in analysis.lines_ahead:
        yield Finding(
            check=CHECK.name,
            nature=Nature.NOTICE,
            level=CHECK.level,
            subject=line.handler,
            location=line.locations[0],
            message="finding.threshold_ahead",
            mend="mend.threshold_ahead",
            values=(
                ("before", terms("route", line.before)),
                ("earliest", line.earliest.isoformat() if line.earliest else "?"),
                ("handler", line.handler),
                ("kind", f"ahead.{line.counter}"),
                ("latest", line.latest.isoformat() if line.latest else "?"),
                ("line", f"{line.count:,}"),
                ("people", str(line.now)),
                ("routes", terms("route", line.routes)),
                ("transfers", ", ".join(line.transfers)),
                ("uncounted", ", ".join(line.uncounted)),
                ("uncounted_too", "ahead.uncounted" if line.uncounted else ""),
                ("when", f"ahead.{_when(line)}"),
                ("whole_year", "ahead.whole_year" if line.whole_year else ""),
            ),
            citations=line.citations,
            related=line.locations[1:],
            transfer=line.transfers[0] if len(line.transfers) == 1 else None,
            detail=f"{line.counter} {line.count} {' '.join(line.transfers)}",
        )


def _when(line: LineAhead) -> str:
    """How the day is known: one day, two bounds, or one of them."""
    if line.earliest is None:
        return "at_latest"
    if line.latest is None:
        return "at_earliest"
    return "on_day" if line.earliest == line.latest else "between"


CHECK = Check("threshold-ahead", Level.WARN, _run, __doc__)
