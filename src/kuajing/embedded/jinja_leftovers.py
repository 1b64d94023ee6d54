"""Calls of macros that nobody knows where SQL has no place for a name or a value: they are left out, and said."""

import re
from itertools import pairwise

from kuajing.embedded.block import Note
from kuajing.embedded.jinja_expressions import tables_named
from kuajing.embedded.jinja_standing import union_of
from kuajing.embedded.markers import shown_marker, wants_more
from kuajing.embedded.placed import Placed, joined
from kuajing.embedded.sql_tokens import Token, tokens

_CALL = re.compile(r"\{\{-?\s*[\w.]+\s*\(")
_FEWEST = 3
_QUERIES = frozenset({"SELECT", "INSERT", "MERGE", "UPDATE", "DELETE", "FROM"})
_STRING = re.compile(r"['\"](\w+)['\"]")
_MARKER = re.compile(r"\{\{")


def without_leftovers(placed: Placed) -> tuple[Placed, tuple[Note, ...]]:
    """SQL without the markers that stand behind something whole, so that the rest can be read; a note for each.

    `select a {{ more_columns() }} from b` is no SQL, whatever the call puts there. A bare name may be an alias and is
    left alone, unless another marker stands ahead of it.
    """
    if _MARKER.search(placed.text) is None:
        return placed, ()
    pieces: list[Placed] = []
    notes: list[Note] = []
    end = 0
    found = tokens(placed.text)
    for before, token in pairwise(found):
        if _is_left_over(before, token) and not (token is found[-1] and _query_of(placed.text, found)):
            pieces.append(placed.part(end, token.begin))
            values = (("what", shown_marker(token.text)),)
            notes.append(Note(placed.offset(token.begin), "unread.embedded_clause", values))
            end = token.end
    last = _query_of(placed.text, found)
    if last is not None and found[-1].begin >= end:
        begin, stop = found[-1].begin, found[-1].end
        pieces += [placed.part(end, begin), placed.standing(begin, stop, last)]
        end = stop
    return (joined([*pieces, placed.part(end, len(placed.text))]) if pieces else placed), tuple(notes)


def _query_of(text: str, found: list[Token]) -> str | None:
    """The query that a call at the very end stands for, where a WITH has got no query yet."""
    if len(found) < _FEWEST or found[0].upper != "WITH" or not found[-1].text.startswith("{{"):
        return None
    if found[-2].text[:2] not in {")", "{{"} or _selects_outside(found):
        return None
    named = {token.text for token, after in pairwise(found) if after.upper == "AS"}
    parts = (name for name in _STRING.findall(found[-1].text) if name in named)
    return union_of(
        tuple(dict.fromkeys((*tables_named(found[-1].text), *parts)))
        or (text[found[-1].begin : found[-1].end],)
    )


def _selects_outside(found: list[Token]) -> bool:
    depth = 0
    for token in found:
        depth += (token.text == "(") - (token.text == ")") if token.kind == "sign" else 0
        if depth == 0 and token.upper in _QUERIES:
            return True
    return False


def _is_left_over(before: Token, token: Token) -> bool:
    if not token.text.startswith("{{") or before.end == token.begin:
        return False
    if before.text.startswith("{{"):
        return True
    return _CALL.match(token.text) is not None and not wants_more(before)
