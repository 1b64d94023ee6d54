"""Crossings: every place where labelled data leaves the mainland 出境, with a shortest trail for each label."""

from collections.abc import Mapping

from kuajing.graph.accessed import accessed
from kuajing.graph.collected import collected
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_spread import LabelSpread
from kuajing.graph.sent import sent
from kuajing.model.crossings import Crossing
from kuajing.model.estate import Access
from kuajing.model.labels import Placement


def crossings(
    graph: FlowGraph, result: LabelSpread, placements: Mapping[str, Placement], accesses: tuple[Access, ...]
) -> tuple[Crossing, ...]:
    """Every crossing of an estate, sorted by kind, source, target and place.

    `placements` are by system id; a system without one has an unknown place, which makes its crossings unknown and
    never absent.
    """
    found = [
        *sent(graph, result, placements),
        *accessed(graph, result, placements, accesses),
        *collected(graph, result, placements),
    ]
    return tuple(sorted(found, key=_order))


def _order(crossing: Crossing) -> tuple[object, ...]:
    target = (crossing.target.system, crossing.target.path) if crossing.target else ("", ())
    source = (crossing.source.system, crossing.source.path)
    place = (crossing.location.path, crossing.location.line, crossing.location.column)
    rest = (crossing.via or "", crossing.purpose or "", crossing.status or "")
    return (crossing.kind.value, source, crossing.target_system, target, place, rest, crossing.columns)
