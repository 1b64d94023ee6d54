"""Nothing is declared that shows whether a duty is met.

**What it does.** Reports live declared transfers for which evidence of duties is missing, in one finding per transfer.

**Why it matters.** What is not on record cannot be shown to a regulator; it is not counted as done.

**What to do.** Record the date and file, `no`, or `not_applicable`, under `compliance`.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature

_COMPLIANCE = ("compliance.", "mechanism.", "handler.representative_in_china", "handler.pipo_filed")


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        open_facts = [path for path in judgement.verdict.unsettled if path.startswith(_COMPLIANCE)]
        if judgement.transfer.status != "live" or not open_facts:
            continue
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.UNKNOWN,
            level=CHECK.level,
            message="undetermined_duty",
            values=(("unsettled", terms("fact", open_facts)),),
        )


CHECK = Check("undetermined-duty", Level.WARN, _run)
