"""Questions to the outcome: which route was found, by which step, under which exemption."""

from collections.abc import Callable, Mapping

from kuajing.law.situation import OUTCOME, Condition, Outcome, Reply, Situation
from kuajing.law.vocabulary import Leaf, Vocabulary
from kuajing.model.truth import NO, YES, Truth
from kuajing.source.nodes import Node


def route(vocabulary: Vocabulary, node: Node) -> Condition:
    """The route found is one of these."""
    words = vocabulary.names(node, vocabulary.routes)
    return _outcome(lambda outcome: outcome.route in words)


def step(vocabulary: Vocabulary, node: Node) -> Condition:
    """The route was decided by one of these steps."""
    words = vocabulary.names(node, vocabulary.steps)
    return _outcome(lambda outcome: outcome.step in words)


def exemption(vocabulary: Vocabulary, node: Node) -> Condition:
    """The exemption relied on is one of these."""
    words = vocabulary.names(node, vocabulary.articles)
    return _outcome(lambda outcome: outcome.exemption in words)


def _outcome(is_asked_for: Callable[[Outcome], bool]) -> Condition:
    """A question to the outcome, answered no while there is none; it reads no fact."""

    def truth(case: Situation) -> Truth:
        return YES if case.outcome is not None and is_asked_for(case.outcome) else NO

    return Condition(truth, lambda case: Reply(truth(case)), frozenset({OUTCOME}))


QUESTIONS: Mapping[str, Leaf] = {"route": route, "step": step, "exemption": exemption}
