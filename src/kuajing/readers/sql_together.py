"""Many pieces of SQL read together: what any of them defines is known to all, whatever their order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kuajing.lineage.request import Request
from kuajing.model.facts import Fact, TableFact
from kuajing.model.lineage import ALL_COLUMNS, Reason, Statement, TableName, moved_to
from kuajing.readers.blocks import Block
from kuajing.readers.catalogue import Catalogue, SystemAt, catalogue_of, no_system
from kuajing.readers.seams import SourceContext
from kuajing.readers.sql import Place, structure_of
from kuajing.readers.sql_names import Names, surroundings
from kuajing.readers.sql_shapes import learnt
from kuajing.source.text import SourceText, Unread

Schema = Mapping[TableName, tuple[str, ...]]
ReadAll = Callable[[Sequence[Request]], Iterable[tuple[Statement, ...]]]
"""The statements of each of many requests, in order."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of SQL and what is said of the file it stands in."""

    block: Block
    context: SourceContext


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """The dialect a piece was read in, its statements at their places in the file, and doubts that none of them bears."""

    dialect: str | None
    statements: tuple[Statement, ...]
    doubts: tuple[Unread, ...] = ()


@dataclass(slots=True)
class _Reading:
    """A piece on its way: its text with values in its placeholders, what was last asked, and what was read of it."""

    piece: Piece
    text: SourceText
    place: Place
    request: Request | None = None
    statements: tuple[Statement, ...] = ()
    is_open: bool = True


def read_together(
    pieces: Iterable[Piece], known: Schema, read: ReadAll, system_at: SystemAt = no_system
) -> tuple[ReadPiece, ...]:
    """What is read of each piece; `known` are columns of tables that a person vouches for, which nothing overrules."""
    readings = [_Reading(piece, *piece.block.script.filled(piece.context)) for piece in pieces]
    shapes: set[Fact] = {
        fact for one in readings for fact in structure_of(one.piece.block.script, one.piece.context)
    }
    # As in two_passes: each round but the last learns the columns of a table.
    for _ in range(len(readings) + 1):
        catalogue = catalogue_of(shapes, system_at)
        found = set(_read_anew(readings, catalogue, known, read))
        if not _adds(found - shapes, catalogue):
            break
        shapes |= found
    return tuple(_finished(one) for one in readings)


def _read_anew(
    readings: Iterable[_Reading], catalogue: Catalogue, known: Schema, read: ReadAll
) -> Iterator[TableFact]:
    """Reads what is open and is asked otherwise than before; yields the tables whose columns only others let be known."""
    asked: list[tuple[_Reading, Request]] = []
    for one in readings:
        request = _request(one, catalogue, known) if one.is_open else one.request
        if request is not None and request != one.request:
            asked.append((one, request))
    answers = read([request for _, request in asked])
    for (one, request), statements in zip(asked, answers, strict=True):
        one.request, one.statements, one.is_open = request, statements, _is_open(statements)
        yield from _learnt(one, request)


def _request(reading: _Reading, catalogue: Catalogue, known: Schema) -> Request:
    piece = reading.piece
    around = surroundings(reading.text, piece.context, catalogue, piece.block.script.dialect_hint)
    return Request(
        reading.text.text,
        around.dialect,
        _with(known, around.schema),
        around.default_database,
        around.default_schema,
        around.functions,
        with_queries=True,
    )


def _with(known: Schema, defined: Schema) -> Schema:
    """What files define, but for the tables that a person gives the columns of, under whatever part of their names."""
    if not known:
        return defined
    folded = {tuple(part.lower() for part in table): columns for table, columns in known.items()}
    kept = {
        table: columns for table, columns in defined.items() if not any(_is_one(table, one) for one in folded)
    }
    return {**kept, **folded}


def _is_one(first: TableName, second: TableName) -> bool:
    width = min(len(first), len(second))
    return first[-width:] == second[-width:]


def _learnt(reading: _Reading, request: Request) -> Iterator[TableFact]:
    context = reading.piece.context
    around = replace(
        surroundings(reading.text, context, dialect_hint=reading.piece.block.script.dialect_hint),
        schema=request.schema,
    )
    names = Names(context.rule.system if context.rule else None, context.values)
    return learnt(reading.text.text, reading.statements, around, names, reading.place)


def _is_open(statements: tuple[Statement, ...]) -> bool:
    """Whether more knowledge of tables might tell more."""
    return any(
        statement.reasons
        or any(
            edge.ambiguous or ALL_COLUMNS in (edge.source_column, edge.target_column)
            for edge in statement.edges
        )
        for statement in statements
    )


def _adds(found: Iterable[Fact], catalogue: Catalogue) -> bool:
    return any(
        isinstance(fact, TableFact) and fact.complete and catalogue.columns(fact.dataset) is None
        for fact in found
    )


def _finished(reading: _Reading) -> ReadPiece:
    def place(line: int, column: int) -> tuple[int, int]:
        found = reading.place(line, column)
        return found.line, found.column

    piece = reading.piece
    statements = tuple(moved_to(one, place) for one in reading.statements)
    dialect = surroundings(reading.text, piece.context, dialect_hint=piece.block.script.dialect_hint).dialect
    if not statements:
        return ReadPiece(dialect, (), piece.block.doubts)
    return ReadPiece(dialect, tuple(_doubted(statements, piece.block.doubts)))


def _doubted(statements: tuple[Statement, ...], doubts: Iterable[Unread]) -> Iterator[Statement]:
    """The statements with each doubt on the one it stands in; one that seemed wholly read may then not be."""
    borne: dict[int, list[Reason]] = {}
    for doubt in doubts:
        line = doubt.location.line or 1
        at = max((number for number, one in enumerate(statements) if one.line <= line), default=0)
        borne.setdefault(at, []).append(Reason(doubt.reason, doubt.values, line))
    for number, statement in enumerate(statements):
        added = borne.get(number)
        if added is None:
            yield statement
            continue
        fate = "partial" if statement.fate == "resolved" else statement.fate
        yield statement._replace(fate=fate, reasons=(*statement.reasons, *added))
