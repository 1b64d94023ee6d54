"""Facts: single things that one source says, each with its place and its basis."""

from dataclasses import dataclass
from enum import Enum

from kuajing.model.endpoints import Endpoint
from kuajing.source.location import Location


class Basis(Enum):
    """How we know: a person declared it, a source shows it, a dictionary suggests it."""

    DECLARED = "declared"
    OBSERVED = "observed"
    INFERRED = "inferred"


class Transform(Enum):
    """What a move does to the value; the order is the strength along one path."""

    IDENTITY = "identity"
    DERIVED = "derived"
    MASKED = "masked"
    HASHED = "hashed"
    AGGREGATED = "aggregated"


@dataclass(frozen=True, slots=True, order=True)
class DatasetMention:
    """A dataset as a source names it, before it has met its system.

    `system` is set where the source or the rule for its path says so; else `endpoint` tells, else neither is known.
    `path` holds the parts of the name, outermost first, as written.
    """

    path: tuple[str, ...]
    system: str | None = None
    endpoint: Endpoint | None = None


@dataclass(frozen=True, slots=True)
class ColumnFact:
    """One column of a table as its definition says; `type` and `comment` are empty where nothing stands."""

    name: str
    location: Location
    type: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class TableFact:
    """A source says that a dataset has these columns; `complete` when these are all of them."""

    dataset: DatasetMention
    columns: tuple[ColumnFact, ...]
    location: Location
    complete: bool
    comment: str = ""
    basis: Basis = Basis.OBSERVED


@dataclass(frozen=True, slots=True, order=True)
class Running:
    """What a file says of how its job runs; empty where it says nothing, and then the job counts as running.

    `environment` is the profile, workspace or stage as written; `schedule` the schedule as written.
    """

    disabled: bool = False
    environment: str = ""
    schedule: str = ""


RUNS = Running()


@dataclass(frozen=True, slots=True, order=True)
class Fan:
    """How a move of all tables of a pattern names the dataset that each of them goes to.

    In `template` `<table>` stands for the name of the table, `<0>`, `<1>` ... for the parts of its whole name; without
    any of them all tables go to one dataset, and an empty one keeps their names beneath the target. `besides` are
    patterns of tables that do not move this way.
    """

    template: tuple[str, ...]
    besides: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class MoveFact:
    """A source moves a column's values into another column; `*` stands for columns it does not name.

    `mechanism` names the kind of source (`sql`, `datax`, `declared`, ...). `certain` is False where the name could
    mean several columns and this is one of them. `fan` is set where the source is a pattern of tables.
    """

    source: DatasetMention
    source_column: str
    target: DatasetMention
    target_column: str
    transform: Transform
    location: Location
    mechanism: str
    functions: tuple[str, ...] = ()
    certain: bool = True
    basis: Basis = Basis.OBSERVED
    running: Running = RUNS
    fan: Fan | None = None


@dataclass(frozen=True, slots=True)
class UseFact:
    """An application opens a store, its file says; whether it reads or writes, and which columns, the file does not say.

    `application` is the service as its file calls it; `system` the one it runs on, where the rule for the file's path
    names one.
    """

    application: str
    system: str | None
    store: DatasetMention
    location: Location
    mechanism: str
    running: Running = RUNS


@dataclass(frozen=True, slots=True)
class InfluenceFact:
    """A source lets a column decide which rows reach a dataset, without moving its value."""

    source: DatasetMention
    source_column: str
    target: DatasetMention
    location: Location
    mechanism: str


@dataclass(frozen=True, slots=True)
class AliasFact:
    """A source binds a local name to the thing at an endpoint: both names are one dataset."""

    alias: DatasetMention
    dataset: DatasetMention
    location: Location


@dataclass(frozen=True, slots=True)
class UnreadFact:
    """Something that was not read, or only in part.

    `reason` is a key of `kuajing.messages`. `grain` is `file`, `statement` or `part`. `tables` are the names a
    tolerant look still saw; moves between them are given as facts of their own.
    """

    location: Location
    reason: str
    grain: str
    values: tuple[tuple[str, str], ...] = ()
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFact:
    """How a file fared: how many of its statements (or jobs) were read wholly, in part, or not at all.

    `idle` counts those that were read and move nothing.
    """

    path: str
    reader: str
    resolved: int
    partial: int
    unread: int
    idle: int


Fact = TableFact | MoveFact | UseFact | InfluenceFact | AliasFact | UnreadFact | ReadFact
