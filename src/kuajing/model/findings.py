"""Findings: what a check reports."""

from dataclasses import dataclass
from enum import Enum

from kuajing.model.crossings import LabelTrail
from kuajing.model.facts import Basis
from kuajing.source.location import Location


class Nature(Enum):
    """What kind of thing a finding says: a requirement not shown to be met, a gap in knowledge, or a notice."""

    VIOLATION = "violation"
    UNKNOWN = "unknown"
    NOTICE = "notice"


class Level(Enum):
    """What is to be done about it: tell it, warn, or stop the build."""

    REPORT = "report"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing one check reports.

    `message` and `mend` are keys of `kuajing.messages`, filled by `values`. `subject` names what it is about
    (a transfer, dataset, system, approval, file) and, with `check`, makes the fingerprint: no line number is in it.
    `location` is the primary place, `related` are others. `confidence` is the weakest basis on the trail.
    `accepted` holds the reason of the acceptance that suppresses it, empty where none does.
    """

    check: str
    nature: Nature
    level: Level
    subject: str
    location: Location
    message: str
    mend: str
    values: tuple[tuple[str, str], ...] = ()
    citations: tuple[str, ...] = ()
    trails: tuple[LabelTrail, ...] = ()
    related: tuple[Location, ...] = ()
    transfer: str | None = None
    detail: str = ""
    confidence: Basis = Basis.OBSERVED
    accepted: str = ""
