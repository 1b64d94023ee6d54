"""A block of another language, where it stands, and what could not be taken from its file."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from kuajing.embedded.placed import Placed, Segment, joined, standing
from kuajing.source.location import Location
from kuajing.source.text import Unread


@dataclass(frozen=True, slots=True)
class Target:
    """The table that a query becomes although it does not say so: the model of a dbt project.

    `schema` is what the model itself says, None where the project decides. `materialized` is the literal word of the
    model, None where the project decides; an `ephemeral` model is no table but a part of those that use it.
    """

    table: str
    schema: str | None = None
    materialized: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """Something that was not read at an offset of the host; `reason` is a key of `kuajing.messages`."""

    at: int
    reason: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before its places are lines: `notes` are offsets in the host with a reason and its values."""

    language: str
    placed: Placed
    dialect_hint: str | None = None
    name: str | None = None
    is_documentation: bool = False
    target: Target | None = None
    alternative: tuple[int, int] | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafts:
    """What a host format yields: blocks, and what stayed unread besides."""

    drafts: tuple[Draft, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A run of another language inside a text.

    `host` is the format it stands in, `language` its own: `sql`, `json`, `yaml`, `shell`, `python`, `text` and so on.
    `dialect_hint` is set where the host proves the dialect, `name` is what the host calls the block. A block
    `is_documentation` where nothing runs it. `alternative` counts the readings of one text of which some branches
    exclude others: (1, 2) is the first of two. `reasons` say what of the block stayed unread.
    """

    host: str
    language: str
    text: str
    segments: tuple[Segment, ...]
    path: str
    lines: tuple[int, ...] = field(repr=False)
    host_lines: tuple[int, ...] = field(repr=False)
    dialect_hint: str | None = None
    name: str | None = None
    is_documentation: bool = False
    target: Target | None = None
    alternative: tuple[int, int] | None = None
    reasons: tuple[Unread, ...] = ()

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Line and column in the file of a line and column of the block."""
        begin = self.lines[min(line, len(self.lines)) - 1]
        at = Placed(self.text, self.segments).offset(begin + column - 1)
        return line_and_column(self.host_lines, at)

    def defining(self) -> "Block":
        """The same block as a statement that creates its target; without one, the block itself."""
        if self.target is None:
            return self
        head = f"CREATE TABLE {self.target.table} AS "
        begin = self.segments[0].host_begin if self.segments else 0
        whole = joined([standing(head, begin, begin), Placed(self.text, self.segments)])
        return replace(self, text=whole.text, segments=whole.segments, lines=lines_of(whole.text))

    def location(self, line: int = 1, column: int = 1) -> Location:
        """The place in the file of a line and column of the block."""
        return Location(self.path, *self.place(line, column))


@dataclass(frozen=True, slots=True)
class Found:
    """The blocks of one text in their order, and what of it could not be looked through."""

    blocks: tuple[Block, ...] = ()
    unread: tuple[Unread, ...] = ()


def lines_of(text: str) -> tuple[int, ...]:
    """The offset at which each line begins."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def line_and_column(lines: tuple[int, ...], at: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1."""
    line = bisect_right(lines, at)
    return line, at - lines[line - 1] + 1
