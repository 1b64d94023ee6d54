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
    trails: dict[int, list[LabelTrail]] = defaultdict(list)
    labels = result.space.labels
    for group, label, node, (start, steps) in zip(
        rows.group.tolist(),
        rows.label.tolist(),
        rows.node.tolist(),
        trails_to(graph.edges, result, rows),
        strict=True,
    ):
        for edge in steps:
            if edge not in hops:
                hops[edge] = hop_of(graph, edge)
        path = tuple(hops[edge] for edge in steps)
        end = path[-1].target if path else graph.columns[node]
        trails[group].append(LabelTrail(labels[label], graph.columns[start], path, end))
    return {group: tuple(found) for group, found in trails.items()}


def columns_by_group(graph: FlowGraph, rows: Arrived) -> dict[int, tuple[ColumnName, ...]]:
    """The columns that the rows of each group come from, sorted."""
    found: dict[int, list[ColumnName]] = defaultdict(list)
    for key in np.unique(rows.group * graph.edges.nodes + rows.node).tolist():
        group, node = divmod(key, graph.edges.nodes)
        found[group].append(graph.columns[node])
    return {group: tuple(columns) for group, columns in found.items()}
