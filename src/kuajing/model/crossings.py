"""Crossings: places where labelled data leaves the mainland, with the trail that shows it."""

from dataclasses import dataclass
from enum import Enum

from kuajing.model.facts import Basis, Transform
from kuajing.model.labels import Label
from kuajing.model.names import ColumnName, DatasetName
from kuajing.model.truth import Truth
from kuajing.source.location import Location


class CrossingKind(Enum):
    """How data leaves: it is sent, opened from abroad, or collected from abroad."""

    SENT = "sent"
    ACCESSED = "accessed"
    COLLECTED = "collected"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a trail; `environment` is the one that its file names, empty where it names none."""

    source: ColumnName
    target: ColumnName
    location: Location
    mechanism: str
    transform: Transform
    functions: tuple[str, ...]
    certain: bool
    basis: Basis
    environment: str = ""


@dataclass(frozen=True, slots=True)
class LabelTrail:
    """A label that crosses and the shortest evidence for it.

    `start` is the column that carries the label of itself; `hops` lead from there to the column abroad, in order.
    For an access the last column read is `end` and no hop crosses.
    """

    label: Label
    start: ColumnName
    hops: tuple[Hop, ...]
    end: ColumnName


@dataclass(frozen=True, slots=True)
class Crossing:
    """One place where labelled data leaves the mainland.

    `source` is the last dataset before the border, `target` the first one behind it (None for an access, where
    `target_system` is the workplace or account abroad). `leaves` is yes where both sides are located, unknown where
    a location on either side is. `trails` are sorted by label; `onward` are systems behind the target that the data
    reaches. `location` is the place of the evidence that opened the exit.
    """

    kind: CrossingKind
    source: DatasetName
    target: DatasetName | None
    source_system: str
    target_system: str
    leaves: Truth
    trails: tuple[LabelTrail, ...]
    onward: tuple[str, ...]
    location: Location
    columns: tuple[ColumnName, ...]
    via: str | None = None
    purpose: str | None = None
    status: str | None = None

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels that cross, sorted."""
        return tuple(trail.label for trail in self.trails)


@dataclass(frozen=True, slots=True)
class Reach:
    """A dataset that data reaches or comes from.

    `columns` are those reached there, sorted; `trail` is the shortest evidence, in the direction of the data: to the
    dataset for what is reached, from it for what data comes from.
    """

    dataset: DatasetName
    columns: tuple[ColumnName, ...]
    trail: tuple[Hop, ...]
