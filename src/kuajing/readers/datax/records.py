"""What a DataX job hands from its reader to its writer: the record, and where the writer puts it."""

from dataclasses import dataclass

from kuajing.model.facts import DatasetMention, Transform
from kuajing.source.location import Location

STRENGTH = tuple(Transform)
"""Transforms in the order of their strength along one path."""


@dataclass(frozen=True, slots=True)
class Note:
    """Why a job is read only in part: a key of `kuajing.messages`, its values, and the place it is about."""

    reason: str
    location: Location
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A column whose values reach a field; `*` stands for columns nobody named. `location` is where it is said."""

    dataset: DatasetMention
    column: str
    location: Location
    transform: Transform = Transform.IDENTITY
    functions: tuple[str, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the record; a constant has no values."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The fields in order, from one source; `is_counted` is False where nobody can say how many there are.

    `filters` are columns that decide which rows are read.
    """

    fields: tuple[Field, ...]
    is_counted: bool
    filters: tuple[Value, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A column that the writer fills, from the fields at these positions of the record."""

    column: str
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sink:
    """The datasets a writer fills and their columns; `targets` is None where nobody names them.

    `width` is how many fields the writer asks for; None where it takes what comes.
    """

    datasets: tuple[DatasetMention, ...]
    targets: tuple[Target, ...] | None
    width: int | None
    notes: tuple[Note, ...] = ()


def strongest(one: Transform, other: Transform) -> Transform:
    """The stronger of two transforms that follow each other on one path."""
    return max(one, other, key=STRENGTH.index)
