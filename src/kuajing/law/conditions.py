"""Conditions of the law from YAML: questions joined by all, any and not, and by name; Kleene's three values."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from operator import attrgetter

from kuajing.law import asking_facts, asking_lists, asking_outcomes
from kuajing.law.shapes import items, only, refuse, text
from kuajing.law.situation import OUTCOME, Condition, Reply, Shape, Situation
from kuajing.law.vocabulary import Leaf, Vocabulary
from kuajing.model.truth import NO, UNKNOWN, YES, Truth
from kuajing.source.nodes import Node

Dated = tuple[tuple[date, date | None, Node | None], ...]
_NO_FACTS = frozenset[str]()
QUESTIONS: Mapping[str, Leaf] = {
    **asking_facts.QUESTIONS,
    **asking_lists.QUESTIONS,
    **asking_outcomes.QUESTIONS,
}
_ALWAYS = Condition(lambda _: YES, lambda _: Reply(YES))
_NEVER = Condition(lambda _: NO, lambda _: Reply(NO))


class Linker:
    """Compiles conditions; those with a name, and those of articles, once and on demand.

    `articles` gives, for each citation key, the condition of each version between two days; a version without one
    holds whenever it is in force. Guidance counts as in force at any day before its first version too.
    """

    def __init__(self, words: Vocabulary, named: Mapping[str, Node], articles: Mapping[str, Dated]) -> None:
        self._words = words
        self._nodes = named
        self._articles = articles
        self._named: dict[str, Condition | None] = {}
        self._by_article: dict[str, Condition | None] = {}

    def compile(self, node: Node) -> Condition:
        """The condition at a node; raises InputErrors with its place."""
        key, value = only(node)
        joining: Mapping[str, Callable[[Node], Condition]] = {
            "all": lambda inner: _joined("all", self._each(inner), NO),
            "any": lambda inner: _joined("any", self._each(inner), YES),
            "not": lambda inner: _negated(self.compile(inner)),
            "named": self.named,
            "shown": lambda inner: _shown(self.named(inner)),
            "article": self.article,
        }
        if key.text in joining:
            return joining[key.text](value)
        if key.text not in QUESTIONS:
            refuse(key, "function", name=key.text)
        leaf = QUESTIONS[key.text](self._words, value)
        return leaf if leaf.shape is not None else replace(leaf, shape=Shape(key.text, value))

    def _each(self, node: Node) -> list[Condition]:
        return [self.compile(item) for item in items(node)]

    def named(self, node: Node) -> Condition:
        """The condition under a name of `conditions.yaml`."""
        name = text(node)
        if name not in self._nodes:
            refuse(node, "name", name=name)
        return self._once(self._named, name, node, lambda: _called(node, self.compile(self._nodes[name])))

    def article(self, node: Node) -> Condition:
        """Whether an article is in force and its own condition holds."""
        key = text(node)
        if key not in self._articles:
            refuse(node, "citation", key=key)
        return self._once(self._by_article, key, node, lambda: self._versions(key, node))

    def _once(
        self, done: dict[str, Condition | None], name: str, node: Node, make: Callable[[], Condition]
    ) -> Condition:
        if name not in done:
            done[name] = None
            done[name] = make()
        return done[name] or refuse(node, "circle", name=name)

    def _versions(self, key: str, node: Node) -> Condition:
        versions = [
            (start, end, None if written is None else self.compile(written))
            for start, end, written in self._articles[key]
        ]
        inner = [condition for _, _, condition in versions if condition is not None]

        def in_force(case: Situation) -> Condition:
            for start, end, condition in versions:
                if start <= case.on and (end is None or case.on < end):
                    return _ALWAYS if condition is None else condition
            return _NEVER

        def ask(case: Situation) -> Reply:
            return in_force(case).ask(case)

        def truth(case: Situation) -> Truth:
            return in_force(case).truth(case)

        return _kept(Condition(truth, ask, *_facts(inner), Shape("article", node, spans=tuple(versions))))


def _called(name: Node, inner: Condition) -> Condition:
    """The same condition under its name."""
    return _kept(replace(inner, shape=Shape("named", name, (inner,))))


def _kept(inner: Condition) -> Condition:
    """The same condition, its answer to a situation worked out once."""
    answers: Callable[[Situation], dict[object, Truth]] = attrgetter(
        "ruled" if OUTCOME in inner.paths else "answers"
    )
    work_out = inner.truth

    def truth(case: Situation) -> Truth:
        known = answers(case)
        answer = known.get(work_out)
        if answer is None:
            known[work_out] = answer = work_out(case)
        return answer

    return replace(inner, truth=truth)


def _joined(function: str, parts: list[Condition], deciding: Truth) -> Condition:
    """All of them where NO decides, any of them where YES does."""
    truths, asks, otherwise = tuple(part.truth for part in parts), tuple(part.ask for part in parts), ~deciding

    def truth(case: Situation) -> Truth:
        answer = otherwise
        for one in truths:
            found = one(case)
            if found is deciding:
                return deciding
            if found is UNKNOWN:
                answer = UNKNOWN
        return answer

    def ask(case: Situation) -> Reply:
        replies: list[Reply] = []
        for part in asks:
            reply = part(case)
            if reply.truth is deciding:
                return _together([*replies, reply], [reply], deciding) if replies else reply
            replies.append(reply)
        unknown = [reply for reply in replies if reply.truth is UNKNOWN]
        return _together(replies, unknown, UNKNOWN) if unknown else _together(replies, replies, otherwise)

    return Condition(truth, ask, *_facts(parts), Shape(function, parts=tuple(parts)))


def _together(replies: list[Reply], telling: list[Reply], truth: Truth) -> Reply:
    """What replies say together; the answer turns on those that are `telling`."""
    if len(replies) == 1:
        return replies[0]
    return Reply(
        truth,
        tuple(chain.from_iterable([reply.opens for reply in telling])) if truth is UNKNOWN else (),
        tuple(chain.from_iterable([reply.read for reply in replies])),
        tuple(chain.from_iterable([reply.turns_on or reply.read for reply in telling])),
    )


def _negated(inner: Condition) -> Condition:
    inner_truth = inner.truth

    def truth(case: Situation) -> Truth:
        found = inner_truth(case)
        return NO if found is YES else YES if found is NO else UNKNOWN

    def ask(case: Situation) -> Reply:
        reply = inner.ask(case)
        return Reply(~reply.truth, reply.opens, reply.read, reply.turns_on)

    return Condition(truth, ask, inner.paths, inner.silent, Shape("not", parts=(inner,)))


def _shown(inner: Condition) -> Condition:
    """Yes only where the condition is shown to hold; unknown is no."""

    def truth(case: Situation) -> Truth:
        return YES if inner.truth(case) is YES else NO

    def ask(case: Situation) -> Reply:
        reply = inner.ask(case)
        return reply if reply.truth is YES else Reply(NO, (), reply.read, reply.turns_on)

    return Condition(truth, ask, inner.paths, inner.paths | inner.silent, Shape("shown", parts=(inner,)))


def _facts(parts: list[Condition]) -> tuple[frozenset[str], frozenset[str]]:
    return (
        _NO_FACTS.union(*(part.paths for part in parts)),
        _NO_FACTS.union(*(part.silent for part in parts)),
    )
