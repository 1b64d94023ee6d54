"""The act of a transfer, in the word of the assessment."""

from kuajing.model.crossings import CrossingKind
from kuajing.model.truth import Truth
from kuajing.transfers.drafts import Draft

EXPORTS = frozenset(
    {
        "transfer",
        "remote_access",
        "direct_collection",
        "overseas_storage",
        "overseas_processing",
        "log_shipping",
    }
)
"""The acts by which data leaves; the other words of a declaration say that it does not."""

STORES = frozenset({"bucket", "database", "file_share", "warehouse"})


def mode(draft: Draft) -> str:
    """The act: what all flows declare, else what the crossing shows.

    A declared word by which nothing leaves does not stand against a trail that does.
    """
    declared = {flow.flow.mode for flow in draft.flows}
    if draft.leaves is Truth.YES:
        declared &= EXPORTS
    said = declared - {None}
    return said.pop() or "" if len(said) == 1 else _shown(draft)


def _shown(draft: Draft) -> str:
    kinds = {crossing.kind for crossing in draft.crossings}
    if CrossingKind.SENT in kinds:
        return "overseas_storage" if _is_storage(draft) else "transfer"
    if CrossingKind.ACCESSED in kinds or (not kinds and draft.target.kind == "workplace"):
        return "remote_access"
    return "direct_collection" if CrossingKind.COLLECTED in kinds else "transfer"


def _is_storage(draft: Draft) -> bool:
    """Whether data is kept abroad rather than given to somebody: in a store of its own handler, or as a backup."""
    own = draft.parties.handler_id is not None and draft.parties.handler_id == draft.parties.recipient_id
    return draft.target.kind in STORES and (own or draft.purpose == "backup")
