"""Verdicts and gaps in, findings out; one check, one file."""

from dataclasses import replace

from kuajing.checks import (
    conflicting_location,
    contradicted_count,
    contradictory_approvals,
    date_ahead,
    group_splitting,
    lapsed_anonymisation,
    lapsed_approval,
    low_coverage,
    missing_mechanism,
    outgrown_approval,
    pages,
    planned_without_mechanism,
    prohibited_transfer,
    stale_declaration,
    threshold_ahead,
    unchecked_rule,
    undeclared_crossing,
    undetermined_crossing,
    undetermined_duty,
    undetermined_policy,
    undetermined_threshold,
    undetermined_verdict,
    unlocated_system,
    unmatched_name,
    unmet_duty,
    unmet_policy,
    unproven_approval,
    unread_source,
)
from kuajing.checks.acceptances import accept
from kuajing.checks.broad_acceptance import BROAD
from kuajing.checks.expired_acceptance import EXPIRED
from kuajing.checks.seam import Check
from kuajing.checks.unused_acceptance import UNUSED
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature

CHECKS: tuple[Check, ...] = (
    prohibited_transfer.CHECK,
    undeclared_crossing.CHECK,
    missing_mechanism.CHECK,
    lapsed_approval.CHECK,
    outgrown_approval.CHECK,
    unmet_duty.CHECK,
    unmet_policy.CHECK,
    undetermined_crossing.CHECK,
    undetermined_threshold.CHECK,
    undetermined_verdict.CHECK,
    unproven_approval.CHECK,
    undetermined_duty.CHECK,
    undetermined_policy.CHECK,
    contradicted_count.CHECK,
    contradictory_approvals.CHECK,
    unlocated_system.CHECK,
    conflicting_location.CHECK,
    unread_source.CHECK,
    low_coverage.CHECK,
    planned_without_mechanism.CHECK,
    threshold_ahead.CHECK,
    group_splitting.CHECK,
    stale_declaration.CHECK,
    lapsed_anonymisation.CHECK,
    unmatched_name.CHECK,
    date_ahead.CHECK,
    unchecked_rule.CHECK,
)

NAMES: tuple[str, ...] = tuple(sorted({check.name for check in CHECKS} | {BROAD, EXPIRED, UNUSED}))

LEAVES_OPEN = frozenset(
    {
        "undetermined-crossing",
        "undetermined-threshold",
        "undetermined-verdict",
        "unproven-approval",
        "low-coverage",
    }
)
"""Checks whose findings say that the answer itself is open."""

_NATURES = (Nature.VIOLATION, Nature.UNKNOWN, Nature.NOTICE)
_LEVELS = (Level.BLOCK, Level.WARN, Level.REPORT)


def findings(analysis: Analysis, checks: tuple[Check, ...] = CHECKS) -> tuple[Finding, ...]:
    """All findings at the levels the declaration sets, acceptances laid over them, most serious first."""
    levels = dict(analysis.declaration.settings.checks)
    found = [finding for check in checks for finding in check.run(analysis)]
    accepted = accept(found, analysis.declaration.acceptances, analysis.on)
    levelled = (
        replace(finding, level=Level(levels[finding.check])) if finding.check in levels else finding
        for finding in accepted
    )
    return tuple(sorted(levelled, key=_order))


def page(name: str, language: str) -> str | None:
    """The page of a check in `en`, `zh` or `both`, None where there is no such check."""
    return pages.page(name, language, CHECKS)


def all_pages() -> str:
    """The pages of all checks, as `docs/checks.md` holds them."""
    return pages.all_pages(CHECKS)


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        bool(finding.accepted),
        _NATURES.index(finding.nature),
        _LEVELS.index(finding.level),
        finding.location,
        finding.check,
        finding.subject,
        finding.detail,
    )


__all__ = ["CHECKS", "LEAVES_OPEN", "NAMES", "Check", "all_pages", "findings", "page"]
