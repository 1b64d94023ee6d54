"""Loops and cursors of routines: a query whose rows go by a name, and variables that take a row's columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_FARTHEST = 5_000
"""Tokens looked ahead for the LOOP of a FOR; a body without one must not cost more the longer it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a body by its offsets: a statement, a query whose rows go by a name, names that take a row or are new."""

    kind: Literal["statement", "rows", "fetch", "declared"]
    start: int
    end: int
    name: str = ""
    names: tuple[str, ...] = ()


def loop(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """FOR row IN (query) LOOP, FOR row IN query LOOP, FOR row IN cursor LOOP | DO; and where to read on."""
    cursor = Cursor(words, position + 1, min(len(words), position + _FARTHEST))
    names = _names(cursor)
    if not names or not cursor.take("IN"):
        return None, position + 1
    name = names[0]
    taken = names if len(names) > 1 else ()
    cursor.take("REVERSE")
    group = cursor.take_group()
    if group is not None and group.token is not None:
        return Part("rows", group.token.start, words[group.end - 1].end, name, taken), cursor.position
    start = cursor.position
    places = [ahead.position for word in ("LOOP", "DO") if (ahead := _copy(cursor)).skip_to(word)]
    cursor.position = min(places, default=start)
    if cursor.position == start:
        return None, position + 1
    end = words[cursor.position - 1].end
    if words[start].word in {"SELECT", "WITH"}:
        return Part("rows", words[start].start, end, name, taken), cursor.position
    return Part("fetch", words[start].start, end, words[start].name, names), cursor.position


def _names(cursor: Cursor) -> tuple[str, ...]:
    """Variables parted by commas."""
    names = []
    while (variable := cursor.take_name()) is not None:
        names.append(variable[-1])
        if not cursor.take_sign(","):
            break
    return tuple(names)


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
    while cursor.take_any("INSENSITIVE", "SCROLL", "NO", "SENSITIVE", "ASENSITIVE", "BINARY"):
        continue
    if name is None or not (words[position].word == "CURSOR" or cursor.take("CURSOR")):
        return None, position + 1
    cursor.take_group()
    while cursor.position < cursor.end and cursor.word not in {"SELECT", "WITH"}:
        if cursor.is_sign(";"):
            return None, cursor.position
        cursor.position += 1
    if cursor.token is None:
        return None, position + 1
    return _query_to_end(cursor, name[-1]), cursor.position


_AFTER_QUERY = frozenset({"OPEN", "BEGIN", "DECLARE", "WHILE"})


def _query_to_end(cursor: Cursor, name: str) -> Part:
    """The query at hand up to what must stand behind it: `;`, the next statement, or FOR UPDATE."""
    first = last = cursor.tokens[cursor.position]
    while (token := cursor.token) is not None:
        is_fetch = token.word == "FETCH" and last.word not in {"ROW", "ROWS"} and not _is_limit(cursor)
        if token.text == ";" or token.word in _AFTER_QUERY or is_fetch:
            break
        if cursor.at("FOR", "UPDATE") or cursor.at("FOR", "READ"):
            break
        last = token
        cursor.position += 1
    return Part("rows", first.start, last.end, name)


def _is_limit(cursor: Cursor) -> bool:
    """Whether FETCH limits the rows of a query."""
    return cursor.at("FETCH", "FIRST") or (
        cursor.at("FETCH", "NEXT") and not cursor.at("FETCH", "NEXT", "FROM")
    )


def opened_cursor(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """OPEN cursor FOR query; and where to read on."""
    cursor = Cursor(words, position + 1)
    name = cursor.take_name()
    cursor.take("NO", "SCROLL")
    if name is None or not cursor.take("FOR"):
        return None, position + 1
    if cursor.word not in {"SELECT", "WITH"}:
        return _opened_for_string(cursor, name[-1], position)
    return _query_to_end(cursor, name[-1]), cursor.position


def _opened_for_string(cursor: Cursor, name: str, position: int) -> tuple[Part, int]:
    """OPEN cursor FOR 'query': the query in the string; one that is put together is a statement to be looked into."""
    token, words = cursor.token, cursor.tokens
    following = words[cursor.position + 1] if cursor.position + 1 < cursor.end else None
    is_whole = following is None or following.text == ";" or following.word == "USING"
    if (
        token is not None
        and token.kind is Kind.STRING
        and is_whole
        and len(token.value) == len(token.text) - 2
    ):
        return Part("rows", token.start + 1, token.end - 1, name), cursor.position + 1
    while cursor.token is not None and not cursor.is_sign(";"):
        cursor.position += 1
    return Part("statement", words[position].start, words[cursor.position - 1].end), cursor.position


def fetch(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """FETCH [NEXT FROM] cursor INTO variables; and where to read on."""
    cursor = Cursor(words, position + 1)
    cursor.take_any("NEXT", "FIRST", "LAST", "PRIOR", "ALL")
    cursor.take_any("FROM", "IN")
    name = cursor.take_name()
    cursor.take("BULK", "COLLECT")
    if name is None or not cursor.take("INTO"):
        return None, position + 1
    names = _names(cursor)
    end = words[cursor.position - 1].end
    return Part("fetch", words[position].start, end, name[-1], names), cursor.position
