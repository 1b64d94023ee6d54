"""What SQL moves, for people: under each statement its columns with their sources, and what stayed unresolved."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kuajing.model.lineage import ColumnEdge, LineageReport, ReadText, Statement
from kuajing.reports.characters import padded, visible
from kuajing.reports.lineage_speech import dotted, how, reason_values, source_column, summary
from kuajing.reports.spans import EMPTY, WIDTH, Line, paragraph, plain_text, styled, widest
from kuajing.reports.words import Words, words_for
from kuajing.source.bare_names import bare

_INDENT = 2
_LABEL = 36
_STYLES = {"resolved": "met", "partial": "unknown", "unread": "unknown", "no_movement": "quiet"}


def tree_lines(report: LineageReport, language: str) -> tuple[Line, ...]:
    """The report in `en`, `zh` or `both`, as lines of spans."""
    words = words_for(language, {})
    return tuple(
        line
        for block in (*_texts(report.texts, words), (*unread_lines(report, words),), _summary(report, words))
        if block
        for line in block
    )


def tree_text(report: LineageReport, language: str) -> str:
    """The report as plain text."""
    return plain_text(tree_lines(report, language))


def unread_lines(report: LineageReport, words: Words) -> Iterator[Line]:
    """The files that could not be read, each with the reason."""
    for one in report.unread:
        yield ((visible(one.location.path), "place"),)
        yield from paragraph(words.sentences(one.reason, one.values), _INDENT, "unknown")
        yield EMPTY


def reason_lines(path: str, statement: Statement, words: Words, indent: int) -> Iterator[Line]:
    """What stayed unresolved in a statement, each reason with its line."""
    for reason in statement.reasons:
        place = visible(f"{path}:{reason.line}")
        for said in words.sentences(reason.key, reason_values(reason)):
            yield from paragraph((f"! {place}  {said}",), indent, "unknown")


def _summary(report: LineageReport, words: Words) -> tuple[Line, ...]:
    return paragraph(summary(report, words), 0, "heading")


def _texts(texts: Iterable[ReadText], words: Words) -> Iterator[tuple[Line, ...]]:
    for text in texts:
        for statement in text.statements:
            yield (*_statement(text.path, statement, words), EMPTY)


def _statement(path: str, statement: Statement, words: Words) -> Iterator[Line]:
    yield _head(path, statement, words)
    yield from _columns(statement, words)
    yield from _influences(statement, words)
    yield from _endpoints(statement, words)
    yield from reason_lines(path, statement, words, _INDENT)


def _head(path: str, statement: Statement, words: Words) -> Line:
    reads = words.listed(visible(dotted(table)) for table in statement.reads)
    writes = words.listed(visible(dotted(table)) for table in statement.writes)
    moved = ""
    if reads or writes:
        nothing = words.term("report.lineage.nothing_read")
        result = words.term("report.lineage.result") if statement.edges else nothing
        moved = f"{reads or nothing} -> {writes or result}  "
    return (
        (visible(f"{path}:{statement.line}"), "place"),
        (f"  {visible(statement.kind)}  ", "heading"),
        (moved, "plain"),
        (words.term(f"report.lineage.fate.{statement.fate}"), _STYLES[statement.fate]),
    )


def _columns(statement: Statement, words: Words) -> Iterator[Line]:
    by_target: dict[str, list[ColumnEdge]] = defaultdict(list)
    for edge in statement.edges:
        by_target[_target(edge, statement)].append(edge)
    room = widest(by_target, _LABEL)
    for target, edges in by_target.items():
        for number, edge in enumerate(edges):
            label = padded(target if number == 0 else "", room)
            yield from _row(label, "<-", f"{visible(source_column(edge))}  {how(edge, words)}")


def _target(edge: ColumnEdge, statement: Statement) -> str:
    """The target column alone where the statement writes one table, else with its table."""
    several = len({one.target_table for one in statement.edges}) > 1
    table = dotted(edge.target_table) if several else ""
    return visible(".".join(filter(None, (table, bare(edge.target_column)))))


def _influences(statement: Statement, words: Words) -> Iterator[Line]:
    several = len({one.target_table for one in statement.influences}) > 1
    by_target: dict[str, set[str]] = defaultdict(set)
    for one in statement.influences:
        target = dotted(one.target_table) if several else ""
        by_target[target].add(f"{dotted(one.source_table)}.{bare(one.source_column)}")
    for target, columns in by_target.items():
        label = " ".join(filter(None, (visible(target), words.term("report.lineage.chosen_by"))))
        yield from _row(label, "<~", words.listed(map(visible, sorted(columns))))


def _endpoints(statement: Statement, words: Words) -> Iterator[Line]:
    for one in statement.endpoints:
        sign = "=>" if one.direction == "out" else "<="
        label = f"{visible(dotted(one.table))} {words.term(f'report.lineage.{one.direction}')}"
        address = " ".join(filter(None, (one.kind, bare(one.address), one.region)))
        yield from _row(label, sign, visible(address))


def _row(label: str, sign: str, text: str) -> Iterator[Line]:
    """A label, a sign and what stands beside them; a text that is too long goes on below itself."""
    head = f"{' ' * _INDENT}{label} "
    room = max(WIDTH - len(head) - len(sign) - 1, WIDTH // 3)
    for number, line in enumerate(styled((text,), room)):
        shown = (head, sign) if number == 0 else (" " * len(head), " " * len(sign))
        yield ((shown[0], "plain"), (f"{shown[1]} ", "quiet"), *line)
