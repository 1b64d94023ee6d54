"""Which mechanisms open which route, and how the best approval on record stands to the route of a transfer."""

from kuajing.model.analysis import Analysis
from kuajing.model.transfers import Coverage, Judgement

OPENED_BY = {
    "gba_standard_contract": frozenset({"gba_standard_contract"}),
    "security_assessment": frozenset({"security_assessment"}),
    "standard_contract_or_certification": frozenset(
        {"certification", "gba_standard_contract", "security_assessment", "standard_contract"}
    ),
}
"""The routes that require a mechanism, and the mechanisms of approvals that can be meant for them."""


def requires_mechanism(judgement: Judgement) -> bool:
    """Whether a mechanism is required whatever is still open."""
    verdict = judgement.verdict
    return all(route in OPENED_BY for route in verdict.possible or (verdict.route,))


def relied_on(analysis: Analysis, judgement: Judgement) -> Coverage | None:
    """The best approval on record, where its mechanism can open the route; None where there is none."""
    mechanisms = {approval.id: approval.mechanism for approval in analysis.declaration.approvals}
    verdict = judgement.verdict
    for coverage in judgement.coverage[:1]:
        mechanism = mechanisms.get(coverage.approval)
        routes = verdict.possible or (verdict.route,)
        if all(mechanism in OPENED_BY.get(route, frozenset()) for route in routes):
            return coverage
    return None


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
