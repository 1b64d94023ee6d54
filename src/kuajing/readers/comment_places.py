"""Where a comment stands in the text that it was read from, so that what people wrote there need be kept nowhere else."""

import re
from collections.abc import Iterable

# What a text may write with a sign before it: `it''s`, `\"`.
_ESCAPED = re.compile(r"([\"'\\])")
_CANDIDATES = 64
_SIGNS = 2
"""Signs that may stand between two parts of a comment, which the comment has not."""

Places = list[int]
"""Beginnings and ends in turn; what stands there, joined, is the comment."""


def places_of(comment: str, text: str, after: int) -> Places | None:
    """Where a comment stands in the text behind a place; None where it stands nowhere, or in other words."""
    begin = text.find(comment, after)
    if begin >= 0:
        return [begin, begin + len(comment)]
    first, *rest = (part for part in _ESCAPED.split(comment) if part)
    at = after - 1
    for _ in range(_CANDIDATES):
        at = text.find(first, at + 1)
        if at < 0:
            return None
        found = _from(at + len(first), rest, text)
        if found is not None:
            return [at, at + len(first), *found]
    return None


def _from(at: int, parts: Iterable[str], text: str) -> Places | None:
    """The places of parts that follow each other closely."""
    places: Places = []
    for part in parts:
        begin = text.find(part, at, at + _SIGNS + len(part))
        if begin < 0:
            return None
        at = begin + len(part)
        places += [begin, at]
    return places


def comment_at(places: Places, text: str) -> str:
    """The comment that stands at places of a text; raises ValueError where they are none."""
    bounds = [0, *places, len(text)]
    if len(places) % 2 or bounds != sorted(bounds):
        raise ValueError
    return "".join(text[begin:end] for begin, end in zip(places[::2], places[1::2], strict=True))
