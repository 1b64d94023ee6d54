"""Variables of routines and scripts: what SELECT ... INTO and SET put in them, and where their values come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.shims.peeled import only, span
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import TableName

_BEFORE_TABLE = frozenset(
    {"INSERT", "REPLACE", "MERGE", "IGNORE", "DELAYED", "LOW_PRIORITY", "HIGH_PRIORITY"}
)
"""Words before an INTO that names a table, and no variable."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Variables that take the columns of a query by position, or one that `is_table`; the query keeps its offsets.

    `rows` are the rows of which some of them are columns, as NEW in a trigger; empty for plain variables.
    """

    names: tuple[str, ...]
    query: str
    is_table: bool = False
    rows: tuple[str, ...] = ()


def assignment(words: Sequence[Token], text: str, dialect: Dialect, *, in_routine: bool) -> Assignment | None:
    """What SELECT ... INTO variables, SET variable = value, or variable := value says; None for anything else."""
    first = words[0].word if words else ""
    if first in {"SELECT", "WITH"}:
        if dialect.conditional_comments and (given := _given_in_query(words, text)) is not None:
            return given
        return _selected(words, text, dialect, in_routine=in_routine)
    if first == "LET":
        return _let(words, text)
    if first == "DECLARE":
        return _declared(words, text)
    if first == "SET" or (len(words) > 1 and words[1].text == ":=") or gives_row_a_value(words, 0):
        return _set(words, text)
    return None


def _given_in_query(words: Sequence[Token], text: str) -> Assignment | None:
    """MySQL's SELECT @variable := value FROM t: what each projection puts in a variable."""
    if not any(token.text == ":=" for token in words):
        return None
    ahead = Cursor(words)
    is_of_table = ahead.skip_to("FROM")
    cursor = Cursor(words, 1, ahead.position if is_of_table else len(words))
    names = []
    for part in cursor.parts():
        name = part.take_name()
        is_given = name is not None and name[-1].startswith("@") and part.take_sign(":=")
        names.append(name[-1] if name is not None and is_given else "")
    return Assignment(tuple(names), text) if any(names) else None


_ROW_COLUMN = 4
"""The tokens of `:NEW.column` before its `:=`."""


def gives_row_a_value(words: Sequence[Token], position: int) -> bool:
    """Whether a statement such as Oracle's `:NEW.column := value` stands here."""
    last = position + _ROW_COLUMN
    return words[position].text == ":" and last < len(words) and words[last].text == ":=" if words else False


def _selected(words: Sequence[Token], text: str, dialect: Dialect, *, in_routine: bool) -> Assignment | None:
    """Variables behind INTO: always in MySQL, in routines elsewhere, never in T-SQL."""
    if dialect.batch_separator or not (in_routine or dialect.conditional_comments):
        return None
    cursor = Cursor(words)
    if not cursor.skip_to("INTO"):
        return None
    is_bulk = words[cursor.position - 2].word == "BULK" and words[cursor.position - 1].word == "COLLECT"
    start = words[cursor.position - 2 if is_bulk else cursor.position].start
    if words[cursor.position - 1].word in _BEFORE_TABLE:
        return None
    cursor.take("INTO")
    if cursor.word in {"OUTFILE", "DUMPFILE", "TEMP", "TEMPORARY", "UNLOGGED", "TABLE"}:
        return None
    cursor.take("STRICT")
    names = []
    cursor.take_sign(":")
    while (name := cursor.take_name()) is not None:
        names.append(name[-1])
        if not cursor.take_sign(","):
            break
        cursor.take_sign(":")
    if not names or cursor.is_sign("("):
        return None
    end = words[cursor.position - 1].end
    return Assignment(tuple(names), text[:start] + " " * (end - start) + text[end:])


def _let(words: Sequence[Token], text: str) -> Assignment | None:
    """Snowflake's LET variable [type] := value, or DEFAULT value."""
    cursor = Cursor(words, 1)
    name = cursor.take_name()
    while cursor.token is not None and not (cursor.take_sign(":=") or cursor.take("DEFAULT")):
        cursor.position += 1
    return None if name is None or cursor.token is None else _value(name[-1], cursor.token.start, text)


def _value(name: str, start: int, text: str) -> Assignment:
    """A variable and the query of the expression that begins here."""
    word = "SELECT "
    blank = only(text, start, len(text))
    query = blank[: start - len(word)] + word + blank[start:] if start >= len(word) else word + text[start:]
    return Assignment((name,), query)


def _set(words: Sequence[Token], text: str) -> Assignment | None:
    """Variables set to expressions, as a query of those expressions."""
    cursor = Cursor(words)
    given: list[tuple[TableName, Cursor]] = []
    for part in cursor.parts() if cursor.take("SET") else [cursor]:
        part.take_sign(":")
        name = part.take_name()
        if name is None or not (part.take_sign("=") or part.take_sign(":=")) or part.token is None:
            break
        if part.word in {"SELECT", "WITH"}:  # MaxCompute's table variable: @t := SELECT ...
            return Assignment((name[-1],), only(text, span(part, text)[0], len(text)), is_table=True)
        given.append((name, part))
    return _of_values(given, text)


def _declared(words: Sequence[Token], text: str) -> Assignment | None:
    """The variables that DECLARE gives a value, behind `=` or DEFAULT."""
    cursor = Cursor(words, 1)
    given: list[tuple[TableName, Cursor]] = []
    for part in cursor.parts():
        name = part.take_name()
        while part.token is not None and not (part.is_sign("=") or part.at("DEFAULT")):
            part.position += 1
        part.position += 1
        if name is not None and part.token is not None:
            given.append((name, part))
    return _of_values(given, text)


def _of_values(given: Sequence[tuple[TableName, Cursor]], text: str) -> Assignment | None:
    """Variables, each with the expression it gets, as one query of these expressions."""
    query, position = "", 0
    for place, (_, part) in enumerate(given):
        start, end = span(part, text)
        query += ("," if place else " ").rjust(start - position) + text[start:end]
        position = end
    names = [name for name, _ in given]
    if not names:
        return None
    start = len(query) - len(query.lstrip())
    word = "SELECT "
    query = query[: start - len(word)] + word + query[start:] if start >= len(word) else word + query[start:]
    rows = tuple(name[-2] if len(name) > 1 else "" for name in names)
    return Assignment(tuple(name[-1] for name in names), query, rows=rows)
