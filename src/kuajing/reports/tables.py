"""Tables for a terminal: columns as wide as they need, cells wrapped where that is too wide for the page."""

from collections.abc import Sequence

from kuajing.reports.characters import cells, padded, wrapped
from kuajing.reports.spans import EMPTY, WIDTH, Line, Span

Cell = tuple[str, str]
"""Text and style."""

_GAP = 2
_LONG_WORD = 14


def table(headings: Sequence[str], rows: Sequence[Sequence[Cell]], width: int = WIDTH) -> tuple[Line, ...]:
    """Headings and rows as lines within `width`, columns narrowed from the widest one down.

    Rows are set apart by an empty line where one of them takes several.
    """
    widths = _fitted(headings, rows, width - _GAP * (len(headings) - 1))
    head = _row([(heading, "quiet") for heading in headings], widths)
    body = [_row(row, widths) for row in rows]
    apart = [EMPTY] if any(len(lines) > 1 for lines in body) else []
    return tuple(head + [line for lines in body for line in (*apart, *lines)])


def _fitted(headings: Sequence[str], rows: Sequence[Sequence[Cell]], room: int) -> list[int]:
    columns = [[heading, *(row[place][0] for row in rows)] for place, heading in enumerate(headings)]
    widths = [max(map(cells, column)) for column in columns]
    least = [max(_longest_word(text) for text in column) for column in columns]
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda place: (widths[place] - least[place], place))
        if widths[widest] <= least[widest]:
            break
        widths[widest] -= 1
    return widths


def _longest_word(text: str) -> int:
    return min(max(map(cells, text.split()), default=0), _LONG_WORD)


def _row(row: Sequence[Cell], widths: Sequence[int]) -> list[Line]:
    columns = [wrapped(text, width) for (text, _), width in zip(row, widths, strict=True)]
    lines: list[Line] = []
    for number in range(max(map(len, columns))):
        spans: list[Span] = []
        for (_, style), column, width in zip(row, columns, widths, strict=True):
            text = column[number] if number < len(column) else ""
            spans.append((padded(text, width) + " " * _GAP, style))
        lines.append(tuple(spans))
    return lines
