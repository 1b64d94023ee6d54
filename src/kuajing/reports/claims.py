"""The exemptions that a transfer claims, and whether the law of the day grants them."""

from dataclasses import dataclass

from kuajing.model.cases import Case
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict

_CLAIMED = "claims"
_QUESTIONS = {
    "anonymised": "ask.nothing_personal",
    "automotive_guideline_exemption": "ask.automotive_guideline",
    "contract": "ask.contract",
    "de_minimis": "ask.de_minimis",
    "emergency": "ask.emergency",
    "ftz": "ask.zone_list",
    "hr": "ask.hr",
    "legal_duty": "ask.legal_duty",
    "trade": "ask.business_data",
    "transit": "ask.transit",
}
"""The question that answers each claim."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One exemption claimed: the question put, its answer, its article, and the facts that the answer turns on."""

    name: str
    asked: str
    holds: Truth
    citation: str
    turns_on: tuple[tuple[str, str], ...]


def claims_of(case: Case, verdict: Verdict) -> tuple[Claim, ...]:
    """The claims of a case that were put to the law, in the order they are declared.

    Where another question had already decided the route, a claim was not asked for and is left out.
    """
    declared = case.fact(_CLAIMED)
    steps = {step.asked: step for step in verdict.reasoning}
    claims = []
    for name in declared if isinstance(declared, tuple) else ():
        step = steps.get(_QUESTIONS.get(name, ""))
        if step is not None:
            read = tuple(fact for fact in step.read if fact[0] != _CLAIMED)
            turning = tuple(fact for fact in read if fact[0] in step.turns_on) or read
            claims.append(Claim(name, step.asked, step.answer, step.citation, turning))
    return tuple(claims)


def refused(judgement: Judgement) -> tuple[Claim, ...]:
    """The claims that do not hold."""
    claims = claims_of(judgement.transfer.case, judgement.verdict)
    return tuple(claim for claim in claims if claim.holds is Truth.NO)
