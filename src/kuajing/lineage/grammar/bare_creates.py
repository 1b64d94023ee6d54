"""A view or table made from a query, without the options between its name and the query that no grammar knows."""

import re
from collections.abc import Sequence

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_KINDS = ("VIEW", "TABLE")
_BEFORE_KIND = 24
_MEANT = frozenset({"OR", "REPLACE", "TEMPORARY", "TEMP", "MATERIALIZED"})
"""Words before the kind that say something; LIVE, WINDOW and the like are ways of keeping a view."""
_QUERY = ("SELECT", "WITH", "FROM")
_CHECKED = re.compile(
    r"\bWITH\s+(?:(?:CASCADED|LOCAL)\s+)?(?:CHECK\s+OPTION(?:\s+CONSTRAINT\s+\w+)?|READ\s+ONLY)\s*;?\s*$",
    re.IGNORECASE,
)
_INK = re.compile(r"\S")


def bare_create(text: str, words: Sequence[Token]) -> str | None:
    """The statement with all options blank but the table that rows are handed on to; None for any other statement."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    checked = _CHECKED.search(text)
    if checked:
        text = text[: checked.start()] + _blank(checked.group())
    for _ in range(_BEFORE_KIND):
        if cursor.take_any(*_KINDS):
            break
        token = cursor.token
        if token is not None and token.word not in _MEANT:
            text = text[: token.start] + _blank(token.text) + text[token.end :]
        cursor.position += 1
    else:
        return None
    cursor.take("IF", "NOT", "EXISTS")
    if cursor.take_name() is None:
        return None
    cursor.take_group()
    return _without_options(text, cursor)


def _without_options(text: str, cursor: Cursor) -> str | None:
    """Blanks what stands from here to the AS before the query."""
    start = cursor.position
    kept: tuple[int, int] | None = None
    while cursor.position < cursor.end:
        if cursor.at("AS") and _opens_query(Cursor(cursor.tokens, cursor.position + 1, cursor.end)):
            break
        first = cursor.position
        if kept is None and cursor.take("TO") and cursor.take_name() is not None:
            cursor.take_group()
            kept = (cursor.tokens[first].start, cursor.tokens[cursor.position - 1].end)
        elif cursor.position == first and cursor.take_group() is None:
            cursor.position += 1
    if cursor.token is None:
        return None
    opening, closing = cursor.tokens[start].start, cursor.token.start
    if kept is None:
        return text[:opening] + _blank(text[opening:closing]) + text[closing:]
    before, after = kept
    middle = _blank(text[opening:before]) + text[before:after] + _blank(text[after:closing])
    return text[:opening] + middle + text[closing:]


def _opens_query(cursor: Cursor) -> bool:
    while cursor.take_sign("("):
        continue
    return cursor.word in _QUERY


def _blank(text: str) -> str:
    return _INK.sub(" ", text)
