"""Declared flows met with what the files show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuajing.binding.resolver import Resolver
from kuajing.model.declaration import DeclaredFlow, DeclaredSystem, Grant
from kuajing.model.estate import Access, BoundFlow, Move, Support
from kuajing.model.facts import Basis, Transform
from kuajing.model.names import ALL_COLUMNS, DatasetName

WHOLE = "(whole)"
"""The dataset that stands for a system as a whole, where a flow names no dataset in it."""

OPENED_AT = frozenset({"workplace"})
"""Kinds of system where data is opened, not stored: a flow that ends there is an access."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What the declared flows and grants add to the estate."""

    flows: tuple[BoundFlow, ...]
    moves: tuple[Move, ...]
    accesses: tuple[Access, ...]


def bind_flows(
    flows: Iterable[DeclaredFlow],
    grants: Iterable[Grant],
    systems: Mapping[str, DeclaredSystem],
    datasets: Iterable[DatasetName],
    moves: Iterable[Move],
    names: Resolver,
) -> Declared:
    """Declared flows with how the files stand to them, and the moves and accesses that only they tell of."""
    known = tuple(sorted(datasets))
    targets, upstream = _steps(moves)
    bound: list[BoundFlow] = []
    added: list[Move] = []
    accesses = [access for grant in grants for access in _granted(grant, names, known)]
    for flow in flows:
        sources = _datasets_of(flow.source, names, known)
        target = names.declared_name(flow.target)
        system = target.system
        opened = flow.mode == "remote_access" or systems[system].kind in OPENED_AT
        if opened:
            accesses.extend(_opened(flow, system, sources))
            support = Support.DECLARED_ONLY
        else:
            support = _support(sources, target, targets, upstream)
            if support is not Support.BORNE_OUT:
                added.extend(_declared_moves(flow, sources, target))
        bound.append(BoundFlow(flow, sources, target if target.path else None, system, support))
    return Declared(tuple(bound), tuple(added), tuple(sorted(set(accesses), key=_access_order)))


def _access_order(access: Access) -> tuple[object, ...]:
    return (access.dataset, access.reader, access.location, access.columns)


def _datasets_of(text: str, names: Resolver, known: tuple[DatasetName, ...]) -> tuple[DatasetName, ...]:
    """The dataset a declaration names, or all datasets of the system it names as a whole."""
    name = names.declared_name(text)
    if name.path:
        return (name,)
    inside = tuple(dataset for dataset in known if dataset.system == name.system)
    return inside or (DatasetName(name.system, (WHOLE,)),)


def _steps(moves: Iterable[Move]) -> tuple[set[DatasetName], dict[DatasetName, set[DatasetName]]]:
    upstream: dict[DatasetName, set[DatasetName]] = {}
    for move in moves:
        upstream.setdefault(move.target.dataset, set()).add(move.source.dataset)
    return set(upstream), upstream


def _support(
    sources: tuple[DatasetName, ...],
    target: DatasetName,
    targets: set[DatasetName],
    upstream: Mapping[DatasetName, set[DatasetName]],
) -> Support:
    written = [target] if target.path else sorted(name for name in targets if name.system == target.system)
    reached = _all_upstream(written, upstream)
    if any(source in reached for source in sources):
        return Support.BORNE_OUT
    return Support.CONTRADICTED if target.path and target in targets else Support.DECLARED_ONLY


def _all_upstream(
    start: list[DatasetName], upstream: Mapping[DatasetName, set[DatasetName]]
) -> set[DatasetName]:
    waiting = list(start)
    reached: set[DatasetName] = set()
    while waiting:
        for dataset in upstream.get(waiting.pop(), set()):
            if dataset not in reached:
                reached.add(dataset)
                waiting.append(dataset)
    return reached


def _declared_moves(flow: DeclaredFlow, sources: tuple[DatasetName, ...], target: DatasetName) -> list[Move]:
    into = target if target.path else DatasetName(target.system, (WHOLE,))
    columns = flow.columns or (ALL_COLUMNS,)
    return [
        Move(
            source=source.column(column),
            target=into.column(column),
            location=flow.location,
            mechanism="declared",
            transform=Transform.IDENTITY,
            functions=(),
            certain=True,
            basis=Basis.DECLARED,
        )
        for source in sources
        for column in columns
    ]


def _granted(grant: Grant, names: Resolver, known: tuple[DatasetName, ...]) -> list[Access]:
    columns = tuple(sorted(column.lower() for column in grant.columns))
    return [
        Access(grant.to, dataset, columns, grant.via, grant.purpose, grant.status, grant.location)
        for dataset in _datasets_of(grant.on, names, known)
    ]


def _opened(flow: DeclaredFlow, reader: str, sources: tuple[DatasetName, ...]) -> list[Access]:
    columns = tuple(sorted(column.lower() for column in flow.columns))
    return [
        Access(reader, source, columns, None, flow.purpose, flow.status, flow.location) for source in sources
    ]
