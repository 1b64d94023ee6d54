"""Rows of arrived labels as trails with names."""

from collections import defaultdict

import numpy as np

from kuajing.graph.evidence import Arrived, trails_to
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.hops import hop_of
from kuajing.graph.label_spread import LabelSpread
from kuajing.model.crossings import Hop, LabelTrail
from kuajing.model.names import ColumnName


def trails_by_group(
    graph: FlowGraph, result: LabelSpread, rows: Arrived
) -> dict[int, tuple[LabelTrail, ...]]:
    """The trails of each group in the order of the rows; a hop that many trails share is one value."""
    hops: dict[int, Hop] = {}

    def step(edge: int) -> Hop:
        if edge not in hops:
            hops[edge] = hop_of(graph, edge)
        return hops[edge]

    trails: dict[int, list[LabelTrail]] = defaultdict(list)
    labels = [result.space.labels[label] for label in rows.label.tolist()]
    paths = trails_to(graph.edges, result, rows, step)
    for group, label, node, path in zip(rows.group.tolist(), labels, rows.node.tolist(), paths, strict=True):
        ends = (path[0].source, path[-1].target) if path else (graph.columns[node], graph.columns[node])
        trails[group].append(LabelTrail(label, ends[0], path, ends[1]))
    return {group: tuple(found) for group, found in trails.items()}


def columns_by_group(graph: FlowGraph, rows: Arrived) -> dict[int, tuple[ColumnName, ...]]:
    """The columns that the rows of each group come from, sorted."""
    found: dict[int, list[ColumnName]] = defaultdict(list)
    for key in np.unique(rows.group * graph.edges.nodes + rows.node).tolist():
        group, node = divmod(key, graph.edges.nodes)
        found[group].append(graph.columns[node])
    return {group: tuple(columns) for group, columns in found.items()}
