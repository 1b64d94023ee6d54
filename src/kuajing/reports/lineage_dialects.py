"""How the statements of each dialect fared, for people and for machines."""

from collections import Counter
from collections.abc import Iterator

from kuajing.model.lineage import LineageReport
from kuajing.reports.characters import cells, padded
from kuajing.reports.lineage_speech import FATES
from kuajing.reports.spans import Line
from kuajing.reports.words import Words, count

_GAP = 2
_INDENT = 2


def by_dialect(report: LineageReport) -> dict[str | None, dict[str, int]]:
    """For each dialect, in order of its name and last the texts that show none, how many statements have each fate."""
    counted: dict[str | None, Counter[str]] = {}
    for text in report.texts:
        counted.setdefault(text.dialect, Counter()).update(statement.fate for statement in text.statements)
    names = sorted(counted, key=lambda name: (name is None, name or ""))
    return {name: {fate: counted[name][fate] for fate in FATES} for name in names if counted[name].total()}


def dialect_lines(report: LineageReport, words: Words) -> Iterator[Line]:
    """A small table, a row for each dialect; nothing where there is only one."""
    found = by_dialect(report)
    if len(found) < len(("one", "another")):
        return
    heads = (
        *(words.term(f"report.lineage.heading.{name}") for name in ("dialect", "statements")),
        *(words.term(f"report.lineage.fate.{fate}") for fate in FATES),
    )
    rows = [
        (
            name or words.term("report.lineage.no_dialect"),
            count(sum(fates.values())),
            *map(count, fates.values()),
        )
        for name, fates in found.items()
    ]
    widths = [max(map(cells, column)) for column in zip(heads, *rows, strict=True)]
    for number, row in enumerate((heads, *rows)):
        first = padded(row[0], widths[0])
        figures = (
            f"{' ' * (width - cells(cell))}{cell}" for cell, width in zip(row[1:], widths[1:], strict=True)
        )
        shown = (" " * _GAP).join((first, *figures))
        yield ((" " * _INDENT, "plain"), (shown, "plain" if number else "quiet"))
