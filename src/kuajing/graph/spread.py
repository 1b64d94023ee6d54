"""Spreading label bits along edges to the least fixpoint, round by round."""

from dataclasses import dataclass

import numpy as np

from kuajing.graph.arrays import Bits, Edges, Flags, Ids, Positions, WordRules, expand

_SCAN_SHARE = 64
"""Look at every node for new bits once a 64th as many edges leave the frontier: reading in order beats sorting."""


@dataclass(frozen=True, slots=True, eq=False)
class Rounds:
    """The labels of every node, and the rounds in which they came: the provenance of every bit.

    `labels` is u64[nodes]. Round r holds the nodes (ascending) that got bits they did not have, and those bits; a
    bit of round r comes over an edge from a bit of round r - 1, and r is its distance from the nearest own label.
    """

    labels: Bits
    nodes: tuple[Positions, ...]
    bits: tuple[Bits, ...]


def spread(edges: Edges, rules: WordRules, own: Bits, scan_above: int | None = None) -> Rounds:
    """The least labels (u64[nodes]) that hold `own` and every edge's transform of its source's labels.

    Each round pushes only the bits that the last one brought. `scan_above` is how many edges may leave a round's
    nodes before all nodes are scanned for what is new; the answer does not depend on it.
    """
    most = edges.nodes // _SCAN_SHARE if scan_above is None else scan_above
    labels = own.copy()
    arriving = np.zeros(edges.nodes, np.uint64)
    nodes = np.flatnonzero(own)
    bits = own[nodes]
    rounds = []
    while len(nodes):
        rounds.append((nodes, bits))
        positions, owner = expand(edges.out_start, nodes)
        moved = bits[owner]
        rules.apply(moved, edges.out_transform[positions])
        settle = _settle_all if len(positions) > most else _settle_few
        nodes, bits = settle(labels, arriving, edges.out_target[positions], moved)
    return Rounds(labels, tuple(nodes for nodes, _ in rounds), tuple(bits for _, bits in rounds))


def _settle_all(labels: Bits, arriving: Bits, targets: Ids, moved: Bits) -> tuple[Positions, Bits]:
    """Add the moved bits to the labels; the nodes that got new ones, ascending, and those.

    `arriving` is a word of scratch space per node, empty before and after.
    """
    np.bitwise_or.at(arriving, targets, moved)
    arriving &= ~labels
    labels |= arriving
    nodes = np.flatnonzero(arriving != 0)
    bits = arriving[nodes]
    arriving.fill(0)
    return nodes, bits


def _settle_few(labels: Bits, arriving: Bits, targets: Ids, moved: Bits) -> tuple[Positions, Bits]:
    """The same, without a look at nodes that nothing moved into."""
    moved &= ~labels[targets]
    fresh = np.flatnonzero(moved)
    targets = targets[fresh]
    np.bitwise_or.at(arriving, targets, moved[fresh])
    nodes = np.unique(targets).astype(np.int64)
    bits = arriving[nodes]
    arriving[nodes] = 0
    labels[nodes] |= bits
    return nodes, bits


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
