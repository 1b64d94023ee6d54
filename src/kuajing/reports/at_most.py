"""Lines of which a report shows the first and counts the others."""

from collections.abc import Sequence

from kuajing.reports.spans import Line
from kuajing.reports.words import Words, count


def at_most(lines: Sequence[Line], most: int, indent: int, words: Words) -> tuple[Line, ...]:
    """So many of the lines, set in from the left, then how many more there are."""
    shown = list(lines[:most])
    if len(lines) > most:
        shown.append(((words.term("report.more", (("count", count(len(lines) - most)),)), "quiet"),))
    return tuple(((" " * indent, "plain"), *line) for line in shown) if indent else tuple(shown)
