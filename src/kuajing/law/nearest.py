"""The nearest other answers: the law asked again on facts that are otherwise, one change at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kuajing.law.assess import assess
from kuajing.law.book import LawBook
from kuajing.law.changes import Trial, Trials
from kuajing.law.lines import lines_through
from kuajing.law.situation import Condition, situation_of
from kuajing.law.values import shown
from kuajing.model.cases import Case
from kuajing.model.interval import Interval
from kuajing.model.reasons import Change
from kuajing.model.verdicts import Verdict

_Prefers = Callable[[Verdict, Verdict], bool]


class Nearest:
    """Asks the law about changes to one case that has its verdict."""

    def __init__(self, case: Case, verdict: Verdict, book: LawBook, trials: Trials) -> None:
        self._case, self._verdict, self._book, self._trials = case, verdict, book, trials
        self._read = frozenset(path for step in verdict.reasoning for path, _ in step.read)

    def lighter(self) -> tuple[Change, ...]:
        """The smallest changes that lead to a less demanding route, or each remove a violation; counts first."""
        fewer = self._counted(self._below(), self._is_lighter)
        return (*fewer, *self._tried(self._trials.lighter, self._is_lighter))

    def heavier(self) -> tuple[Change, ...]:
        """The smallest changes that lead to a more demanding route or a violation; counts first."""
        more = self._counted(self._above(), self._is_heavier)
        return (*more, *self._tried(self._trials.heavier, self._is_heavier))

    def _is_lighter(self, other: Verdict, now: Verdict) -> bool:
        less = self._demand(other) < self._demand(now)
        gone, added = _differences(now, other)
        if added:
            return less and bool(gone)
        return less or (bool(gone) and self._demand(other) == self._demand(now))

    def _is_heavier(self, other: Verdict, now: Verdict) -> bool:
        return self._demand(other) > self._demand(now) or bool(_differences(now, other)[1])

    def _demand(self, verdict: Verdict) -> int:
        """How demanding the answer is; where it is open, the most it may be."""
        return max(map(self._trials.demand.index, verdict.possible or (verdict.route,)))

    def _counts(self) -> Iterator[tuple[str, Interval, tuple[int, ...]]]:
        situation, _ = situation_of(self._case, self._book.rows)
        conditions = tuple(self._conditions())
        for path in self._trials.counts:
            count = situation.value(path)
            if isinstance(count, Interval) and path in self._read:
                yield path, count, lines_through(path, conditions, self._case.on)

    def _conditions(self) -> Iterator[Condition]:
        for question in self._book.questions_on(self._case.on):
            yield question.when
        for version in self._book.versions_on(self._case.on):
            yield from (duty.when for duty in version.duties)
            yield from (breach.when for breach in version.violations)

    def _below(self) -> Iterator[tuple[str, Interval, Interval, int | None]]:
        """Each count moved below a line that it reaches or may reach, the nearest line first."""
        for path, count, lines in self._counts():
            for line in sorted(lines, reverse=True):
                if line > 0 and (count.high is None or count.high >= line):
                    fewer = None if count.high is None else count.high - (line - 1)
                    yield path, count, Interval(min(count.low, line - 1), line - 1), fewer

    def _above(self) -> Iterator[tuple[str, Interval, Interval, int | None]]:
        """Each count moved onto a line that it may not reach yet, the nearest line first."""
        for path, count, lines in self._counts():
            for line in lines:
                if count.high is not None and count.high < line:
                    yield path, count, Interval.exactly(line), line - count.high

    def _counted(
        self, moved: Iterable[tuple[str, Interval, Interval, int | None]], prefers: _Prefers
    ) -> Iterator[Change]:
        """For each count the first move that the other answer is preferred for."""
        told: set[str] = set()
        for path, before, after, people in moved:
            if path in told:
                continue
            other = self._asked({path: after})
            if prefers(other, self._verdict):
                told.add(path)
                yield self._change("", ((path, shown(before), shown(after)),), people, other)

    def _tried(self, trials: Iterable[Trial], prefers: _Prefers) -> Iterator[Change]:
        """The changes of facts that lead somewhere else, each for an end that no smaller one leads to."""
        ends: set[tuple[str, tuple[str, ...]]] = set()
        for trial in trials:
            changed = trial.on(self._case)
            if changed.facts == self._case.facts or not (trial.always or self._read & set(trial.paths)):
                continue
            other = assess(changed, self._book)
            gone, _ = _differences(self._verdict, other)
            if not prefers(other, self._verdict) or (other.route, gone) in ends:
                continue
            ends.add((other.route, gone))
            yield self._change(
                trial.name and f"change.{trial.name}", self._facts(trial, changed), None, other
            )

    def _facts(self, trial: Trial, changed: Case) -> Iterator[tuple[str, str, str]]:
        before, _ = situation_of(self._case, self._book.rows)
        after, _ = situation_of(changed, self._book.rows)
        for path in trial.paths:
            yield path, shown(before.value(path)), shown(after.value(path))

    def _asked(self, facts: dict[str, Interval]) -> Verdict:
        changed = {**dict(self._case.facts), **facts}
        ordered = tuple(sorted(changed.items(), key=lambda fact: fact[0]))
        return assess(replace(self._case, facts=ordered), self._book)

    def _change(
        self, words: str, facts: Iterable[tuple[str, str, str]], people: int | None, other: Verdict
    ) -> Change:
        gone, added = _differences(self._verdict, other)
        return Change(words, tuple(facts), people, other.route, other.possible, gone, added)


def _differences(now: Verdict, other: Verdict) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The violations that fall away, and those that come up."""
    before = {violation.id for violation in now.violations}
    after = {violation.id for violation in other.violations}
    return tuple(sorted(before - after)), tuple(sorted(after - before))
