"""Something in the sources was not read, or only in part.

**What it does.** Reports each file, statement or part that could not be read, with the reason and the tables it names.

**Why it matters.** What was not read may move data anywhere; it is never taken for nothing.

**What to do.** Say how to read it (a `sources` rule with dialect or encoding), mend it, or accept it with a reason.

来源中有内容未读或仅读取部分。

**检查什么。** 逐项报告未能读取的文件、语句或者部分，附原因和其中提到的表。

**为何重要。** 未读取的内容可能把数据传到任何地方，从不视为没有。

**如何处置。** 说明读取方式（在 `sources` 规则中写明方言或编码），修正文件，或者写明理由后接受。
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for fact in analysis.estate.unread:
        yield Finding(
            check=CHECK.name,
            nature=Nature.UNKNOWN,
            level=CHECK.level,
            subject=fact.location.path,
            location=fact.location,
            message=f"finding.unread_{fact.grain}",
            mend=f"mend.unread_{fact.grain}",
            values=(("reason", fact.reason), ("tables", ", ".join(fact.tables)), *fact.values),
            detail=f"{fact.reason} {' '.join(value for _, value in fact.values)} {' '.join(fact.tables)}",
        )


CHECK = Check("unread-source", Level.WARN, _run, __doc__)
