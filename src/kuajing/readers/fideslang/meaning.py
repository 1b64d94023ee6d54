"""What the data categories of a map mean in our tree, and those that nothing knows, counted."""

from collections.abc import Iterable, Iterator, Mapping

from kuajing.model.facts import CategoryFact, DatasetMention, UnreadFact
from kuajing.model.labels import NO_CATEGORY
from kuajing.readers.fideslang.entries import Word
from kuajing.source.location import Location
from kuajing.taxonomies import Meaning, fides_words


class Meanings:
    """Asked for every data category of one file; remembers the unknown ones."""

    def __init__(self, parents: Mapping[str, str]) -> None:
        self._parents = parents
        self._unknown: dict[str, list[Location]] = {}
        self._gaps = 0
        self._told = 0

    def facts(self, table: DatasetMention, column: str, said: Iterable[Word]) -> Iterator[CategoryFact]:
        """What a column holds, one fact for each data category that means something here."""
        for word, place in said:
            meaning = self._meaning(word, place)
            if meaning is not None:
                yield CategoryFact(
                    table, column, word, meaning.category, meaning.covers, meaning.least, place, "fideslang"
                )

    def several(self, said: Iterable[Word]) -> Location | None:
        """Where a column is said to hold several kinds of personal data, the place of the first."""
        found = [(word, place, fides_words().meaning(word, self._parents)) for word, place in said]
        kinds = {
            meaning.category: place
            for _, place, meaning in reversed(found)
            if meaning is not None and meaning.category != NO_CATEGORY
        }
        return min(kinds.values()) if len(kinds) > 1 else None

    def has_new_gaps(self) -> bool:
        """Whether unknown categories were met since this was asked last."""
        new, self._told = self._gaps - self._told, self._gaps
        return new > 0

    def untold(self) -> Iterator[UnreadFact]:
        """Each unknown category once, where it first stands, with how often it does."""
        for word, places in sorted(self._unknown.items()):
            values = (("key", word), ("count", str(len(places))))
            yield UnreadFact(min(places), "unread.fides_category", "part", values)

    def _meaning(self, word: str, place: Location) -> Meaning | None:
        meaning = fides_words().meaning(word, self._parents)
        if meaning is None:
            self._unknown.setdefault(word, []).append(place)
            self._gaps += 1
        return meaning
