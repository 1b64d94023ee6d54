"""A declared location is denied by the system's own address.

**What it does.** Reports systems whose `located` names one place while a host or region in their endpoints proves
another, and systems whose addresses prove places on both sides of the border.

**Why it matters.** One of the two is wrong; until it is settled the location counts as unknown.

**What to do.** Correct `located` or the endpoint.

申报位置与系统自身地址不符。

**检查什么。** 报告 `located` 写的是一处、而 endpoints 中的主机或地域表明是另一处的系统，以及各地址分处境内境外的系统。

**为何重要。** 两者必有一误；在澄清之前，所在法域按未知处理。

**如何处置。** 更正 `located` 或者 endpoint。
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
            declared = dict(placement.values).get("declared", "?")
            message = "conflicting_addresses" if declared == "?" else "conflicting_location"
            yield Finding(
                check=CHECK.name,
                nature=Nature.UNKNOWN,
                level=CHECK.level,
                subject=system.id,
                location=system.locations[0],
                message=f"finding.{message}",
                mend=f"mend.{message}",
                values=(("system", system.label), *placement.values),
                related=system.locations[1:],
            )


CHECK = Check("conflicting-location", Level.WARN, _run, __doc__)
