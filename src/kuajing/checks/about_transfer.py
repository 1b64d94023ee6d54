"""How a finding about a transfer is made, for all checks that speak of one."""

from kuajing.checks.evidence import NOTHING, also_at, confidence, named, opened_at, telling
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Judgement

Values = tuple[tuple[str, str], ...]


def about(
    analysis: Analysis,
    judgement: Judgement,
    *,
    check: str,
    nature: Nature,
    level: Level,
    message: str,
    values: Values = (),
    citations: tuple[str, ...] = (),
    detail: str = "",
    outside: frozenset[str] = NOTHING,
) -> Finding:
    """A finding of `check` about one transfer, with its trails and places; `outside` are the categories it is about."""
    transfer = judgement.transfer
    trails = telling(transfer, outside)
    location = opened_at(analysis, transfer, outside)
    return Finding(
        check=check,
        nature=nature,
        level=level,
        subject=transfer.id,
        location=location,
        message=f"finding.{message}",
        mend=f"mend.{message}",
        values=tuple(sorted({**dict(named(transfer)), **dict(values)}.items())),
        citations=citations,
        trails=trails,
        related=also_at(analysis, transfer, location),
        transfer=transfer.id,
        detail=detail,
        confidence=confidence(analysis, trails),
    )
