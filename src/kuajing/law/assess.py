"""Judges one case by the law of its day: the route, what it asks for, and why."""

from collections.abc import Mapping
from datetime import date

from kuajing.law.book import LawBook
from kuajing.law.consequences import Consequences, consequences
from kuajing.law.contested import Contest, contest
from kuajing.law.differing import Differing
from kuajing.law.essential import essential, outcomes, routes_differ
from kuajing.law.procedure import Procedure, Question, Run
from kuajing.law.reasoning import reasoning
from kuajing.law.situation import Outcome, Situation, situation_of
from kuajing.model.cases import Case
from kuajing.model.truth import UNKNOWN, YES
from kuajing.model.verdicts import Duty, Verdict, Violation

UNDETERMINED = "undetermined"
_Found = Mapping[Outcome, Consequences]


def assess(case: Case, book: LawBook) -> Verdict:
    """The verdict on one transfer by the law in force on its day.

    Unknown facts that could change the route are tried over all their values; where that gives several routes, the
    verdict is undetermined and holds what is common to all of them.
    """
    situation, unread = situation_of(case, book.rows)
    questions = book.questions_on(case.on)
    root = Procedure(questions, situation).run()
    narrowed = {outcome: situation.with_values(facts) for outcome, facts in outcomes(root, situation).items()}
    found = {outcome: consequences(book, questions, narrowed[outcome], outcome) for outcome in narrowed}
    routes = tuple(sorted({outcome.final_route for outcome in found}))
    sure = _sure(found, questions, situation) if len(routes) == 1 else None
    told = found
    if sure is not None and narrowed[sure] is not situation:
        told = {sure: consequences(book, questions, situation, sure)}
    contests = [contest(book, narrowed[outcome] if sure is None else situation, outcome) for outcome in told]
    return Verdict(
        id=case.id,
        on=case.on,
        route=routes[0] if len(routes) == 1 else UNDETERMINED,
        possible=routes if len(routes) > 1 else (),
        exemption=sure.exemption if sure is not None and sure.final_route == sure.route else None,
        duties=_common_duties(found),
        violations=_common_violations(found),
        citations=tuple(sorted(frozenset.intersection(*(one.citations for one in told.values())))),
        contested_points=tuple(sorted(frozenset.intersection(*(one.flags for one in contests)))),
        alternatives=_alternatives(contests, routes),
        unsettled=_unsettled(root, routes, Differing(book, questions, situation, narrowed, found)),
        reasoning=reasoning(questions, situation, told, contests, unread),
        mechanisms=_not_yet_all(book, routes, case.on),
    )


def _not_yet_all(book: LawBook, routes: tuple[str, ...], on: date) -> tuple[tuple[str, date], ...]:
    """The mechanisms of a route that is sure, where not all of them stood that day."""
    found = book.mechanisms.get(routes[0], ()) if len(routes) == 1 else ()
    return found if any(on < first for _, first in found) else ()


def _sure(found: _Found, questions: tuple[Question, ...], situation: Situation) -> Outcome | None:
    """The outcome that holds whatever the unknown facts are: that of the first question surely answered yes."""
    if len(found) == 1:
        return next(iter(found))
    steps = (question.id for question in questions if question.when.truth(situation) is YES)
    return next((outcome for step in steps for outcome in found if outcome.step == step), None)


def _common_duties(found: _Found) -> tuple[Duty, ...]:
    """The duties due in every outcome; met where every outcome agrees on it."""
    tables = [{duty.id: duty for duty in one.duties} for one in found.values()]
    common = []
    for name in sorted(set(tables[0]).intersection(*tables[1:])):
        duties = [table[name] for table in tables]
        if len(duties) == 1:
            common += duties
            continue
        met = {duty.met for duty in duties}
        cited = _in_all([duty.citations for duty in duties])
        agreed = met.pop() if len(met) == 1 else UNKNOWN
        common.append(Duty(name, agreed, cited, all(duty.lasting for duty in duties)))
    return tuple(common)


def _common_violations(found: _Found) -> tuple[Violation, ...]:
    """The violations given in every outcome."""
    tables = [{violation.id: violation.citations for violation in one.violations} for one in found.values()]
    names = sorted(set(tables[0]).intersection(*tables[1:]))
    return tuple(Violation(name, _in_all([table[name] for table in tables])) for name in names)


def _in_all(lists: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The keys that stand in every list, in the order of the first."""
    return tuple(key for key in lists[0] if all(key in one for one in lists))


def _alternatives(contests: list[Contest], routes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(frozenset.intersection(*(one.alternatives for one in contests)) - set(routes)))


def _unsettled(root: Run, routes: tuple[str, ...], differing: Differing) -> tuple[str, ...]:
    """The absent facts that would change the route, or with a route that stands, its duties and violations."""
    situation, found = differing.situation, differing.found
    if len(routes) > 1:
        matter = essential(root, situation, routes_differ)
        common = frozenset.intersection(*(one.open_paths for one in found.values()))
        return tuple(sorted(matter | {path for path in common if situation.absence(path)[0] == "duty"}))
    matter = essential(root, situation, differing.differ)
    return tuple(sorted(matter.union(*(one.open_paths for one in found.values()))))
