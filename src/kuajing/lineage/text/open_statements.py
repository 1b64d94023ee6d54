"""Where a T-SQL statement without `;` ends and the next one begins: by the words that can only begin one."""

from collections.abc import Sequence

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Kind, Token

_STARTS = word_set(
    "INSERT UPDATE DELETE MERGE BULK EXEC EXECUTE TRUNCATE DROP CREATE ALTER SELECT DECLARE SET PRINT IF WHILE BEGIN"
    " ELSE RETURN FETCH OPEN CLOSE DEALLOCATE COMMIT ROLLBACK RAISERROR THROW GOTO WAITFOR USE BREAK CONTINUE GRANT"
)
_NAMES_TOO = word_set("OPEN CLOSE RETURN USE BREAK CONTINUE FETCH THROW GOTO PRINT COMMIT")
"""Starts that somebody may also call a column."""
_CONTINUES = word_set(
    "UNION ALL EXCEPT INTERSECT AS EXISTS IN TABLE VIEW THEN FOR AFTER OF PROCEDURE PROC FUNCTION BULK INDEX COLUMN"
    " SCHEMA TRIGGER TYPE CONSTRAINT SEQUENCE SYNONYM DATABASE GRANT REVOKE DENY INSTEAD AND OR NOT IF SELECT RETURNS"
)
"""Words behind which a statement goes on whatever comes."""
_FOLLOWS = {
    "INSERT": word_set("SELECT EXEC EXECUTE"),
    "WITH": word_set("SELECT INSERT UPDATE DELETE MERGE"),
}
"""What still belongs to a statement that has begun with a word."""
_SET_OPTIONS = word_set(
    "NOCOUNT XACT_ABORT ANSI_NULLS ANSI_WARNINGS ANSI_PADDING QUOTED_IDENTIFIER IDENTITY_INSERT ARITHABORT ROWCOUNT"
    " TRANSACTION DATEFORMAT DATEFIRST LANGUAGE LOCK_TIMEOUT DEADLOCK_PRIORITY STATISTICS CONTEXT_INFO FMTONLY"
    " NOEXEC CONCAT_NULL_YIELDS_NULL NUMERIC_ROUNDABORT TEXTSIZE"
)
_BEFORE_EVENT = word_set("FOR AFTER BEFORE OF OR ON GRANT DENY REVOKE INSTEAD")
_WRITES = word_set("INSERT UPDATE DELETE MERGE EXEC EXECUTE BULK")
_BEGINS = word_set("SELECT SET FETCH DECLARE OPEN WITH TRUNCATE")


class OpenStatement:
    """The statement at hand, token by token, until one comes that begins another."""

    def __init__(self, first: str) -> None:
        self._opened = first
        self._is_set = first == "SET"

    def ends_before(self, words: Sequence[Token], place: int) -> bool:
        """Whether the token at a place, outside brackets and CASE, begins another statement."""
        word, before = words[place].word, words[place - 1]
        if self._opened == "MERGE":
            return False
        if word == "VALUES" and self._opened == "INSERT":
            self._opened = "VALUES"
        elif word == "WITH" and before.word == "AS" and not _is(words, place + 1, "("):
            self._opened = "WITH"
        elif word in _FOLLOWS.get(self._opened, ()):
            self._opened = word
            self._is_set = False
        elif word == "SET" and self._opened == "UPDATE" and not self._is_set:
            self._is_set = True
        elif word == "WITH" and self._opened == "DECLARE":
            return _names_a_query(words, place)
        else:
            return word in _STARTS and self._restarts(words, place)
        return False

    def _restarts(self, words: Sequence[Token], place: int) -> bool:
        word, before = words[place].word, words[place - 1]
        if before.word == "ALL" and words[place - 2].word in {"TRIGGER", "CONSTRAINT"}:
            return True  # ALTER TABLE ... DISABLE TRIGGER ALL is over
        if before.word in _CONTINUES or before.text in {",", ".", "=", "("}:
            return False
        if word in _NAMES_TOO and (before.word in {"ROW", "ROWS"} or _stands_as_name(words, place)):
            return False
        if word == "SET":
            return self._opened != "ALTER" and _sets(words, place)
        if word == "UPDATE" and _is(words, place + 1, "("):
            return False
        return before.word != "ON" or word == "INSERT" or self._opened == "SET"


def begins_without_end(words: Sequence[Token], position: int) -> bool:
    """Whether a word begins a statement where none is open, with no sign before it."""
    word, before = words[position].word, words[position - 1]
    if word in _WRITES:
        if word == "UPDATE" and _is(words, position + 1, "("):
            return False  # UPDATE(column) of a trigger asks what was set
        return before.word not in _BEFORE_EVENT and before.text != ","
    if word not in _BEGINS or before.word in _CONTINUES - {"IF"}:
        return False
    if word == "WITH":
        return before.text == ";" or _names_a_query(words, position)
    if word == "SET":
        return _sets(words, position)
    return before.kind is not Kind.SIGN or before.text == ")"


def _names_a_query(words: Sequence[Token], place: int) -> bool:
    """Whether WITH gives a query a name, and says no option of what stands before it."""
    cursor = Cursor(words, place + 1)
    if cursor.word in {"SCHEMABINDING", "RECOMPILE", "ENCRYPTION"} or cursor.take_name() is None:
        return False
    cursor.take_group()
    return cursor.take("AS") and cursor.is_sign("(")


def _sets(words: Sequence[Token], place: int) -> bool:
    """Whether SET sets a variable or an option."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and (following.text.startswith("@") or following.word in _SET_OPTIONS)


def _stands_as_name(words: Sequence[Token], place: int) -> bool:
    """Whether what follows a word shows it to be a column: a comma, a dot, an operator."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and following.kind is Kind.SIGN and following.text not in {";", "("}


def _is(words: Sequence[Token], place: int, sign: str) -> bool:
    return place < len(words) and words[place].text == sign
