"""Mechanisms 出境路径 in the words of declaration and law, and the routes that each of them opens."""

TYPES = {
    "standard_contract": "scc",
    "certification": "certificate",
    "gba_standard_contract": "gba_sc",
    "security_assessment": "security_assessment",
}
"""The mechanism of an approval, and its word in a case."""

OPENED_BY = {
    "gba_standard_contract": frozenset({"gba_standard_contract"}),
    "security_assessment": frozenset({"security_assessment"}),
    "standard_contract_or_certification": frozenset(
        {"certification", "gba_standard_contract", "security_assessment", "standard_contract"}
    ),
}
"""The routes that require a mechanism, and the mechanisms of approvals that can be meant for them."""

FREE_ROUTES = frozenset({"exempt", "no_restriction"})
"""Routes on which data leaves and no mechanism is required."""


def opens_each(mechanism: str | None, routes: tuple[str, ...]) -> bool:
    """Whether a mechanism is enough whichever of the routes it is; a route that needs none is open anyway."""
    return all(route in FREE_ROUTES or mechanism in OPENED_BY.get(route, frozenset()) for route in routes)
