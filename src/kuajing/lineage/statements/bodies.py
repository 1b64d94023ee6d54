"""The statements inside a routine, a block or a set of statements, found by where a statement can begin."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kuajing.lineage.statements.row_sources import (
    Part,
    declared_cursor,
    fetch,
    loop,
    named_rows,
    opened_cursor,
)
from kuajing.lineage.statements.variables import gives_row_a_value
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.declared_names import declared_names
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Kind, Token, tokens
from kuajing.lineage.text.open_statements import OpenStatement, begins_without_end

_BEGINS = word_set(
    "INSERT UPDATE DELETE MERGE WITH SELECT CREATE REPLACE COPY LOAD EXECUTE EXEC PREPARE CALL TRUNCATE UNLOAD"
    " EXPORT SET LET PERFORM ALTER DROP FROM UPSERT RENAME INTO BULK DBMS_CLOUD UTL_FILE UTL_HTTP UTL_SMTP UTL_MAIL"
    " DBMS_DATAPUMP DBMS_XSLPROCESSOR"
)
_OPENERS = word_set("DECLARE BEGIN THEN ELSE LOOP DO AS IS ATOMIC REPEAT TRY CATCH SET")
_DECLARES = word_set("PROCEDURE FUNCTION DECLARE IS AS")
_LONGEST_HEAD = 200
"""Tokens before a body in quotes among which its parameters are looked for."""
_HEADS = word_set("PROCEDURE PROC FUNCTION TRIGGER EVENT PACKAGE TASK PIPE")
_CONTROL = word_set("IF WHILE FOR LOOP REPEAT ELSE ELSEIF CASE")
"""What a piece of a BigQuery script may begin with, which parts at every semicolon."""
_BINDERS = {
    "FOR": loop,
    "CURSOR": declared_cursor,
    "DECLARE": declared_cursor,
    "OPEN": opened_cursor,
    "FETCH": fetch,
}
_BULK_WRITES = ("INSERT", "UPDATE", "DELETE", "MERGE", "EXECUTE")


def is_routine(words: Sequence[Token], dialect: Dialect) -> bool:
    """Whether a statement holds others: CREATE PROCEDURE and the like, a block, a set of statements."""
    if not words:
        return False
    first = words[0].word
    if first in {"CREATE", "ALTER"}:
        return _defines_routine(words)
    if first in {"EXECUTE", "SUBMIT"}:
        return Cursor(words).at("EXECUTE", "STATEMENT", "SET") or Cursor(words).at("SUBMIT", "TASK")
    if first == "DECLARE":
        return dialect.block_declarations or any(token.word == "BEGIN" for token in words)
    if first in {"DO", "BEGIN"}:
        return len(words) > (1 if first == "DO" else 2)  # BEGIN TRANSACTION holds nothing
    return first in (_CONTROL if dialect.triple_quotes else {"IF", "WHILE"}) or words[0].text == "<"


def _defines_routine(words: Sequence[Token]) -> bool:
    """Whether CREATE or ALTER is of a routine, or of a job with something to do."""
    head = {token.word for token in words[1:8]}
    if "JOB" in head and not head & _HEADS:
        return words[1].word == "JOB" and any(token.word == "DO" for token in words)
    return bool(head & _HEADS) and not any(token.word in {"TABLE", "VIEW"} for token in words[1:5])


def parts(words: Sequence[Token], dialect: Dialect) -> Iterator[Part]:
    """The pieces of a body in order; a body given as a string is read within that string."""
    quoted = _quoted_body(words, dialect)
    if quoted is None:
        yield from _parts(words, dialect)
        return
    yield from _names(words, dialect, min(len(words), _LONGEST_HEAD))
    sign = quoted.text[-1]
    start = quoted.start + quoted.text.index(sign, 1 if sign == "$" else 0) + 1
    inner = tokens(quoted.value, dialect)
    yield from _parts(
        [token._replace(start=token.start + start, end=token.end + start) for token in inner], dialect
    )


def _names(words: Sequence[Token], dialect: Dialect, end: int, start: int = 0) -> Iterator[Part]:
    """What the words from `start` to `end` declare."""
    for place in range(start, end):
        if words[place].word in _DECLARES and (place == 0 or words[place - 1].word != "EXECUTE"):
            names = declared_names(words, place, dialect)
            if names:
                yield Part("declared", words[place].start, words[place].end, names=names)


def _quoted_body(words: Sequence[Token], dialect: Dialect) -> Token | None:
    """The string that holds a body in PostgreSQL: behind AS or DO, or the one in dollar quotes."""
    if not dialect.dollar_quotes:
        return None
    strings = ((before, token) for before, token in pairwise(words) if token.kind is Kind.STRING)
    return next(
        (token for before, token in strings if before.word in {"AS", "DO"} or token.text[0] == "$"), None
    )


def _parts(words: Sequence[Token], dialect: Dialect) -> Iterator[Part]:
    position, ended, named = 0, -1, 0
    while position < len(words):
        if position >= named:
            yield from _names(words, dialect, position + 1, named)
            named = position + 1
        word = words[position].word
        following = words[position + 1] if position + 1 < len(words) else words[position]
        # INTO belongs to a statement whose first word is not known: its tables are kept
        if word != "INTO" and position != ended and not _can_begin(words, position, dialect):
            position += 1
        elif (rows := named_rows(words, position)) is not None:
            yield rows[0]
            position = rows[1]
        elif word == "FORALL":
            ended = position = _bulk_write(words, position)
        elif word in _BINDERS or following.word == "CURSOR":
            bind = _BINDERS.get(word)
            part, behind = bind(words, position) if bind else declared_cursor(words, position - 1)
            if part is None and word == "DECLARE" and dialect.batch_separator:
                part, behind = _declaration(words, position, dialect)
                ended = behind
            position = max(behind, position + 1)  # a sign where the name should stand is nothing to read
            if part is not None:
                yield part
        elif word in _BEGINS or following.text == ":=" or gives_row_a_value(words, position):
            end = _end(words, position, dialect)
            yield Part("statement", words[position].start, words[end - 1].end)
            ended = position = end
        else:
            position += 1


def _declaration(words: Sequence[Token], position: int, dialect: Dialect) -> tuple[Part | None, int]:
    """T-SQL's DECLARE of a table or of a variable with a value; and where to read on."""
    end = _end(words, position, dialect)
    said = words[position:end]
    is_text = any(token.kind is Kind.STRING for token in said)  # to be run: that is told where it is
    says = any(token.word in {"TABLE", "SELECT"} or (token.text == "=" and not is_text) for token in said)
    part = Part("statement", words[position].start, words[end - 1].end)
    return (part if says or position == 0 else None), end


