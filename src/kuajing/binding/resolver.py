"""Names met: from how sources mention a dataset to the one dataset that is meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuajing.binding.paths import Path, full_path, meet
from kuajing.binding.systems import UNPLACED, Found, declared_database, system_of
from kuajing.model.declaration import DeclaredSystem
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import AliasFact, DatasetMention
from kuajing.model.names import DatasetName
from kuajing.source.location import Location


@dataclass(frozen=True, slots=True)
class Resolver:
    """Knows which dataset every mention means; build it with `resolver`.

    `ambiguous` maps a dataset whose short name could mean several others to those others.
    """

    systems_by_endpoint: Mapping[Endpoint, str | Found]
    databases: Mapping[str, tuple[str | None, str | None]]
    same: Mapping[DatasetName, DatasetName]
    ambiguous: Mapping[DatasetName, tuple[DatasetName, ...]]

    def name(self, mention: DatasetMention) -> DatasetName:
        """The dataset that a mention means."""
        first = _first_name(mention, self.systems_by_endpoint, self.databases)
        seen = {first}
        while (following := self.same.get(first)) is not None and following not in seen:
            first = following
            seen.add(first)
        return first

    def declared_name(self, text: str) -> DatasetName:
        """The dataset that `system.part.part` of a declaration means; no part means the system as a whole."""
        system, *path = text.split(".")
        return self.name(DatasetMention(tuple(path), system))


def resolver(
    mentions: Iterable[tuple[DatasetMention, Location]],
    aliases: Iterable[AliasFact],
    systems: Iterable[DeclaredSystem],
) -> Resolver:
    """A resolver over all mentions of an estate.

    Raises InputErrors where declared endpoint patterns tie.
    """
    declared = tuple(systems)
    every = tuple(mention for mention, _ in mentions)
    bound: dict[Endpoint, str | Found] = {}
    for mention in every:
        if mention.system is None and mention.endpoint is not None and mention.endpoint not in bound:
            bound[mention.endpoint] = system_of(mention.endpoint, declared)
    databases = {system.id: declared_database(system) for system in declared}
    paths: dict[str, set[Path]] = {}
    for mention in every:
        name = _first_name(mention, bound, databases)
        paths.setdefault(name.system, set()).add(name.path)
    same: dict[DatasetName, DatasetName] = {}
    ambiguous: dict[DatasetName, tuple[DatasetName, ...]] = {}
    for system in sorted(paths):
        one, several = meet(path for path in paths[system] if path)
        same |= {DatasetName(system, short): DatasetName(system, long) for short, long in one.items()}
        ambiguous |= {
            DatasetName(system, short): tuple(DatasetName(system, long) for long in longs)
            for short, longs in several.items()
        }
    for alias in sorted(aliases, key=lambda fact: fact.location):
        local = _first_name(alias.alias, bound, databases)
        local = same.get(local, local)
        real = _first_name(alias.dataset, bound, databases)
        if local != real:
            same[local] = real
    return Resolver(bound, databases, same, ambiguous)


def _first_name(
    mention: DatasetMention,
    bound: Mapping[Endpoint, str | Found],
    databases: Mapping[str, tuple[str | None, str | None]],
) -> DatasetName:
    """The name as its own source gives it, filled from its endpoint but not yet met with other names."""
    endpoint = mention.endpoint
    if mention.system is not None:
        system = mention.system
    elif endpoint is not None:
        at = bound[endpoint] if endpoint in bound else system_of(endpoint, ())
        system = at if isinstance(at, str) else at.id
    else:
        system = UNPLACED
    database, kind = databases.get(system, (None, None))
    if endpoint is not None and endpoint.database:
        database, kind = endpoint.database, endpoint.kind
    schema = endpoint.schema if endpoint is not None else None
    return DatasetName(system, full_path(mention.path, database, schema, kind) if mention.path else ())
