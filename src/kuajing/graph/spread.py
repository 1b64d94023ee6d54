"""Spreading label bits along edges to the least fixpoint, round by round."""

from dataclasses import dataclass

import numpy as np

from kuajing.graph.arrays import Bits, Edges, Flags, Positions, WordRules, expand

_PULLED_SHARE = 4
"""Pull over all edges once more than a quarter of them leave the frontier: reading in order beats jumping about."""

_SCAN = 32
"""Find the touched nodes by scanning all once more than one in 32 may be touched."""


@dataclass(frozen=True, slots=True, eq=False)
class Rounds:
    """The labels of every node, and the rounds in which they came: the provenance of every bit.

    `labels` is u64[nodes]. Round r holds the nodes (ascending) that got bits they did not have, and those bits; a
    bit of round r comes over an edge from a bit of round r - 1, and r is its distance from the nearest own label.
    """

    labels: Bits
    nodes: tuple[Positions, ...]
    bits: tuple[Bits, ...]


class _Spreading:
    """One run: the labels so far and a scratch word per node that is empty between rounds."""

    __slots__ = ("edges", "labels", "rules", "scratch")

    def __init__(self, edges: Edges, rules: WordRules, own: Bits) -> None:
        self.edges = edges
        self.rules = rules
        self.labels = own.copy()
        self.scratch = np.zeros(edges.nodes, np.uint64)

    def push(self, nodes: Positions, bits: Bits) -> tuple[Positions, Bits]:
        """The new bits behind the edges that leave `nodes`."""
        edges, scratch = self.edges, self.scratch
        positions, counts = expand(edges.out_start, nodes)
        moved = np.repeat(bits, counts)
        self.rules.apply(moved, edges.out_transform[positions])
        targets = edges.out_target[positions]
        moved &= ~self.labels[targets]
        fresh = np.flatnonzero(moved)
        targets = targets[fresh]
        np.bitwise_or.at(scratch, targets, moved[fresh])
        many = len(targets) * _SCAN > edges.nodes
        reached = np.flatnonzero(scratch) if many else np.unique(targets).astype(np.int64)
        news = scratch[reached]
        scratch[reached] = 0
        return reached, news

    def pull(self, nodes: Positions, bits: Bits, starts: Positions) -> tuple[Positions, Bits]:
        """The same, asked of all nodes that have an edge coming in (`starts`: the first of each)."""
        edges, scratch = self.edges, self.scratch
        scratch[nodes] = bits
        moved = scratch[edges.in_source]
        scratch[nodes] = 0
        self.rules.apply(moved, edges.in_transform)
        targets = edges.target[edges.in_edge[starts]]
        gathered = np.bitwise_or.reduceat(moved, starts) & ~self.labels[targets]
        fresh = np.flatnonzero(gathered)
        return targets[fresh].astype(np.int64), gathered[fresh]


def spread(edges: Edges, rules: WordRules, own: Bits, pull_above: int | None = None) -> Rounds:
    """The least labels (u64[nodes]) that hold `own` and every edge's transform of its source's labels.

    `pull_above` is how many edges may leave a round's nodes before all edges are read instead; the answer does not
    depend on it.
    """
    most = len(edges) // _PULLED_SHARE if pull_above is None else pull_above
    run = _Spreading(edges, rules, own)
    starts = _first_edges(edges.in_start)
    nodes = np.flatnonzero(own)
    bits = own[nodes]
    rounds = []
    while len(nodes):
        rounds.append((nodes, bits))
        leaving = int((edges.out_start[nodes + 1] - edges.out_start[nodes]).sum())
        if leaving > most and len(starts):
            nodes, bits = run.pull(nodes, bits, starts)
        else:
            nodes, bits = run.push(nodes, bits)
        run.labels[nodes] |= bits
    return Rounds(run.labels, tuple(nodes for nodes, _ in rounds), tuple(bits for _, bits in rounds))


def reachable(edges: Edges, start: Positions, passes: Flags) -> Flags:
    """Which nodes (bool[nodes]) lie at or behind `start`, over edges whose transform passes (bool[T])."""
    seen = np.zeros(edges.nodes, np.bool_)
    seen[start] = True
    nodes = np.flatnonzero(seen)
    while len(nodes):
        positions, _ = expand(edges.out_start, nodes)
        targets = edges.out_target[positions][passes[edges.out_transform[positions]]]
        nodes = np.unique(targets[~seen[targets]]).astype(np.int64)
        seen[nodes] = True
    return seen


def _first_edges(start: Positions) -> Positions:
    return start[:-1][start[1:] > start[:-1]]
