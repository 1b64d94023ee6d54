"""Acceptances laid over findings: what is accepted stays in every output, with its reason."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase

from kuajing.model.declaration import Acceptance
from kuajing.model.findings import Finding, Level, Nature

EXPIRED = "expired-acceptance"
UNUSED = "unused-acceptance"


def accept(findings: Iterable[Finding], acceptances: Iterable[Acceptance], on: date) -> tuple[Finding, ...]:
    """The findings with those accepted marked, and a finding for each acceptance that is expired or meets nothing."""
    result = list(findings)
    for acceptance in acceptances:
        if isinstance(acceptance.expires, date) and acceptance.expires < on:
            result.append(_about(acceptance, EXPIRED, "expired_acceptance"))
            continue
        met = [index for index, finding in enumerate(result) if _meets(acceptance, finding)]
        if not met:
            result.append(_about(acceptance, UNUSED, "unused_acceptance"))
        for index in met:
            result[index] = replace(result[index], accepted=acceptance.reason or "?")
    return tuple(result)


def _meets(acceptance: Acceptance, finding: Finding) -> bool:
    at = (finding.subject, finding.location.path, f"{finding.location.path}:{finding.location.line}")
    return finding.check == acceptance.check and any(fnmatchcase(place, acceptance.at) for place in at)


def _about(acceptance: Acceptance, check: str, message: str) -> Finding:
    return Finding(
        check=check,
        nature=Nature.NOTICE,
        level=Level.WARN,
        subject=f"{acceptance.check} {acceptance.at}",
        location=acceptance.location,
        message=f"finding.{message}",
        mend=f"mend.{message}",
        values=(
            ("accepted_check", acceptance.check),
            ("at", acceptance.at),
            ("expires", acceptance.expires.isoformat() if isinstance(acceptance.expires, date) else "?"),
        ),
    )
