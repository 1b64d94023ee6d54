"""Tables for a terminal: columns as wide as they need, cells wrapped where that is too wide; each row with a caption."""

import re
from collections.abc import Sequence

from kuajing.reports.characters import cells, padded, wrapped
from kuajing.reports.spans import EMPTY, Line, Span

Cell = tuple[str, str]
"""Text and style."""

_GAP = 2
_SET_IN = "  "
_LONG_WORDS = (18, 14, 10, 6)
"""Words as long as this are kept whole where the page has room for it, then shorter ones only."""

_WORDS = re.compile(r"[^\s、；，：]+[、；，：]?")


def table(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]], width: int, captions: Sequence[Span]
) -> tuple[Line, ...]:
    """Headings and rows as lines within `width`, columns narrowed from the widest one down.

    Each row has a caption that stands above it over the whole width; the row is set in below it.
    """
    widths = _fitted(headings, rows, width - len(_SET_IN) - _GAP * (len(headings) - 1))
    lines = _row([(heading, "quiet") for heading in headings], widths)
    for caption, row in zip(captions, rows, strict=True):
        lines += [EMPTY, *(((part, caption[1]),) for part in wrapped(caption[0], width)), *_row(row, widths)]
    return tuple(lines)


def _fitted(headings: Sequence[str], rows: Sequence[Sequence[Cell]], room: int) -> list[int]:
    """Widths that fit: the widest column gives way first, none below its longest word."""
    columns = [[heading, *(row[place][0] for row in rows)] for place, heading in enumerate(headings)]
    widths = [max(map(cells, column)) for column in columns]
    longest = [max(map(_longest_word, column)) for column in columns]
    for most in _LONG_WORDS:
        least = [min(word, most) for word in longest]
        while sum(widths) > room:
            wider = [place for place, width in enumerate(widths) if width > least[place]]
            if not wider:
                break
            widths[max(wider, key=lambda place: (widths[place], place))] -= 1
    return widths


def _longest_word(text: str) -> int:
    return max(map(cells, _WORDS.findall(text)), default=0)


def _row(row: Sequence[Cell], widths: Sequence[int]) -> list[Line]:
    columns = [wrapped(text, width) for (text, _), width in zip(row, widths, strict=True)]
    lines: list[Line] = []
    for number in range(max(map(len, columns))):
        spans: list[Span] = []
        for (_, style), column, width in zip(row, columns, widths, strict=True):
            text = column[number] if number < len(column) else ""
            spans.append((padded(text, width) + " " * _GAP, style))
        lines.append(((_SET_IN, "plain"), *spans))
    return lines
