"""What follows from one outcome: duties, violations, citations, contested points and other routes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuajing.law.book import LawBook
from kuajing.law.hypotheses import other_route
from kuajing.law.procedure import Question
from kuajing.law.provisions import Breach, Citing, Imposed
from kuajing.law.situation import Outcome, Reply, Situation
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Duty, Step, Violation


@dataclass(frozen=True, slots=True)
class Consequences:
    """Everything that holds for one outcome; `open_paths` are absent facts on which a duty or violation rests."""

    duties: tuple[Duty, ...]
    violations: tuple[Violation, ...]
    citations: frozenset[str]
    flags: frozenset[str]
    alternatives: frozenset[str]
    open_paths: frozenset[str]
    asked: tuple[tuple[str, str, Reply], ...]
    calendar_notes: frozenset[str]


def consequences(book: LawBook, questions: tuple[Question, ...], case: Situation) -> Consequences:
    """What the law of the day attaches to the outcome of a situation."""
    outcome = case.outcome
    if outcome is None:
        raise ValueError("the situation has no outcome yet")
    seen = _Seen(book, case)
    duties = tuple(seen.duties())
    violations = tuple(seen.violations())
    flags, alternatives = seen.contested()
    citations = frozenset(seen.citations(questions, outcome, duties, violations))
    return Consequences(
        duties,
        tuple(violation for _, violation in violations),
        citations,
        flags,
        alternatives,
        frozenset(seen.open_paths),
        tuple(seen.asked),
        frozenset(seen.calendar_notes),
    )


class _Seen:
    def __init__(self, book: LawBook, case: Situation) -> None:
        self.book = book
        self.case = case
        self.open_paths: set[str] = set()
        self.asked: list[tuple[str, str, Reply]] = []
        self.calendar_notes: set[str] = set()
        self.versions = book.versions_on(case.on)
        self.imposed: dict[str, Imposed] = {}

    def duties(self) -> Iterator[Duty]:
        for imposed in sorted(
            (duty for version in self.versions for duty in version.duties), key=lambda d: d.id
        ):
            reply = imposed.when.ask(self.case)
            self._note(reply)
            if reply.truth is Truth.NO:
                continue
            keys = self.keys(imposed.cites)
            self.asked.append((keys[0] if keys else "", f"ask.duty.{imposed.id}", reply))
            if reply.truth is Truth.UNKNOWN:
                self.open_paths |= {opened.path for opened in reply.opens}
                continue
            self.imposed[imposed.id] = imposed
            met = Truth.UNKNOWN if imposed.met is None else imposed.met.ask(self.case).truth
            yield Duty(imposed.id, met, keys)

    def violations(self) -> Iterator[tuple[Breach, Violation]]:
        gate = self.book.gate.ask(self.case)
        if gate.truth is Truth.NO:
            return
        for breach in sorted(
            (found for version in self.versions for found in version.violations), key=lambda b: b.id
        ):
            reply = breach.when.ask(self.case)
            self._note(reply)
            if reply.truth is Truth.NO:
                continue
            if gate.truth is Truth.UNKNOWN:
                self.open_paths |= {opened.path for opened in gate.opens}
                continue
            keys = self.keys(breach.cites)
            self.asked.append((keys[0] if keys else "", f"ask.violation.{breach.id}", reply))
            if reply.truth is Truth.UNKNOWN:
                self.open_paths |= {opened.path for opened in reply.opens}
                continue
            yield breach, Violation(breach.id, keys)

    def contested(self) -> tuple[frozenset[str], frozenset[str]]:
        outcome = self.case.outcome
        flags: set[str] = set()
        routes: set[str] = set()
        for flag in self.book.flags:
            reply = flag.when.ask(self.case)
            self._note(reply)
            if reply.truth is not Truth.YES:
                continue
            other = flag.other
            if flag.hypotheses:
                found = other_route(self.book, self.case, flag.hypotheses)
                if found is None or (other is not None and found != other):
                    continue
                other = found
            if other is not None and outcome is not None and other == outcome.route:
                continue
            flags.add(flag.id)
            if other is not None:
                self.asked.append(("", f"ask.flag.{flag.id}", reply))
                if not flag.is_quiet:
                    routes.add(other)
        routes |= {
            alternative.route
            for alternative in self.book.alternatives
            if alternative.when.ask(self.case).truth is Truth.YES
        }
        return frozenset(flags), frozenset(routes)

    def citations(
        self,
        questions: tuple[Question, ...],
        outcome: Outcome,
        duties: tuple[Duty, ...],
        violations: tuple[tuple[Breach, Violation], ...],
    ) -> Iterator[str]:
        for question in questions:
            if question.id in {outcome.step, outcome.overlay}:
                yield from self.keys(question.cites)
        yield from self.keys(self.book.citings)
        for duty in duties:
            if self.imposed[duty.id].on_verdict:
                yield from duty.citations
        for _, violation in violations:
            yield from violation.citations

    def keys(self, cites: Iterable[Citing]) -> tuple[str, ...]:
        """The keys whose condition holds and that may be cited that day, in order."""
        found: dict[str, None] = {}
        for citing in cites:
            if citing.when is not None and citing.when.ask(self.case).truth is not Truth.YES:
                continue
            found |= dict.fromkeys(
                key for key in citing.keys if self.book.provisions[key].may_be_cited(self.case.on)
            )
        return tuple(found)

    def _note(self, reply: Reply) -> None:
        self.calendar_notes |= {path for path in reply.read if path.startswith("calendar.")}


def steps(found: Consequences, case: Situation) -> tuple[Step, ...]:
    """The questions about duties, violations and contested points that were not answered no, as reasoning."""
    return tuple(
        Step(citation, asked, reply.truth, read(reply, case)) for citation, asked, reply in found.asked
    )


def read(reply: Reply, case: Situation) -> tuple[tuple[str, str], ...]:
    """The facts a reply rests on, with their values as words."""
    from kuajing.law.values import shown

    paths = dict.fromkeys(path for path in reply.read if path in case.rows or path in case.given)
    return tuple((path, shown(case.value(path))) for path in paths)
