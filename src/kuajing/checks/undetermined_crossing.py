"""Nobody can tell whether data leaves the mainland.

**What it does.** Reports labelled data that moves to or from a system whose location is unknown, and data of unknown
content that leaves.

**Why it matters.** An unknown location is not the mainland; the crossing is undetermined, not absent.

**What to do.** Declare where the system stands (`located`), or what the columns hold.

无法判断数据是否出境。

**检查什么。** 报告流向或者来自位置不明系统的、已标注的数据，以及内容不明而出境的数据。

**为何重要。** 位置不明不等于位于境内；是否出境尚未确定，而不是没有出境。

**如何处置。** 申报系统所在地（`located`），或者申报字段的内容。
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import carries_known, is_declared
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.labels import UNKNOWN_CONTENT
from kuajing.model.transfers import Transfer
from kuajing.model.truth import Truth


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in analysis.judgements:
        transfer = judgement.transfer
        if not transfer.crossings:
            continue
        if transfer.leaves is Truth.UNKNOWN:
            message, systems = "undetermined_crossing", ", ".join(_unlocated(analysis, transfer))
        elif _is_unnamed(transfer):
            message, systems = "unknown_content", ""
        else:
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.UNKNOWN,
            level=CHECK.level,
            message=message,
            values=(("systems", systems),),
        )


def _unlocated(analysis: Analysis, transfer: Transfer) -> list[str]:
    placements = dict(analysis.labelling.placements)
    ends = {end for one in transfer.crossings for end in (one.source_system, one.target_system)}
    return sorted(end for end in ends if placements[end].mainland is Truth.UNKNOWN)


def _is_unnamed(transfer: Transfer) -> bool:
    """Whether only columns nobody named leave, and no flow accounts for them."""
    labels = {label.category for crossing in transfer.crossings for label in crossing.labels}
    return not is_declared(transfer) and not carries_known(transfer) and UNKNOWN_CONTENT in labels


CHECK = Check("undetermined-crossing", Level.WARN, _run, __doc__)
