"""The estate: systems, datasets and moves after every name has met what it names."""

from dataclasses import dataclass
from enum import Enum

from kuajing.model.declaration import DeclaredDataset, DeclaredFlow
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import RUNS, Basis, Running, Transform, UnreadFact
from kuajing.model.labels import Classification, Placement
from kuajing.model.names import ColumnName, DatasetName
from kuajing.source.location import Location


@dataclass(frozen=True, slots=True)
class System:
    """A place where data lives or is opened, declared or found in a file.

    `handler` and `recipient` are ids of the declaration; a system has at most one of them. `located` is the
    declared location as written. `label` is what people are shown: the id, or the address where none is declared.
    """

    id: str
    label: str
    declared: bool
    kind: str
    handler: str | None
    recipient: str | None
    located: str | None
    endpoints: tuple[Endpoint, ...]
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the estate with everything its sources say of it."""

    name: ColumnName
    type: str
    comment: str
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset of the estate; `complete` when `columns` are all of its columns."""

    name: DatasetName
    comment: str
    columns: tuple[Column, ...]
    complete: bool
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A column's values moving into another column.

    `certain` is False where the source could mean several columns. `location` is that of the evidence. `running` is
    what the file says of how the job runs.
    """

    source: ColumnName
    target: ColumnName
    location: Location
    mechanism: str
    transform: Transform
    functions: tuple[str, ...]
    certain: bool
    basis: Basis
    running: Running = RUNS

    @property
    def order(self) -> tuple[object, ...]:
        """What moves are sorted by."""
        return (self.source, self.target, self.location, self.mechanism, self.transform.value, self.functions)


@dataclass(frozen=True, slots=True, order=True)
class Influence:
    """A column that decides which rows reach a dataset."""

    source: ColumnName
    target: DatasetName
    location: Location
    mechanism: str


@dataclass(frozen=True, slots=True, order=True)
class SaidCategory:
    """What a map kept elsewhere says that a column holds, as its fact says it."""

    category: str
    word: str
    covers: tuple[str, ...]
    least: str
    mechanism: str


class Completeness(Enum):
    """How well the columns of a flow are known, from best to worst."""

    EXACT = "exact"
    NAMED = "named"
    STAR = "star"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ObservedFlow:
    """All that one file moves from one dataset into another by one mechanism.

    `completeness` is EXACT where every column is named on both sides, NAMED where some name stands on one side only,
    STAR where all columns of the source move and are known, NONE where they move and nobody knows them. `columns` are
    the known columns of the source that move.
    """

    source: DatasetName
    target: DatasetName
    path: str
    mechanism: str
    completeness: Completeness
    columns: int
    environment: str


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """An application that opens a store; `system` is where it runs, None where nothing says so."""

    application: str
    system: str | None
    store: DatasetName
    location: Location
    mechanism: str
    running: Running = RUNS


@dataclass(frozen=True, slots=True)
class Access:
    """Someone at a system (a workplace, an account) who can read columns elsewhere; no columns means all."""

    reader: str
    dataset: DatasetName
    columns: tuple[str, ...]
    via: str | None
    purpose: str | None
    status: str | None
    location: Location


class Support(Enum):
    """How the files stand to a declared flow."""

    BORNE_OUT = "borne out"
    DECLARED_ONLY = "declared only"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class BoundFlow:
    """A declared flow whose names have met their datasets.

    `target` is None where the flow names a system as a whole. `support` is CONTRADICTED where files write the target
    and none of them takes from the source.
    """

    flow: DeclaredFlow
    sources: tuple[DatasetName, ...]
    target: DatasetName | None
    target_system: str
    support: Support


@dataclass(frozen=True, slots=True)
class Estate:
    """Everything the sources and the declaration say, names met; all tuples sorted.

    `observed` are the moves of the files by what they join. `idle` are moves of jobs that are switched off: they move nothing, and are told apart. `uses` are stores that
    applications open. `said` is what maps kept elsewhere say of columns.
    """

    systems: tuple[System, ...]
    datasets: tuple[Dataset, ...]
    moves: tuple[Move, ...]
    influences: tuple[Influence, ...]
    accesses: tuple[Access, ...]
    unread: tuple[UnreadFact, ...]
    flows: tuple[BoundFlow, ...] = ()
    declared: tuple[tuple[DatasetName, DeclaredDataset], ...] = ()
    idle: tuple[Move, ...] = ()
    uses: tuple[Use, ...] = ()
    observed: tuple[ObservedFlow, ...] = ()
    said: tuple[tuple[ColumnName, tuple[SaidCategory, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Labelling:
    """Which column holds what and which system stands where, sorted by name and id."""

    classifications: tuple[tuple[ColumnName, Classification], ...]
    placements: tuple[tuple[str, Placement], ...]
