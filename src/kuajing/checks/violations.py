"""Which check reports which violation of the law, so that each is reported once."""

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

OUTGROWN = frozenset(
    {
        "scc_not_redone_a8",
        "export_beyond_assessed_scope",
        "export_outside_certificate_scope",
        "reassessment_required_sam_a14",
        "onward_recipient_not_in_annex1",
        "onward_outside_gba",
    }
)
"""The transfer is no longer the one that the mechanism was made for."""

INCOMPLETE = frozenset({"notice_incomplete_art39"})
"""The notice was given and lacks items that the declaration names."""
