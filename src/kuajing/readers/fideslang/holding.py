"""What datasets and systems of a Fides map hold, as facts."""

from collections.abc import Iterator

from kuajing.model.facts import Basis, CategoryFact, ColumnFact, DatasetMention, Fact, TableFact, UnreadFact
from kuajing.readers.fideslang.entries import Collection, MapDataset, MapSystem
from kuajing.readers.fideslang.meaning import Meanings
from kuajing.readers.fideslang.moving import to_countries
from kuajing.readers.fideslang.naming import held_by
from kuajing.readers.fideslang.whole_map import WholeMap


def dataset_facts(
    dataset: MapDataset, system: str | None, whole: WholeMap, meanings: Meanings
) -> Iterator[Fact]:
    """The tables of a dataset with what their columns hold, and the countries that it sends to."""
    for collection in dataset.collections:
        table = whole.table(dataset, collection.name, system)
        yield from _table(collection, table, meanings)
        yield from to_countries(table, dataset.countries)


def system_facts(system: MapSystem, whole: WholeMap, meanings: Meanings) -> Iterator[Fact]:
    """What a system holds: a column for each data category, of the name of the category."""
    held = held_by(system.key, whole.places)
    columns = tuple(ColumnFact(word, place) for word, place in system.words)
    yield TableFact(
        held, columns, system.location, complete=False, comment=system.comment, basis=Basis.DECLARED
    )
    for word in system.words:
        yield from meanings.facts(held, word[0], (word,))
    yield from to_countries(held, system.countries)


def _table(
    collection: Collection, table: DatasetMention, meanings: Meanings
) -> Iterator[TableFact | CategoryFact | UnreadFact]:
    """A table whose fields the map lists: those are its columns, in whatever order."""
    columns = tuple(
        ColumnFact(field.name, field.location, field.type, field.comment) for field in collection.fields
    )
    yield TableFact(
        table,
        columns,
        collection.location,
        complete=bool(columns),
        comment=collection.comment,
        basis=Basis.DECLARED,
    )
    for field in collection.fields:
        yield from meanings.facts(table, field.name, field.words)
        place = meanings.several(field.own)
        if place is not None:
            yield UnreadFact(place, "unread.fides_several", "part", (("column", field.name),))
