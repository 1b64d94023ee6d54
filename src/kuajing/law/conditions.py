"""Conditions of the law from YAML: questions joined by all, any and not, and by name."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from kuajing.law.joining import QUESTIONS, link
from kuajing.law.shapes import only, refuse, refuse_word, some, text
from kuajing.law.situation import OUTCOME, Condition, Shape
from kuajing.law.vocabulary import Leaf, Vocabulary
from kuajing.law.zone_lists import as_questions
from kuajing.source.errors import InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Node, Scalar

Dated = tuple[tuple[date, date | None, Node | None], ...]


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
            "all": lambda inner: self._each("all", inner),
            "any": lambda inner: self._each("any", inner),
            "not": lambda inner: self._link("not", None, self.compile(inner)),
            "named": self.named,
            "shown": lambda inner: self._link("shown", None, self.named(inner)),
            "article": self.article,
            "any_article": self._any_article,
            "listed": lambda inner: self.compile(as_questions(inner)),
        }
        if key.text in joining:
            return joining[key.text](value)
        if key.text not in self._questions:
            refuse_word(key, "function", "name", (*joining, *self._questions))
        return self._link(key.text, value)

    def _link(self, function: str, node: Node | None = None, *parts: Condition) -> Condition:
        return link(Shape(function, node, parts), self._words, self._questions)

    def _each(self, function: str, node: Node) -> Condition:
        return self._link(function, None, *map(self.compile, some(node)))

    def named(self, node: Node) -> Condition:
        """The condition under a name of `conditions.yaml`."""
        name = text(node)
        if name not in self._nodes and name not in self._named:
            refuse_word(node, "name", "name", (*self._nodes, *self._named))
        return self._once(self._named, name, node, lambda: self._called(name, node))

    def _called(self, name: str, node: Node) -> Condition:
        return self._link("named", node, self.compile(self._nodes[name]))

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
        parts = (self.by_key(key, node.location) for key in self.with_conditions(node))
        return self._link("any", None, *parts)

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
        return link(Shape("article", node, spans=tuple(versions)), self._words, self._questions)


def on_facts(condition: Condition, node: Node) -> Condition:
    """The condition of a node; raises InputErrors where it asks for the outcome, which is not yet found when it is asked."""
    return (
        condition if OUTCOME not in condition.paths else refuse(node, "type", expected="a condition on facts")
    )
