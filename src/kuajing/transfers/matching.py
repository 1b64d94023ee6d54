"""Which declared flow a crossing belongs to, trail by trail."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kuajing.model.crossings import Crossing, CrossingKind, LabelTrail
from kuajing.model.estate import BoundFlow, Move
from kuajing.model.labels import Form, Label, Origin
from kuajing.model.names import ColumnName, DatasetName
from kuajing.transfers.beginnings import Holder, beginnings, is_about_people, stands_for
from kuajing.transfers.upstream import Upstream

COLLECTED = "direct_collection"


@dataclass(frozen=True, slots=True)
class Part:
    """The trails of one crossing that declared flows of one purpose account for; no flows where none does.

    `tied` holds the ids of flows that account for them equally well, so that the purpose is unknown. `holders` are
    the datasets whose people are in it, `beside` all labels of the whole crossing.
    """

    crossing: Crossing
    flows: tuple[BoundFlow, ...]
    holders: tuple[Holder, ...] = ()
    beside: tuple[Label, ...] = ()
    tied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """All parts, and the ids of flows on whose way data crosses though narrower flows account for all of it."""

    parts: tuple[Part, ...]
    outdone: frozenset[str]


def match(
    crossings: Iterable[Crossing],
    flows: Iterable[BoundFlow],
    beyond: Mapping[DatasetName, frozenset[DatasetName]],
    upstream: Upstream,
) -> Matched:
    """Every crossing split by the flows that account for each of its trails.

    `beyond` holds the datasets that lie downstream of each first dataset abroad. A flow accounts for a trail when its
    source lies on it and its target is the first dataset abroad or beyond it; the narrowest flow wins.
    """
    declared = tuple(flows)
    parts: list[Part] = []
    passed: set[str] = set()
    for crossing in crossings:
        found = {flow.flow.id: flow for flow in declared if _reaches(flow, crossing, beyond)}
        shares: dict[tuple[str, ...], _Share] = {}
        for trail, met, holder in _trails(crossing, found, upstream):
            passed |= met
            best = _narrowest([found[name] for name in sorted(met)], crossing, trail)
            shares.setdefault(tuple(flow.flow.id for flow in best), _Share()).take(trail, holder)
        _settle_influences(shares)
        parts += (_part(crossing, shares[ids], [found[one] for one in ids]) for ids in sorted(shares))
    chosen = {flow.flow.id for part in parts for flow in part.flows}
    tied = {name for part in parts for name in part.tied}
    return Matched(tuple(parts), frozenset(passed - chosen - tied))


@dataclass(slots=True)
class _Share:
    """What one set of flows accounts for of a crossing: one trail for each label, and whose people it is about."""

    trails: dict[Label, LabelTrail] = field(default_factory=dict)
    holders: set[Holder] = field(default_factory=set)

    def take(self, trail: LabelTrail, holder: Holder | None) -> None:
        self.trails.setdefault(trail.label, trail)
        if holder is not None:
            self.holders.add(holder)


def _settle_influences(shares: dict[tuple[str, ...], _Share]) -> None:
    """What only decided which rows cross is no movement of its own: without a flow it goes with what moves."""
    alone = shares.get(())
    if alone is None or len(shares) == 1:
        return
    if all(label.form is Form.INFLUENCE for label in alone.trails):
        del shares[()]
        for trail in alone.trails.values():
            shares[min(shares)].take(trail, None)


def _part(crossing: Crossing, share: _Share, best: list[BoundFlow]) -> Part:
    """Flows that fit equally well belong together where they have one purpose, else the purpose is unknown."""
    one_purpose = len({flow.flow.purpose for flow in best}) <= 1
    return Part(
        crossing=replace(crossing, trails=tuple(sorted(share.trails.values(), key=_label_order))),
        flows=tuple(best) if one_purpose else (),
        holders=tuple(sorted(share.holders)),
        beside=crossing.labels,
        tied=() if one_purpose else tuple(flow.flow.id for flow in best),
    )


def _label_order(trail: LabelTrail) -> tuple[str, str, str]:
    return (trail.label.category, trail.label.origin.value, trail.label.form.value)


def _reaches(
    flow: BoundFlow, crossing: Crossing, beyond: Mapping[DatasetName, frozenset[DatasetName]]
) -> bool:
    if crossing.kind is CrossingKind.ACCESSED:
        # A grant that names its purpose is accounted for by flows of that purpose alone.
        other = None not in {crossing.purpose, flow.flow.purpose} and crossing.purpose != flow.flow.purpose
        return flow.target_system == crossing.target_system and not other
    if flow.target is None:
        return flow.target_system == crossing.target_system or flow.target_system in crossing.onward
    target = crossing.target
    return flow.target == target or (target is not None and flow.target in beyond.get(target, frozenset()))


def _trails(
    crossing: Crossing, flows: Mapping[str, BoundFlow], upstream: Upstream
) -> Iterator[tuple[LabelTrail, frozenset[str], Holder | None]]:
    """The trails of a crossing, each with the flows that could account for it and whose people it is about.

    A label has a trail for every set of flows, and every count of people, that its data passes on the way.
    """
    collected = crossing.kind is CrossingKind.COLLECTED
    collecting = {name for name, flow in flows.items() if flow.flow.mode == COLLECTED and collected}
    walked = () if collected else tuple(beginnings(crossing, flows, upstream))
    known = {one.trail.label for one in walked}
    for trail in crossing.trails:
        met = frozenset(name for name, flow in flows.items() if _is_on(flow, crossing, trail)) | collecting
        holder = None
        if is_about_people(trail.label) and trail.label not in known:
            holder = Holder(trail.start.dataset, trail.label.origin is Origin.ABROAD)
        yield trail, met or _behind(trail.start, flows, upstream), holder
    for one in walked:
        yield one.trail, one.flows, one.holder


def _is_on(flow: BoundFlow, crossing: Crossing, trail: LabelTrail) -> bool:
    """Whether a flow's source lies on a trail; for values the columns that it names must lie there too."""
    columns = {trail.start, *(hop.source for hop in trail.hops)}
    if crossing.kind is not CrossingKind.SENT:
        columns.add(trail.end)
    if trail.label.form is not Form.PLAIN:
        return any(column.dataset in flow.sources for column in columns)
    return any(stands_for(flow, column) for column in columns)


