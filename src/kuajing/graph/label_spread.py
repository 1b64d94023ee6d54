"""Own labels spread over a graph."""

from dataclasses import dataclass

import numpy as np

from kuajing.graph.arrays import Bits, Edges
from kuajing.graph.label_space import LabelSpace, label_space
from kuajing.graph.spread import Rounds, spread
from kuajing.model.labels import Label


@dataclass(frozen=True, slots=True)
class OwnLabel:
    """A label that a node has of itself. `collected` where it did not come from another dataset."""

    node: int
    label: Label
    collected: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class LabelSpread:
    """Where every label goes: the space of labels, the rounds of each of its words, and the labels begun with."""

    space: LabelSpace
    rounds: tuple[Rounds, ...]
    own: tuple[OwnLabel, ...]

    def labels_of(self, node: int) -> tuple[Label, ...]:
        """The labels of a node, sorted."""
        return self.space.read(int(rounds.labels[node]) for rounds in self.rounds)

    def beginnings(self, category: str) -> tuple[int, ...]:
        """The nodes where labels of a category, or of one below it, begin; ascending."""
        below = f"{category}."
        return tuple(
            sorted(
                {
                    own.node
                    for own in self.own
                    if own.label.category == category or own.label.category.startswith(below)
                }
            )
        )


def spread_own(edges: Edges, own: tuple[OwnLabel, ...]) -> LabelSpread:
    """The labels of every node, given those that nodes have of themselves."""
    space = label_space(one.label for one in own)
    words = _own_words(edges.nodes, space, own)
    rounds = tuple(spread(edges, rules, bits) for rules, bits in zip(space.rules, words, strict=True))
    return LabelSpread(space, rounds, own)


def _own_words(nodes: int, space: LabelSpace, own: tuple[OwnLabel, ...]) -> list[Bits]:
    places = {label: space.place(label) for label in {one.label for one in own}}
    words = [np.zeros(nodes, np.uint64) for _ in space.rules]
    for one in own:
        word, bit = places[one.label]
        words[word][one.node] |= np.uint64(1 << bit)
    return words
