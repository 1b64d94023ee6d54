"""Statements that are no SQL as they stand: broken off, or with signs that only look right.

What is left of them may move nothing, and must not pass for a statement that moves nothing.
"""

from collections.abc import Sequence

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Kind, Token

_MOVING = frozenset(
    {"INSERT", "REPLACE", "CREATE", "MERGE", "UPDATE", "DELETE", "SELECT", "WITH", "COPY", "UPSERT"}
)
_WANTS_MORE = word_set(
    "CREATE OR REPLACE TABLE VIEW EXTERNAL TEMPORARY TEMP MATERIALIZED INTO OVERWRITE AS SELECT FROM WITH VALUES SET "
    "BY ON AND WHERE USING OPTIONS PROPERTIES LIKE INSERT JOIN UNION ALL NOT EXISTS CONNECTION LOCATION BEGIN"
)
_BEFORE_NAME = word_set(
    "OR REPLACE EXTERNAL TEMPORARY TEMP GLOBAL LOCAL MATERIALIZED FOREIGN UNLOGGED TRANSIENT SECURE"
)
_FILLS = word_set("VALUES VALUE SELECT SET DEFAULT TABLE EXEC EXECUTE FROM WITH CALL FUNCTION DIRECTORY")
_SIGNS_THAT_WANT_MORE = frozenset({",", "=", "(", ".", "+", "-", "||"})


_FULL_WIDTH = frozenset("（），；＝。、＇＂“”‘’［］｛｝＜＞＊＋－／")


def full_width_sign(words: Sequence[Token]) -> Token | None:
    """The first sign that is as wide as a Chinese character, where SQL wants the narrow one."""
    return next((token for token in words if token.kind is Kind.SIGN and token.text in _FULL_WIDTH), None)


def is_unfinished(words: Sequence[Token]) -> bool:
    """Whether a statement that could move something ends before it is complete."""
    if not words or words[0].word not in _MOVING:
        return False
    last = words[-1]
    if last.word in _WANTS_MORE or (last.kind is Kind.SIGN and last.text in _SIGNS_THAT_WANT_MORE):
        return True
    signs = [token.text for token in words if token.kind is Kind.SIGN]
    if signs.count("(") != signs.count(")"):
        return True
    return _has_no_content(words)


def _has_no_content(words: Sequence[Token]) -> bool:
    """Whether an INSERT brings no rows, or a CREATE TABLE or VIEW says nothing but a name, or not even that."""
    said = [token.word for token in words]
    if said[0] in {"INSERT", "REPLACE"}:
        return not any(word in _FILLS for word in said)
    if said[0] == "UPDATE":
        return "SET" not in said or not any(token.text == "=" for token in words)
    if said.count("BEGIN") > said.count("END"):
        return True
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return len(words) == 1
    while cursor.word in _BEFORE_NAME:
        cursor.position += 1
    if not cursor.take_any("TABLE", "VIEW"):
        return cursor.position >= cursor.end
    cursor.take("IF", "NOT", "EXISTS")
    return cursor.take_name() is None or cursor.position >= cursor.end
