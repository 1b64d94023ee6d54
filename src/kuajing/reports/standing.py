"""How a transfer stands, in one word: what pictures, tables and summaries show of a judgement."""

from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth, any_of

INSIDE = "inside"
EXEMPT = "exempt"
MET = "met"
NOT_MET = "not_met"
UNDETERMINED = "undetermined"

STANDINGS = (NOT_MET, UNDETERMINED, MET, EXEMPT, INSIDE)
"""Every standing, the one that asks for the most attention first; each is named by `report.standing.<word>`."""

_FREE_ROUTES = frozenset({"exempt", "no_restriction"})


def standing(judgement: Judgement) -> str:
    """The standing of a transfer.

    `not_met` where a rule is not shown to be met, `undetermined` where that cannot be told, `exempt` where no
    mechanism is required and no duty is known to be open, `met` where a mechanism is and everything is shown,
    `inside` where nothing leaves.
    """
    verdict = judgement.verdict
    if verdict.violations or verdict.route == "prohibited":
        return NOT_MET
    if verdict.route == UNDETERMINED or judgement.transfer.leaves is Truth.UNKNOWN:
        return UNDETERMINED
    if verdict.route == "not_an_export":
        return INSIDE
    return _of_what_is_shown(judgement)


def _of_what_is_shown(judgement: Judgement) -> str:
    met = {duty.met for duty in judgement.verdict.duties}
    free = judgement.verdict.route in _FREE_ROUTES
    covered = Truth.YES if free else any_of(coverage.covered for coverage in judgement.coverage)
    if Truth.NO in met or covered is Truth.NO:
        return NOT_MET
    if free:
        return EXEMPT
    return MET if covered is Truth.YES and Truth.UNKNOWN not in met else UNDETERMINED
