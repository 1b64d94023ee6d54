"""How wide text is when drawn, guessed for common sans-serif fonts with room to spare, and wrapped to that width."""

import unicodedata
from collections.abc import Iterable

_NARROW = frozenset("fijlrtI.,:;!'|()[]{}/\\ -·")
_WIDE = frozenset("mwMW@%—…→⇢×")
_WORDS_END = frozenset(" /._-·@:,，、；。")
_SPARE = 1.04


def em(text: str) -> float:
    """The width of the text in units of its font size."""
    return sum(map(_advance, text)) * _SPARE


def _advance(sign: str) -> float:
    if sign in _NARROW:
        return 0.34
    if sign in _WIDE:
        return 0.9
    if sign.isascii():
        return 0.68 if sign.isupper() else 0.57
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(sign) in {"W", "F", "A"} else 0.62


def fitted(text: str, size: float, width: float, most_lines: int) -> tuple[str, ...]:
    """The text in lines no wider than `width`, the last one cut with an ellipsis where there is more to say."""
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most_lines:
        line = _first_line(rest, size, width)
        lines.append(line.strip())
        rest = rest[len(line) :].lstrip()
    if rest:
        lines[-1] = _cut(lines[-1], size, width)
    return tuple(lines)


def _first_line(text: str, size: float, width: float) -> str:
    """As much as fits, up to the last place where a word ends, or a wide sign does."""
    taken, good = 0.0, 0
    for index, sign in enumerate(text):
        taken += _advance(sign) * _SPARE * size
        if taken > width:
            return text[: good or max(index, 1)]
        follows_wide = (
            index + 1 < len(text) and _is_wide(text[index + 1]) and text[index + 1] not in _WORDS_END
        )
        if sign in _WORDS_END or (_is_wide(sign) and follows_wide) or (follows_wide and not _is_wide(sign)):
            good = index + 1
    return text


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in {"W", "F"}


def _cut(line: str, size: float, width: float) -> str:
    while line and em(line + "…") * size > width:
        line = line[:-1]
    return line.rstrip() + "…"


def as_many(
    things: Iterable[str], separator: str, size: float, width: float, most_lines: int
) -> tuple[str, ...]:
    """Things in a row in at most so many lines, broken between them; `+n` counts those that found no room."""
    names = tuple(things)
    for shown in range(len(names), 0, -1):
        more = len(names) - shown
        lines = _packed((*names[:shown], *((f"+{more}",) if more else ())), separator, size, width)
        if len(lines) <= most_lines:
            return lines
    return fitted(names[0], size, width, most_lines) if names else ()


def _packed(names: tuple[str, ...], separator: str, size: float, width: float) -> tuple[str, ...]:
    """Lines that end after whole things; one that is wider than a line is broken where its words are."""
    lines: list[str] = []
    for number, name in enumerate(names):
        counted = name.startswith("+")
        gap = " " if counted or separator.isascii() else ""
        joined = f"{lines[-1]}{gap}{name}" if lines else name
        mark = "" if number == len(names) - 1 or names[number + 1].startswith("+") else separator
        if lines and em(joined + mark) * size <= width:
            lines[-1] = joined + mark
        else:
            *full, last = fitted(name + mark, size, width, len(name))
            lines += [*full, last]
    return tuple(lines)
