"""Runs put together from their events: what starts often does not know yet what it reads and writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kuajing.model.facts import (
    AliasFact,
    DatasetMention,
    InfluenceFact,
    MoveFact,
    TableFact,
    Transform,
    UnreadFact,
)
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.openlineage.events import Event, Named, items, named, text
from kuajing.readers.openlineage.facets import Origin, aliases_of, declared_origins, origins_of, table_of
from kuajing.source.location import Location

MECHANISM = "openlineage"

RunFact = TableFact | AliasFact | MoveFact | InfluenceFact | UnreadFact


@dataclass(slots=True)
class Run:
    """All events of one run of one job."""

    inputs: dict[DatasetMention, Named] = field(default_factory=dict)
    outputs: dict[DatasetMention, list[Named]] = field(default_factory=dict)
    others: list[Named] = field(default_factory=list)
    told: list[tuple[DatasetMention, Origin]] = field(default_factory=list)
    faults: list[Location] = field(default_factory=list)
    home: str = ""

    def add(self, event: Event) -> None:
        """What one more event of the run says."""
        for one in event.inputs:
            self.inputs.setdefault(one.mention, one)
        for one in event.outputs:
            self.outputs.setdefault(one.mention, []).append(one)
        self.others += [*event.inputs, *event.datasets]
        self.faults += event.faults
        for entry in items(event.facets.get("lineage"), "entries"):
            target = named(entry)
            if target is not None and text(entry, "type").upper() != "JOB":
                self.told += [(target.mention, origin) for origin in declared_origins(entry)]
        if not self.home or event.outputs:
            self.home = event.location.path

    def facts(self) -> Iterator[RunFact]:
        """The datasets of the run and what moves between them."""
        for one in (*self.others, *(one for ones in self.outputs.values() for one in ones)):
            yield table_of(one)
            yield from aliases_of(one)
        for place in self.faults:
            yield UnreadFact(place, "unread.openlineage_dataset", "part")
        for target, ones in self.outputs.items():
            yield from self._into(target, ones)
        for one in self.others:
            # A dataset that is only described may say where its columns come from, too.
            if one.mention not in self.outputs:
                yield from (_fact(origin, one.mention) for origin in origins_of(one))
        yield from (_fact(origin, target) for target, origin in self.told)

    def _into(self, target: DatasetMention, ones: list[Named]) -> Iterator[MoveFact | InfluenceFact]:
        origins = [origin for one in ones for origin in origins_of(one)]
        origins += [origin for mention, origin in self.told if mention == target]
        yield from (_fact(origin, target) for origin in origins)
        named_sources = {origin.source for origin in origins}
        explained = {origin.target for origin in origins if origin.transform is not None}
        columns = {column.name: column.location for one in ones for column in table_of(one).columns}
        unexplained = {name: place for name, place in columns.items() if name not in explained}
        for source, one in self.inputs.items():
            if source in named_sources or source == target:
                continue
            if not explained:
                yield _move(source, ALL_COLUMNS, target, ALL_COLUMNS, one.location)
                continue
            # What is read and not said to give a column decides the rows, and may give the columns nobody explains.
            yield InfluenceFact(source, ALL_COLUMNS, target, one.location, MECHANISM)
            for name, place in unexplained.items():
                yield _move(source, ALL_COLUMNS, target, name, place, certain=False)


def runs_of(events: Iterable[Event]) -> tuple[Run, ...]:
    """The runs that events tell of; what names no run is put together within its file, and by its job."""
    runs: dict[tuple[str, ...], Run] = {}
    for number, event in enumerate(events):
        key: tuple[str, ...] = (event.run, *event.job)
        if not event.run or "{" in event.run:
            key = (event.location.path, event.run, *event.job)
        if not any(event.job) and not event.run:
            key = (event.location.path, str(number))
        runs.setdefault(key, Run()).add(event)
    return tuple(runs.values())


def _fact(origin: Origin, target: DatasetMention) -> MoveFact | InfluenceFact:
    if origin.transform is None:
        return InfluenceFact(origin.source, origin.column, target, origin.location, MECHANISM)
    return _move(
        origin.source, origin.column, target, origin.target, origin.location, transform=origin.transform
    )


def _move(
    source: DatasetMention,
    column: str,
    target: DatasetMention,
    into: str,
    location: Location,
    *,
    transform: Transform = Transform.IDENTITY,
    certain: bool = True,
) -> MoveFact:
    return MoveFact(source, column, target, into, transform, location, MECHANISM, certain=certain)
