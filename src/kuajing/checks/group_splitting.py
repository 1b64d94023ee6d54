"""Several companies of one group together cross a line that each stays below.

**What it does.** Compares transfers of handlers of one `group` that send the same kind of data to the same recipient for
the same purpose, and reports those that would, or may, require another route had one of the handlers sent it all.

**Why it matters.** Each legal person counts for itself, but a quantity may not be divided so as to stay below a line. This is
flagged, not judged: whether one business was divided only people can say.

**What to do.** Say under the handlers whether one business was divided (`group_split_artificial`); where it was, obtain the
route of the whole. Declare how the populations overlap: the same people are counted once.

同一集团的多家公司合计越过各自均未达到的数量线。

**检查什么。** 比对同一 `group` 的处理者出于同一目的、向同一接收方提供同类数据的出境活动，报告合并由其中一家提供时将会或者可能需要另一种路径的情形。

**为何重要。** 人数按法人分别累计，但不得以拆分数量的方式规避数量线。此处仅作提示，不作认定：是否属于拆分只能由人判断。

**如何处置。** 在处理者下写明是否属于拆分（`group_split_artificial`）；属于的，按合计数量取得相应路径。写明人群的重叠关系：同一人只计一次。
"""

from collections.abc import Iterator

from kuajing.checks.evidence import opened_at, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    transfers = {judgement.transfer.id: judgement.transfer for judgement in analysis.judgements}
    for volume in analysis.group_volumes:
        places = sorted({opened_at(analysis, transfers[name]) for name in volume.transfers})
        sure = not set(volume.alone) & set(volume.together)
        message = "group_splitting" if sure else "group_splitting_open"
        yield Finding(
            check=CHECK.name,
            nature=Nature.NOTICE,
            level=CHECK.level,
            subject=f"{volume.group}/{volume.recipient}/{volume.purpose}",
            location=places[0],
            message=f"finding.{message}",
            mend=f"mend.{message}",
            values=(
                ("alone", terms("route", volume.alone)),
                ("group", volume.group),
                ("handlers", ", ".join(volume.handlers)),
                ("ordinary", str(volume.ordinary)),
                ("purpose", volume.purpose),
                ("recipient", volume.recipient),
                ("routes", terms("route", volume.together)),
                ("sensitive", str(volume.sensitive)),
            ),
            citations=volume.citations,
            related=tuple(places[1:]),
            detail=" ".join(volume.transfers),
        )


CHECK = Check("group-splitting", Level.WARN, _run, __doc__)
