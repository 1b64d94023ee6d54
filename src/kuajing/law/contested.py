"""Contested points that a case touches, and the other routes that are lawful or arguable."""

from dataclasses import dataclass

from kuajing.law.book import Flag, LawBook
from kuajing.law.consequences import Asked, told
from kuajing.law.hypotheses import other_route
from kuajing.law.situation import Outcome, Situation
from kuajing.model.truth import YES


@dataclass(frozen=True, slots=True)
class Contest:
    """The points touched, the other routes, and all points that were asked about."""

    flags: frozenset[str]
    alternatives: frozenset[str]
    asked: tuple[Asked, ...]


def contest(book: LawBook, case: Situation, outcome: Outcome) -> Contest:
    """What is unsettled about an outcome; a point whose other reading gives the same route is not raised."""
    case = case.under(outcome)
    flags: set[str] = set()
    routes = {other.route for other in book.alternatives if other.when.truth(case) is YES}
    asked = []
    for flag in told(book.flags, case):
        reply = flag.when.ask(case)
        asked.append(Asked(f"flag.{flag.id}", reply))
        if reply.truth is not YES:
            continue
        is_raised, other = reading(book, case, flag, outcome)
        if not is_raised:
            asked.pop()
            continue
        flags.add(flag.id)
        if other is not None and not flag.is_quiet:
            routes.add(other)
    return Contest(frozenset(flags), frozenset(routes - {outcome.final_route}), tuple(asked))


def reading(book: LawBook, case: Situation, flag: Flag, outcome: Outcome) -> tuple[bool, str | None]:
    """Whether the other reading matters, and its route where it names one."""
    if not flag.hypotheses:
        return flag.other != outcome.route, flag.other
    found = other_route(book, case, flag.hypotheses)
    return found is not None and flag.other in (None, found), found
