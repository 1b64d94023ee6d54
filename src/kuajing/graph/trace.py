"""Where data goes and where it comes from, dataset by dataset."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kuajing.graph.arrays import Bytes, Ids, Positions, expand
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.hops import hop_of
from kuajing.graph.label_space import Effect
from kuajing.model.crossings import Reach
from kuajing.model.names import ColumnName

_NO_WAY = (Effect.DROP, Effect.MARK)
"""Edges over which no data goes: into columns declared anonymous, and marks on a dataset's own rows."""

_UNREACHED = -1


@dataclass(frozen=True, slots=True, eq=False)
class _Direction:
    """The edges to follow from a node, and the node at the far end of each."""

    start: Positions
    edge: Positions
    neighbour: Ids
    transform: Bytes
    near: Ids


def where(graph: FlowGraph, start: Iterable[ColumnName]) -> tuple[Reach, ...]:
    """The datasets that data from these columns reaches, sorted; raises KeyError for a column of no dataset.

    Influences are followed too: what they reach are rows. Columns declared anonymous are not entered.
    """
    edges = graph.edges
    forward = _Direction(edges.out_start, edges.out_edge, edges.out_target, edges.out_transform, edges.source)
    return tuple(
        Reach(graph.datasets[number], columns, tuple(hop_of(graph, edge) for edge in reversed(steps)))
        for number, columns, steps in _reached(graph, forward, start)
    )


def whence(graph: FlowGraph, start: Iterable[ColumnName]) -> tuple[Reach, ...]:
    """The datasets from which data in these columns comes, sorted; raises KeyError for a column of no dataset."""
    edges = graph.edges
    backward = _Direction(edges.in_start, edges.in_edge, edges.in_source, edges.in_transform, edges.target)
    return tuple(
        Reach(graph.datasets[number], columns, tuple(hop_of(graph, edge) for edge in steps))
        for number, columns, steps in _reached(graph, backward, start)
    )


def _reached(
    graph: FlowGraph, direction: _Direction, start: Iterable[ColumnName]
) -> list[tuple[int, tuple[ColumnName, ...], list[int]]]:
    """Each dataset reached, its columns, and the edges from its nearest column back to the start."""
    begin = np.unique(np.array([graph.node(column) for column in start], np.int64))
    over, distance = _walk(direction, begin, graph.edges.nodes)
    nodes = np.flatnonzero(over != _UNREACHED)
    columns: dict[int, list[int]] = {}
    for node, number in zip(nodes.tolist(), graph.dataset_of[nodes].tolist(), strict=True):
        columns.setdefault(number, []).append(node)
    return [
        (
            number,
            tuple(graph.columns[node] for node in found),
            _steps(direction, over, min(found, key=lambda node: (int(distance[node]), node))),
        )
        for number, found in sorted(columns.items())
    ]


def _walk(direction: _Direction, begin: Positions, nodes: int) -> tuple[Positions, Positions]:
    """For each node the edge over which it is first reached, the smallest id among the nearest, and how far it is."""
    over = np.full(nodes, _UNREACHED)
    distance = np.full(nodes, _UNREACHED)
    distance[begin] = 0
    frontier, steps = begin, 0
    while len(frontier):
        steps += 1
        positions, _ = expand(direction.start, frontier)
        far, edge = direction.neighbour[positions], direction.edge[positions]
        new = (distance[far] == _UNREACHED) & (~np.isin(direction.transform[positions], _NO_WAY))
        far, edge = far[new], edge[new]
        order = np.lexsort((edge, far))
        first = order[np.flatnonzero(np.diff(far[order].astype(np.int64), prepend=-1))]
        frontier = far[first].astype(np.int64)
        over[frontier] = edge[first]
        distance[frontier] = steps
    return over, distance


def _steps(direction: _Direction, over: Positions, node: int) -> list[int]:
    """The edges from a node back to the start."""
    steps = []
    while over[node] != _UNREACHED:
        edge = int(over[node])
        steps.append(edge)
        node = int(direction.near[edge])
    return steps
