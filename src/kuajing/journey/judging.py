"""A transfer judged: by the strictest reading where the approvals on record contradict each other."""

from dataclasses import replace

from kuajing.journey.every_route import holds_on_every_route
from kuajing.law import LawBook, assess, deadlines
from kuajing.law.policies import Policies, demands
from kuajing.model.transfers import Coverage, Judgement
from kuajing.model.truth import Truth
from kuajing.transfers import Assembled

_SURENESS = (Truth.NO, Truth.UNKNOWN, Truth.YES)


def judged(one: Assembled, book: LawBook, policies: Policies) -> Judgement:
    """What the law of the day says of a transfer, what comes for it, and what the organisation's own rules ask beside."""
    judgement = _strictest(one, book)
    return replace(
        judgement,
        holds_on_every_route=holds_on_every_route(judgement, book),
        deadlines=deadlines(judgement.transfer.case, book),
        demands=demands(judgement.transfer.case, judgement.transfer.own_facts, book, policies),
        touched=book.touched(judgement.transfer.case),
    )


def _strictest(one: Assembled, book: LawBook) -> Judgement:
    """The judgement under the approval that leaves most unmet, then covers least; the others contradict it."""
    best = Judgement(one.transfer, one.coverage, assess(one.transfer.case, book), one.count_contradicted)
    if not one.readings:
        return best
    judgements = [best]
    for reading in one.readings:
        coverage = tuple(sorted(one.coverage, key=lambda other: other.approval != reading.approval))
        transfer = replace(one.transfer, case=reading.case, own_facts=reading.own_facts)
        judgements.append(Judgement(transfer, coverage, assess(reading.case, book), one.count_contradicted))
    strictest = min(judgements, key=_leniency)
    others = {judgement.coverage[0].approval for judgement in judgements} - {strictest.coverage[0].approval}
    about = {key for reading in one.readings for key in reading.about}
    return replace(strictest, contradicted_by=tuple(sorted(others)), contradicted_in=tuple(sorted(about)))


def _leniency(judgement: Judgement) -> tuple[int, int, int, str]:
    unmet = sum(duty.met is Truth.NO for duty in judgement.verdict.duties)
    first: Coverage = judgement.coverage[0]
    return (
        -len(judgement.verdict.violations),
        -unmet,
        _SURENESS.index(first.covered),
        first.approval,
    )
