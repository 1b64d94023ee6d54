"""Markers of template languages made harmless to a SQL parser, character for character, and put back in names.

Nothing is rendered. A marker that stands for a name becomes an identifier of the same length, one that stands
for a value becomes a string literal, a control tag becomes blanks: every offset stays what it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

FILLER = "\N{LATIN LETTER BILABIAL CLICK}"
"""The letter that stands for a sign of a marker: no SQL is written with it."""

_OPENING = re.compile(
    r"\{[%#{]|(?P<name>\$\{[^{}\n]*\}|\$\[[^\[\]\n]*\])|(?P<value>\#\{[^{}\n]*\}|%\(\w+\)s|(?<=[=(, ])%s(?!\w))"
)
_NAMED = re.compile(r"""\{\{-?\s*(?:ref|source)\s*\((?:[^()]*,)?\s*(['"])(?P<table>\w+)\1\s*\)\s*-?\}\}""")
"""A call that names its table as its last argument: the name is known without rendering anything."""
_CLOSING = {"{%": "%}", "{#": "#}", "{{": "}}"}
_CONDITIONAL = re.compile(r"/\*!\d*|/\*|\*/")
_RUN = re.compile(rf"\w*{FILLER}\w*")


@dataclass(frozen=True, slots=True)
class Neutral:
    """A text made harmless, of the same length as the original, and what each identifier in it stood for."""

    text: str
    markers: tuple[tuple[str, str], ...]

    def knowing(self, others: dict[str, str]) -> "Neutral":
        """The same text, whose names may also hold the markers met before; `others` gathers them all."""
        for stand_in, marker in self.markers:
            others.setdefault(stand_in, marker)
        return Neutral(self.text, _longest_first(others)) if others else self

    def restored(self, name: str) -> str:
        """The name with its markers as they were written; a name without any is returned as it is."""
        if FILLER not in name:
            return name
        for stand_in, marker in self.markers:
            name = name.replace(stand_in, marker).replace(stand_in.lower(), marker)
        return name


def has_marker(name: str) -> bool:
    """Whether a name of a neutral text holds a marker, so that nobody knows the real name."""
    return FILLER in name


def is_unfilled(name: str) -> bool:
    """Whether a restored name still holds a marker, other than a call that names its table."""
    return _OPENING.search(name) is not None


def neutralise(text: str, *, conditional_comments: bool) -> Neutral:
    """The text with markers replaced; `/*!40000 ... */` becomes plain SQL where the dialect runs such comments."""
    markers: dict[str, str] = {}
    if any(sign in text for sign in ("{", "$[", "%(", "%s")):
        text = "".join(_pieces(text, markers))
    if conditional_comments and ("/*!" in text or "*/" in text):
        text = _opened(text)
    return Neutral(text, _longest_first(markers))


def _longest_first(markers: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(markers.items(), key=lambda item: (-len(item[0]), item)))


def _pieces(text: str, markers: dict[str, str]) -> Iterator[str]:
    """The text piece by piece, every marker replaced and, when it stands for a name, kept in `markers`."""
    position, unclosed = 0, set[str]()
    while (match := _OPENING.search(text, position)) is not None:
        opening, end = match.group(), match.end()
        if match.lastgroup is None:
            close = -1 if opening in unclosed else text.find(_CLOSING[opening], end)
            if close < 0:
                unclosed.add(opening)
                yield text[position:end]
                position = end
                continue
            end = close + 2
        yield text[position : match.start()]
        yield _stand_in(text[match.start() : end], match.lastgroup, markers)
        position = end
    yield text[position:]


def _stand_in(marker: str, group: str | None, markers: dict[str, str]) -> str:
    """What stands for a marker, of its length."""
    if group is None and marker[:2] != "{{":
        return re.sub(r"[^\n]", " ", marker)
    if group == "value":
        return "'" + "v" * (len(marker) - 2) + "'"
    name = re.sub(r"\W", FILLER, marker)
    named = _NAMED.fullmatch(marker)
    markers.setdefault(name, named["table"] if named is not None else marker)
    return name


def _opened(text: str) -> str:
    """Conditional comments turned into what they hold, also one that opened before the text begins."""
    pieces, position, is_open, is_comment = [], 0, True, False
    for match in _CONDITIONAL.finditer(text):
        mark = match.group()
        if mark == "/*":
            is_comment = True
        elif mark == "*/" and is_comment:
            is_comment = False
        elif mark != "*/" or is_open:
            pieces += [text[position : match.start()], " " * len(mark)]
            position, is_open = match.end(), mark != "*/"
    pieces.append(text[position:])
    return "".join(pieces)
