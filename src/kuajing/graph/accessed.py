"""Crossings where data stays on the mainland and somebody outside can read it."""

from collections.abc import Mapping

import numpy as np

from kuajing.graph.borders import mainland_of
from kuajing.graph.evidence import at_nodes
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_spread import LabelSpread
from kuajing.graph.label_trails import columns_by_group, trails_by_group
from kuajing.model.crossings import Crossing, CrossingKind
from kuajing.model.estate import Access
from kuajing.model.labels import Placement
from kuajing.model.names import ROWS
from kuajing.model.truth import Truth


def accessed(
    graph: FlowGraph, result: LabelSpread, placements: Mapping[str, Placement], accesses: tuple[Access, ...]
) -> list[Crossing]:
    """One crossing for each access by which labelled data on the mainland may be read from outside it."""
    leaves = [_leaves(access, placements) for access in accesses]
    nodes = [
        _readable(graph, access) if truth is not Truth.NO else []
        for access, truth in zip(accesses, leaves, strict=True)
    ]
    groups = np.repeat(np.arange(len(accesses)), [len(some) for some in nodes])
    rows = at_nodes(result, np.array([node for some in nodes for node in some], np.int64), groups)
    columns = columns_by_group(graph, rows)
    trails = trails_by_group(graph, result, rows.shortest())
    return [
        Crossing(
            kind=CrossingKind.ACCESSED,
            source=access.dataset,
            target=None,
            source_system=access.dataset.system,
            target_system=access.reader,
            leaves=leaves[group],
            trails=trails[group],
            onward=(),
            location=access.location,
            columns=columns[group],
            via=access.via,
            purpose=access.purpose,
            status=access.status,
        )
        for group, access in enumerate(accesses)
        if group in trails
    ]


def _leaves(access: Access, placements: Mapping[str, Placement]) -> Truth:
    if access.reader == access.dataset.system:
        return Truth.NO
    return mainland_of(placements, access.dataset.system) & ~mainland_of(placements, access.reader)


def _readable(graph: FlowGraph, access: Access) -> list[int]:
    """The columns that an access opens: those it names, else all."""
    if access.columns:
        return sorted({graph.node(access.dataset.column(name)) for name in access.columns})
    return [node for node in graph.nodes_of(access.dataset) if graph.columns[node].column != ROWS]
