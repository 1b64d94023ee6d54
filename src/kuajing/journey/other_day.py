"""The transfers of an estate judged again by the law of another day, on the facts of its own."""

from dataclasses import replace
from datetime import date

from kuajing.law import LawBook, assess
from kuajing.model.analysis import Analysis
from kuajing.model.transfers import Judgement


def by_law_of(analysis: Analysis, on: date, book: LawBook) -> Analysis:
    """The same analysis, every transfer judged by the law of `on`: what differs, the law has changed.

    Days on record later than `on` stay facts; what is told of them as not yet come is no change of law, so violations of
    such a transfer are left out on both sides by whoever compares (`has_later_days`).
    """
    return replace(analysis, on=on, judgements=tuple(_judged(one, on, book) for one in analysis.judgements))


def has_later_days(judgement: Judgement, on: date) -> bool:
    """Whether a day on record for a transfer is later than `on`."""
    return any(isinstance(value, date) and value > on for _, value in judgement.transfer.case.facts)


def _judged(judgement: Judgement, on: date, book: LawBook) -> Judgement:
    case = replace(judgement.transfer.case, on=on)
    return replace(judgement, verdict=assess(case, book))


def law_alone(analysis: Analysis, on: date) -> Analysis:
    """The analysis without the violations of transfers that have days on record later than `on`."""
    return replace(
        analysis,
        judgements=tuple(
            replace(one, verdict=replace(one.verdict, violations=())) if has_later_days(one, on) else one
            for one in analysis.judgements
        ),
    )
