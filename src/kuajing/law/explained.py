"""One verdict opened up: its questions as trees of conditions, its contested points, and the nearest other answers."""

from collections.abc import Iterator

from kuajing.law.book import LawBook
from kuajing.law.changes import load_trials
from kuajing.law.contested import reading
from kuajing.law.essential import outcomes
from kuajing.law.nearest import Nearest
from kuajing.law.procedure import Procedure, Question
from kuajing.law.readings import load_readings
from kuajing.law.reasons import reason
from kuajing.law.situation import Outcome, Situation, situation_of
from kuajing.model.cases import Case
from kuajing.model.reasons import Explanation, Opened, Reading
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict

MET = "met."
"""What stands before the id of a duty in the key under which its own condition is opened."""


def explain(case: Case, verdict: Verdict, book: LawBook) -> Explanation:
    """The explanation of a verdict that `assess` gave on the case."""
    situation, _ = situation_of(case, book.rows)
    questions = book.questions_on(case.on)
    outcome, narrowed = _ended(questions, situation)
    ended = narrowed.under(outcome)
    nearest = Nearest(case, verdict, book, load_trials(book))
    return Explanation(
        (*_questions(questions, situation), *_rules(book, verdict, ended)),
        tuple(_readings(book, verdict, ended, outcome)),
        nearest.lighter(),
        nearest.heavier(),
    )


def _ended(questions: tuple[Question, ...], situation: Situation) -> tuple[Outcome, Situation]:
    """The outcome that is told, with the facts as they are in it: the one that surely holds, else the first possible."""
    root = Procedure(questions, situation).run()
    found = {outcome: situation.with_values(facts) for outcome, facts in outcomes(root, situation).items()}
    sure = next((question.id for question in questions if _holds(question, situation)), None)
    outcome = next((one for one in found if one.step == sure), None) if len(found) > 1 else None
    if outcome is not None:
        return outcome, situation
    return next(iter(found.items()))


def _holds(question: Question, situation: Situation) -> bool:
    return not question.overlay and question.when.ask(situation).truth is Truth.YES


def _questions(questions: tuple[Question, ...], situation: Situation) -> Iterator[Opened]:
    for question in questions:
        yield Opened(f"ask.{question.id}", question.articles[0], reason(question.when, situation))
        if _holds(question, situation):
            return


def _rules(book: LawBook, verdict: Verdict, case: Situation) -> Iterator[Opened]:
    """The duties and violations of a verdict; a duty that facts can show to be met also under its own condition.

    Where several rules give the same one, it is opened where it holds.
    """
    due = {duty.id: _first(duty.citations) for duty in verdict.duties}
    given = {violation.id: _first(violation.citations) for violation in verdict.violations}
    for version in book.versions_on(case.on):
        for imposed in version.duties:
            if imposed.id in due and imposed.when.ask(case).truth is Truth.YES:
                yield Opened(f"duty.{imposed.id}", due[imposed.id], reason(imposed.when, case))
                if imposed.met is not None:
                    yield Opened(f"{MET}{imposed.id}", due[imposed.id], reason(imposed.met, case))
        for breach in version.violations:
            if breach.id in given and breach.when.ask(case).truth is Truth.YES:
                yield Opened(f"violation.{breach.id}", given[breach.id], reason(breach.when, case))


def _first(citations: tuple[str, ...]) -> str:
    return citations[0] if citations else ""


def _readings(book: LawBook, verdict: Verdict, case: Situation, outcome: Outcome) -> Iterator[Reading]:
    readings = load_readings(book)
    for flag in book.flags:
        if flag.id in verdict.contested_points and flag.id in readings:
            told = readings[flag.id]
            _, route = reading(book, case, flag, outcome)
            yield Reading(flag.id, told.default, told.other, route, told.citations)
