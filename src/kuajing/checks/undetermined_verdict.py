"""What is known does not decide which route a transfer requires.

**What it does.** Reports declared transfers whose route depends on facts that nobody declared, and lists them with the
routes that are still possible. Reported as `undetermined-threshold` where the missing fact is a count of people.

**Why it matters.** A missing number is not zero and a missing fact is not no: the strictest possible route may apply.

**What to do.** Declare the facts listed.
"""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

_COUNTS = "data.ytd_persons."


def _run_verdict(analysis: Analysis) -> Iterator[Finding]:
    return (
        _finding(analysis, judgement, VERDICT, "undetermined_verdict")
        for judgement in _undetermined(analysis)
        if not _hangs_on_counts(judgement)
    )


def _run_threshold(analysis: Analysis) -> Iterator[Finding]:
    return (
        _finding(analysis, judgement, THRESHOLD, "undetermined_threshold")
        for judgement in _undetermined(analysis)
        if _hangs_on_counts(judgement)
    )


def _undetermined(analysis: Analysis) -> Iterator[Judgement]:
    for judgement in leaving(analysis):
        if judgement.verdict.route == "undetermined" and judgement.transfer.leaves is Truth.YES:
            yield judgement


def _hangs_on_counts(judgement: Judgement) -> bool:
    return any(path.startswith(_COUNTS) for path in judgement.verdict.unsettled)


def _finding(analysis: Analysis, judgement: Judgement, check: Check, message: str) -> Finding:
    tally = dict(judgement.transfer.case.facts)
    return about(
        analysis,
        judgement,
        check=check.name,
        nature=Nature.UNKNOWN,
        level=check.level,
        message=message,
        values=(
            ("routes", terms("route", judgement.verdict.possible)),
            ("unsettled", terms("fact", judgement.verdict.unsettled)),
            ("ordinary", str(tally.get("data.ytd_persons.non_sensitive", "?"))),
            ("sensitive", str(tally.get("data.ytd_persons.sensitive", "?"))),
        ),
        citations=judgement.verdict.citations,
    )


VERDICT = Check("undetermined-verdict", Level.WARN, _run_verdict)
THRESHOLD = Check("undetermined-threshold", Level.WARN, _run_threshold)
