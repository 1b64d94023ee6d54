"""Which declared flow a crossing belongs to, trail by trail."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kuajing.model.crossings import Crossing, CrossingKind, LabelTrail
from kuajing.model.estate import BoundFlow, Move
from kuajing.model.names import DatasetName


@dataclass(frozen=True, slots=True)
class Part:
    """The trails of one crossing that one declared flow accounts for; `flow` is None where none does.

    `tied` holds the ids of flows that account for them equally well, so that the purpose is unknown.
    """

    crossing: Crossing
    flow: BoundFlow | None
    tied: tuple[str, ...] = ()


def match(
    crossings: Iterable[Crossing],
    flows: Iterable[BoundFlow],
    beyond: Mapping[DatasetName, frozenset[DatasetName]],
) -> tuple[Part, ...]:
    """Every crossing split by the flow that accounts for each of its trails.

    `beyond` holds the datasets that lie downstream of each first dataset abroad. A flow accounts for a trail when its
    source lies on it and its target is the first dataset abroad or beyond it; the narrowest flow wins.
    """
    declared = tuple(flows)
    parts: list[Part] = []
    for crossing in crossings:
        by_flow: dict[tuple[str, ...], list[LabelTrail]] = {}
        found = {flow.flow.id: flow for flow in declared if _reaches(flow, crossing, beyond)}
        for trail in crossing.trails:
            best = _narrowest(
                [flow for flow in found.values() if _on_trail(flow, crossing, trail)], crossing, trail
            )
            by_flow.setdefault(tuple(flow.flow.id for flow in best), []).append(trail)
        for ids in sorted(by_flow):
            share = replace(crossing, trails=tuple(by_flow[ids]))
            parts.append(Part(share, found[ids[0]] if len(ids) == 1 else None, ids if len(ids) > 1 else ()))
    return tuple(parts)


def _reaches(
    flow: BoundFlow, crossing: Crossing, beyond: Mapping[DatasetName, frozenset[DatasetName]]
) -> bool:
    if crossing.kind is CrossingKind.ACCESSED:
        return flow.target_system == crossing.target_system
    if flow.target is None:
        return flow.target_system == crossing.target_system or flow.target_system in crossing.onward
    target = crossing.target
    return flow.target == target or (target is not None and flow.target in beyond.get(target, frozenset()))


def _on_trail(flow: BoundFlow, crossing: Crossing, trail: LabelTrail) -> bool:
    on_trail = {crossing.source, trail.start.dataset, *(hop.source.dataset for hop in trail.hops)}
    return bool(on_trail.intersection(flow.sources))


def _narrowest(flows: list[BoundFlow], crossing: Crossing, trail: LabelTrail) -> list[BoundFlow]:
    """The flows that say most exactly what crosses: fewest datasets, named target, nearest to the border, columns."""
    if not flows:
        return []
    steps = [trail.start.dataset, *(hop.target.dataset for hop in trail.hops)]

    def width(flow: BoundFlow) -> tuple[int, int, int, int]:
        nearest = max((steps.index(source) for source in flow.sources if source in steps), default=-1)
        return (
            len(flow.sources),
            0 if flow.target is not None and flow.target == crossing.target else 1,
            -nearest,
            len(flow.flow.columns) or 1_000_000,
        )

    best = min(width(flow) for flow in flows)
    return sorted((flow for flow in flows if width(flow) == best), key=lambda flow: flow.flow.id)


def downstream(
    moves: Iterable[Move], starts: Iterable[DatasetName]
) -> dict[DatasetName, frozenset[DatasetName]]:
    """The datasets that data from each of `starts` can reach, itself included."""
    following: dict[DatasetName, set[DatasetName]] = {}
    for move in moves:
        following.setdefault(move.source.dataset, set()).add(move.target.dataset)
    return {start: _reached(start, following) for start in starts}


def _reached(start: DatasetName, following: Mapping[DatasetName, set[DatasetName]]) -> frozenset[DatasetName]:
    reached = {start}
    waiting = [start]
    while waiting:
        new = following.get(waiting.pop(), set()) - reached
        reached |= new
        waiting.extend(new)
    return frozenset(reached)
