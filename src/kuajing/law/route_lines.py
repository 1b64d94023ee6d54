"""Numbers of people at which the route of a case changes, asked of the law itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.law.book import LawBook
from kuajing.law.consequences import keys
from kuajing.law.essential import outcomes
from kuajing.law.procedure import Fork, Procedure, Run
from kuajing.law.situation import Outcome, Situation, situation_of
from kuajing.model.cases import Case
from kuajing.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Line:
    """From `count` people on the routes are these, below it those `before`; `citations` stand behind the new ones."""

    count: int
    before: tuple[str, ...]
    routes: tuple[str, ...]
    citations: tuple[str, ...]


def lines(case: Case, book: LawBook, path: str, reach: Interval) -> tuple[Line, ...]:
    """The numbers within reach, its least aside, at which another route begins, the other facts as they are."""
    situation, _ = situation_of(case, book.rows)
    root = _run(book, situation.with_values({path: reach}))
    bounds = sorted({bound for bound in _bounds(root, path) if bound > reach.low})
    found = []
    for bound in bounds:
        below = _routes(book, situation.with_values({path: Interval.exactly(bound - 1)}))
        at = situation.with_values({path: Interval.exactly(bound)})
        if _routes(book, at) != below:
            found.append(Line(bound, below, _routes(book, at), _behind(book, at)))
    return tuple(found)


def _run(book: LawBook, situation: Situation) -> Run:
    return Procedure(book.questions_on(situation.on), situation).run()


def _bounds(root: Run, path: str) -> Iterator[int]:
    """The least number of each part into which the count is forked."""
    seen: set[int] = set()
    waiting: list[Run] = [root]
    while waiting:
        run = waiting.pop()
        if not isinstance(run, Fork) or id(run) in seen:
            continue
        seen.add(id(run))
        for part, below in run.branches:
            waiting.append(below)
            if run.path == path and isinstance(part, Interval):
                yield part.low


def _routes(book: LawBook, situation: Situation) -> tuple[str, ...]:
    return tuple(sorted({outcome.final_route for outcome in _outcomes(book, situation)}))


def _behind(book: LawBook, situation: Situation) -> tuple[str, ...]:
    """The articles of the steps that give the routes, in the order in which the steps name them."""
    steps = {question.id: question for question in book.questions_on(situation.on)}
    cited = (
        key
        for outcome in _outcomes(book, situation)
        for key in keys(book, steps[outcome.step].cites, situation.under(outcome))
    )
    return tuple(dict.fromkeys(cited))


def _outcomes(book: LawBook, situation: Situation) -> tuple[Outcome, ...]:
    return tuple(outcomes(_run(book, situation), situation))
