"""Puts the rules of an organisation to a transfer, beside the verdict of the law and without a way to touch it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuajing.law.book import LawBook
from kuajing.law.essential import essential, outcomes, routes_differ
from kuajing.law.policies.rules import Policies, Rule
from kuajing.law.procedure import Procedure
from kuajing.law.situation import Condition, Open, Reply, Situation, situation_of
from kuajing.law.values import Value, shown
from kuajing.model.cases import Case, FactValue
from kuajing.model.interval import Interval
from kuajing.model.policies import Demand
from kuajing.model.truth import Truth


@dataclass(frozen=True, slots=True)
class _Asked:
    """The transfer under every route that the law leaves it, and the facts that would tell which."""

    case: Situation
    ways: tuple[Situation, ...]
    of_route: frozenset[str]


def demands(
    case: Case, own: Iterable[tuple[str, FactValue]], book: LawBook, policies: Policies
) -> tuple[Demand, ...]:
    """How a transfer stands to each rule of its day that speaks of it, or may; sorted by id.

    `own` are the facts of the transfer that the law does not read. Nothing is handed back to the law.
    """
    rules = tuple(policies.rules_on(case.on))
    if not rules:
        return ()
    asked = _asked(case, dict(own), book, policies)
    found = (_demand(key, rule, asked, book) for key, rule in rules)
    return tuple(
        sorted((one for one in found if one is not None), key=lambda demand: (demand.id, demand.key))
    )


def _asked(case: Case, own: Mapping[str, FactValue], book: LawBook, policies: Policies) -> _Asked:
    situation, _ = situation_of(case, book.rows)
    root = Procedure(book.questions_on(case.on), situation).run()
    facts = {
        **situation.given,
        **{path: _value(value) for path, value in own.items() if path in policies.rows},
    }
    whole = Situation(case.on, facts, policies.rows)
    ends = outcomes(root, situation)
    of_route = essential(root, situation, routes_differ) if len(ends) > 1 else frozenset()
    return _Asked(whole, tuple(whole.under(outcome) for outcome in ends), of_route)


def _value(fact: FactValue) -> Value:
    return Interval.exactly(fact) if isinstance(fact, int) and not isinstance(fact, bool) else fact


def _demand(key: str, rule: Rule, asked: _Asked, book: LawBook) -> Demand | None:
    """How a transfer stands to a rule; None where the rule does not speak of it."""
    applies = _answer(rule.when, asked)
    if applies.truth is Truth.NO:
        return None
    wanted = Reply(Truth.NO) if rule.met is None else _answer((rule.met,), asked)
    met = ~applies.truth | wanted.truth
    read = dict.fromkeys((*applies.read, *wanted.read))
    opens = {
        opened.path for reply in (applies, wanted) if reply.truth is Truth.UNKNOWN for opened in reply.opens
    }
    return Demand(
        id=rule.id,
        key=key,
        kind=rule.kind,
        met=met,
        citations=_citations(rule, asked, book),
        read=tuple((path, shown(asked.case.value(path))) for path in read if path in asked.case.rows),
        unsettled=tuple(sorted(opens)) if met is Truth.UNKNOWN else (),
    )


def _answer(conditions: tuple[Condition, ...], asked: _Asked) -> Reply:
    """Whether all of them hold: yes or no where every route that is left says so, else unknown."""
    replies = [_all(conditions, way) for way in asked.ways]
    truths = {reply.truth for reply in replies}
    opens = tuple(opened for reply in replies for opened in reply.opens)
    read = tuple(path for reply in replies for path in reply.read)
    if len(truths) == 1:
        return Reply(truths.pop(), opens, read)
    return Reply(Truth.UNKNOWN, (*opens, *map(Open, sorted(asked.of_route))), read)


def _all(conditions: tuple[Condition, ...], case: Situation) -> Reply:
    truth = Truth.YES
    opens: list[Open] = []
    read: list[str] = []
    for condition in conditions:
        reply = condition.ask(case)
        truth &= reply.truth
        opens += reply.opens if reply.truth is Truth.UNKNOWN else ()
        read += reply.read
        if truth is Truth.NO:
            return Reply(truth, (), tuple(read))
    return Reply(truth, tuple(opens), tuple(read))


def _citations(rule: Rule, asked: _Asked, book: LawBook) -> tuple[str, ...]:
    """The rule's own article, and what it names beside it: of the law only what may be cited that day."""
    holding = (
        citing
        for citing in rule.cites
        if citing.when is None or _answer((citing.when,), asked).truth is Truth.YES
    )
    named = dict.fromkeys(key for citing in holding for key in citing.keys)
    return tuple(
        key for key in named if key not in book.provisions or book.provisions[key].may_be_cited(asked.case.on)
    )
