"""Which mechanisms open which route, and how the best approval on record stands to the route of a transfer."""

from kuajing.model.analysis import Analysis
from kuajing.model.mechanisms import OPENED_BY, opens_each
from kuajing.model.transfers import Coverage, Judgement, Shortfall
from kuajing.model.truth import Truth


def may_require_mechanism(judgement: Judgement) -> bool:
    """Whether a mechanism is required on one of the routes that are still open."""
    return any(route in OPENED_BY for route in routes_of(judgement))


def routes_of(judgement: Judgement) -> tuple[str, ...]:
    """The route of a transfer, or those still open."""
    return judgement.verdict.possible or (judgement.verdict.route,)


def relied_on(analysis: Analysis, judgement: Judgement) -> Coverage | None:
    """The best approval on record, where its mechanism can open the route; None where there is none."""
    mechanisms = {approval.id: approval.mechanism for approval in analysis.declaration.approvals}
    for coverage in judgement.coverage[:1]:
        if may_require_mechanism(judgement) and opens_each(
            mechanisms.get(coverage.approval), routes_of(judgement)
        ):
            return coverage
    return None


def grown_beyond(analysis: Analysis, judgement: Judgement) -> tuple[Shortfall, ...]:
    """What lies outside the approval relied on, where one is needed and it is not over."""
    coverage = relied_on(analysis, judgement)
    if coverage is None or ended_on(analysis, coverage):
        return ()
    return tuple(
        shortfall
        for shortfall in coverage.shortfalls
        if shortfall.covered is Truth.NO and shortfall.respect != "approval.date_outside"
    )


def ended_on(analysis: Analysis, coverage: Coverage) -> str | None:
    """The declared last day of an approval, where it is past."""
    for shortfall in coverage.shortfalls:
        expires = dict(shortfall.values).get("expires", "?")
        if (
            shortfall.respect == "approval.date_outside"
            and expires != "?"
            and expires < analysis.on.isoformat()
        ):
            return expires
    return None
