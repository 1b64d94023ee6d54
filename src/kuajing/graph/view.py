"""The public view of a graph: names, labels and evidence as a networkx graph."""

from typing import assert_never

import networkx as nx

from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.hops import hop_of
from kuajing.graph.label_space import Effect
from kuajing.graph.label_spread import LabelSpread


def to_networkx(graph: FlowGraph, result: LabelSpread) -> nx.MultiDiGraph:
    """A copy of a graph for other tools.

    Nodes are `system.dataset.column`, with `system`, `dataset`, `column` and `labels` (a tuple of words). Edges have
    `transform` (a transform, `influence`, or `drop` into columns declared anonymous), `location` (path:line:column)
    and `mechanism`; their keys number the edges of the graph.
    """
    view = nx.MultiDiGraph()
    names = [str(column) for column in graph.columns]
    for node, column in enumerate(graph.columns):
        view.add_node(
            names[node],
            system=column.dataset.system,
            dataset=str(column.dataset),
            column=column.column,
            labels=tuple(str(label) for label in result.labels_of(node)),
        )
    ends = zip(graph.edges.source.tolist(), graph.edges.target.tolist(), strict=True)
    for edge, (source, target) in enumerate(ends):
        hop = hop_of(graph, edge)
        view.add_edge(
            names[source],
            names[target],
            key=edge,
            transform=_transform(Effect(int(graph.edges.transform[edge])), hop.transform.value),
            location=str(hop.location),
            mechanism=hop.mechanism,
        )
    return view


def _transform(effect: Effect, word: str) -> str:
    match effect:
        case Effect.KEEP | Effect.AGGREGATE:
            return word
        case Effect.INFLUENCE | Effect.MARK | Effect.DROP:
            return effect.name.lower()
        case _:
            assert_never(effect)
