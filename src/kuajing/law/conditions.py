"""Conditions of the law from YAML: questions joined by all, any and not, and by name."""

from collections.abc import Callable, Mapping
from datetime import date

from kuajing.law.joining import QUESTIONS, link
from kuajing.law.shapes import items, only, refuse, text
from kuajing.law.situation import OUTCOME, Condition, Shape
from kuajing.law.vocabulary import Vocabulary
from kuajing.source.nodes import Node

Dated = tuple[tuple[date, date | None, Node | None], ...]


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
            "all": lambda inner: self._joined("all", *map(self.compile, items(inner))),
            "any": lambda inner: self._joined("any", *map(self.compile, items(inner))),
            "not": lambda inner: self._joined("not", self.compile(inner)),
            "named": self.named,
            "shown": lambda inner: self._joined("shown", self.named(inner)),
            "article": self.article,
        }
        if key.text in joining:
            return joining[key.text](value)
        if key.text not in QUESTIONS:
            refuse(key, "function", name=key.text)
        return link(Shape(key.text, value), self._words)

    def _joined(self, function: str, *parts: Condition) -> Condition:
        return link(Shape(function, parts=parts), self._words)

    def named(self, node: Node) -> Condition:
        """The condition under a name of `conditions.yaml`."""
        name = text(node)
        if name not in self._nodes:
            refuse(node, "name", name=name)
        return self._once(self._named, name, node, lambda: self._called(node))

    def _called(self, node: Node) -> Condition:
        return link(Shape("named", node, (self.compile(self._nodes[text(node)]),)), self._words)

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
        return link(Shape("article", node, spans=tuple(versions)), self._words)


def on_facts(condition: Condition, node: Node) -> Condition:
    """The condition of a node; raises InputErrors where it asks for the outcome, which is not yet found when it is asked."""
    return (
        condition if OUTCOME not in condition.paths else refuse(node, "type", expected="a condition on facts")
    )
