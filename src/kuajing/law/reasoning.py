"""The questions asked, in order, with their answers and the facts read for each."""

from collections.abc import Iterable, Iterator, Mapping

from kuajing.law.consequences import Asked, Consequences
from kuajing.law.contested import Contest
from kuajing.law.procedure import Question
from kuajing.law.situation import CALENDAR, Outcome, Reply, Situation
from kuajing.law.values import shown
from kuajing.model.truth import NO, UNKNOWN, YES
from kuajing.model.verdicts import Step


def reasoning(
    questions: tuple[Question, ...],
    case: Situation,
    told: Mapping[Outcome, Consequences],
    contests: Iterable[Contest],
    unread: tuple[str, ...],
) -> tuple[Step, ...]:
    """Steps to the route, then the duties, violations and contested points not answered no, then what was not read."""
    raised = [asked for one in contests for asked in one.asked]
    rules = [asked for one in told.values() for asked in one.asked]
    steps = [*_to_the_route(questions, case)]
    steps += [_step(asked, case) for asked in rules if asked.reply.truth is not NO]
    steps += [_step(asked, case) for asked in raised if asked.reply.truth is YES]
    years = sorted(
        {path for asked in (*rules, *raised) for path in asked.reply.read if path.startswith(CALENDAR)}
    )
    steps += [Step("", "ask.calendar", UNKNOWN, ((year, "weekends only"),)) for year in years]
    steps += [Step("", "ask.unread_fact", NO, ((path, "not read"),)) for path in unread]
    return tuple(dict.fromkeys(steps))


def _to_the_route(questions: tuple[Question, ...], case: Situation) -> Iterator[Step]:
    for question in questions:
        reply = question.when.ask(case)
        yield Step(question.articles[0], f"ask.{question.id}", reply.truth, *_read(reply, case))
        if reply.truth is YES and not question.overlay:
            return


def _step(asked: Asked, case: Situation) -> Step:
    citation = asked.citations[0] if asked.citations else ""
    return Step(citation, asked.name, asked.reply.truth, *_read(asked.reply, case))


def _read(reply: Reply, case: Situation) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The facts read with their values, and those that the answer turns on where that is not all of them."""
    paths = dict.fromkeys(path for path in reply.read if not path.startswith(CALENDAR) and path in case.rows)
    turns_on = tuple(path for path in paths if path in reply.deciding)
    read = tuple((path, shown(case.value(path))) for path in paths)
    return read, turns_on if len(turns_on) < len(paths) else ()
