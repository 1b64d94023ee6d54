"""Every place where the data of a crossing begins, with the declared flows met on the way from there.

A crossing shows one shortest trail for each label. Where a label comes from two datasets, one of them declared, the
other would hide behind it, and so would its people: so the ways are walked again, told apart by what they pass.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kuajing.model.crossings import Crossing, CrossingKind, Hop, LabelTrail
from kuajing.model.estate import BoundFlow, Move
from kuajing.model.labels import UNKNOWN_CONTENT, Form, Label, Origin, is_personal
from kuajing.model.names import ALL_COLUMNS, ColumnName, DatasetName
from kuajing.transfers.upstream import Upstream


class Holder(NamedTuple):
    """A dataset whose people are in a crossing: of those that say how many, the nearest to the border."""

    dataset: DatasetName
    met_abroad: bool


@dataclass(frozen=True, slots=True)
class Beginning:
    """A label that crosses: a shortest trail from where it begins, the flows met on the way, whose people it is about.

    The holder is None for labels that are not about people.
    """

    trail: LabelTrail
    flows: frozenset[str]
    holder: Holder | None


class _Here(NamedTuple):
    """A column on the way back, with what was passed: flows, and the nearest datasets that count their people."""

    column: ColumnName
    flows: frozenset[str]
    at_home: DatasetName | None
    abroad: DatasetName | None


@dataclass(slots=True)
class _Walk:
    """The ways walked so far, against the data: for each place the next one on the way out, and those behind it."""

    onward: dict[_Here, tuple[_Here | None, Hop | None]] = field(default_factory=dict)
    behind: dict[_Here, list[_Here]] = field(default_factory=dict)

    def is_fed(self, here: _Here) -> bool:
        """Whether something comes into the column from another dataset."""
        return any(other.column.dataset != here.column.dataset for other in self.behind.get(here, ()))


def stands_for(flow: BoundFlow, column: ColumnName) -> bool:
    """Whether a flow declares the movement of a column out of its source."""
    named = {name.lower() for name in flow.flow.columns}
    return column.dataset in flow.sources and (not named or column.column in named)


def beginnings(crossing: Crossing, flows: Mapping[str, BoundFlow], upstream: Upstream) -> Iterator[Beginning]:
    """For each label, set of flows met and holder the shortest trail, nearest beginnings first.

    A labelled column into which something comes is no beginning where a labelled beginning lies behind it.
    """
    walk = _walked(crossing, flows, upstream)
    explained = _explained(walk, upstream)
    told: set[tuple[object, ...]] = set()
    for here in walk.onward:
        fed = walk.is_fed(here)
        if fed and here in explained:
            continue
        flows_met = frozenset().union(*(other.flows for other in _behind(walk, here))) if fed else here.flows
        for label in upstream.labels.get(here.column, ()):
            if fed and label.category == UNKNOWN_CONTENT:
                continue
            holder = _holder(label, here)
            if (label, flows_met, holder) not in told:
                told.add((label, flows_met, holder))
                hops = tuple(_hops(walk, here))
                end = hops[-1].target if hops else here.column
                yield Beginning(LabelTrail(label, here.column, hops, end), flows_met, holder)


def is_about_people(label: Label) -> bool:
    """Whether a label stands for values about people, or for values that may be."""
    about = is_personal(label.category) or label.category == UNKNOWN_CONTENT
    return about and label.form is Form.PLAIN


def _holder(label: Label, here: _Here) -> Holder | None:
    abroad = label.origin is Origin.ABROAD
    counted = here.abroad if abroad else here.at_home
    return Holder(counted or here.column.dataset, abroad) if is_about_people(label) else None


def _walked(crossing: Crossing, flows: Mapping[str, BoundFlow], upstream: Upstream) -> _Walk:
    walk = _Walk()
    waiting: deque[_Here] = deque()

    def come(column: ColumnName, past: _Here | None, hop: Hop | None) -> _Here:
        here = _passed(column, past, flows, upstream)
        if here not in walk.onward:
            walk.onward[here] = (past, hop)
            waiting.append(here)
        return here

    for column, hop in _last_steps(crossing, upstream):
        come(column, None, hop)
    while waiting:
        here = waiting.popleft()
        for source, move in upstream.before(here.column):
            behind = come(source, here, _hop(move, source, here.column))
            walk.behind.setdefault(here, []).append(behind)
    return walk


def _passed(
    column: ColumnName, past: _Here | None, flows: Mapping[str, BoundFlow], upstream: Upstream
) -> _Here:
    met = frozenset(name for name, flow in flows.items() if stands_for(flow, column))
    at_home, abroad = (past.at_home, past.abroad) if past else (None, None)
    met_at = upstream.counting.get(column.dataset)
    if met_at is Origin.ABROAD:
        abroad = abroad or column.dataset
    elif met_at is not None:
        at_home = at_home or column.dataset
    return _Here(column, met | past.flows if past else met, at_home, abroad)


def _last_steps(crossing: Crossing, upstream: Upstream) -> Iterator[tuple[ColumnName, Hop | None]]:
    """The columns before the border, each with the hop over it; nothing hops where data is read in place."""
    if crossing.kind is not CrossingKind.SENT or crossing.target is None:
        yield from ((column, None) for column in crossing.columns)
        return
    wanted = set(crossing.columns)
    for name in sorted(upstream.columns.get(crossing.target, frozenset()) | {ALL_COLUMNS}):
        target = crossing.target.column(name)
        for source, move in upstream.before(target):
            if source in wanted:
                yield source, _hop(move, source, target)


def _hop(move: Move, source: ColumnName, target: ColumnName) -> Hop:
    return Hop(
        source,
        target,
        move.location,
        move.mechanism,
        move.transform,
        move.functions,
        move.certain,
        move.basis,
    )


def _explained(walk: _Walk, upstream: Upstream) -> set[_Here]:
    """The places behind which a labelled beginning lies."""
    before: dict[_Here, list[_Here]] = {}
    for here, behind in walk.behind.items():
        for other in behind:
            before.setdefault(other, []).append(here)
    waiting = [here for here in walk.onward if upstream.labels.get(here.column) and not walk.is_fed(here)]
    found: set[_Here] = set()
    while waiting:
        for here in before.get(waiting.pop(), ()):
            if here not in found:
                found.add(here)
                waiting.append(here)
    return found


def _behind(walk: _Walk, here: _Here) -> set[_Here]:
    """A place and all that lies behind it."""
    found, waiting = {here}, [here]
    while waiting:
        for other in walk.behind.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _hops(walk: _Walk, here: _Here | None) -> Iterator[Hop]:
    while here is not None:
        here, hop = walk.onward[here]
        if hop is not None:
            yield hop
