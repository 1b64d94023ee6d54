"""Which transfers count towards their handler's people, judged each on its own."""

from collections.abc import Callable
from dataclasses import replace

from kuajing.journey.every_route import COUNTS
from kuajing.law import LawBook, TallyRule, assess
from kuajing.model.interval import Interval
from kuajing.model.tally import INSIDE, OUTSIDE, PERHAPS, TallyStanding
from kuajing.model.transfers import Transfer
from kuajing.model.truth import Truth


def standing_by(book: LawBook, rule: TallyRule) -> Callable[[Transfer], TallyStanding]:
    """Say of a transfer judged alone whether it counts towards its handler's people."""
    words = {Truth.YES: OUTSIDE, Truth.NO: INSIDE, Truth.UNKNOWN: PERHAPS}

    def standing(transfer: Transfer) -> TallyStanding:
        verdict = assess(transfer.case, book)
        if verdict.exemption is not None:
            return TallyStanding(words[rule.is_outside(verdict.exemption)], verdict.exemption)
        if verdict.route == "not_an_export":
            return TallyStanding(OUTSIDE, next(iter(verdict.citations), None))
        if "not_an_export" in verdict.possible:
            return TallyStanding(PERHAPS)
        return _if_exempt(transfer, book, rule) if "exempt" in verdict.possible else TallyStanding(INSIDE)

    return standing


def _if_exempt(transfer: Transfer, book: LawBook, rule: TallyRule) -> TallyStanding:
    """The standing of a transfer that may be exempt: inside where that could only be for the smallness of its numbers."""
    nobody = {path: Interval.exactly(0) for path in COUNTS}
    facts = {**dict(transfer.case.facts), **nobody}
    exemption = assess(replace(transfer.case, facts=tuple(sorted(facts.items()))), book).exemption
    is_inside = exemption is not None and rule.is_outside(exemption) is Truth.NO
    return TallyStanding(INSIDE if is_inside else PERHAPS)
