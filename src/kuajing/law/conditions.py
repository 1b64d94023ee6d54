"""Conditions of the law from YAML: questions joined by all, any and not, and by name; Kleene's three values."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from kuajing.law import asking_facts, asking_lists, asking_outcomes
from kuajing.law.shapes import only, refuse, refuse_word, some, text
from kuajing.law.situation import Condition, Reply, Shape, Situation
from kuajing.law.vocabulary import Leaf, Vocabulary
from kuajing.law.zone_lists import as_questions
from kuajing.model.truth import Truth
from kuajing.source.errors import InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Node, Scalar

Dated = tuple[tuple[date, date | None, Node | None], ...]
_NO_FACTS = frozenset[str]()
QUESTIONS: Mapping[str, Leaf] = {
    **asking_facts.QUESTIONS,
    **asking_lists.QUESTIONS,
    **asking_outcomes.QUESTIONS,
}


class Given(NamedTuple):
    """Conditions that are compiled already: those with a name, and those of articles by key."""

    named: Mapping[str, Condition] = MappingProxyType({})
    articles: Mapping[str, Condition] = MappingProxyType({})


_NOTHING_GIVEN = Given()


class Linker:
    """Compiles conditions; those with a name, and those of articles, once and on demand.

    `articles` gives, for each citation key, the condition of each version between two days; a version without one
    holds whenever it is in force. Guidance counts as in force at any day before its first version too.
    `questions` is the closed list that may be asked, `given` what is compiled already.
    """

    def __init__(
        self,
        words: Vocabulary,
        named: Mapping[str, Node],
        articles: Mapping[str, Dated],
        questions: Mapping[str, Leaf] = QUESTIONS,
        given: Given = _NOTHING_GIVEN,
    ) -> None:
        self._words = words
        self._nodes = named
        self._articles = articles
        self._questions = questions
        self._named: dict[str, Condition | None] = dict(given.named)
        self._by_article: dict[str, Condition | None] = dict(given.articles)

    def compile(self, node: Node) -> Condition:
        """The condition at a node; raises InputErrors with its place."""
        key, value = only(node)
        joining: Mapping[str, Callable[[Node], Condition]] = {
            "all": lambda inner: _joined("all", self._each(inner), Truth.NO),
            "any": lambda inner: _joined("any", self._each(inner), Truth.YES),
            "not": lambda inner: _negated(self.compile(inner)),
            "named": self.named,
            "shown": lambda inner: _shown(self.named(inner)),
            "article": self.article,
            "any_article": self._any_article,
            "listed": lambda inner: self.compile(as_questions(inner)),
        }
        if key.text in joining:
            return joining[key.text](value)
        if key.text not in self._questions:
            refuse_word(key, "function", "name", (*joining, *self._questions))
        leaf = self._questions[key.text](self._words, value)
        return leaf if leaf.shape is not None else replace(leaf, shape=Shape(key.text, value))

    def _each(self, node: Node) -> list[Condition]:
        return [self.compile(item) for item in some(node)]

    def named(self, node: Node) -> Condition:
        """The condition under a name of `conditions.yaml`."""
        name = text(node)
        if name not in self._nodes and name not in self._named:
            refuse_word(node, "name", "name", (*self._nodes, *self._named))
        return self._once(self._named, name, node, lambda: _called(node, self.compile(self._nodes[name])))

    def article(self, node: Node) -> Condition:
        """Whether an article is in force and its own condition holds."""
        key = text(node)
        if key not in self._articles and key not in self._by_article:
            refuse_word(node, "citation", "key", (*self._articles, *self._by_article))
        return self.by_key(key, node.location)

    def with_conditions(self, node: Node) -> tuple[str, ...]:
        """The keys of an instrument whose articles have conditions of their own; raises InputErrors for none."""
        own = {
            key
            for key, versions in self._articles.items()
            if any(condition is not None for _, _, condition in versions)
        }
        given = {key for key, condition in self._by_article.items() if condition and condition.paths}
        found = sorted(key for key in own | given if key.startswith(f"{text(node)}-"))
        return tuple(found) or refuse_word(node, "citation", "key", own | given)

    def by_key(self, key: str, location: Location) -> Condition:
        """Whether the article of a key is in force and its own condition holds; `location` is where that is asked."""
        node = Scalar(key, location, key)
        return self._once(self._by_article, key, node, lambda: self._versions(key, node))

    def _any_article(self, node: Node) -> Condition:
        parts = [self.by_key(key, node.location) for key in self.with_conditions(node)]
        return _joined("any", parts, Truth.YES)

    def _once(
        self, done: dict[str, Condition | None], name: str, node: Node, make: Callable[[], Condition]
    ) -> Condition:
        if name not in done:
            done[name] = None
            try:
                done[name] = make()
            except InputErrors:
                del done[name]  # the next that asks is told the same fault, and no circle
                raise
        return done[name] or refuse(node, "circle", name=name)

    def _versions(self, key: str, node: Node) -> Condition:
        versions = [
            (start, end, None if written is None else self.compile(written))
            for start, end, written in self._articles[key]
        ]
        inner = [condition for _, _, condition in versions if condition is not None]

        def ask(case: Situation) -> Reply:
            for start, end, condition in versions:
                if start <= case.on and (end is None or case.on < end):
                    return Reply(Truth.YES) if condition is None else condition.ask(case)
            return Reply(Truth.NO)

        return Condition(ask, *_facts(inner), Shape("article", node, spans=tuple(versions)))


def _called(name: Node, inner: Condition) -> Condition:
    """The same condition under its name."""
    return replace(inner, shape=Shape("named", name, (inner,)))


def _joined(function: str, parts: list[Condition], deciding: Truth) -> Condition:
    """All of them where NO decides, any of them where YES does."""

    def ask(case: Situation) -> Reply:
        replies: list[Reply] = []
        for part in parts:
            replies.append(part.ask(case))
            if replies[-1].truth is deciding:
                return Reply(deciding, (), _read(replies), replies[-1].deciding)
        opens = tuple(opened for reply in replies for opened in reply.opens if reply.truth is Truth.UNKNOWN)
        truth = Truth.UNKNOWN if any(reply.truth is Truth.UNKNOWN for reply in replies) else ~deciding
        turns_on = (path for reply in replies if reply.truth is truth for path in reply.deciding)
        return Reply(truth, opens, _read(replies), tuple(turns_on))

    return Condition(ask, *_facts(parts), Shape(function, parts=tuple(parts)))


def _read(replies: list[Reply]) -> tuple[str, ...]:
    return tuple(path for reply in replies for path in reply.read)


def _negated(inner: Condition) -> Condition:
    def ask(case: Situation) -> Reply:
        reply = inner.ask(case)
        return Reply(~reply.truth, reply.opens, reply.read, reply.turns_on)

    return Condition(ask, inner.paths, inner.silent, Shape("not", parts=(inner,)))


def _shown(inner: Condition) -> Condition:
    """Yes only where the condition is shown to hold; unknown is no."""

    def ask(case: Situation) -> Reply:
        reply = inner.ask(case)
        return reply if reply.truth is Truth.YES else Reply(Truth.NO, (), reply.read, reply.turns_on)

    return Condition(ask, inner.paths, inner.paths | inner.silent, Shape("shown", parts=(inner,)))


def _facts(parts: list[Condition]) -> tuple[frozenset[str], frozenset[str]]:
    return (
        _NO_FACTS.union(*(part.paths for part in parts)),
        _NO_FACTS.union(*(part.silent for part in parts)),
    )
