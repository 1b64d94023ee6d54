"""Shortest evidence trails, read back from the rounds of a spreading without search."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from kuajing.graph.arrays import WORD, Bits, Edges, Positions, WordRules, expand, group, lowest_bit
from kuajing.graph.spread import Rounds

_NEVER = -1

Step = TypeVar("Step")


@dataclass(frozen=True, slots=True, eq=False)
class Arrivals:
    """The rounds of each node: node v has `round` and `bits` at start[v] .. start[v + 1], earliest first."""

    start: Positions
    round: Positions
    bits: Bits


def arrivals(rounds: Rounds) -> Arrivals:
    """When each node got its bits."""
    lengths = [len(nodes) for nodes in rounds.nodes]
    when = np.repeat(np.arange(len(lengths)), lengths)
    nodes = np.concatenate((np.zeros(0, np.int64), *rounds.nodes)).astype(np.uint32)
    bits = np.concatenate((np.zeros(0, np.uint64), *rounds.bits))
    order, start = group(nodes, len(rounds.labels))
    return Arrivals(start, when[order], bits[order])


def first_arrival(arrived: Arrivals, nodes: Positions, masks: Bits) -> tuple[Positions, Positions]:
    """For each node the first round that brought a bit of its mask, and the lowest such bit; -1 where none did."""
    when = np.full(len(nodes), _NEVER)
    bit = np.full(len(nodes), _NEVER)
    waiting = np.arange(len(nodes))
    position = arrived.start[nodes]
    last = arrived.start[nodes + 1]
    while len(waiting):
        left = position[waiting] < last[waiting]
        waiting = waiting[left]
        here = position[waiting]
        hits = arrived.bits[here] & masks[waiting]
        found = np.flatnonzero(hits)
        when[waiting[found]] = arrived.round[here[found]]
        bit[waiting[found]] = lowest_bit(hits[found])
        waiting = waiting[hits == 0]
        position[waiting] += 1
    return when, bit


@dataclass(frozen=True, slots=True, eq=False)
class Trails:
    """Trails that share their common beginnings.

    A state is a (node, bit). `edge` is the last edge of the trail to each state and `parent` the state before it,
    both -1 where the bit is the node's own. `state` is the state of each question asked.
    """

    edge: Positions
    parent: Positions
    state: Positions

    def unfold(self, step: Callable[[int], Step]) -> list[tuple[Step, ...]]:
        """The trail to every state, each edge told by `step`, from the column with its own label onwards."""
        trails: list[tuple[Step, ...]] = [()] * len(self.edge)
        edges, parents = self.edge.tolist(), self.parent.tolist()
        # A state's parent stands behind it: rounds are numbered from the last.
        for state in range(len(parents) - 1, -1, -1):
            if parents[state] != _NEVER:
                trails[state] = (*trails[parents[state]], step(edges[state]))
        return trails


def read_trails(edges: Edges, rules: WordRules, rounds: Rounds, asked: Positions, when: Positions) -> Trails:
    """The shortest trail to every asked (node, bit), given as `node * 64 + bit`, and its round as `when`.

    Of equally short trails the one whose last edge has the smallest id is taken, then the lowest bit before it, and
    so on backwards. Each state is visited once however many trails pass through it.
    """
    preimages = rules.preimages()
    scratch = np.zeros(edges.nodes, np.uint64)
    levels: list[Positions] = []
    steps: list[tuple[Positions, Positions]] = []
    before = np.zeros(0, np.int64)
    for number in range(int(when.max(initial=0)), -1, -1):
        states = np.unique(np.concatenate((asked[when == number], before)))
        levels.append(states)
        if number == 0:
            break
        nodes, bits = rounds.nodes[number - 1], rounds.bits[number - 1]
        scratch[nodes] = bits
        edge, before = _step_back(edges, preimages, scratch, states)
        scratch[nodes] = 0
        steps.append((edge, before))
    return _joined(levels, steps, asked, when)


def _step_back(edges: Edges, preimages: Bits, fresh: Bits, states: Positions) -> tuple[Positions, Positions]:
    """For each state the edge it came over and the state before, whose bit is among the `fresh` ones."""
    nodes, bits = states // WORD, states % WORD
    positions, owner = expand(edges.in_start, nodes)
    sources = edges.in_source[positions]
    hits = fresh[sources] & preimages[edges.in_transform[positions], bits[owner]]
    possible = np.flatnonzero(hits)
    chosen = possible[np.flatnonzero(np.diff(owner[possible], prepend=-1))]
    return edges.in_edge[positions[chosen]], sources[chosen].astype(np.int64) * WORD + lowest_bit(
        hits[chosen]
    )


def _joined(
    levels: list[Positions], steps: list[tuple[Positions, Positions]], asked: Positions, when: Positions
) -> Trails:
    """The levels, last round first, as one numbering of states."""
    offsets = np.cumsum([0, *(len(level) for level in levels)])
    own = np.full(len(levels[-1]), _NEVER)
    edge = np.concatenate((*(edge for edge, _ in steps), own))
    parent = np.concatenate(
        (
            *(
                offsets[index + 1] + np.searchsorted(levels[index + 1], before)
                for index, (_, before) in enumerate(steps)
            ),
            own,
        )
    )
    state = np.zeros(len(asked), np.int64)
    for index, level in enumerate(levels):
        here = np.flatnonzero(when == len(levels) - 1 - index)
        state[here] = offsets[index] + np.searchsorted(level, asked[here])
    return Trails(edge, parent, state)
