"""Data moves between systems and nobody can tell whether it leaves the mainland.

**What it does.** Reports labelled data that moves to or from a system whose location is unknown, and data of unknown
content that leaves.

**Why it matters.** An unknown location is not the mainland; the crossing is undetermined, not absent.

**What to do.** Declare where the system stands (`located`), or what the columns hold.
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
    placements = dict(analysis.labelling.placements)
    for judgement in analysis.judgements:
        transfer = judgement.transfer
        if transfer.leaves is Truth.UNKNOWN:
            ends = {
                end
                for crossing in transfer.crossings
                for end in (crossing.source_system, crossing.target_system)
            }
            unknown = sorted(end for end in ends if placements[end].mainland is Truth.UNKNOWN)
            message, systems = "undetermined_crossing", ", ".join(unknown)
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


def _is_unnamed(transfer: Transfer) -> bool:
    """Whether only columns nobody named leave, and no flow accounts for them."""
    labels = {label.category for crossing in transfer.crossings for label in crossing.labels}
    return not is_declared(transfer) and not carries_known(transfer) and UNKNOWN_CONTENT in labels


CHECK = Check("undetermined-crossing", Level.WARN, _run)
