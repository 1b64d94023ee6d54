"""The columns of every table that any file defines, found again under the names by which others mention it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import AliasFact, Basis, DatasetMention, Fact, TableFact

Path = tuple[str, ...]
Columns = tuple[str, ...]
SystemAt = Callable[[Endpoint], str | None]
"""Gives the id of the declared system at an endpoint, None where none is declared."""

_Said = defaultdict[tuple[str, Path], set[Columns]]

_ANYWHERE = ""
_WORD = re.compile(r"\w+")


def no_system(endpoint: Endpoint) -> None:
    """Knows no system at any endpoint."""
    del endpoint


@dataclass(frozen=True, slots=True)
class Shelf:
    """The tables of one place under their whole paths, and under each shorter ending of those.

    None stands where an ending, or what several files say of one table, could mean different columns.
    """

    whole: Mapping[Path, Columns | None]
    endings: Mapping[Path, Columns | None]

    def look_up(self, path: Path) -> tuple[bool, Columns | None]:
        """Whether the table is known at all, and its columns; either side may leave out outer parts of the name."""
        for names in (self.whole, self.endings):
            if path in names:
                return True, names[path]
        for start in range(1, len(path)):
            if path[start:] in self.whole:
                return True, self.whole[path[start:]]
        return False, None

    def named(self, words: frozenset[str]) -> Iterator[tuple[Path, Columns | None]]:
        """The tables whose own name is among the words, or is no plain word."""
        return (
            (path, columns)
            for path, columns in self.whole.items()
            if path[-1] in words or not _WORD.fullmatch(path[-1])
        )


_EMPTY = Shelf({}, {})


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Columns in order by place and table path; build it with `catalogue_of`.

    A place is a declared system or the authority of an endpoint; a definition that nothing places stands at the
    place `""` and may be meant from anywhere.
    """

    places: Mapping[str, Shelf]
    system_at: SystemAt = no_system

    def columns(self, mention: DatasetMention) -> Columns | None:
        """All columns of the dataset in order; None where no file tells them or several files disagree.

        A name without its outer parts meets the only table that ends with it; a mention that nothing places
        meets the only such table anywhere.
        """
        place, path = _place(mention, self.system_at), _path(mention)
        known, columns = self.places.get(place, _EMPTY).look_up(path)
        if known:
            return columns
        if place != _ANYWHERE:
            return self.places.get(_ANYWHERE, _EMPTY).look_up(path)[1]
        answers = {shelf.look_up(path) for shelf in self.places.values()} - {(False, None)}
        return answers.pop()[1] if len(answers) == 1 else None

    def place(self, mention: DatasetMention) -> str:
        """Where a mention stands, as `places` calls it; empty where nothing tells."""
        return _place(mention, self.system_at)

    def schema_for(self, mention: DatasetMention, text: str) -> Mapping[Path, Columns]:
        """The tables that SQL run where the mention stands can name, as far as its text does, for `kuajing.lineage`."""
        words = frozenset(_WORD.findall(text.lower()))
        place = self.place(mention)
        merged: dict[Path, Columns | None] = {}
        for other in sorted(self.places) if place == _ANYWHERE else ():
            for path, columns in self.places[other].named(words):
                merged[path] = columns if merged.get(path, columns) == columns else None
        for nearer in (_ANYWHERE, place):
            merged.update(self.places.get(nearer, _EMPTY).named(words))
        return {path: columns for path, columns in merged.items() if columns is not None}


def catalogue_of(facts: Iterable[Fact], system_at: SystemAt = no_system) -> Catalogue:
    """The catalogue of all complete definitions among the facts, whatever their order.

    Where two definitions of one table differ, its columns are known only if one holds all of the other's in order.
    What is only inferred of a table counts where nothing was observed.
    """
    said: _Said = defaultdict(set)
    inferred: _Said = defaultdict(set)
    aliases: list[AliasFact] = []
    for fact in facts:
        if isinstance(fact, TableFact) and tells_shape(fact):
            tier = inferred if fact.basis is Basis.INFERRED else said
            tier[_name(fact.dataset, system_at)].add(tuple(column.name for column in fact.columns))
        elif isinstance(fact, AliasFact):
            aliases.append(fact)
    for alias in sorted(aliases, key=lambda fact: (fact.location, repr(fact))):
        local, real = (_name(end, system_at) for end in (alias.alias, alias.dataset))
        for tier in (said, inferred):
            tier[local] = tier[real] = tier[local] | tier[real]
    places: dict[str, dict[Path, set[Columns]]] = defaultdict(dict)
    for place, path in sorted(set(said) | set(inferred)):
        places[place][path] = said[place, path] or inferred[place, path]
    return Catalogue({place: _shelf(tables) for place, tables in places.items()}, system_at)


def tells_shape(fact: TableFact) -> bool:
    """Whether a definition gives all columns in their order; a map that people keep lists them in any order."""
    return fact.complete and bool(fact.columns) and fact.basis is not Basis.DECLARED


def _name(mention: DatasetMention, system_at: SystemAt) -> tuple[str, Path]:
    return _place(mention, system_at), _path(mention)


def _place(mention: DatasetMention, system_at: SystemAt) -> str:
    if mention.system is not None:
        return f"system {mention.system}"
    endpoint = mention.endpoint
    if endpoint is None:
        return _ANYWHERE
    system = system_at(endpoint)
    if system is not None:
        return f"system {system}"
    if endpoint.placeholder:
        return endpoint.placeholder
    if endpoint.bucket:
        return f"{endpoint.kind}://{endpoint.bucket}"
    return f"{','.join(endpoint.hosts)}:{endpoint.port or ''}" if endpoint.hosts else endpoint.address


def _path(mention: DatasetMention) -> Path:
    path = tuple(part.lower() for part in mention.path)
    endpoint = mention.endpoint
    if endpoint is None or len(path) != 1:
        return path
    return (*(part.lower() for part in (endpoint.database, endpoint.schema) if part), *path)


def _shelf(said: Mapping[Path, set[Columns]]) -> Shelf:
    whole = {path: _agreed(said[path]) for path in sorted(said) if path and said[path]}
    endings: dict[Path, set[Columns | None]] = defaultdict(set)
    for path, columns in whole.items():
        for start in range(1, len(path)):
            endings[path[start:]].add(columns)
    return Shelf(whole, {path: found.pop() if len(found) == 1 else None for path, found in endings.items()})


def _agreed(said: set[Columns]) -> Columns | None:
    longest = max(said, key=lambda columns: (len(columns), columns))
    if any(_folded(longest[: len(other)]) != _folded(other) for other in said):
        return None
    return longest


def _folded(columns: Columns) -> Columns:
    return tuple(column.lower() for column in columns)
