"""The questions that lead to a route, asked in order, forked wherever an unknown fact would change the answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from kuajing.law.provisions import Citing
from kuajing.law.situation import Condition, Open, Outcome, Situation
from kuajing.law.values import Value
from kuajing.model.truth import UNKNOWN, YES


@dataclass(frozen=True, slots=True)
class Yielding:
    """Steps that stand before another, and the article that says so."""

    to: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Question:
    """One step of `procedure.yaml`; `articles` are the keys it rests on, the first in force is cited.

    With `overlay` the route does not end the questions but stands over the one found later. `yields_to` are the steps
    that decide before this one where both are answered yes.
    """

    id: str
    articles: tuple[str, ...]
    when: Condition
    route: str
    exemption: str | None
    overlay: bool
    cites: tuple[Citing, ...]
    since: date | None
    until: date | None
    yields_to: tuple[Yielding, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Fork:
    """A fact whose values lead on to different questions.

    `known` are the narrowed facts on which what lies below depends, `below` the facts that it forks on.
    """

    path: str
    branches: "tuple[tuple[Value, Run], ...]"
    known: Mapping[str, Value]
    below: frozenset[str]


Run = Fork | Outcome
_Narrowed = tuple[tuple[str, Value], ...]


@dataclass
class Procedure:
    """Runs the questions over one situation; what has been worked out once is kept for that situation."""

    questions: tuple[Question, ...]
    situation: Situation
    _done: dict[tuple[int, str | None, frozenset[tuple[str, Value]]], Run] = field(default_factory=dict)

    @cached_property
    def _rest(self) -> tuple[frozenset[str], ...]:
        """For each question the facts that it or a later one may read; only a fork asks for them."""
        return _facts_from(self.questions, self.situation)

    @cached_property
    def _silent_at(self) -> dict[str, int]:
        """The first question to which silence on a fact is no."""
        numbered = [(path, n) for n, question in enumerate(self.questions) for path in question.when.silent]
        return dict(reversed(numbered))

    def run(self) -> Run:
        """The outcome, or the forks that lead to the outcomes still possible."""
        return self._from(0, None, ())

    def _from(self, start: int, overlay: str | None, narrowed: _Narrowed) -> Run:
        kept = frozenset(pair for pair in narrowed if pair[0] in self._rest[start])
        if (start, overlay, kept) not in self._done:
            self._done[start, overlay, kept] = self._ask(start, overlay, narrowed)
        return self._done[start, overlay, kept]

    def _ask(self, start: int, overlay: str | None, narrowed: _Narrowed) -> Run:
        case = self.situation.with_values(dict(narrowed))
        for number in range(start, len(self.questions)):
            question = self.questions[number]
            truth = question.when.truth(case) if narrowed else case.reply(question.when).truth
            if truth is UNKNOWN:
                return self._fork(number, overlay, narrowed, question.when.ask(case).opens)
            if truth is YES:
                if not question.overlay:
                    return self._outcome(question, overlay)
                overlay = question.id
        raise ValueError(f"no question decides on {self.situation.on}")

    def _outcome(self, question: Question, overlay: str | None) -> Outcome:
        over = next((other.route for other in self.questions if other.id == overlay), None)
        return Outcome(question.id, question.route, question.exemption, overlay, over)

    def _fork(self, number: int, overlay: str | None, narrowed: _Narrowed, opens: tuple[Open, ...]) -> Run:
        opened = next((opened for opened in opens if opened.parts), None)
        if opened is None:
            raise ValueError(f"step {self.questions[number].id} rests on a fact that is not tried: {opens}")
        path = opened.path
        start = min(number, self._silent_at.get(path, number))
        others = tuple(pair for pair in narrowed if pair[0] != path)
        branches = tuple(
            (part, self._from(start, overlay, (*others, (path, part))))
            for part in opened.parts
            if part is not None
        )
        below = frozenset({path}).union(*(run.below for _, run in branches if isinstance(run, Fork)))
        return Fork(path, branches, dict(narrowed), below)


def questions_on(questions: tuple[Question, ...], in_force: frozenset[str], on: date) -> Iterator[Question]:
    """The questions that are asked on a day, each with those of its articles that are in force."""
    for question in questions:
        begun = question.since is None or question.since <= on
        articles = tuple(key for key in question.articles if key in in_force)
        if begun and articles and (question.until is None or on < question.until):
            yield replace(question, articles=articles)


def _facts_from(questions: tuple[Question, ...], situation: Situation) -> tuple[frozenset[str], ...]:
    """For each question, all facts that it or a later one may read, those that say what silence means included."""
    rest: list[frozenset[str]] = []
    after = frozenset[str]()
    for question in reversed(questions):
        after = after | with_silence(question.when.paths, situation)
        rest.append(after)
    return tuple(reversed(rest))


def with_silence(paths: frozenset[str], situation: Situation) -> frozenset[str]:
    """Facts and all others that say what silence on them means."""
    found, fresh = frozenset[str](), paths
    while fresh:
        found |= fresh
        rows = [situation.rows[path] for path in fresh if path in situation.rows]
        fresh = frozenset[str]().union(*(row.paths() for row in rows)) - found
    return found
