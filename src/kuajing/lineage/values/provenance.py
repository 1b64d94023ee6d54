"""Where the value of an expression comes from: base columns, each with what happened to it on the way."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from kuajing.model.lineage import ALL_COLUMNS, TableName


class Transform(IntEnum):
    """What a step does to a value, from the weakest to the strongest."""

    IDENTITY = 0
    DERIVED = 1
    MASKED = 2
    HASHED = 3
    AGGREGATED = 4

    @property
    def word(self) -> str:
        """The word an edge carries."""
        return _WORDS[self]


_WORDS = tuple(transform.name.lower() for transform in Transform)


class Source(NamedTuple):
    """A column of a base table, or of a place outside the database; `path` are the fields of it that are read."""

    table: TableName
    column: str
    path: str = ""


class Path(NamedTuple):
    """How a value came: the strongest step, the functions passed, whether the name was ambiguous, and where it stands.

    `offset` is the place in the statement of the outermost name that led here; -1 where none is known.
    """

    transform: Transform = Transform.IDENTITY
    functions: frozenset[str] = frozenset()
    is_ambiguous: bool = False
    offset: int = -1

    def then(self, step: "Path") -> "Path":
        """The way with one more step after it."""
        if not step.functions and not step.is_ambiguous and step.transform <= self.transform:
            return (
                self
                if step.offset < 0
                else Path(self.transform, self.functions, self.is_ambiguous, step.offset)
            )
        return Path(
            max(self.transform, step.transform),
            self.functions | step.functions if self.functions else step.functions,
            self.is_ambiguous or step.is_ambiguous,
            step.offset if step.offset >= 0 else self.offset,
        )

    def or_else(self, other: "Path") -> "Path":
        """The weaker of two ways to one value: the one that keeps more of it."""
        if self.transform != other.transform:
            weaker = min(self, other, key=lambda path: path.transform)
            return weaker._replace(is_ambiguous=self.is_ambiguous and other.is_ambiguous)
        return Path(
            self.transform,
            self.functions | other.functions,
            self.is_ambiguous and other.is_ambiguous,
            min(self.offset, other.offset)
            if min(self.offset, other.offset) >= 0
            else max(self.offset, other.offset),
        )


Provenance = dict[Source, Path]
"""Base columns with the way from each; never changed once handed out."""


class Structured(dict[Source, Path]):
    """The provenance of a structure that was put together here, which still knows that of each field."""

    def __init__(self, fields: "dict[str, Provenance]", step: Path) -> None:
        super().__init__(merged(fields.values(), step))
        self.fields = fields


PLAIN = Path()
GUESSED = Path(is_ambiguous=True)
_OPENERS = frozenset({"EXPLODE", "EXPLODE_OUTER", "POSEXPLODE", "INLINE", "UNNEST"})


def add(into: Provenance, more: Provenance, step: Path = PLAIN) -> None:
    """Adds to `into` what `more` holds, each taken through `step`."""
    for source, path in more.items():
        taken = path if step is PLAIN else step if path is PLAIN else path.then(step)
        into[source] = into[source].or_else(taken) if source in into else taken


def merged(parts: Iterable[Provenance], step: Path = PLAIN) -> Provenance:
    """All sources of several provenances together, each taken through `step`."""
    result: Provenance = {}
    for part in parts:
        add(result, part, step)
    return result


def through(provenance: Provenance, step: Path) -> Provenance:
    """The same sources one step further on; a place in the text changes no structure."""
    taken = {source: step if path is PLAIN else path.then(step) for source, path in provenance.items()}
    if isinstance(provenance, Structured) and step == Path(offset=step.offset):
        kept = Structured({name: through(field, step) for name, field in provenance.fields.items()}, PLAIN)
        kept.clear()
        kept.update(taken)
        return kept
    return taken


def field_of(provenance: Provenance, path: tuple[str, ...]) -> Provenance:
    """What a field inside a column comes from; a value that was changed on the way is taken whole.

    An array opened into rows is still what it was: a field of a row is a field of the column.
    """
    if not path:
        return provenance
    if isinstance(provenance, Structured) and path[0] in provenance.fields:
        return field_of(provenance.fields[path[0]], path[1:])
    return merged(
        {
            source._replace(path=".".join((source.path, *path)).lstrip("."))
            if way.transform is Transform.IDENTITY or (way.functions and way.functions <= _OPENERS)
            else source: way
        }
        for source, way in provenance.items()
    )


def column_of(star: Provenance, name: str) -> Provenance:
    """What one named column of an unexpanded star comes from."""
    found: Provenance = {}
    for source, path in star.items():
        named = Source(source.table, name, source.path) if source.column == ALL_COLUMNS else source
        found[named] = found[named].or_else(path) if named in found else path
    return found
