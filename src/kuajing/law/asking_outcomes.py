"""Questions to the outcome: which route was found, by which step, under which exemption."""

from collections.abc import Callable, Mapping
from operator import attrgetter

from kuajing.law.situation import OUTCOME, Condition, Outcome, Reply, Situation
from kuajing.law.vocabulary import Leaf, Vocabulary
from kuajing.model.truth import NO, YES, Truth
from kuajing.source.nodes import Node


def route(vocabulary: Vocabulary, node: Node) -> Condition:
    """The route found is one of these."""
    words = vocabulary.names(node, vocabulary.routes)
    return _outcome(attrgetter("route"), words)


def step(vocabulary: Vocabulary, node: Node) -> Condition:
    """The route was decided by one of these steps."""
    words = vocabulary.names(node, vocabulary.steps)
    return _outcome(attrgetter("step"), words)


def exemption(vocabulary: Vocabulary, node: Node) -> Condition:
    """The exemption relied on is one of these."""
    words = vocabulary.names(node, vocabulary.articles)
    return _outcome(attrgetter("exemption"), words)


def _outcome(of: Callable[[Outcome], str | None], words: frozenset[str]) -> Condition:
    """A question to the outcome; it reads no fact."""

    def truth(case: Situation) -> Truth:
        return YES if of(case.outcome) in words else NO

    return Condition(truth, lambda case: Reply(truth(case)), frozenset({OUTCOME}))


QUESTIONS: Mapping[str, Leaf] = {"route": route, "step": step, "exemption": exemption}
