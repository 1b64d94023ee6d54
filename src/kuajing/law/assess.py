"""Judges one case by the law of its day: the route, what it asks for, and why."""

from collections.abc import Mapping

from kuajing.law.book import LawBook
from kuajing.law.consequences import Consequences, consequences, read, steps
from kuajing.law.essential import essential, outcomes
from kuajing.law.procedure import Procedure, Question, Run
from kuajing.law.situation import Outcome, Situation, situation_of
from kuajing.model.cases import Case
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Duty, Step, Verdict

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
    reached = outcomes(root, situation)
    found = {
        outcome: consequences(book, questions, situation.with_values(facts).under(outcome))
        for outcome, facts in reached.items()
    }
    routes = tuple(sorted({outcome.final_route for outcome in found}))
    outcome = _decided(found, questions, situation) if len(routes) == 1 else None
    return Verdict(
        case.id,
        case.on,
        routes[0] if len(routes) == 1 else UNDETERMINED,
        routes if len(routes) > 1 else (),
        None if outcome is None or outcome.final_route != outcome.route else outcome.exemption,
        _common_duties(found),
        tuple(sorted(frozenset.intersection(*(frozenset(one.violations) for one in found.values())))),
        tuple(sorted(frozenset.intersection(*(one.citations for one in found.values())))),
        tuple(sorted(frozenset.intersection(*(one.flags for one in found.values())))),
        tuple(sorted(frozenset.intersection(*(one.alternatives for one in found.values())) - set(routes))),
        _unsettled(root, situation, found, len(routes) == 1),
        _reasoning(questions, situation, found, unread),
    )


def _decided(found: _Found, questions: tuple[Question, ...], situation: Situation) -> Outcome | None:
    """The outcome that holds whatever the unknown facts are: that of the first question surely answered yes."""
    if len(found) == 1:
        return next(iter(found))
    sure = [question.id for question in questions if question.when.ask(situation).truth is Truth.YES]
    return next((outcome for step in sure for outcome in found if outcome.step == step), None)


def _common_duties(found: _Found) -> tuple[Duty, ...]:
    """The duties due in every outcome; met where every outcome agrees on it."""
    tables = [{duty.id: duty for duty in one.duties} for one in found.values()]
    common = []
    for name in sorted(set(tables[0]).intersection(*tables[1:])):
        duties = [table[name] for table in tables]
        met = {duty.met for duty in duties}
        keys = tuple(key for key in duties[0].citations if all(key in duty.citations for duty in duties))
        common.append(Duty(name, met.pop() if len(met) == 1 else Truth.UNKNOWN, keys))
    return tuple(common)


def _unsettled(root: Run, situation: Situation, found: _Found, determined: bool) -> tuple[str, ...]:  # noqa: FBT001
    if not determined:
        matter = essential(root, situation, lambda outcome: outcome.final_route)
        common = frozenset.intersection(*(one.open_paths for one in found.values()))
        return tuple(sorted(matter | {path for path in common if situation.absence(path)[0] == "duty"}))
    matter = essential(
        root,
        situation,
        lambda outcome: (
            frozenset(duty.id for duty in found[outcome].duties),
            frozenset(violation.id for violation in found[outcome].violations),
        ),
    )
    return tuple(sorted(matter.union(*(one.open_paths for one in found.values()))))


def _reasoning(
    questions: tuple[Question, ...], situation: Situation, found: _Found, unread: tuple[str, ...]
) -> tuple[Step, ...]:
    told: dict[Step, None] = {}
    for question in questions:
        reply = question.when.ask(situation)
        told[Step(question.articles[0], f"ask.{question.id}", reply.truth, read(reply, situation))] = None
        if reply.truth is Truth.YES and not question.overlay:
            break
    for outcome, one in found.items():
        told |= dict.fromkeys(steps(one, situation.under(outcome)))
    notes = sorted(frozenset[str]().union(*(one.calendar_notes for one in found.values())))
    told |= {Step("", "ask.calendar", Truth.UNKNOWN, ((note, "weekends only"),)): None for note in notes}
    told |= {Step("", "ask.unread_fact", Truth.NO, ((path, "not read"),)): None for path in unread}
    return tuple(told)
