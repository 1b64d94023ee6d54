"""Identities that survive edits: of a finding and of a crossing, with no line number in them."""

import json
from hashlib import sha256

from kuajing.model.crossings import Crossing
from kuajing.model.findings import Finding


def fingerprint(finding: Finding) -> str:
    """The identity of a finding: check, subject and detail, as 64 hexadecimal signs."""
    return _digest([finding.check, finding.subject, finding.detail])


def crossing_id(crossing: Crossing) -> str:
    """The identity of a crossing: its kind and both its sides, as 16 hexadecimal signs."""
    sides = [crossing.source_system, *crossing.source.path, "", crossing.target_system]
    behind = [] if crossing.target is None else [*crossing.target.path]
    return _digest([crossing.kind.value, *sides, *behind, crossing.via or ""])[:16]


def _digest(parts: list[str]) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()
