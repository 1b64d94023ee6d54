"""Where a comment stands in the text that it was read from, so that what people wrote there need be kept nowhere else.

A comment may be put together of several things that a text says of one column, its escapes undone and its lines
joined. Its places are then several, with nothing but signs of punctuation and the mask of a secret between them.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator

# What a text may write with a sign before it: `it''s`, `\"`.
_ESCAPED = re.compile(r"([\"'\\])")
_CANDIDATES = 64
_SIGNS = 2
"""Signs that may stand between two parts of a comment, which the comment has not."""
_NEAR = 1 << 14
"""How far behind its column a comment is looked for before it is looked for in the whole text."""

_LINE = "\\"
"""Says that the next place is written over several lines, or as in a string of JSON."""
_WORD = re.compile(r"\*+|[^\s\[\]:*]+")
_UNIT = re.compile(r"\s|\*+|[\[\]:]+|[^\s\[\]:*]+")
_GLUE = re.compile(r"\*\*\*|[\[\]: ]{1,8}")
_BLANKS = re.compile(r"(?:[ \t\r\n\f\v]|\\[nrtf])+")
_SPACES = re.compile(r"\s+")

Form = Callable[[str], str]
Places = list[int | str]
"""Beginnings and ends in turn; what stands there, joined, is the comment. Texts between them are glue or `_LINE`."""


def places_of(comment: str, text: str, after: int) -> Places | None:
    """Where a comment stands in the text, first behind a place; None where it stands nowhere, or in other words."""
    for begin, end in ((after, after + _NEAR), (0, len(text))):
        at = text.find(comment, begin, end)
        if at >= 0:
            return [at, at + len(comment)]
        places = _parted(comment, text, begin, end) or _put_together(comment, text, begin, end)
        if places is not None:
            return places
    return None


def comment_at(places: Places, text: str) -> str:
    """The comment that stands at places of a text; raises ValueError or TypeError where they are none."""
    said: list[str] = []
    rest = iter(places)
    for place in rest:
        if place == _LINE:
            said.append(_in_line(_between(next(rest, None), next(rest, None), text)))
        elif isinstance(place, str):
            if _GLUE.fullmatch(place) is None:
                raise ValueError
            said.append(place)
        else:
            said.append(_between(place, next(rest, None), text))
    return "".join(said)


def _between(begin: int | str | None, end: int | str | None, text: str) -> str:
    if type(begin) is not int or type(end) is not int:
        raise TypeError
    if not 0 <= begin <= end <= len(text):
        raise ValueError
    return text[begin:end]


def _in_line(written: str) -> str:
    """What is written, with its escapes undone and on one line."""
    if "\\" in written:
        written = str(json.loads(f'"{written}"', strict=False))
    return _SPACES.sub(" ", written)


def _parted(comment: str, text: str, begin: int, end: int) -> Places | None:
    """The places of a comment in which the text has signs before some others."""
    if _ESCAPED.search(comment) is None:
        return None
    first, *rest = (part for part in _ESCAPED.split(comment) if part)
    for at in _found(first, text, begin, end):
        found = _from(at + len(first), rest, text)
        if found is not None:
            return [at, at + len(first), *found]
    return None


def _found(part: str, text: str, begin: int, end: int) -> Iterator[int]:
    """Where a part stands, as often as is worth looking."""
    at = begin - 1
    for _ in range(_CANDIDATES):
        at = text.find(part, at + 1, end)
        if at < 0:
            return
        yield at


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


def _put_together(comment: str, text: str, begin: int, end: int) -> Places | None:
    """The places of the parts of a comment, each as long as it goes; None where a word of it stands nowhere."""
    places: Places = []
    at, behind = 0, begin
    while at < len(comment):
        glue = _GLUE.match(comment, at)
        if glue is not None:
            places.append(glue.group())
            at = glue.end()
            continue
        piece = _longest(comment, at, text, behind, end) or _longest(comment, at, text, begin, behind)
        if piece is None:
            return None
        said, first, behind = piece
        places += [first, behind] if text[first:behind] == comment[at:said] else [_LINE, first, behind]
        at = said
    try:
        return places if comment_at(places, text) == comment else None
    except ValueError:
        return None


def _longest(comment: str, at: int, text: str, begin: int, end: int) -> tuple[int, int, int] | None:
    """The longest piece that says what the comment does from a place on: its end there, its beginning and end here."""
    word = _WORD.match(comment, at)
    if word is None:
        return None
    best: tuple[int, int, int] | None = None
    for form in _FORMS:
        if best is not None and form(word.group()) == word.group():
            continue  # written alike in every form
        for first in _found(form(word.group()), text, begin, end):
            said, last = _going_on(comment, at, text, first, form)
            if best is None or said > best[0]:
                best = said, first, last
            if said == len(comment):
                return best
    return best


def _going_on(comment: str, at: int, text: str, first: int, form: Form) -> tuple[int, int]:
    """How far a text says what a comment does: the ends in both."""
    ends = at, first
    here = first
    for unit in _UNIT.finditer(comment, at):
        if unit.group() == " ":
            found = _BLANKS.match(text, here)
            if found is None:
                break
            here = found.end()
            continue
        written = form(unit.group())
        if not text.startswith(written, here):
            break
        here += len(written)
        ends = unit.end(), here
    return ends


def _as_it_is(part: str) -> str:
    return part


def _in_json(part: str) -> str:
    return json.dumps(part, ensure_ascii=False)[1:-1]


def _in_ascii(part: str) -> str:
    return json.dumps(part)[1:-1]


_FORMS: tuple[Form, ...] = (_as_it_is, _in_json, _in_ascii)
