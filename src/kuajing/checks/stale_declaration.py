"""The files contradict a declared flow.

**What it does.** Reports declared flows whose target is written by the files, but never from the declared source.

**Why it matters.** Evidence and approvals hang on the declaration; a stale one describes a transfer that does not exist
and leaves the real one without evidence.

**What to do.** Correct `from` and `to`, or remove the flow.
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.estate import Support
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for bound in analysis.estate.flows:
        if bound.support is Support.CONTRADICTED:
            yield Finding(
                check=CHECK.name,
                nature=Nature.NOTICE,
                level=CHECK.level,
                subject=bound.flow.id,
                location=bound.flow.location,
                message="finding.stale_declaration",
                mend="mend.stale_declaration",
                values=(
                    ("flow", bound.flow.id),
                    ("source", bound.flow.source),
                    ("target", bound.flow.target),
                ),
            )


CHECK = Check("stale-declaration", Level.WARN, _run)
