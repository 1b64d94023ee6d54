"""For labels that arrive somewhere, the shortest trail that shows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from kuajing.graph.arrays import WORD, Bits, Bytes, Edges, Flags, Positions
from kuajing.graph.label_space import LabelSpace
from kuajing.graph.label_spread import LabelSpread
from kuajing.graph.trails import Step, arrivals, first_arrival, read_trails
from kuajing.model.labels import Form


@dataclass(frozen=True, slots=True, eq=False)
class Arrived:
    """Labels that arrive, one row each, all i64.

    `group` is what the row is for (a pair of datasets, an access), `label` its position among the space's labels.
    The label comes from `bit` at `node` in `word`, `hops` hops from its own column, over `edge` (-1 where it is
    read at the node itself).
    """

    group: Positions
    label: Positions
    word: Positions
    node: Positions
    bit: Positions
    hops: Positions
    edge: Positions

    def __len__(self) -> int:
        return len(self.group)

    def take(self, rows: Positions) -> "Arrived":
        """Some of the rows."""
        columns = (self.group, self.label, self.word, self.node, self.bit, self.hops, self.edge)
        return Arrived(*(column[rows] for column in columns))

    def shortest(self) -> "Arrived":
        """For each group and label, sorted, the row with the fewest hops; then the smallest edge, then node."""
        order = np.lexsort((self.word, self.node, self.edge, self.hops, self.label, self.group))
        group, label = self.group[order], self.label[order]
        first = np.ones(len(order), np.bool_)
        first[1:] = (group[1:] != group[:-1]) | (label[1:] != label[:-1])
        return self.take(order[first])


def over_edges(edges: Edges, result: LabelSpread, crossing: Positions, groups: Positions) -> Arrived:
    """What moves over each of the `crossing` edges: a row for every label that comes out."""
    return _arrived(
        result, edges.source[crossing].astype(np.int64), edges.transform[crossing], groups, crossing
    )


def at_nodes(result: LabelSpread, nodes: Positions, groups: Positions) -> Arrived:
    """What is read at each of the nodes: a row for every label it has."""
    return _arrived(result, nodes, np.zeros(len(nodes), np.uint8), groups, np.full(len(nodes), -1))


def _arrived(
    result: LabelSpread, nodes: Positions, transforms: Bytes, groups: Positions, crossing: Positions
) -> Arrived:
    parts = []
    for word, (rules, rounds) in enumerate(zip(result.space.rules, result.rounds, strict=True)):
        coming = rounds.labels[nodes]
        rules.apply(coming, transforms)
        row, bit = _rows(coming)
        mask = rules.preimages()[transforms[row], bit]
        hops, before = first_arrival(arrivals(rounds), nodes[row], mask)
        ids = np.array(result.space.ids[word], np.int64)
        parts.append(
            (groups[row], ids[bit], np.full(len(row), word), nodes[row], before, hops, crossing[row])
        )
    return Arrived(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def _rows(bits: Bits) -> tuple[Positions, Positions]:
    """The (row, bit) of every bit set, ascending by bit."""
    used = int(np.bitwise_or.reduce(bits, initial=np.uint64(0)))
    rows = [(np.flatnonzero(bits & np.uint64(1 << bit)), bit) for bit in range(WORD) if used >> bit & 1]
    return (
        np.concatenate((np.zeros(0, np.int64), *(row for row, _ in rows))),
        np.concatenate((np.zeros(0, np.int64), *(np.full(len(row), bit) for row, bit in rows))),
    )


def trails_to(
    edges: Edges, result: LabelSpread, rows: Arrived, step: Callable[[int], Step]
) -> Iterator[tuple[Step, ...]]:
    """For each row the trail from the column with its own label, each edge told by `step`, the crossing one last."""
    paths: list[list[tuple[Step, ...]]] = []
    states = np.zeros(len(rows), np.int64)
    for word, (rules, rounds) in enumerate(zip(result.space.rules, result.rounds, strict=True)):
        here = np.flatnonzero(rows.word == word)
        asked = rows.node[here] * WORD + rows.bit[here]
        trails = read_trails(edges, rules, rounds, asked, rows.hops[here])
        states[here] = trails.state
        paths.append(trails.unfold(step))
    for word, state, edge in zip(rows.word.tolist(), states.tolist(), rows.edge.tolist(), strict=True):
        before = paths[word][state]
        yield before if edge < 0 else (*before, step(edge))


def shows_values(space: LabelSpace) -> Flags:
    """Which labels (bool[labels]) are data of their own, not only what decided which rows are there."""
    return np.array([label.form is not Form.INFLUENCE for label in space.labels], np.bool_)
