"""Crossings where a system abroad collects straight from people on the mainland."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from kuajing.graph.borders import mainland_of
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_space import label_order
from kuajing.graph.label_spread import LabelSpread, OwnLabel
from kuajing.graph.onward import onward_systems
from kuajing.model.crossings import Crossing, CrossingKind, LabelTrail
from kuajing.model.labels import UNKNOWN_CONTENT, Label, Origin, Placement, is_personal
from kuajing.model.truth import Truth


def collected(graph: FlowGraph, result: LabelSpread, placements: Mapping[str, Placement]) -> list[Crossing]:
    """One crossing for each dataset abroad whose own personal data is declared as collected on the mainland."""
    holders: dict[int, list[OwnLabel]] = defaultdict(list)
    for own in result.own:
        if own.collected and _from_people_on_the_mainland(own.label):
            number = int(graph.dataset_of[own.node])
            if mainland_of(placements, graph.datasets[number].system) is Truth.NO:
                holders[number].append(own)
    rows = [(group, own.node) for group, number in enumerate(sorted(holders)) for own in holders[number]]
    groups, nodes = np.array(rows, np.int64).reshape(-1, 2).T
    onward = onward_systems(graph, placements, groups, nodes, len(holders))
    return [
        _crossing(graph, number, holders[number], onward[group])
        for group, number in enumerate(sorted(holders))
    ]


def _from_people_on_the_mainland(label: Label) -> bool:
    about_people = is_personal(label.category) or label.category == UNKNOWN_CONTENT
    return about_people and label.origin is Origin.MAINLAND


def _crossing(graph: FlowGraph, number: int, owns: list[OwnLabel], onward: tuple[str, ...]) -> Crossing:
    dataset = graph.datasets[number]
    starts: dict[Label, int] = {}
    for own in owns:
        starts[own.label] = min(own.node, starts.get(own.label, own.node))
    return Crossing(
        kind=CrossingKind.COLLECTED,
        source=dataset,
        target=dataset,
        source_system=dataset.system,
        target_system=dataset.system,
        leaves=Truth.YES,
        trails=tuple(
            LabelTrail(label, graph.columns[starts[label]], (), graph.columns[starts[label]])
            for label in sorted(starts, key=label_order)
        ),
        onward=tuple(system for system in onward if system != dataset.system),
        location=graph.places[number],
        columns=tuple(graph.columns[node] for node in sorted({own.node for own in owns})),
    )
