"""Which check reports which violation of the law, so that each is reported once."""

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
