"""Whether an approval is enough although the people counted leave the route open."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from kuajing.law import LawBook, assess
from kuajing.model.cases import Case
from kuajing.model.interval import Interval
from kuajing.model.mechanisms import TYPES, opens_each
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

COUNTS = ("data.ytd_persons.non_sensitive", "data.ytd_persons.sensitive")


def holds_on_every_route(judgement: Judgement, book: LawBook) -> bool:
    """Whether only counts are open, the approval opens every route they leave, and none of them shows a breach.

    A transfer under a contract in good order needs no better count to be known to be in order below the line and
    above it.
    """
    verdict, case = judgement.verdict, judgement.transfer.case
    covered = bool(judgement.coverage) and judgement.coverage[0].covered is Truth.YES
    if verdict.route != "undetermined" or not covered or not set(verdict.unsettled) <= set(COUNTS):
        return False
    mechanism = {word: name for name, word in TYPES.items()}.get(str(case.fact("mechanism.type")))
    if not opens_each(mechanism, verdict.possible):
        return False
    return all(not assess(corner, book).violations for corner in _corners(case))


def _corners(case: Case) -> Iterator[Case]:
    """The case with each count at its least and at its most; a count without a ceiling stays as it is."""
    choices = [[(path, value) for value in _ends(case, path)] for path in COUNTS]
    for chosen in product(*choices):
        facts = {**dict(case.facts), **dict(chosen)}
        yield replace(case, facts=tuple(sorted(facts.items())))


def _ends(case: Case, path: str) -> list[Interval]:
    count = case.fact(path)
    if not isinstance(count, Interval):
        return [Interval(0, None)]
    if count.high is None:
        return [Interval.exactly(count.low), count]
    return [Interval.exactly(count.low), Interval.exactly(count.high)]
