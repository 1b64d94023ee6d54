"""Crossings where data is sent: moves from a dataset on the mainland into one that is not."""

from collections.abc import Mapping

import numpy as np

from kuajing.graph.arrays import Bytes, Positions
from kuajing.graph.borders import NO, leaving, mainland_numbers, truth_of
from kuajing.graph.evidence import over_edges, shows_values
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_space import Effect
from kuajing.graph.label_spread import LabelSpread
from kuajing.graph.label_trails import columns_by_group, trails_by_group
from kuajing.graph.onward import onward_systems
from kuajing.model.crossings import Crossing, CrossingKind, LabelTrail
from kuajing.model.labels import Form, Placement
from kuajing.source.location import Location


def sent(graph: FlowGraph, result: LabelSpread, placements: Mapping[str, Placement]) -> list[Crossing]:
    """One crossing for each pair of datasets over whose border a label's values may move."""
    edges = graph.edges
    crossing, leaves = _leaving_edges(graph, placements)
    source, target = graph.dataset_of[edges.source[crossing]], graph.dataset_of[edges.target[crossing]]
    pairs, groups = np.unique(source.astype(np.int64) * len(graph.datasets) + target, return_inverse=True)
    rows = over_edges(edges, result, crossing, groups)
    values = rows.take(np.flatnonzero(shows_values(result.space)[rows.label]))
    opened = np.unique(values.group)
    receiving = edges.target[values.edge].astype(np.int64)
    onward = onward_systems(graph, placements, values.group, receiving, len(pairs))
    columns = columns_by_group(graph, values)
    shortest = rows.shortest()
    shortest = shortest.take(np.flatnonzero(np.isin(shortest.group, opened)))
    trails = trails_by_group(graph, result, shortest)
    found = []
    truths = dict(zip(groups.tolist(), leaves.tolist(), strict=True))
    for group in opened.tolist():
        first, second = (graph.datasets[number] for number in divmod(int(pairs[group]), len(graph.datasets)))
        found.append(
            Crossing(
                kind=CrossingKind.SENT,
                source=first,
                target=second,
                source_system=first.system,
                target_system=second.system,
                leaves=truth_of(truths[group]),
                trails=trails[group],
                onward=tuple(system for system in onward[group] if system != second.system),
                location=_opening(trails[group]),
                columns=columns[group],
            )
        )
    return found


def _leaving_edges(graph: FlowGraph, placements: Mapping[str, Placement]) -> tuple[Positions, Bytes]:
    """The edges that may lead out of the mainland into another system, and whether they do."""
    edges = graph.edges
    mainland = mainland_numbers(graph, placements)
    names = {system: number for number, system in enumerate(sorted({one.system for one in graph.datasets}))}
    systems = np.array([names[dataset.system] for dataset in graph.datasets], np.uint32)
    source, target = graph.dataset_of[edges.source], graph.dataset_of[edges.target]
    leaves = leaving(mainland[source], mainland[target])
    crossing = np.flatnonzero(
        (leaves != NO) & (systems[source] != systems[target]) & (edges.transform != Effect.DROP)
    )
    return crossing, leaves[crossing]


def _opening(trails: tuple[LabelTrail, ...]) -> Location:
    """Where the exit is opened: the last hop of the first label whose values cross."""
    return next(trail.hops[-1].location for trail in trails if trail.label.form is not Form.INFLUENCE)
