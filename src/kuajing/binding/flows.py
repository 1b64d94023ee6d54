"""Declared flows met with what the files show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.binding.resolver import Resolver
from kuajing.model.declaration import DeclaredFlow, DeclaredSystem, Grant
from kuajing.model.estate import Access, BoundFlow, Dataset, Move, Support
from kuajing.model.facts import Basis, Transform
from kuajing.model.names import ALL_COLUMNS, DatasetName

WHOLE = "(whole)"
"""The dataset that stands for a system as a whole, where a flow names no dataset in it."""

OPENED_AT = frozenset({"workplace"})
"""Kinds of system where data is opened, not stored: a flow that ends there is an access."""

OPENED_BY = frozenset({"remote_access", "onshore_access"})
"""Modes of a flow that copies nothing: someone at its target reads."""

COLLECTED = "direct_collection"


@dataclass(frozen=True, slots=True)
class Declared:
    """What the declared flows and grants add to the estate."""

    flows: tuple[BoundFlow, ...]
    moves: tuple[Move, ...]
    accesses: tuple[Access, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Which datasets files write, and from which."""

    upstream: Mapping[DatasetName, frozenset[DatasetName]]

    def behind(self, start: Iterable[DatasetName]) -> set[DatasetName]:
        """Every dataset that data in any of `start` comes from, near or far."""
        waiting = list(start)
        reached: set[DatasetName] = set()
        while waiting:
            new = self.upstream.get(waiting.pop(), frozenset()) - reached
            reached |= new
            waiting.extend(new)
        return reached


def steps_of(moves: Iterable[Move]) -> Steps:
    """The steps between different datasets that moves make."""
    upstream: dict[DatasetName, set[DatasetName]] = {}
    for move in moves:
        if move.source.dataset != move.target.dataset:
            upstream.setdefault(move.target.dataset, set()).add(move.source.dataset)
    return Steps({target: frozenset(sources) for target, sources in upstream.items()})


def bind_flows(
    flows: Iterable[DeclaredFlow],
    grants: Iterable[Grant],
    systems: Mapping[str, DeclaredSystem],
    datasets: Iterable[Dataset],
    moves: Iterable[Move],
    names: Resolver,
) -> Declared:
    """Declared flows with how the files stand to them, and the moves and accesses that only they tell of."""
    known = tuple(datasets)
    steps = steps_of(moves)
    bound: list[BoundFlow] = []
    added: list[Move] = []
    accesses = [access for grant in grants for access in _granted(grant, names, known)]
    for flow in flows:
        parts = _parts(flow.source, flow.columns, names, known)
        sources = tuple(sorted(parts))
        target = names.declared_name(flow.target)
        if flow.mode in OPENED_BY or systems[target.system].kind in OPENED_AT:
            accesses.extend(_opened(flow, target.system, parts))
            support = Support.DECLARED_ONLY
        else:
            support = _support(flow, sources, target, steps)
            if support is not Support.BORNE_OUT and _is_movement(flow, sources, known):
                added.extend(_declared_moves(flow, parts, target))
        bound.append(BoundFlow(flow, sources, target if target.path else None, target.system, support))
    return Declared(tuple(bound), tuple(added), tuple(sorted(set(accesses), key=_access_order)))


def _access_order(access: Access) -> tuple[object, ...]:
    said = (access.via or "", access.purpose or "", access.status or "")
    return (access.dataset, access.reader, access.location, access.columns, said)


def _parts(
    text: str, columns: Iterable[str], names: Resolver, known: tuple[Dataset, ...]
) -> dict[DatasetName, tuple[str, ...]]:
    """What a declaration names, each dataset with the columns meant in it; none means all.

    Of a system named as a whole these are all its datasets; where columns are named, those that hold one of them, or
    of whose columns nothing is known.
    """
    name = names.declared_name(text)
    wanted = tuple(sorted({column.lower() for column in columns}))
    if name.path:
        return {name: wanted}
    parts: dict[DatasetName, tuple[str, ...]] = {}
    for dataset in known:
        if dataset.name.system == name.system:
            held = {column.name.column for column in dataset.columns} or set(wanted)
            here = tuple(column for column in wanted if column in held)
            if here or not wanted:
                parts[dataset.name] = here
    return parts or {DatasetName(name.system, (WHOLE,)): wanted}


def _support(
    flow: DeclaredFlow, sources: tuple[DatasetName, ...], target: DatasetName, steps: Steps
) -> Support:
    """How files stand to a flow; what is only planned, or over, need not be in them any more or yet."""
    written = [target] if target.path else [name for name in steps.upstream if name.system == target.system]
    if steps.behind(written).intersection(sources):
        return Support.BORNE_OUT
    denied = bool(target.path) and target in steps.upstream and target not in sources
    runs = flow.status not in {"planned", "stopped"} and flow.mode != COLLECTED
    return Support.CONTRADICTED if denied and runs else Support.DECLARED_ONLY


def _is_movement(flow: DeclaredFlow, sources: Iterable[DatasetName], known: Iterable[Dataset]) -> bool:
    """Whether a flow moves data between datasets; what is collected abroad comes from people, if nothing is known here."""
    told = {dataset.name for dataset in known if dataset.columns}
    return flow.mode != COLLECTED or not told.isdisjoint(sources)


def _declared_moves(
    flow: DeclaredFlow, parts: Mapping[DatasetName, tuple[str, ...]], target: DatasetName
) -> Iterator[Move]:
    """The movement that only a declaration tells of; what is collected where it lies moves nowhere."""
    into = target if target.path else DatasetName(target.system, (WHOLE,))
    for source, columns in parts.items():
        for column in (columns or (ALL_COLUMNS,)) if source != into else ():
            yield Move(
                source=source.column(column),
                target=into.column(column),
                location=flow.location,
                mechanism="declared",
                transform=Transform.IDENTITY,
                functions=(),
                certain=True,
                basis=Basis.DECLARED,
            )


def _granted(grant: Grant, names: Resolver, known: tuple[Dataset, ...]) -> Iterator[Access]:
    for dataset, columns in _parts(grant.on, grant.columns, names, known).items():
        yield Access(grant.to, dataset, columns, grant.via, grant.purpose, grant.status, grant.location)


def _opened(
    flow: DeclaredFlow, reader: str, parts: Mapping[DatasetName, tuple[str, ...]]
) -> Iterator[Access]:
    for dataset, columns in parts.items():
        yield Access(reader, dataset, columns, None, flow.purpose, flow.status, flow.location)
