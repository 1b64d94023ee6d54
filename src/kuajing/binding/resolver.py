"""Names met: from how sources mention a dataset to the one dataset that is meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kuajing.binding.aliases import bound_names
from kuajing.binding.paths import Path, full_path, meet
from kuajing.binding.systems import UNPLACED, Found, declared_database, found_at, systems_at
from kuajing.model.declaration import DeclaredSystem
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import AliasFact, DatasetMention
from kuajing.model.names import DatasetName

_TOPICS = frozenset({"kafka", "mqtt", "nats", "pulsar", "rabbitmq", "rocketmq"})
"""Stores whose names are one part: a dot in the name of a topic parts nothing."""
Known = tuple[str | None, str | None]
"""The database and the kind of store that all endpoints of a system agree on."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Knows which dataset every mention means; build it with `resolver`.

    `known` holds the dataset of every mention it was built from. `dotted` holds, for names with a dot inside a part
    (files, topics), the path behind what a declaration writes.
    `ambiguous` maps a dataset whose short name could mean several others to those others.
    """

    systems_by_endpoint: Mapping[Endpoint, str | Found]
    databases: Mapping[str, Known]
    dotted: Mapping[tuple[str, str], Path]
    same: Mapping[DatasetName, DatasetName]
    ambiguous: Mapping[DatasetName, tuple[DatasetName, ...]]
    known: Mapping[DatasetMention, DatasetName]

    def name(self, mention: DatasetMention) -> DatasetName:
        """The dataset that a mention means."""
        known = self.known.get(mention)
        return known or _met(_first_name(mention, self.systems_by_endpoint, self.databases), self.same)

    def declared_name(self, text: str) -> DatasetName:
        """The dataset that `system.part.part` of a declaration means; no part means the system as a whole."""
        return _met(_declared_name(text, self.databases, self.dotted), self.same)

    def perhaps(self, name: DatasetName) -> tuple[DatasetName, ...]:
        """The other datasets that a dataset's short name could mean as well, sorted."""
        return tuple(sorted({_met(other, self.same) for other in self.ambiguous.get(name, ())} - {name}))


def _met(name: DatasetName, same: Mapping[DatasetName, DatasetName]) -> DatasetName:
    while name in same:
        name = same[name]
    return name


def resolver(
    mentions: Iterable[DatasetMention],
    declared_texts: Iterable[str],
    aliases: Iterable[AliasFact],
    systems: Iterable[DeclaredSystem],
) -> Resolver:
    """A resolver over all mentions of an estate and all names that its declaration writes.

    Raises InputErrors where declared endpoint patterns tie.
    """
    declared = tuple(systems)
    every = set(mentions)
    bound = systems_at({one.endpoint for one in every if one.system is None and one.endpoint}, declared)
    databases = {system.id: declared_database(system) for system in declared}
    first = {mention: _first_name(mention, bound, databases) for mention in every}
    dotted = _dotted(first.values())
    names = {*first.values(), *(_declared_name(text, databases, dotted) for text in declared_texts)}
    ends = [_kept_last(first[fact.alias], first[fact.dataset]) for fact in aliases]
    same, ambiguous = bound_names(*_met_by_ending(names), ends)
    known = {mention: _met(name, same) for mention, name in first.items()}
    return Resolver(bound, databases, dotted, same, ambiguous, known)


def _kept_last(local: DatasetName, real: DatasetName) -> tuple[DatasetName, DatasetName]:
    """A local name and the thing it is bound to; a folder inside the same system goes by the name of its table."""
    is_folder = bool(real.path) and "/" in real.path[-1]
    named = bool(local.path) and "/" not in local.path[-1]
    return (real, local) if is_folder and named and local.system == real.system else (local, real)


def _first_name(
    mention: DatasetMention, bound: Mapping[Endpoint, str | Found], databases: Mapping[str, Known]
) -> DatasetName:
    """The name as its own source gives it, filled from its endpoint but not yet met with other names."""
    endpoint = mention.endpoint
    if endpoint is not None and endpoint.kind in _TOPICS and len(mention.path) > 1:
        mention = replace(mention, path=(".".join(mention.path),))
    if mention.system is not None:
        system = mention.system
    elif endpoint is not None:
        at = bound.get(endpoint) or found_at(endpoint)
        system = at if isinstance(at, str) else at.id
        if isinstance(at, Found) and mention.path[:1] == (endpoint.bucket,):
            # a system found at a bucket is that bucket: its name need not be said twice
            return DatasetName(system, full_path(mention.path[1:], None, None, None))
    else:
        system = UNPLACED
    database, kind = databases.get(system, (None, None))
    if endpoint is not None and endpoint.database:
        database, kind = endpoint.database, endpoint.kind
    schema = endpoint.schema if endpoint is not None else None
    return DatasetName(system, full_path(mention.path, database, schema, kind) if mention.path else ())


def _declared_name(
    text: str, databases: Mapping[str, Known], dotted: Mapping[tuple[str, str], Path]
) -> DatasetName:
    system, _, rest = text.partition(".")
    path = dotted.get((system, rest.lower()))
    if path is not None:
        return DatasetName(system, path)
    return _first_name(DatasetMention(tuple(rest.split(".")) if rest else (), system), {}, databases)


def _dotted(names: Iterable[DatasetName]) -> dict[tuple[str, str], Path]:
    """What a declaration writes for each name that has a dot inside a part, outer parts left out or not."""
    found: dict[tuple[str, str], set[Path]] = {}
    for name in names:
        if any("." in part for part in name.path):
            for start in range(len(name.path)):
                found.setdefault((name.system, ".".join(name.path[start:])), set()).add(name.path)
    return {text: paths.pop() for text, paths in found.items() if len(paths) == 1}


def _met_by_ending(
    names: Iterable[DatasetName],
) -> tuple[dict[DatasetName, DatasetName], dict[DatasetName, set[DatasetName]]]:
    """Shorter names of each system met with the longer ones they can stand for: surely, and perhaps."""
    paths: dict[str, set[Path]] = {}
    for name in names:
        # What means everything beneath a place is no name that a shorter one could stand for.
        if name.path and "*" not in name.path[-1]:
            paths.setdefault(name.system, set()).add(name.path)
    same: dict[DatasetName, DatasetName] = {}
    perhaps: dict[DatasetName, set[DatasetName]] = {}
    for system in sorted(paths):
        one, several = meet(paths[system])
        same |= {DatasetName(system, short): DatasetName(system, long) for short, long in one.items()}
        perhaps |= {
            DatasetName(system, short): {DatasetName(system, long) for long in longs}
            for short, longs in several.items()
        }
    return same, perhaps
