"""From facts and declaration to one estate."""

from collections.abc import Iterable, Iterator

from kuajing.binding.datasets import extended, gather
from kuajing.binding.declared import columns_of, declared_datasets, texts_of
from kuajing.binding.flows import bind_flows
from kuajing.binding.observed import observed
from kuajing.binding.opened import accesses_of
from kuajing.binding.resolver import Resolver, resolver
from kuajing.binding.systems import UNPLACED, Found, as_systems
from kuajing.binding.whole import spelt_out
from kuajing.model.declaration import Declaration
from kuajing.model.estate import Access, Estate, Influence, Move, System, Use
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
    UseFact,
)
from kuajing.model.names import ALL_COLUMNS, ColumnName, DatasetName
from kuajing.source.location import Location

Mentioned = tuple[DatasetMention, Location]
Named = tuple[ColumnName, Location]


def bind(declaration: Declaration, facts: Iterable[Fact]) -> Estate:
    """One estate: every endpoint in its system, every name with the dataset it means.

    Raises InputErrors where declared endpoint patterns tie, or where two declared datasets are one.
    """
    every = tuple(facts)
    mentions = tuple(_mentions(every))
    aliases = tuple(fact for fact in every if isinstance(fact, AliasFact))
    # A name that is bound to a place and that nothing else uses is no dataset, and links none.
    bound = (alias.alias for alias in aliases)
    texts = tuple(texts_of(declaration))
    names = resolver(
        (*(mention for mention, _ in mentions), *bound),
        (text for text, _ in texts),
        aliases,
        declaration.systems,
    )
    declared = declared_datasets(declaration, names)
    every = spelt_out(every, (name for name, _ in declared), names)
    perhaps = tuple(_perhaps(names, mentions, texts))
    told = [_move(fact, names) for fact in every if isinstance(fact, MoveFact)]
    moves = {*(move for move in told if not move.running.disabled), *perhaps}
    uses = tuple(sorted(_use(fact, names) for fact in every if isinstance(fact, UseFact)))
    named = (*columns_of(declared), *_named_by_aliases(aliases, names), *_ends(perhaps))
    datasets = extended(gather(every, names), named)
    by_id = {system.id: system for system in declaration.systems}
    added = bind_flows(declaration.flows, declaration.grants, by_id, datasets, moves, names)
    opened = tuple(accesses_of(uses, datasets))
    influences = {_influence(fact, names) for fact in every if isinstance(fact, InfluenceFact)}
    all_moves = tuple(sorted(moves | set(added.moves), key=_move_order))
    return Estate(
        systems=_systems(declaration, names, mentions),
        datasets=extended(datasets, (*_ends(added.moves), *_opened(added.accesses))),
        moves=all_moves,
        influences=tuple(sorted(influences)),
        accesses=(*added.accesses, *opened),
        unread=tuple(
            sorted(
                (fact for fact in every if isinstance(fact, UnreadFact)),
                key=lambda fact: (fact.location, repr(fact)),
            )
        ),
        flows=tuple(sorted(added.flows, key=lambda flow: flow.flow.id)),
        declared=declared,
        idle=tuple(sorted({move for move in told if move.running.disabled}, key=_move_order)),
        uses=uses,
        observed=observed(all_moves, datasets),
    )


def _mentions(facts: Iterable[Fact]) -> Iterator[Mentioned]:
    for fact in facts:
        match fact:
            case TableFact():
                yield fact.dataset, fact.location
            case MoveFact() | InfluenceFact():
                yield fact.source, fact.location
                yield fact.target, fact.location
            case UseFact():
                yield fact.store, fact.location
            case AliasFact():
                yield fact.dataset, fact.location
            case _:
                pass


def _named_by_aliases(aliases: Iterable[AliasFact], names: Resolver) -> Iterator[Named]:
    return ((names.name(alias.dataset).column(ALL_COLUMNS), alias.location) for alias in aliases)


def _ends(moves: Iterable[Move]) -> Iterator[Named]:
    for move in moves:
        yield from ((move.source, move.location), (move.target, move.location))


def _opened(accesses: Iterable[Access]) -> Iterator[Named]:
    for access in accesses:
        for column in access.columns or (ALL_COLUMNS,):
            yield access.dataset.column(column), access.location


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
        running=fact.running,
    )


def _use(fact: UseFact, names: Resolver) -> Use:
    store = names.name(fact.store)
    return Use(fact.application, fact.system, store, fact.location, fact.mechanism, fact.running)


def _move_order(move: Move) -> tuple[object, ...]:
    """What moves are sorted by: as they sort themselves, but quicker to compare, and whole."""
    first, second, place = move.source, move.target, move.location
    return (
        first.dataset.system,
        first.dataset.path,
        first.column,
        second.dataset.system,
        second.dataset.path,
        second.column,
        (place.path, place.line, place.column),
        move.mechanism,
        move.transform.value,
        move.functions,
        move.certain,
        move.basis.value,
        move.running,
    )


def _influence(fact: InfluenceFact, names: Resolver) -> Influence:
    source = names.name(fact.source).column(fact.source_column)
    return Influence(source, names.name(fact.target), fact.location, fact.mechanism)


def _perhaps(
    names: Resolver, mentions: Iterable[Mentioned], texts: Iterable[tuple[str, Location]]
) -> Iterator[Move]:
    """A short name that could mean several datasets is linked with each of them, both ways: nothing is lost."""
    first: dict[DatasetName, Location] = {}
    used = [(names.name(mention), location) for mention, location in mentions]
    used += [(names.declared_name(text), location) for text, location in texts]
    for name, location in used:
        if name in names.ambiguous:
            first[name] = min(location, first.get(name, location))
    for name, location in sorted(first.items()):
        for other in names.perhaps(name):
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
