"""What the engine says about SQL: statements with their fate, column edges, influences, endpoints, definitions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from kuajing.source.text import Unread

TableName = tuple[str, ...]
"""The parts of a table's name, outermost first, folded to lower case; a place outside the database is one part."""

Fate = Literal["resolved", "partial", "unread", "no_movement"]
Direction = Literal["in", "out"]
ALL_COLUMNS = "*"
"""Stands for all columns of a table where nobody said which they are."""


@dataclass(frozen=True, slots=True)
class StatementText:
    """One statement of a text, without its terminator; line and column of its first real token, from 1."""

    text: str
    line: int
    column: int


class Reason(NamedTuple):
    """Why something is not fully known: a key of `messages`, its values, and the line it is about."""

    key: str
    values: tuple[tuple[str, str], ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class ColumnDefinition:
    """One column as a definition gives it; type and comment are None where they are not said."""

    name: str
    type: str | None
    comment: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """What one statement says about a table's shape.

    `complete` is true when the columns listed are all the table has at that point; an ALTER or COMMENT gives
    an incomplete one. `location` is the address, path or URI the table is bound to, `place` the same as a statement
    that uses the table mentions it.
    """

    table: TableName
    columns: tuple[ColumnDefinition, ...]
    comment: str | None
    line: int
    column: int
    complete: bool
    location: str | None = None
    place: "EndpointMention | None" = None


class ColumnEdge(NamedTuple):
    """The value of one column reaches another; a tuple, because a run makes very many.

    `transform` is identity, derived, masked, hashed or aggregated: the strongest step along the way, and the
    weakest where several ways lead there. `ambiguous` marks one of several columns a name may have meant.
    `source_path` are the fields read of a column that holds a structure, dotted.
    """

    source_table: TableName
    source_column: str
    target_table: TableName
    target_column: str
    transform: str
    functions: tuple[str, ...] = ()
    ambiguous: bool = False
    line: int = 1
    column: int = 1
    source_path: str = ""


class Influence(NamedTuple):
    """A column decides which rows reach a table, without its value going there."""

    source_table: TableName
    source_column: str
    target_table: TableName
    line: int = 1


@dataclass(frozen=True, slots=True)
class EndpointMention:
    """A table that stands for a place outside the database at hand: what kind of place, and its address.

    `region` is what stands beside the address when a region is named there. `inside` is what the table is called at
    that place, where it is said, and `engine` what keeps it there where `kind` does not say.
    """

    table: TableName
    direction: Direction
    kind: str
    address: str
    region: str | None = None
    inside: TableName = ()
    engine: str = ""


class Statement(NamedTuple):
    """One statement and its one fate, with all that moves in it."""

    line: int
    column: int
    kind: str
    fate: Fate
    reasons: tuple[Reason, ...] = ()
    reads: tuple[TableName, ...] = ()
    writes: tuple[TableName, ...] = ()
    edges: tuple[ColumnEdge, ...] = ()
    influences: tuple[Influence, ...] = ()
    endpoints: tuple[EndpointMention, ...] = ()


class ReadMovement(Protocol):
    """Whatever reads a text of SQL as `kuajing.lineage.movement.read_movement` does, and answers the same."""

    def __call__(
        self,
        text: str,
        *,
        dialect: str | None,
        schema: Mapping[TableName, tuple[str, ...]],
        default_database: str | None = None,
        default_schema: str | None = None,
        functions: Mapping[str, str] | None = None,
        with_queries: bool = False,
    ) -> tuple[Statement, ...]:
        """Every statement of a text, in order."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """The statements of one SQL text that stands in a file, or in a part of one, with their places in that file."""

    path: str
    dialect: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class LineageReport:
    """All that was asked for: the texts in the order they were read, and what could not be read at all.

    `unread` are whole files; `parts` are places in files of which the rest was read.
    """

    texts: tuple[ReadText, ...]
    unread: tuple[Unread, ...] = ()
    parts: tuple[Unread, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all texts."""
        return tuple(statement for text in self.texts for statement in text.statements)


def moved_to(statement: Statement, place: Callable[[int, int], tuple[int, int]]) -> Statement:
    """The statement with each line and column as `place` gives it: where its text stands inside something larger."""
    line, column = place(statement.line, statement.column)
    return statement._replace(
        line=line,
        column=column,
        reasons=tuple(one._replace(line=place(one.line, 1)[0]) for one in statement.reasons),
        edges=tuple(_edge_at(one, *place(one.line, one.column)) for one in statement.edges),
        influences=tuple(one._replace(line=place(one.line, 1)[0]) for one in statement.influences),
    )


def _edge_at(edge: ColumnEdge, line: int, column: int) -> ColumnEdge:
    return edge._replace(line=line, column=column)
