"""Questions to the outcome: which route was found, by which step, under which exemption."""

from collections.abc import Mapping

from kuajing.law.situation import Condition
from kuajing.law.vocabulary import Leaf, Vocabulary, said
from kuajing.source.nodes import Node


def route(vocabulary: Vocabulary, node: Node) -> Condition:
    """The route found is one of these."""
    words = vocabulary.names(node, vocabulary.routes)
    return Condition(lambda case: said(case.outcome is not None and case.outcome.route in words))


def step(vocabulary: Vocabulary, node: Node) -> Condition:
    """The route was decided by one of these steps."""
    words = vocabulary.names(node, vocabulary.steps)
    return Condition(lambda case: said(case.outcome is not None and case.outcome.step in words))


def exemption(vocabulary: Vocabulary, node: Node) -> Condition:
    """The exemption relied on is one of these."""
    words = vocabulary.names(node, vocabulary.articles)
    return Condition(lambda case: said(case.outcome is not None and case.outcome.exemption in words))


QUESTIONS: Mapping[str, Leaf] = {"route": route, "step": step, "exemption": exemption}
