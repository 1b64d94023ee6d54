"""How names, transforms and reasons of SQL are said, the same in every format: no credential of an address in them."""

import re
from collections import Counter

from kuajing.model.lineage import ColumnEdge, Fate, LineageReport, Reason, TableName
from kuajing.reports.characters import visible
from kuajing.reports.words import Words, count
from kuajing.source.credentials import without_credentials

_IS_EXPRESSION = re.compile(r"[\s()+*%<>=,]")
_LONG_NUMBER = re.compile(r"(?<![\w.])\d{6,}(?!\w)")

FATES: tuple[Fate, ...] = ("resolved", "partial", "unread", "no_movement")


def bare(text: str) -> str:
    """A name or address as it may leave, without the credentials of an address.

    A column that nobody named is called by its expression, whose long numbers may be somebody's telephone or card.
    """
    if _IS_EXPRESSION.search(text):
        text = _LONG_NUMBER.sub("?", text)
    return without_credentials(text) if "://" in text or "=" in text else text


def dotted(table: TableName) -> str:
    """The name of a table in one word; the empty name of a bare query stays empty."""
    return bare(".".join(table))


def source_column(edge: ColumnEdge) -> str:
    """The source of an edge with the fields read of it: its table, its column, and the path inside the column."""
    return ".".join(filter(None, (dotted(edge.source_table), bare(edge.source_column), edge.source_path)))


def how(edge: ColumnEdge, words: Words) -> str:
    """What happens to a value on its way, with the functions that do it and whether it may be another column's."""
    if edge.functions:
        values = (("functions", words.listed(map(visible, edge.functions))),)
        said = words.term(f"report.transform_by.{edge.transform}", values)
    else:
        said = words.term(f"report.transform.{edge.transform}")
    return words.listed((said, words.term("report.lineage.ambiguous"))) if edge.ambiguous else said


def reason_values(reason: Reason) -> tuple[tuple[str, str], ...]:
    """The values of a reason as they may leave."""
    return tuple((name, bare(value)) for name, value in reason.values)


def fates(report: LineageReport) -> dict[str, int]:
    """How many statements have each fate."""
    counted = Counter(statement.fate for statement in report.statements)
    return {fate: counted[fate] for fate in FATES}


def summary(report: LineageReport, words: Words) -> tuple[str, ...]:
    """The figures of all statements in one sentence, and of files that could not be read where there are any."""
    values = tuple((fate, count(number)) for fate, number in fates(report).items())
    whole = ("statements", count(len(report.statements)))
    said = words.sentences("report.lineage.summary", (whole, *values))
    if not report.unread:
        return said
    return (*said, *words.sentences("report.lineage.unread_files", (("count", count(len(report.unread))),)))
