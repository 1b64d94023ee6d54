"""How a transfer stands, in one word: what pictures, tables and summaries show of a judgement."""

from kuajing.model.mechanisms import FREE_ROUTES
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

PROHIBITED = "prohibited"
UNMET = "unmet"
UNDECLARED = "undeclared"
UNDETERMINED = "undetermined"
MET = "met"
EXEMPT = "exempt"
NOTHING_NAMED = "none"
INSIDE = "inside"

STANDINGS = (PROHIBITED, UNMET, UNDECLARED, UNDETERMINED, MET, EXEMPT, NOTHING_NAMED, INSIDE)
"""Every standing, the gravest first; each is named by `report.standing.<word>`."""


def standing(judgement: Judgement) -> str:
    """The standing of a transfer.

    `unmet` where a rule or duty is not shown to be met, `undeclared` where no flow accounts for it, `undetermined`
    where that cannot be told, `exempt` where no mechanism is required, `met` where one is and is shown to cover it,
    `inside` where nothing leaves.
    """
    verdict, transfer = judgement.verdict, judgement.transfer
    if verdict.route == PROHIBITED:
        return PROHIBITED
    if transfer.purpose is None and not transfer.flows:
        return UNDECLARED if transfer.leaves is Truth.YES else UNDETERMINED
    if verdict.violations:
        return UNMET
    if transfer.leaves is Truth.UNKNOWN or (
        verdict.route == UNDETERMINED and not judgement.holds_on_every_route
    ):
        return UNDETERMINED
    return INSIDE if verdict.route == "not_an_export" else _by_what_is_shown(judgement)


def _by_what_is_shown(judgement: Judgement) -> str:
    """The best approval stands first; one that is not needed counts for nothing."""
    free = judgement.verdict.route in FREE_ROUTES
    covered = Truth.YES if free else judgement.coverage[0].covered if judgement.coverage else Truth.NO
    if covered is Truth.NO or any(duty.met is Truth.NO for duty in judgement.verdict.duties):
        return UNMET
    if free:
        return EXEMPT
    return MET if covered is Truth.YES else UNDETERMINED
