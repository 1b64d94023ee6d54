"""Acceptances laid over findings: what is accepted stays in every output, with its reason."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase

from kuajing.checks import expired_acceptance, unused_acceptance
from kuajing.checks.expired_acceptance import EXPIRED
from kuajing.checks.unused_acceptance import UNUSED
from kuajing.model.declaration import Acceptance
from kuajing.model.findings import Finding


def accept(findings: Iterable[Finding], acceptances: Iterable[Acceptance], on: date) -> tuple[Finding, ...]:
    """The findings with those accepted marked, and a finding for each acceptance that is expired or meets nothing.

    Acceptances of expired and unused acceptances are laid over these in the end.
    """
    result = list(findings)
    for acceptance in sorted(acceptances, key=lambda one: (one.check in {EXPIRED, UNUSED}, one.location)):
        if isinstance(acceptance.expires, date) and acceptance.expires < on:
            result.append(expired_acceptance.finding(acceptance))
            continue
        met = [index for index, finding in enumerate(result) if _meets(acceptance, finding)]
        if not met:
            result.append(unused_acceptance.finding(acceptance))
        for index in met:
            result[index] = replace(result[index], accepted=acceptance.reason or "?")
    return tuple(result)


def _meets(acceptance: Acceptance, finding: Finding) -> bool:
    places = (finding.subject, finding.location.path, f"{finding.location.path}:{finding.location.line}")
    at = acceptance.at
    return finding.check == acceptance.check and any(
        at == place or fnmatchcase(place, at) for place in places
    )
