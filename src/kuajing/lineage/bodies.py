"""The statements inside a routine, a block or a set of statements, found by where a statement can begin."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kuajing.lineage.cursor import Cursor
from kuajing.lineage.dialects import Dialect
from kuajing.lineage.keywords import word_set
from kuajing.lineage.lexer import Kind, Token, tokens
from kuajing.lineage.row_sources import Part, declared_cursor, fetch, loop, named_rows

_BEGINS = word_set(
    "INSERT UPDATE DELETE MERGE WITH SELECT CREATE REPLACE COPY LOAD EXECUTE EXEC PREPARE CALL TRUNCATE UNLOAD"
    " EXPORT SET LET PERFORM ALTER DROP FROM UPSERT RENAME INTO"
)
_OPENERS = word_set("BEGIN DECLARE THEN ELSE LOOP DO AS IS ATOMIC REPEAT TRY CATCH SET")
_HEADS = word_set("PROCEDURE PROC FUNCTION TRIGGER EVENT PACKAGE TASK PIPE")
_CONTROL = word_set("IF WHILE FOR LOOP REPEAT ELSE ELSEIF CASE")
"""What a piece of a BigQuery script may begin with, which parts at every semicolon."""
_BINDERS = {"FOR": loop, "CURSOR": declared_cursor, "DECLARE": declared_cursor, "FETCH": fetch}

_WRITES = word_set("INSERT UPDATE DELETE MERGE EXEC EXECUTE")
_BEFORE_EVENT = word_set("FOR AFTER BEFORE OF OR ON GRANT")
_RESTARTS = word_set("INSERT UPDATE DELETE MERGE EXEC EXECUTE TRUNCATE DROP SELECT DECLARE PRINT IF")
_CONTINUES = word_set(
    "UNION ALL EXCEPT INTERSECT AS EXISTS IN TABLE VIEW THEN FOR AFTER PROCEDURE PROC FUNCTION"
)
_FOLLOWS = {
    "INSERT": frozenset({"SELECT", "EXEC", "EXECUTE"}),
    "WITH": frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"}),
    "CREATE": frozenset({"SELECT"}),
    "DECLARE": frozenset({"SELECT"}),
}
"""What still belongs to a T-SQL statement that has begun with a word."""


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
    sign = quoted.text[-1]
    start = quoted.start + quoted.text.index(sign, 1 if sign == "$" else 0) + 1
    inner = tokens(quoted.value, dialect)
    yield from _parts(
        [token._replace(start=token.start + start, end=token.end + start) for token in inner], dialect
    )


def _quoted_body(words: Sequence[Token], dialect: Dialect) -> Token | None:
    """The string that holds a body in PostgreSQL: behind AS or DO, or the one in dollar quotes."""
    if not dialect.dollar_quotes:
        return None
    strings = ((before, token) for before, token in pairwise(words) if token.kind is Kind.STRING)
    return next(
        (token for before, token in strings if before.word in {"AS", "DO"} or token.text[0] == "$"), None
    )


def _parts(words: Sequence[Token], dialect: Dialect) -> Iterator[Part]:
    position = 0
    while position < len(words):
        word = words[position].word
        # INTO belongs to a statement whose first word is not known: its tables are kept
        if word != "INTO" and not _can_begin(words, position, dialect):
            position += 1
        elif (named := named_rows(words, position)) is not None:
            yield named[0]
            position = named[1]
        elif word in _BINDERS:
            part, position = _BINDERS[word](words, position)
            if part is not None:
                yield part
        elif word in _BEGINS or (position + 1 < len(words) and words[position + 1].text == ":="):
            end = _end(words, position, dialect)
            yield Part("statement", words[position].start, words[end - 1].end)
            position = end
        else:
            position += 1


def _can_begin(words: Sequence[Token], position: int, dialect: Dialect) -> bool:
    """Whether a statement can begin here: at the start, behind `;`, behind a word that opens a part.

    T-SQL needs no `;`: there a word that writes begins a statement wherever none is open.
    """
    if position == 0:
        return words[0].word not in {"CREATE", "ALTER", "EXECUTE", "SUBMIT"}
    before = words[position - 1]
    if before.text == ";" or before.word in _OPENERS or (before.text == ">" and words[0].text == "<"):
        return True
    if before.word in {"ROW", "STATEMENT"} and position > 1 and words[position - 2].word == "EACH":
        return (
            words[position].word != "EXECUTE"
        )  # EXECUTE FUNCTION names a routine that is read where it stands
    if not dialect.batch_separator or words[position].word not in _WRITES:
        return False
    return before.word not in _BEFORE_EVENT and before.text != ","


def _end(words: Sequence[Token], position: int, dialect: Dialect) -> int:
    """Index behind the last token of the statement that begins here."""
    depth = cases = 0
    opened = words[position].word
    for place in range(position, len(words)):
        token = words[place]
        if token.kind is Kind.SIGN:
            depth += (token.text == "(") - (token.text == ")")
            if token.text == ";" and depth <= 0:
                return place
        elif token.word == "CASE":
            cases += 1
        elif token.word == "END" and depth <= 0:
            if cases == 0:
                return max(place, position + 1)
            cases -= 1
        elif place > position and dialect.batch_separator and depth <= 0 and token.word in _RESTARTS:
            if token.word in _FOLLOWS.get(opened, ()):
                opened = token.word
            elif _restarts(token.word, words[place - 1].word, opened):
                return place
    return len(words)


def _restarts(word: str, before: str, opened: str) -> bool:
    """Whether a T-SQL statement without `;` ends here because the next one begins."""
    if opened == "MERGE" or before in _CONTINUES:
        return False
    return before != "ON" or word == "INSERT" or opened == "SET"


def trigger_table(words: Sequence[Token]) -> tuple[str, ...] | None:
    """The table whose rows a trigger sees as NEW and OLD."""
    cursor = Cursor(words)
    if not (cursor.skip_to("TRIGGER") and cursor.skip_to("ON") and cursor.take("ON")):
        return None
    return cursor.take_name()
