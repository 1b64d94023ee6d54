"""Text as people see it: nothing hidden in it, its width in terminal cells, wrapped and padded by that width."""

import re
import unicodedata
from collections.abc import Iterator

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_NO_CHARACTERS = frozenset(
    map(
        chr,
        (
            *range(0xFDD0, 0xFDF0),
            *(plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)),
        ),
    )
)
_NO_SIGNS = _BLANK_LETTERS | _NO_CHARACTERS
_NEVER_FIRST = frozenset("，。、；：！？）》」』】〉”’,.;:!?)]}%…")
_NEVER_LAST = frozenset("（《「『【〈“‘([{")
_WORDS = re.compile(r"\s+|[^\s]")
_SHORT_TERM = re.compile(r"(?<=[、；：（(])[^\W_]{2,8}(?![^\W_])|[^\W_]{2,8}(?=[、）)])")
"""A short term beside a mark, such as one in a row of terms: it is not broken where it fits on a line."""
_BREAK_AFTER = frozenset("./_-,:=&?")


def visible(text: str) -> str:
    r"""The text with control, format, bidi and other invisible characters written as `\u{..}`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"\\u{{{ord(sign):x}}}" if is_hidden(sign) else sign for sign in text)


def is_hidden(sign: str) -> bool:
    """Whether a character is a control, format, bidi or blank one, or no character at all."""
    return sign in _NO_SIGNS or unicodedata.category(sign) in _HIDDEN


def cells(text: str) -> int:
    """How many terminal cells the text takes: two for east-asian wide signs, none for combining ones."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(sign: str) -> int:
    if sign.isascii():
        return 1
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def padded(text: str, width: int) -> str:
    """The text with spaces after it up to `width` cells."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most `width` cells, broken at spaces, between Chinese signs, or inside long words.

    Closing marks stay with what they close; at least one line is given.
    """
    if cells(text) <= width:
        return (text.rstrip(),)
    lines = [""]
    for piece in _pieces(text, width):
        if cells(lines[-1]) + cells(piece.rstrip()) <= width:
            lines[-1] += piece
        else:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
    lines[-1] = lines[-1].rstrip()
    return tuple(line for line in lines if line) or ("",)


def _pieces(text: str, width: int) -> Iterator[str]:
    """The parts that a line may end after, none wider than `width`."""
    piece = ""
    kept = {place for found in _SHORT_TERM.finditer(text) for place in range(found.start() + 1, found.end())}
    for match in _WORDS.finditer(text):
        sign = match[0]
        if piece and match.start() not in kept and _may_break(piece, sign):
            yield from _cut(piece, width)
            piece = ""
        piece += sign
    if piece:
        yield from _cut(piece, width)


def _may_break(before: str, sign: str) -> bool:
    last = before[-1]
    if last.isascii() and sign.isascii():
        return last.isspace() and not sign.isspace()
    if sign.isspace() or sign in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    return last.isspace() or _cells_of(last) == 2 or _cells_of(sign) == 2  # noqa: PLR2004  two cells: a wide sign


def _cut(piece: str, width: int) -> Iterator[str]:
    """A piece in parts of at most `width` cells, cut after a joint of a name where there is one."""
    while cells(piece.rstrip()) > width:
        end = _fitting(piece, width)
        joint = max((place + 1 for place in range(end) if piece[place] in _BREAK_AFTER), default=0)
        end = joint if joint > end // 3 else end
        yield piece[:end]
        piece = piece[end:]
    yield piece


def _fitting(piece: str, width: int) -> int:
    taken = 0
    for place, sign in enumerate(piece):
        taken += _cells_of(sign)
        if taken > width:
            return max(place, 1)
    return len(piece)
