"""The same answers in plain Python, slowly: what the arrays are compared with.

Labels are bits of one big integer per node, edges are walked one at a time, and nothing is shared with the arrays
but the words they are asked in.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kuajing.graph.label_space import Effect
from kuajing.model.labels import IMPORTANT, PERSONAL, UNKNOWN_CONTENT, Form, Label

Edge: TypeAlias = tuple[int, int, Effect]
"""Source, target and effect; its id is its position."""

State: TypeAlias = tuple[int, Label]
"""A label at a node."""


def becomes(label: Label, effect: Effect) -> Label | None:
    """What a label is behind an edge, None where it does not pass."""
    important = label.category.startswith(IMPORTANT)
    if effect is Effect.DROP:
        return None
    if effect is Effect.AGGREGATE and label.form is Form.PLAIN and not important:
        return Label(label.category, label.origin, Form.AGGREGATE)
    if effect in {Effect.INFLUENCE, Effect.MARK} and label.form is not Form.INFLUENCE:
        about_people = label.category.split(".")[0] in {PERSONAL, UNKNOWN_CONTENT}
        return Label(PERSONAL, label.origin, Form.INFLUENCE) if about_people else None
    return label


@dataclass(frozen=True, slots=True)
class Reference:
    """A small graph and the labels its nodes begin with."""

    nodes: int
    edges: tuple[Edge, ...]
    own: frozenset[State]

    def labels(self) -> tuple[frozenset[Label], ...]:
        """The labels of every node: every edge is applied to its source's whole set until nothing changes."""
        bits: dict[Label, int] = {}
        held = [0] * self.nodes
        for node, label in self.own:
            held[node] |= 1 << bits.setdefault(label, len(bits))
        changed = True
        while changed:
            changed = False
            for source, target, effect in self.edges:
                after = held[target]
                for label in _read(held[source], bits):
                    passed = becomes(label, effect)
                    if passed is not None:
                        after |= 1 << bits.setdefault(passed, len(bits))
                changed = changed or after != held[target]
                held[target] = after
        return tuple(frozenset(_read(word, bits)) for word in held)

    def lengths(self) -> dict[State, int]:
        """How many hops each label at each node is from where it begins, at least."""
        leaving: dict[int, list[Edge]] = {}
        for edge in self.edges:
            leaving.setdefault(edge[0], []).append(edge)
        found = dict.fromkeys(self.own, 0)
        waiting = deque(self.own)
        while waiting:
            state = node, label = waiting.popleft()
            for _, target, effect in leaving.get(node, ()):
                passed = becomes(label, effect)
                if passed is not None and (target, passed) not in found:
                    found[target, passed] = found[state] + 1
                    waiting.append((target, passed))
        return found

    def crossing(self, edges: Iterable[int]) -> dict[tuple[int, Label], int]:
        """For each of these edges and each label that comes out of it, the hops of the shortest trail over it."""
        lengths = self.lengths()
        found: dict[tuple[int, Label], int] = {}
        for edge in edges:
            source, _, effect = self.edges[edge]
            for (node, label), hops in lengths.items():
                passed = becomes(label, effect) if node == source else None
                if passed is not None:
                    found[edge, passed] = min(hops + 1, found.get((edge, passed), hops + 1))
        return found

    def shows(self, trail: Sequence[int], start: int, label: Label) -> bool:
        """Whether a trail of edges leads from a node's own label to that label at its end."""
        held = {own for node, own in self.own if node == start}
        node = start
        for source, target, effect in (self.edges[edge] for edge in trail):
            if source != node:
                return False
            held = {passed for passed in (becomes(one, effect) for one in held) if passed is not None}
            node = target
        return label in held


def _read(word: int, bits: dict[Label, int]) -> list[Label]:
    return [label for label, bit in bits.items() if word >> bit & 1]
