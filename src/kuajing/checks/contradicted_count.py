"""A count of people contradicts the data that is sent.

**What it does.** Reports transfers whose measured count says that no sensitive data of anybody is sent, while sensitive
columns are.

**Why it matters.** One person's sensitive data already requires a mechanism; the count is not relied on.

**What to do.** Measure again, or correct the category of the column under `datasets`.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        if judgement.count_contradicted:
            yield about(
                analysis,
                judgement,
                check=CHECK.name,
                nature=Nature.UNKNOWN,
                level=CHECK.level,
                message="contradicted_count",
                values=(("sensitive_categories", ", ".join(judgement.transfer.sensitive_categories)),),
            )


CHECK = Check("contradicted-count", Level.WARN, _run)
