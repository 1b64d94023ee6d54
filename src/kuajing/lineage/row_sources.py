"""Loops and cursors of routines: a query whose rows go by a name, and variables that take a row's columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kuajing.lineage.cursor import Cursor
from kuajing.lineage.lexer import Token

_FARTHEST = 5_000
"""Tokens looked ahead for the LOOP of a FOR; a body without one must not cost more the longer it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a body by its offsets: a statement, a query whose rows go by a name, or names that take a row."""

    kind: Literal["statement", "rows", "fetch"]
    start: int
    end: int
    name: str = ""
    names: tuple[str, ...] = ()


def loop(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """FOR row IN (query) LOOP, FOR row IN query LOOP, FOR row IN cursor LOOP | DO; and where to read on."""
    cursor = Cursor(words, position + 1, min(len(words), position + _FARTHEST))
    name = cursor.take_name()
    if name is None or not cursor.take("IN"):
        return None, position + 1
    group = cursor.take_group()
    if group is not None and group.token is not None:
        return Part("rows", group.token.start, words[group.end - 1].end, name[-1]), cursor.position
    start = cursor.position
    places = [ahead.position for word in ("LOOP", "DO") if (ahead := _copy(cursor)).skip_to(word)]
    cursor.position = min(places, default=start)
    if cursor.position == start:
        return None, position + 1
    end = words[cursor.position - 1].end
    if words[start].word in {"SELECT", "WITH"}:
        return Part("rows", words[start].start, end, name[-1]), cursor.position
    return Part("fetch", words[start].start, end, words[start].name, (name[-1],)), cursor.position


def _copy(cursor: Cursor) -> Cursor:
    return Cursor(cursor.tokens, cursor.position, cursor.end)


def named_rows(words: Sequence[Token], position: int) -> tuple[Part, int] | None:
    """Snowflake's [LET] name CURSOR FOR query | result, and [LET] name RESULTSET := (query); and where to read on."""
    cursor = Cursor(words, position, min(len(words), position + _FARTHEST))
    cursor.take("LET")
    name = cursor.take_name()
    kind = cursor.take_any("CURSOR", "RESULTSET") if name is not None else ""
    if name is None or not kind:
        return None
    if not ((kind == "CURSOR" and cursor.take("FOR")) or cursor.take("DEFAULT") or cursor.take_sign(":=")):
        return None
    cursor.take("ASYNC")
    group = cursor.take_group()
    if group is not None and group.word in {"SELECT", "WITH"}:
        return Part("rows", words[group.position].start, words[group.end - 1].end, name[-1]), cursor.position
    start = cursor.position
    while cursor.position < cursor.end and not cursor.is_sign(";"):
        cursor.position += 1
    if group is not None or cursor.position == start:
        return None
    end = words[cursor.position - 1].end
    if words[start].word in {"SELECT", "WITH"}:
        return Part("rows", words[start].start, end, name[-1]), cursor.position
    return Part("fetch", words[start].start, end, words[start].name, (name[-1],)), cursor.position


def declared_cursor(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """CURSOR name IS query, DECLARE name CURSOR FOR query; and where to read on."""
    cursor = Cursor(words, position + 1)
    name = cursor.take_name()
    cursor.take_any("INSENSITIVE", "SCROLL")
    if name is None or not (words[position].word == "CURSOR" or cursor.take("CURSOR")):
        return None, position + 1
    cursor.take_group()
    while cursor.position < cursor.end and cursor.word not in {"SELECT", "WITH"}:
        if cursor.is_sign(";"):
            return None, cursor.position
        cursor.position += 1
    if cursor.token is None:
        return None, position + 1
    start = end = cursor.token.start
    for token in words[cursor.position :]:
        if token.text == ";" or token.word in {"OPEN", "BEGIN", "DECLARE"}:
            break
        end = token.end
        cursor.position += 1
    return Part("rows", start, end, name[-1]), cursor.position


def fetch(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """FETCH [NEXT FROM] cursor INTO variables; and where to read on."""
    cursor = Cursor(words, position + 1)
    cursor.take_any("NEXT", "FIRST", "LAST", "PRIOR")
    cursor.take_any("FROM", "IN")
    name = cursor.take_name()
    cursor.take("BULK", "COLLECT")
    if name is None or not cursor.take("INTO"):
        return None, position + 1
    names = []
    while (variable := cursor.take_name()) is not None:
        names.append(variable[-1])
        if not cursor.take_sign(","):
            break
    end = words[cursor.position - 1].end
    return Part("fetch", words[position].start, end, name[-1], tuple(names)), cursor.position
