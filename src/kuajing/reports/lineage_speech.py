"""How names, transforms and reasons of SQL are said, the same in every format: no credential of an address in them."""

import re
from collections import Counter

from kuajing.model.lineage import ColumnEdge, Fate, LineageReport, Reason, TableName
from kuajing.reports.characters import visible
from kuajing.reports.words import Words, count
from kuajing.source.bare_names import bare

FATES: tuple[Fate, ...] = ("resolved", "partial", "unread", "no_movement")

_BLANKS = re.compile(r"\s+")
_LONGEST = 72


def dotted(table: TableName) -> str:
    """The name of a table in one word; the empty name of a bare query stays empty."""
    return bare(".".join(table))


def source_column(edge: ColumnEdge) -> str:
    """The source of an edge with the fields read of it: its table, its column, and the path inside the column."""
    return ".".join(filter(None, (dotted(edge.source_table), bare(edge.source_column), edge.source_path)))


def how(edge: ColumnEdge, words: Words) -> str:
    """What happens to a value on its way, with the functions that do it and whether it may be another column's."""
    if edge.functions:
        values = (("functions", words.listed(map(told, edge.functions))),)
        said = words.term(f"report.transform_by.{edge.transform}", values)
    else:
        said = words.term(f"report.transform.{edge.transform}")
    return words.listed((said, words.term("report.lineage.ambiguous"))) if edge.ambiguous else said


def reason_values(reason: Reason) -> tuple[tuple[str, str], ...]:
    """The values of a reason as they may leave."""
    return tuple((name, bare(value)) for name, value in reason.values)


def told(text: str) -> str:
    """A name as people are told it: on one line, and cut where it is an expression rather than a name."""
    flat = visible(_BLANKS.sub(" ", text))
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def fates(report: LineageReport) -> dict[str, int]:
    """How many statements have each fate."""
    counted = Counter(statement.fate for statement in report.statements)
    return {fate: counted[fate] for fate in FATES}


def summary(report: LineageReport, words: Words) -> tuple[str, ...]:
    """The figures of all statements in one sentence, and of files that could not be read where there are any."""
    values = tuple((fate, count(number)) for fate, number in fates(report).items())
    whole = ("statements", count(len(report.statements)))
    said = [words.sentences("report.lineage.summary", (whole, *values))]
    for key, found in (("unread_files", report.unread), ("parts", report.parts)):
        if found:
            said.append(words.sentences(f"report.lineage.{key}", (("count", count(len(found))),)))
    return tuple(sentence for sentences in said for sentence in sentences)
