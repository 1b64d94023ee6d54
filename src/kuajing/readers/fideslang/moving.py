"""Single movements that a Fides map tells."""

from collections.abc import Iterable, Iterator

from kuajing.model.facts import Basis, DatasetMention, MoveFact, Transform
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.fideslang.entries import Word
from kuajing.readers.fideslang.naming import held_by
from kuajing.source.location import Location


def move(
    source: tuple[DatasetMention, str], target: tuple[DatasetMention, str], location: Location
) -> MoveFact:
    """A movement as people who keep the map say it; what happens to the values on the way they do not say."""
    return MoveFact(
        *source, *target, Transform.IDENTITY, location, mechanism="fideslang", basis=Basis.DECLARED
    )


def to_countries(source: DatasetMention, countries: Iterable[Word]) -> Iterator[MoveFact]:
    """Everything goes to each country that the map names: a place of its own, until somebody declares whose it is."""
    for country, location in countries:
        target = held_by(f"third_country_{country}", {})
        yield move((source, ALL_COLUMNS), (target, ALL_COLUMNS), location)
