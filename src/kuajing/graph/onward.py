"""Which systems outside the mainland data reaches behind the first one."""

from collections.abc import Iterator, Mapping

import numpy as np

from kuajing.graph.arrays import WORD, Bits, Edges, Flags, Ids, Positions, WordRules, build_edges
from kuajing.graph.borders import mainland_of
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_space import Effect
from kuajing.graph.spread import reachable, spread
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth

_KEEPS_ALL = WordRules(np.array([2**WORD - 1], np.uint64), np.zeros(1, np.uint64), np.zeros(1, np.bool_))


def onward_systems(
    graph: FlowGraph, placements: Mapping[str, Placement], groups: Positions, nodes: Positions, count: int
) -> list[tuple[str, ...]]:
    """For each of `count` groups the systems not known to be on the mainland that its nodes' data reaches, sorted.

    `groups` and `nodes` are rows of (group, node). The systems of the nodes themselves are among the answer. Only
    values count, so no influence is followed.
    """
    passes = np.zeros(len(Effect), np.bool_)
    passes[[Effect.KEEP, Effect.AGGREGATE]] = True
    region = np.flatnonzero(reachable(graph.edges, nodes, passes))
    place = np.full(graph.edges.nodes, -1)
    place[region] = np.arange(len(region))
    backward = _backward(graph.edges, place, len(region), passes)
    datasets = graph.dataset_of[region]
    reached: list[list[str]] = [[] for _ in range(count)]
    for systems in _abroad(graph, placements, datasets):
        own = _bits_of_systems(graph, systems)[datasets]
        seen = spread(backward, _KEEPS_ALL, own).labels[place[nodes]]
        words = np.zeros(count, np.uint64)
        np.bitwise_or.at(words, groups, seen)
        for group in np.flatnonzero(words).tolist():
            word = int(words[group])
            reached[group].extend(system for bit, system in enumerate(systems) if word >> bit & 1)
    return [tuple(systems) for systems in reached]


def _backward(edges: Edges, place: Positions, nodes: int, passes: Flags) -> Edges:
    """The edges among the nodes that have a place, turned around."""
    inside = np.flatnonzero((place[edges.source] >= 0) & passes[edges.transform])
    source = place[edges.target[inside]].astype(np.uint32)
    target = place[edges.source[inside]].astype(np.uint32)
    return build_edges(nodes, source, target, np.zeros(len(inside), np.uint8))


def _abroad(
    graph: FlowGraph, placements: Mapping[str, Placement], datasets: Ids
) -> Iterator[tuple[str, ...]]:
    """The systems not known to be on the mainland among the datasets, sorted, a word's worth at a time."""
    systems = sorted({graph.datasets[number].system for number in np.unique(datasets).tolist()})
    abroad = [system for system in systems if mainland_of(placements, system) is not Truth.YES]
    for first in range(0, len(abroad), WORD):
        yield tuple(abroad[first : first + WORD])


def _bits_of_systems(graph: FlowGraph, systems: tuple[str, ...]) -> Bits:
    """u64[datasets]: the bit of each dataset's system, none where it is not among these."""
    bits = {system: 1 << bit for bit, system in enumerate(systems)}
    return np.array([bits.get(dataset.system, 0) for dataset in graph.datasets], np.uint64)
