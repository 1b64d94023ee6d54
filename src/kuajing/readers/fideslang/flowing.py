"""What goes between the entries of a Fides map, by data categories where it names them."""

from collections.abc import Iterator

from kuajing.model.facts import DatasetMention, MoveFact, UnreadFact, UseFact
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.fideslang.entries import Collection, DataFlow, MapSystem
from kuajing.readers.fideslang.moving import move
from kuajing.readers.fideslang.naming import held_by
from kuajing.readers.fideslang.whole_map import WholeMap, columns_of

Column = tuple[DatasetMention, str]


def flowing(system: MapSystem, whole: WholeMap) -> Iterator[MoveFact | UseFact | UnreadFact]:
    """What a system sends and gets, what it works with, and what it sends abroad without saying to whom."""
    held = held_by(system.key, whole.places)
    for flow in system.flows:
        if flow.type == "user":
            values = (("system", system.key),)
            yield UnreadFact(flow.location, "unread.fides_user", "part", values)
            continue
        for own, other in _pairs(flow, held, whole):
            source, target = (own, other) if flow.outward else (other, own)
            yield move(source, target, flow.location)
    if system.abroad is not None:
        abroad = held_by(f"abroad_of_{system.key}", {})
        yield move((held, ALL_COLUMNS), (abroad, ALL_COLUMNS), system.abroad)
    for key, location in dict(reversed(system.references)).items():
        yield UseFact(system.key, None, whole.store(key), location, "fideslang", at=whole.places[system.key])


def _pairs(flow: DataFlow, held: DatasetMention, whole: WholeMap) -> Iterator[tuple[Column, Column]]:
    """A column of the system beside the one at the other end; a star where the map does not say which."""
    for other, collection in whole.ends(flow.key, flow.type):
        named = [
            pair for word, _ in flow.categories for pair in _of_word(word, held, other, collection, flow.type)
        ]
        if named:
            yield from named
        elif not flow.categories or not _is_elsewhere(flow, whole):
            yield (held, ALL_COLUMNS), (other, ALL_COLUMNS)


def _of_word(
    word: str, held: DatasetMention, other: DatasetMention, collection: Collection | None, kind: str
) -> Iterator[tuple[Column, Column]]:
    if kind != "dataset":
        yield (held, word), (other, word)
    for column in columns_of(collection, word):
        yield (held, word), (other, column)


def _is_elsewhere(flow: DataFlow, whole: WholeMap) -> bool:
    """Whether some collection of the dataset has fields of each category: then the others have no part in the flow."""
    ends = whole.ends(flow.key, flow.type)
    return all(any(columns_of(collection, word) for _, collection in ends) for word, _ in flow.categories)
