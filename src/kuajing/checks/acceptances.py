"""Acceptances laid over findings: what is accepted stays in every output, with its reason."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase

from kuajing.checks import broad_acceptance, expired_acceptance, unused_acceptance
from kuajing.checks.broad_acceptance import BROAD
from kuajing.checks.expired_acceptance import EXPIRED
from kuajing.checks.unused_acceptance import UNUSED
from kuajing.model.declaration import Acceptance
from kuajing.model.findings import Finding

_OF_ACCEPTANCES = frozenset({BROAD, EXPIRED, UNUSED})


def accept(findings: Iterable[Finding], acceptances: Iterable[Acceptance], on: date) -> tuple[Finding, ...]:
    """The findings with those accepted marked, and a finding for each acceptance that is expired, meets nothing or is too broad.

    Acceptances of expired, unused and broad acceptances are laid over these in the end.
    """
    result = list(findings)
    for acceptance in sorted(acceptances, key=lambda one: (one.check in _OF_ACCEPTANCES, one.location)):
        if isinstance(acceptance.expires, date) and acceptance.expires < on:
            result.append(expired_acceptance.finding(acceptance))
            continue
        met = [index for index, finding in enumerate(result) if _meets(acceptance, finding)]
        if not met:
            result.append(unused_acceptance.finding(acceptance))
        by_pattern = sum(acceptance.at not in _places(result[index]) for index in met)
        if broad_acceptance.is_broad(acceptance, by_pattern):
            result.append(broad_acceptance.finding(acceptance, len(met)))
        for index in met:
            result[index] = replace(result[index], accepted=acceptance.reason or "?")
    return tuple(result)


def _meets(acceptance: Acceptance, finding: Finding) -> bool:
    at = acceptance.at
    return finding.check == acceptance.check and any(
        at == place or fnmatchcase(place, at) for place in _places(finding)
    )


def _places(finding: Finding) -> tuple[str, ...]:
    """All by which a finding can be named: its subject, its transfer, its file, and its place as far as it is printed."""
    location = finding.location
    at_line = f"{location.path}:{location.line}"
    return (
        finding.subject,
        finding.transfer or finding.subject,
        location.path,
        at_line,
        f"{at_line}:{location.column}",
    )
