"""What the files of a Fides map say, as plain values."""

from dataclasses import dataclass

from kuajing.source.location import Location

Word = tuple[str, Location]
"""A key of data or of another entry, with the place where it stands."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was not read: which key is missing or holds what it cannot."""

    where: str
    location: Location


@dataclass(frozen=True, slots=True)
class Field:
    """One field without fields beneath it; `inherited` are the data categories of what it stands in."""

    name: str
    location: Location
    type: str
    comment: str
    own: tuple[Word, ...]
    inherited: tuple[Word, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All its data categories; one that only repeats a narrower one is left out."""
        own = {word for word, _ in self.own}
        wider = (
            one for one in self.inherited if not any(f"{word}.".startswith(f"{one[0]}.") for word in own)
        )
        return tuple({word: (word, place) for word, place in (*wider, *self.own)}.values())


@dataclass(frozen=True, slots=True)
class Collection:
    """A table of a dataset."""

    name: str
    location: Location
    comment: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class MapDataset:
    """A dataset of the map; `resource` is the address that it names, `countries` those that it sends to."""

    key: str
    location: Location
    resource: str
    collections: tuple[Collection, ...]
    countries: tuple[Word, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class DataFlow:
    """What goes out of a system or into it; `type` is `system`, `dataset` or `user`."""

    key: str
    type: str
    location: Location
    outward: bool
    categories: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class MapSystem:
    """A system of the map.

    `references` are the datasets and systems it works with, whichever way data goes. `abroad` is where the map says
    that the system sends data to other countries without saying to which.
    """

    key: str
    location: Location
    comment: str
    address: str
    flows: tuple[DataFlow, ...]
    categories: tuple[Word, ...]
    references: tuple[Word, ...]
    countries: tuple[Word, ...]
    abroad: Location | None
    notes: tuple[Note, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The data categories it holds, sends or gets, each once."""
        flowing = (word for flow in self.flows for word in flow.categories)
        return tuple(
            {word: (word, place) for word, place in reversed((*flowing, *self.categories))}.values()
        )[::-1]


@dataclass(frozen=True, slots=True)
class FileOfMap:
    """What one file says; `parents` are the data categories it declares with the one above each.

    `idle` counts entries that say nothing of where data lies or goes. `faults` are documents that cannot be read.
    """

    datasets: tuple[MapDataset, ...] = ()
    systems: tuple[MapSystem, ...] = ()
    parents: tuple[tuple[str, str], ...] = ()
    idle: int = 0
    notes: tuple[Note, ...] = ()
    faults: tuple[Location, ...] = ()
