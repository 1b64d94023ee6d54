"""The route worked out again on changed facts, to see whether a contested point matters."""

from collections.abc import Iterator

from kuajing.law.book import Hypothesis, LawBook
from kuajing.law.essential import outcomes
from kuajing.law.procedure import Procedure
from kuajing.law.situation import Situation
from kuajing.law.values import Value
from kuajing.model.interval import Interval


def other_route(book: LawBook, case: Situation, hypotheses: tuple[Hypothesis, ...]) -> str | None:
    """The route under the first hypothesis that gives one other route for certain; None where none does."""
    for hypothesis in hypotheses:
        changes = dict(_changes(case, hypothesis))
        if not changes and hypothesis.without is None:
            continue
        questions = tuple(one for one in book.questions_on(case.on) if one.id != hypothesis.without)
        changed = case.with_values(changes)
        routes = {outcome.route for outcome in outcomes(Procedure(questions, changed).run(), changed)}
        if len(routes) == 1 and routes != {case.outcome.route}:
            return routes.pop()
    return None


def _changes(case: Situation, hypothesis: Hypothesis) -> Iterator[tuple[str, Value]]:
    yield from hypothesis.sets
    for path, source in hypothesis.instead:
        count = case.value(source)
        if isinstance(count, Interval):
            yield path, count
    for path, source in hypothesis.less:
        one, other = case.value(path), case.value(source)
        if isinstance(one, Interval) and isinstance(other, Interval) and other.high != 0:
            yield path, _less(one, other)
    for path, source in hypothesis.plus:
        one, other = case.value(path), case.value(source)
        if isinstance(one, Interval) and isinstance(other, Interval):
            yield path, one + other


def _less(one: Interval, other: Interval) -> Interval:
    low = 0 if other.high is None else max(0, one.low - other.high)
    return Interval(low, None if one.high is None else max(low, one.high - other.low))
