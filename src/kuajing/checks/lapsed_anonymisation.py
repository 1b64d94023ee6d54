"""A declared anonymisation is over or lacks its sign-off.

**What it does.** Reports `anonymised` entries that have expired on the day asked, or that name no method, person or day.

**Why it matters.** Only a reasoned, signed-off anonymisation ends a label; without it the columns are personal again.

**What to do.** Review it and record the new dates, or remove it.
"""

from collections.abc import Iterator
from datetime import date

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Anonymised
from kuajing.model.findings import Finding, Level, Nature


def _run(analysis: Analysis) -> Iterator[Finding]:
    for name, declared in analysis.estate.declared:
        for entry in declared.anonymised:
            if not _holds(entry, analysis.on):
                yield Finding(
                    check=CHECK.name,
                    nature=Nature.NOTICE,
                    level=CHECK.level,
                    subject=str(name),
                    location=entry.location,
                    message="finding.lapsed_anonymisation",
                    mend="mend.lapsed_anonymisation",
                    values=(("dataset", str(name)), ("columns", ", ".join(entry.columns))),
                )


def _holds(entry: Anonymised, on: date) -> bool:
    begun = isinstance(entry.on, date) and entry.on <= on
    ended = isinstance(entry.expires, date) and entry.expires < on
    return begun and not ended and bool(entry.method) and bool(entry.by)


CHECK = Check("lapsed-anonymisation", Level.WARN, _run)
