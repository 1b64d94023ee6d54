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
    facts = _Told(case)
    steps = [*_to_the_route(questions, case, facts)]
    steps += [_step(asked, facts) for asked in rules if asked.reply.truth is not NO]
    steps += [_step(asked, facts) for asked in raised if asked.reply.truth is YES]
    read = frozenset[str]().union(*[asked.reply.read for asked in (*rules, *raised)])
    years = sorted(path for path in read if path.startswith(CALENDAR))
    steps += [Step("", "ask.calendar", UNKNOWN, ((year, "weekends only"),)) for year in years]
    steps += [Step("", "ask.unread_fact", NO, ((path, "not read"),)) for path in unread]
    is_each_new = len({step.asked for step in steps}) == len(steps)
    return tuple(steps if is_each_new else dict.fromkeys(steps))


class _Told(dict[str, tuple[str, str] | None]):
    """Facts with their values as they are told, by path; None for what is no fact of its own."""

    def __init__(self, case: Situation) -> None:
        self._case = case

    def __missing__(self, path: str) -> tuple[str, str] | None:
        self[path] = told = (path, shown(self._case.value(path))) if path in self._case.rows else None
        return told

    def read(self, reply: Reply) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
        """The facts read with their values, and those that the answer turns on where that is not all of them."""
        read = tuple(filter(None, map(self.__getitem__, dict.fromkeys(reply.read))))
        turns_on = tuple([path for path, _ in read if path in reply.turns_on]) if reply.turns_on else ()
        return read, turns_on if len(turns_on) < len(read) else ()


def _to_the_route(questions: tuple[Question, ...], case: Situation, told: _Told) -> Iterator[Step]:
    for question in questions:
        reply = case.reply(question.when)
        yield Step(question.articles[0], f"ask.{question.id}", reply.truth, *told.read(reply))
        if reply.truth is YES and not question.overlay:
            return


def _step(asked: Asked, told: _Told) -> Step:
    citation = asked.citations[0] if asked.citations else ""
    return Step(citation, asked.name, asked.reply.truth, *told.read(asked.reply))
