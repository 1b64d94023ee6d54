"""What SQL moves, for people: under each statement its columns with their sources, and what stayed unresolved."""

from collections import defaultdict
from collections.abc import Iterator

from kuajing.model.lineage import ColumnEdge, LineageReport, Statement
from kuajing.reports.characters import cells, padded, visible
from kuajing.reports.lineage_dialects import dialect_lines
from kuajing.reports.lineage_doubts import Doubts, doubts_of
from kuajing.reports.lineage_files import FileRead, files_of
from kuajing.reports.lineage_speech import dotted, how, source_column, summary, told
from kuajing.reports.spans import EMPTY, WIDTH, Line, paragraph, plain_text, styled, widest
from kuajing.reports.words import Words, words_for
from kuajing.source.bare_names import bare
from kuajing.source.text import Unread

_INDENT = 2
_INSIDE = 4
_LABEL = 36
_STYLES = {"resolved": "met", "partial": "unknown", "unread": "unknown", "no_movement": "quiet"}


def tree_lines(report: LineageReport, language: str, *, whole: bool = False) -> tuple[Line, ...]:
    """The report in `en`, `zh` or `both`, as lines of spans.

    Statements that move nothing and leave nothing open are only counted, unless `whole` asks for them.
    """
    words = words_for(language, {})
    return (
        *(line for file in files_of(report, whole=whole) for line in _file(file, words, whole=whole)),
        *unread_lines(report, words),
        *summary_lines(report, words),
    )


def tree_text(report: LineageReport, language: str, *, whole: bool = False) -> str:
    """The report as plain text."""
    return plain_text(tree_lines(report, language, whole=whole))


def unread_lines(report: LineageReport, words: Words) -> Iterator[Line]:
    """The files that could not be read, each with the reason."""
    for one in report.unread:
        place = one.location
        yield ((visible(f"{place.path}:{place.line}" if place.line > 1 else place.path), "place"),)
        yield from paragraph(words.sentences(one.reason, one.values), _INDENT, "unknown")
        yield EMPTY


def summary_lines(report: LineageReport, words: Words) -> Iterator[Line]:
    """The figures of all statements, and of each dialect where there are several."""
    yield from paragraph(summary(report, words), 0, "heading")
    if not report.statements and not report.unread:
        yield from paragraph(words.sentences("report.lineage.none"), 0, "unknown")
    yield from dialect_lines(report, words)


def part_lines(part: Unread, words: Words, place: str, indent: int) -> Iterator[Line]:
    """A place of a file that was not looked through."""
    for said in words.sentences(part.reason, part.values):
        yield from paragraph((f"! {visible(place)}  {said}",), indent, "unknown")


def _file(file: FileRead, words: Words, *, whole: bool) -> Iterator[Line]:
    """The heading of a file and its statements, with a blank line behind each."""
    dialects = words.listed(map(visible, file.dialects))
    yield ((visible(file.path), "place"), (f"  {dialects}" if dialects else "", "quiet"))
    for statement, doubts in zip(file.statements, doubts_of(file.statements), strict=True):
        if not whole and doubts.elsewhere and not (doubts.first or statement.reads or statement.writes):
            continue  # it was counted where its doubts are told
        yield from _statement(statement, doubts, words)
        yield EMPTY
    for part in file.parts:
        yield from part_lines(part, words, str(part.location.line), _INDENT)
    if file.parts:
        yield EMPTY


def _statement(statement: Statement, doubts: Doubts, words: Words) -> Iterator[Line]:
    yield from _head(statement, words)
    yield from _columns(statement, words)
    yield from _influences(statement, words)
    yield from _endpoints(statement, words)
    for doubt in doubts.first:
        for said in doubt.sentences(words):
            yield from paragraph((f"! {doubt.line}  {said}",), _INSIDE, "unknown")
    if doubts.elsewhere:
        lines = words.listed(map(str, doubts.elsewhere))
        for said in words.sentences("report.lineage.told_at", (("lines", lines),)):
            yield from paragraph((f"! {said}",), _INSIDE, "unknown")


def _head(statement: Statement, words: Words) -> Iterator[Line]:
    """Where a statement stands, what it is, from which tables to which, and how it fared; below itself where it is long."""
    moved = _moved(statement, words)
    fate = words.term(f"report.lineage.fate.{statement.fate}")
    start = ((f"{' ' * _INDENT}{statement.line}", "place"), (f"  {visible(statement.kind)}  ", "heading"))
    is_long = sum(cells(text) for text, _ in start) + cells(moved) + cells(fate) + 2 > WIDTH
    between = "" if is_long or not moved else f"{moved}  "
    yield (*start, (between, "plain"), (fate, _STYLES[statement.fate]))
    if is_long:
        yield from paragraph((moved,), _INSIDE)


def _moved(statement: Statement, words: Words) -> str:
    reads = words.listed(told(dotted(table)) for table in statement.reads)
    writes = words.listed(told(dotted(table)) for table in statement.writes)
    if not (reads or writes):
        return ""
    nothing = words.term("report.lineage.nothing_read")
    result = words.term("report.lineage.result") if statement.edges else nothing
    return f"{reads or nothing} -> {writes or result}"


def _columns(statement: Statement, words: Words) -> Iterator[Line]:
    by_target: dict[str, list[ColumnEdge]] = defaultdict(list)
    for edge in statement.edges:
        by_target[_target(edge, statement)].append(edge)
    room = widest(by_target, _LABEL)
    for target, edges in by_target.items():
        for number, edge in enumerate(edges):
            # A label that is wider than the column of labels stands above its sources.
            if number == 0 and cells(target) > room:
                yield ((" " * _INSIDE, "plain"), (target, "plain"))
            label = padded(target if number == 0 and cells(target) <= room else "", room)
            yield from _row(label, "<-", f"{told(source_column(edge))}  {how(edge, words)}")


def _target(edge: ColumnEdge, statement: Statement) -> str:
    """The target column alone where the statement writes one table, else with its table."""
    several = len({one.target_table for one in statement.edges}) > 1
    table = dotted(edge.target_table) if several else ""
    return told(".".join(filter(None, (table, bare(edge.target_column)))))


def _influences(statement: Statement, words: Words) -> Iterator[Line]:
    several = len({one.target_table for one in statement.influences}) > 1
    by_target: dict[str, set[str]] = defaultdict(set)
    for one in statement.influences:
        target = dotted(one.target_table) if several else ""
        by_target[target].add(f"{dotted(one.source_table)}.{bare(one.source_column)}")
    for target, columns in by_target.items():
        label = " ".join(filter(None, (told(target), words.term("report.lineage.chosen_by"))))
        yield from _row(label, "<~", words.listed(map(told, sorted(columns))))


def _endpoints(statement: Statement, words: Words) -> Iterator[Line]:
    for one in statement.endpoints:
        sign = "=>" if one.direction == "out" else "<="
        label = f"{told(dotted(one.table))} {words.term(f'report.lineage.{one.direction}')}"
        address = " ".join(filter(None, (one.kind, bare(one.address), one.region)))
        yield from _row(label, sign, visible(address))


def _row(label: str, sign: str, text: str) -> Iterator[Line]:
    """A label, a sign and what stands beside them; a text that is too long goes on below itself."""
    head = f"{' ' * _INSIDE}{label} "
    room = max(WIDTH - len(head) - len(sign) - 1, WIDTH // 3)
    for number, line in enumerate(styled((text,), room)):
        shown = (head, sign) if number == 0 else (" " * len(head), " " * len(sign))
        yield ((shown[0], "plain"), (f"{shown[1]} ", "quiet"), *line)
