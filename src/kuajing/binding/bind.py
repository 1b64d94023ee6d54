"""From facts and declaration to one estate."""

from collections.abc import Iterable, Iterator

from kuajing.binding.datasets import gather
from kuajing.binding.flows import bind_flows
from kuajing.binding.resolver import Resolver, resolver
from kuajing.binding.systems import UNPLACED, Found, as_systems
from kuajing.model.declaration import Declaration
from kuajing.model.estate import Estate, Influence, Move, System
from kuajing.model.facts import (
    AliasFact,
    Basis,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    TableFact,
    Transform,
    UnreadFact,
)
from kuajing.model.names import ALL_COLUMNS, DatasetName
from kuajing.source.location import Location

Mentioned = tuple[DatasetMention, Location]


def bind(declaration: Declaration, facts: Iterable[Fact]) -> Estate:
    """One estate: every endpoint in its system, every name with the dataset it means.

    Raises InputErrors where declared endpoint patterns tie.
    """
    every = tuple(facts)
    mentions = tuple(_mentions(every))
    declared = tuple(_declared_mentions(declaration))
    aliases = [fact for fact in every if isinstance(fact, AliasFact)]
    names = resolver((*mentions, *declared), aliases, declaration.systems)
    moves = {_move(fact, names) for fact in every if isinstance(fact, MoveFact)}
    moves |= set(_perhaps(names, mentions))
    named = {(names.name(mention), location) for mention, location in (*declared, *_aliased(aliases))}
    datasets = gather(every, names, sorted(item for item in named if item[0].path))
    known = [dataset.name for dataset in datasets]
    by_id = {system.id: system for system in declaration.systems}
    added = bind_flows(declaration.flows, declaration.grants, by_id, known, moves, names)
    moves |= set(added.moves)
    missing = {(end.dataset, move.location) for move in added.moves for end in (move.source, move.target)}
    missing |= {(access.dataset, access.location) for access in added.accesses}
    if not {name for name, _ in missing} <= set(known):
        datasets = gather(every, names, sorted({item for item in named if item[0].path} | missing))
    influences = {_influence(fact, names) for fact in every if isinstance(fact, InfluenceFact)}
    return Estate(
        systems=_systems(declaration, names, mentions),
        datasets=datasets,
        moves=tuple(sorted(moves, key=lambda move: move.order)),
        influences=tuple(sorted(influences)),
        accesses=added.accesses,
        unread=tuple(
            sorted(
                (fact for fact in every if isinstance(fact, UnreadFact)),
                key=lambda fact: (fact.location, fact.reason, fact.values),
            )
        ),
        flows=tuple(sorted(added.flows, key=lambda flow: flow.flow.id)),
        declared=tuple(
            sorted(
                ((names.declared_name(dataset.name), dataset) for dataset in declaration.datasets),
                key=lambda pair: pair[0],
            )
        ),
    )


def _mentions(facts: Iterable[Fact]) -> Iterator[Mentioned]:
    for fact in facts:
        match fact:
            case TableFact():
                yield fact.dataset, fact.location
            case MoveFact() | InfluenceFact():
                yield fact.source, fact.location
                yield fact.target, fact.location
            case AliasFact():
                yield fact.alias, fact.location
                yield fact.dataset, fact.location
            case _:
                pass


def _declared_mentions(declaration: Declaration) -> Iterator[Mentioned]:
    texts = [(dataset.name, dataset.location) for dataset in declaration.datasets]
    texts += [(grant.on, grant.location) for grant in declaration.grants]
    for flow in declaration.flows:
        texts += [(flow.source, flow.location), (flow.target, flow.location)]
    for text, location in texts:
        system, *path = text.split(".")
        yield DatasetMention(tuple(path), system), location


def _aliased(aliases: Iterable[AliasFact]) -> Iterator[Mentioned]:
    return ((alias.dataset, alias.location) for alias in aliases)


def _move(fact: MoveFact, names: Resolver) -> Move:
    return Move(
        source=names.name(fact.source).column(fact.source_column),
        target=names.name(fact.target).column(fact.target_column),
        location=fact.location,
        mechanism=fact.mechanism,
        transform=fact.transform,
        functions=fact.functions,
        certain=fact.certain,
        basis=fact.basis,
    )


def _influence(fact: InfluenceFact, names: Resolver) -> Influence:
    source = names.name(fact.source).column(fact.source_column)
    return Influence(source, names.name(fact.target), fact.location, fact.mechanism)


def _perhaps(names: Resolver, mentions: Iterable[Mentioned]) -> Iterator[Move]:
    """A short name that could mean several datasets is linked with each of them, both ways: nothing is lost."""
    first: dict[DatasetName, Location] = {}
    for mention, location in mentions:
        name = names.name(mention)
        if name in names.ambiguous:
            first[name] = min(location, first.get(name, location))
    for name, location in sorted(first.items()):
        for other in names.ambiguous[name]:
            for source, target in ((name, other), (other, name)):
                yield Move(
                    source=source.column(ALL_COLUMNS),
                    target=target.column(ALL_COLUMNS),
                    location=location,
                    mechanism="name",
                    transform=Transform.IDENTITY,
                    functions=(),
                    certain=False,
                    basis=Basis.INFERRED,
                )


def _systems(
    declaration: Declaration, names: Resolver, mentions: tuple[Mentioned, ...]
) -> tuple[System, ...]:
    found: list[tuple[Found, Location]] = []
    unplaced: list[Location] = []
    for mention, location in mentions:
        if mention.system is None and mention.endpoint is None:
            unplaced.append(location)
        elif mention.system is None and mention.endpoint is not None:
            at = names.systems_by_endpoint[mention.endpoint]
            if isinstance(at, Found):
                found.append((at, location))
    used = {names.name(mention).system for mention, _ in mentions}
    return as_systems(declaration.systems, found, unplaced=tuple(unplaced) if UNPLACED in used else ())
