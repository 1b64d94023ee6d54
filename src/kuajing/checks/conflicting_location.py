"""A declared location is denied by the system's own address.

**What it does.** Reports systems whose `located` names one place while a host or region in their endpoints proves
another.

**Why it matters.** One of the two is wrong; until it is settled the location counts as unknown.

**What to do.** Correct `located` or the endpoint.
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    placements = dict(analysis.labelling.placements)
    for system in analysis.estate.systems:
        placement = placements[system.id]
        if placement.evidence == "contradiction":
            yield Finding(
                check=CHECK.name,
                nature=Nature.UNKNOWN,
                level=CHECK.level,
                subject=system.id,
                location=system.locations[0],
                message="finding.conflicting_location",
                mend="mend.conflicting_location",
                values=(("system", system.label), *placement.values),
            )


CHECK = Check("conflicting-location", Level.WARN, _run)
