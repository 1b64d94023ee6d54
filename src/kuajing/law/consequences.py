"""What follows from an outcome: duties, violations and the articles that stand behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from kuajing.law.book import Flag, LawBook
from kuajing.law.procedure import Question
from kuajing.law.provisions import Breach, Citing, Imposed
from kuajing.law.situation import CALENDAR, Outcome, Reply, Situation
from kuajing.model.truth import NO, UNKNOWN, YES
from kuajing.model.verdicts import Duty, Violation

_Rule = TypeVar("_Rule", Imposed, Breach, Flag)


class Asked(NamedTuple):
    """A rule that was put to a situation: the message key that names it, the reply, the articles cited for it."""

    name: str
    reply: Reply
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequences:
    """What holds for one outcome; `open_paths` are absent facts on which a duty or violation rests."""

    duties: tuple[Duty, ...]
    violations: tuple[Violation, ...]
    citations: frozenset[str]
    open_paths: frozenset[str]
    asked: tuple[Asked, ...]


def consequences(
    book: LawBook, questions: tuple[Question, ...], case: Situation, outcome: Outcome
) -> Consequences:
    """What the law of the day attaches to an outcome in a situation."""
    case = case.under(outcome)
    due = tuple(_duties(book, case))
    gate = book.gate.ask(case)
    breached = () if gate.truth is NO else tuple(_violations(book, case))
    reported = breached if gate.truth is YES else ()
    violations = tuple(
        Violation(asked.name.removeprefix("violation."), asked.citations)
        for asked in reported
        if asked.reply.truth is YES
    )
    cited = {
        *_route_citations(book, questions, case, outcome),
        *(key for _, duty, on_verdict in due if on_verdict and duty is not None for key in duty.citations),
        *(key for violation in violations for key in violation.citations),
    }
    all_asked = (*[asked for asked, _, _ in due], *reported)
    opens = {opened.path for asked in all_asked for opened in asked.reply.opens}
    if gate.truth is UNKNOWN and any(asked.reply.truth is not NO for asked in breached):
        opens |= {opened.path for opened in gate.opens}
    return Consequences(
        tuple(duty for _, duty, _ in due if duty is not None),
        violations,
        frozenset(cited),
        frozenset(opens),
        all_asked,
    )


def keys(book: LawBook, cites: Iterable[Citing], case: Situation) -> tuple[str, ...]:
    """The keys whose condition holds and that may be cited that day, in order."""
    citable = book.law_on(case.on).citable
    named: dict[str, None] = {}
    for citing in cites:
        if citing.when is None or citing.when.truth(case) is YES:
            named.update((key, None) for key in citing.keys if key in citable)
    return tuple(named)


def told(rules: Iterable[_Rule], case: Situation) -> list[_Rule]:
    """The rules of which the answer is told: of those answered no, such as may have counted days beyond the calendar."""
    return [rule for rule in rules if rule.when.truth(case) is not NO or CALENDAR in rule.when.paths]


def _duties(book: LawBook, case: Situation) -> Iterator[tuple[Asked, Duty | None, bool]]:
    for duty in told(book.law_on(case.on).duties, case):
        reply = duty.when.ask(case)
        cited = () if reply.truth is NO else keys(book, duty.cites, case)
        met = UNKNOWN if duty.met is None else duty.met.truth(case)
        due = Duty(duty.id, met, cited, duty.lasting) if reply.truth is YES else None
        yield Asked(f"duty.{duty.id}", reply, cited), due, duty.on_verdict


def _violations(book: LawBook, case: Situation) -> Iterator[Asked]:
    for breach in told(book.law_on(case.on).breaches, case):
        reply = breach.when.ask(case)
        cited = () if reply.truth is NO else keys(book, breach.cites, case)
        yield Asked(f"violation.{breach.id}", reply, cited)


def _route_citations(
    book: LawBook, questions: tuple[Question, ...], case: Situation, outcome: Outcome
) -> Iterator[str]:
    for question in questions:
        if question.id in {outcome.step, outcome.overlay}:
            yield from keys(book, question.cites, case)
    yield from keys(book, book.citings, case)
