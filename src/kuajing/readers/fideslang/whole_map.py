"""The map that all its files make together: entries are named from one file in another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.fideslang.entries import Collection, FileOfMap, MapDataset, Word
from kuajing.readers.fideslang.naming import held_by, place

Ends = tuple[DatasetMention, Collection | None]


@dataclass(frozen=True, slots=True)
class WholeMap:
    """Datasets with the system that a rule gives their file, places of systems, and categories above others."""

    datasets: dict[str, tuple[tuple[MapDataset, str | None], ...]]
    places: dict[str, Endpoint]
    parents: dict[str, str]

    def table(self, dataset: MapDataset, collection: str, system: str | None) -> DatasetMention:
        """The table that a collection is."""
        if system is not None:
            return DatasetMention((collection,), system)
        return DatasetMention((collection,), endpoint=place(dataset.key, dataset.resource))

    def ends(self, key: str, kind: str) -> tuple[Ends, ...]:
        """The tables of a dataset with their collections, or what a system holds."""
        if kind != "dataset":
            return ((held_by(key, self.places), None),)
        found = tuple(self._tables(key))
        return found or ((DatasetMention((key,), endpoint=place(key)), None),)

    def store(self, key: str) -> DatasetMention:
        """The whole of what a key names: a dataset, a table of one (`dataset.table`), or a system."""
        for known, system in self.datasets.get(key, ()):
            return _whole(self.table(known, "", system))
        name, _, table = key.partition(".")
        for known, system in self.datasets.get(name, ()):
            if any(one.name == table for one in known.collections):
                return self.table(known, table, system)
        return DatasetMention((), endpoint=self.places.get(key) or place(key))

    def _tables(self, key: str) -> Iterator[Ends]:
        for known, system in self.datasets.get(key, ()):
            for collection in known.collections:
                yield self.table(known, collection.name, system), collection


def _whole(mention: DatasetMention) -> DatasetMention:
    return DatasetMention((), mention.system, mention.endpoint)


def whole_map(files: Iterable[tuple[FileOfMap, str | None]]) -> WholeMap:
    """The map of files, each with the system that the rule for its path names."""
    datasets: dict[str, tuple[tuple[MapDataset, str | None], ...]] = {}
    places: dict[str, Endpoint] = {}
    parents: dict[str, str] = {}
    for file, system in files:
        for dataset in file.datasets:
            datasets[dataset.key] = (*datasets.get(dataset.key, ()), (dataset, system))
        for one in file.systems:
            places.setdefault(one.key, place(one.key, one.address))
        parents.update(file.parents)
    return WholeMap(datasets, places, parents)


def columns_of(collection: Collection | None, word: str) -> tuple[str, ...]:
    """The fields of a collection that are of a data category or of one beneath it."""
    if collection is None:
        return ()
    return tuple(field.name for field in collection.fields if any(_is_of(one, word) for one in field.words))


def _is_of(one: Word, word: str) -> bool:
    return f"{one[0]}.".startswith(f"{word}.")
