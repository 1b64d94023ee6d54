"""A source line with a caret under one of its columns, as wide as a terminal shows it."""

import unicodedata

_TAB = "    "
_WINDOW = 100
_CUT = "…"


def visible(text: str) -> str:
    """The text with every control, format and direction sign written out by its number."""
    return "".join(_cell(sign) for sign in text)


def caret_lines(excerpt: str, column: int) -> tuple[str, str]:
    """The line as shown and the line with the caret below `column`, which counts characters from 1.

    A wide character takes two cells, a tab four. A long line is cut to what surrounds the caret.
    """
    cells = [_TAB if sign == "\t" else _cell(sign) for sign in excerpt]
    at = min(max(column, 1) - 1, len(cells))
    begin, before = at, 0
    while begin > 0 and before + _width(cells[begin - 1]) <= _WINDOW // 2:
        begin -= 1
        before += _width(cells[begin])
    end, after = at, 0
    while end < len(cells) and after + _width(cells[end]) <= _WINDOW // 2:
        after += _width(cells[end])
        end += 1
    lead = _CUT if begin > 0 else ""
    tail = _CUT if end < len(cells) else ""
    return lead + "".join(cells[begin:end]) + tail, " " * (len(lead) + before) + "^"


def _cell(sign: str) -> str:
    hidden = unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    return f"\\u{{{ord(sign):x}}}" if hidden else sign


def _width(cell: str) -> int:
    return sum(_cells_of(sign) for sign in cell)


def _cells_of(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
