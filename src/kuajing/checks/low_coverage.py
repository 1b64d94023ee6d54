"""Less is known than the declaration demands.

**What it does.** Compares the shares of what was read, located, classified and counted with the `floors` in `settings`.
Where sources were found and none of them could be read it reports that whatever the floors.

**Why it matters.** A clean result over half of the estate says nothing about the other half.

**What to do.** Follow the findings about unread sources and unlocated systems, or lower the floor.

覆盖率低于申报要求。

**检查什么。** 把已读取、已定位、已分类、已计数的比例与 `settings` 中的 `floors` 比较；
有来源而全部未能读取时，无论是否申报下限都会报告。

**为何重要。** 只看了一半而没有发现问题，说明不了另一半。

**如何处置。** 先处理未读取的来源和未定位的系统，或者调低下限。
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Declaration
from kuajing.model.findings import Finding, Level, Nature
from kuajing.source.location import Location


def _run(analysis: Analysis) -> Iterator[Finding]:
    place = Location(min((flow.location.path for flow in analysis.declaration.flows), default="."))
    if analysis.declaration == Declaration() and not analysis.read and not analysis.estate.unread:
        yield _finding("read", place, message="nothing_found", values=())
    for share in analysis.coverage:
        if share.name == "read" and share.total and not share.known:
            yield _finding(share.name, place, message="nothing_read", values=(("total", str(share.total)),))
        elif share.below_floor:
            values = (
                ("share", f"share.{share.name}"),
                ("known", str(share.known)),
                ("total", str(share.total)),
                ("floor", f"{100 * (share.floor or 0):g}%"),
            )
            yield _finding(share.name, place, message="low_coverage", values=values)


def _finding(share: str, place: Location, *, message: str, values: tuple[tuple[str, str], ...]) -> Finding:
    return Finding(
        check=CHECK.name,
        nature=Nature.UNKNOWN,
        level=CHECK.level,
        subject=share,
        location=place,
        message=f"finding.{message}",
        mend=f"mend.{message}",
        values=values,
    )


CHECK = Check("low-coverage", Level.WARN, _run, __doc__)
