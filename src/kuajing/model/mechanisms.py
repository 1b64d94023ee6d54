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

LACKING = frozenset(
    {
        "export_without_scc_or_cert",
        "export_without_security_assessment",
        "wrong_mechanism_for_important_data",
        "wrong_mechanism_for_ciio",
        "wrong_mechanism_above_threshold",
        "gba_sc_not_available",
        "overseas_storage_by_ciio",
    }
)
"""The transfer has no mechanism, or one that is not open to it."""

LAPSED = frozenset(
    {"security_assessment_expired", "certificate_renewal_window_missed", "extension_not_available"}
)
"""The mechanism on record is over, or about to be without renewal."""


def opens_each(mechanism: str | None, routes: tuple[str, ...]) -> bool:
    """Whether a mechanism is enough whichever of the routes it is; a route that needs none is open anyway."""
    return all(route in FREE_ROUTES or mechanism in OPENED_BY.get(route, frozenset()) for route in routes)