def _bulk_write(words: Sequence[Token], position: int) -> int:
    """Index of the statement that Oracle's FORALL runs for each element of a collection."""
    cursor = Cursor(words, position + 1)
    while cursor.position < cursor.end and not cursor.is_sign(";"):
        if cursor.word in _BULK_WRITES:
            return cursor.position
        cursor.position += 1
    return position + 1


def _can_begin(words: Sequence[Token], position: int, dialect: Dialect) -> bool:
    """Whether a statement can begin here: at the start, behind `;`, behind a word that opens a part.

    T-SQL needs no `;`: there a word that writes begins a statement wherever none is open.
    """
    if position == 0:
        is_batch = dialect.batch_separator and not is_routine(words, dialect)
        return is_batch or words[0].word not in {"CREATE", "ALTER", "EXECUTE", "SUBMIT"}
    before = words[position - 1]
    if before.text == ";" or before.word in _OPENERS or (before.text == ">" and words[0].text == "<"):
        return True
    if position > 1 and words[position - 2].word in {"FOLLOWS", "PRECEDES"}:
        return True
    if before.word in {"ROW", "STATEMENT"} and position > 1 and words[position - 2].word == "EACH":
        return (
            words[position].word != "EXECUTE"
        )  # EXECUTE FUNCTION names a routine that is read where it stands
    return dialect.batch_separator and begins_without_end(words, position)


def _end(words: Sequence[Token], position: int, dialect: Dialect) -> int:
    """Index behind the last token of the statement that begins here."""
    depth = cases = 0
    opened = OpenStatement(words[position].word) if dialect.batch_separator else None
    for place in range(position, len(words)):
        token = words[place]
        if token.kind is Kind.SIGN:
            depth += (token.text == "(") - (token.text == ")")
            if token.text == ";" and depth <= 0:
                return place
        elif depth > 0:
            continue
        elif token.word == "CASE":
            cases += 1
        elif token.word == "END":
            if cases == 0:
                return max(place, position + 1)
            cases -= 1
        elif opened and place > position and cases == 0 and opened.ends_before(words, place):
            return place
    return len(words)


def trigger_table(words: Sequence[Token]) -> tuple[str, ...] | None:
    """The table whose rows a trigger sees as NEW and OLD."""
    cursor = Cursor(words)
    if not (cursor.skip_to("TRIGGER") and cursor.skip_to("ON") and cursor.take("ON")):
        return None
    return cursor.take_name()


def trigger_function(words: Sequence[Token]) -> str:
    """The function that PostgreSQL's trigger runs; empty where it has a body of its own."""
    cursor = Cursor(words)
    if not (cursor.skip_to("EXECUTE") and cursor.take("EXECUTE")):
        return ""
    cursor.take_any("FUNCTION", "PROCEDURE")
    name = cursor.take_name()
    return name[-1] if name else ""


def body_of(words: Sequence[Token], text: str, dialect: Dialect) -> tuple[Sequence[Token], str]:
    """The words of a routine's body and the text they are of, which may be a string within the routine."""
    quoted = _quoted_body(words, dialect)
    return (words, text) if quoted is None else (list(tokens(quoted.value, dialect)), quoted.value)
