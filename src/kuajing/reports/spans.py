"""Lines of a report as spans of text with a style name each; the command line gives styles their colours."""

from collections.abc import Iterable
from typing import TypeAlias

from kuajing.reports.characters import cells, padded, wrapped

Span: TypeAlias = tuple[str, str]
Line: TypeAlias = tuple[Span, ...]

WIDTH = 100
EMPTY: Line = ()
STYLES = ("heading", "mend", "met", "notice", "place", "plain", "quiet", "unknown", "violation")


def plain_text(lines: Iterable[Line]) -> str:
    """The lines without their styles, each ended by a line feed."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def paragraph(texts: Iterable[str], indent: int, style: str = "plain") -> tuple[Line, ...]:
    """Texts under each other, wrapped and set in from the left."""
    return tuple(
        ((" " * indent, "plain"), (line, style)) for text in texts for line in wrapped(text, WIDTH - indent)
    )


def entry(
    label: str, label_width: int, indent: int, lines: Iterable[Line], style: str = "quiet"
) -> tuple[Line, ...]:
    """Lines beside a label that stands once, before the first of them."""
    blank = " " * (indent + label_width + 2)
    head = ((" " * indent, "plain"), (padded(label, label_width + 2), style))
    return tuple(
        (*(head if number == 0 else ((blank, "plain"),)), *line) for number, line in enumerate(lines)
    )


def styled(texts: Iterable[str], width: int, style: str = "plain") -> tuple[Line, ...]:
    """Texts under each other, wrapped to a width, not set in."""
    return tuple(((line, style),) for text in texts for line in wrapped(text, width))


def widest(texts: Iterable[str], most: int) -> int:
    """The width of the widest text that is not wider than `most`."""
    return max((cells(text) for text in texts if cells(text) <= most), default=0)
