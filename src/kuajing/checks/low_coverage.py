"""Less is known than the declaration demands.

**What it does.** Compares the shares of what was read, located, classified and counted with the `floors` in `settings`.

**Why it matters.** A clean result over half of the estate says nothing about the other half.

**What to do.** Follow the findings about unread sources and unlocated systems, or lower the floor.
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.source.location import Location


def _run(analysis: Analysis) -> Iterator[Finding]:
    place = min((flow.location for flow in analysis.declaration.flows), default=Location("."))
    for share in analysis.coverage:
        if share.below_floor:
            yield Finding(
                check=CHECK.name,
                nature=Nature.UNKNOWN,
                level=CHECK.level,
                subject=share.name,
                location=Location(place.path),
                message="finding.low_coverage",
                mend="mend.low_coverage",
                values=(
                    ("share", f"share.{share.name}"),
                    ("known", str(share.known)),
                    ("total", str(share.total)),
                    ("floor", f"{share.floor:.0%}"),
                ),
            )


CHECK = Check("low-coverage", Level.WARN, _run)
