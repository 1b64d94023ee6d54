"""Edges as steps that people can read."""

from typing import assert_never

from kuajing.graph.flow_graph import FlowGraph
from kuajing.model.crossings import Hop
from kuajing.model.estate import Influence, Move
from kuajing.model.facts import Basis, Transform
from kuajing.model.names import ROWS
from kuajing.source.location import Location

INSIDE = "all-columns"
"""The mechanism of the step from a dataset's unnamed columns to a named one."""


def hop_of(graph: FlowGraph, edge: int) -> Hop:
    """One edge as a step of a trail, with the evidence it rests on."""
    source = graph.columns[graph.edges.source[edge]]
    target = graph.columns[graph.edges.target[edge]]
    match graph.evidence[graph.evidence_of[edge]]:
        case Move() as move:
            # Rows follow a move as they are, whatever it does to the values.
            values = target.column != ROWS
            return Hop(
                source=source,
                target=target,
                location=move.location,
                mechanism=move.mechanism,
                transform=move.transform if values else Transform.IDENTITY,
                functions=move.functions if values else (),
                certain=move.certain,
                basis=move.basis,
                environment=move.running.environment,
            )
        case Influence() as influence:
            return Hop(
                source=source,
                target=target,
                location=influence.location,
                mechanism=influence.mechanism,
                transform=Transform.DERIVED,
                functions=(),
                certain=True,
                basis=Basis.OBSERVED,
            )
        case Location() as place:
            return Hop(
                source=source,
                target=target,
                location=place,
                mechanism=INSIDE,
                transform=Transform.IDENTITY,
                functions=(),
                certain=False,
                basis=Basis.INFERRED,
            )
        case other:
            assert_never(other)