def _behind(start: ColumnName, flows: Mapping[str, BoundFlow], upstream: Upstream) -> frozenset[str]:
    """The flows whose source lies behind a column where a label begins though something comes into it."""
    waiting, seen = [start] if flows else [], {start}
    while waiting:
        for column, _ in upstream.before(waiting.pop()):
            if column not in seen:
                seen.add(column)
                waiting.append(column)
    return frozenset(name for name, flow in flows.items() if any(stands_for(flow, column) for column in seen))


def _narrowest(flows: list[BoundFlow], crossing: Crossing, trail: LabelTrail) -> list[BoundFlow]:
    """The flows that say most exactly what crosses.

    Fewest datasets, the first dataset abroad as target, nearest to the border, fewest columns; of those that are left
    one that runs before one that is planned or over.
    """
    if not flows:
        return []
    steps = [trail.start.dataset, *(hop.target.dataset for hop in trail.hops)]

    def width(flow: BoundFlow) -> tuple[int, ...]:
        nearest = max((steps.index(source) for source in flow.sources if source in steps), default=-1)
        return (
            len(flow.sources),
            0 if flow.target is not None and flow.target == crossing.target else 1,
            -nearest,
            0 if flow.flow.columns else 1,
            len(flow.flow.columns),
            1 if flow.flow.status in {"planned", "stopped"} else 0,
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
    return {start: _reached(start, following) for start in set(starts)}


def _reached(start: DatasetName, following: Mapping[DatasetName, set[DatasetName]]) -> frozenset[DatasetName]:
    reached = {start}
    waiting = [start]
    while waiting:
        new = following.get(waiting.pop(), set()) - reached
        reached |= new
        waiting.extend(new)
    return frozenset(reached)
