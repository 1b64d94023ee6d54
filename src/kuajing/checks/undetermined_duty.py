"""Nothing declared shows whether a duty is met.

**What it does.** Reports live declared transfers for which evidence of duties, or a fact that a duty hangs on, is
missing, in one finding per transfer.

**Why it matters.** What is not on record cannot be shown to a regulator; it is not counted as done.

**What to do.** Record the date and file, `no`, or `not_applicable`, under `compliance`.

申报未说明义务是否履行。

**检查什么。** 对正在进行的已申报出境活动，报告缺少履行义务的证据、或者缺少义务所取决的事实的情形，每项出境活动一条。

**为何重要。** 没有记录的无法向监管部门证明，不视为已经履行。

**如何处置。** 在 `compliance` 下登记日期和文件，或者填写 `no`、`not_applicable`。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.checks.undetermined import COUNTS, open_facts
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        unsettled = _of_duties(judgement)
        transfer = judgement.transfer
        if transfer.status != "live" or transfer.leaves is not Truth.YES or not unsettled:
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.UNKNOWN,
            level=CHECK.level,
            message="undetermined_duty",
            values=(("unsettled", terms("fact", unsettled)),),
        )


def _of_duties(judgement: Judgement) -> tuple[str, ...]:
    """All that is unsettled where the route is known, else what decides no route: the rest is told with the route.

    A count that decides no route is no gap of evidence: `low-coverage` measures how many transfers are counted.
    """
    told = open_facts(judgement) if judgement.verdict.route == "undetermined" else ()
    unsettled = (path for path in judgement.verdict.unsettled if not path.startswith(COUNTS))
    return tuple(path for path in unsettled if path not in told)


CHECK = Check("undetermined-duty", Level.WARN, _run, __doc__)
