"""What SQL moves as a table of one row for each column edge, then what stayed unresolved."""

from collections.abc import Iterator, Sequence

from kuajing.model.lineage import LineageReport
from kuajing.reports.characters import cells, padded, visible
from kuajing.reports.lineage_doubts import doubts_of
from kuajing.reports.lineage_files import files_of
from kuajing.reports.lineage_speech import dotted, how, source_column, told
from kuajing.reports.lineage_tree import part_lines, summary_lines, unread_lines
from kuajing.reports.spans import EMPTY, Line, paragraph, plain_text
from kuajing.reports.words import Words, words_for
from kuajing.source.bare_names import bare

Row = tuple[str, ...]
_HEADINGS = ("place", "from", "to", "how")
_GAP = "  "


def table_lines(report: LineageReport, language: str) -> tuple[Line, ...]:
    """The edges in columns as wide as they need, so that a row is a line for whatever reads lines."""
    words = words_for(language, {})
    headings = tuple(words.term(f"report.lineage.heading.{name}") for name in _HEADINGS)
    rows = tuple(_rows(report, words))
    doubts = tuple(_doubts(report, words))
    unread = tuple(unread_lines(report, words))
    said = tuple(summary_lines(report, words))
    table = _table(headings, rows) if rows else ()
    return tuple(line for part in (table, doubts, unread[:-1], said) if part for line in (*part, EMPTY))[:-1]


def _doubts(report: LineageReport, words: Words) -> Iterator[Line]:
    """What stayed open in each file, each doubt of a file once."""
    for file in files_of(report, whole=False):
        for doubt in (doubt for doubts in doubts_of(file.statements) for doubt in doubts.first):
            place = visible(f"{file.path}:{doubt.line}")
            for said in doubt.sentences(words):
                yield from paragraph((f"! {place}  {said}",), 0, "unknown")
        for part in file.parts:
            yield from part_lines(part, words, f"{file.path}:{part.location.line}", 0)


def table_text(report: LineageReport, language: str) -> str:
    """The table as plain text."""
    return plain_text(table_lines(report, language))


def _rows(report: LineageReport, words: Words) -> Iterator[Row]:
    result = words.term("report.lineage.result")
    for text in report.texts:
        for edge in (edge for statement in text.statements for edge in statement.edges):
            target = f"{dotted(edge.target_table) or result}.{bare(edge.target_column)}"
            place = f"{text.path}:{edge.line}:{edge.column}"
            yield (visible(place), told(source_column(edge)), told(target), how(edge, words))


def _table(headings: Row, rows: Sequence[Row]) -> tuple[Line, ...]:
    widths = [max(map(cells, column)) for column in zip(headings, *rows, strict=True)]
    return (
        ((_line(headings, widths), "quiet"),),
        *(((_line(row, widths), "plain"),) for row in rows),
    )


def _line(row: Row, widths: Sequence[int]) -> str:
    return _GAP.join(padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip()
