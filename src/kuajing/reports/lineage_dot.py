"""What SQL moves as a graph in DOT text: a cluster for each table, its columns in it, an edge for each movement."""

from collections.abc import Iterable, Iterator

from kuajing.model.lineage import ColumnEdge, Influence, LineageReport, TableName
from kuajing.reports.dot_text import quoted
from kuajing.reports.lineage_speech import dotted, how, summary
from kuajing.reports.words import Words, words_for
from kuajing.source.bare_names import bare

_FONT = "Noto Sans CJK SC"
_ROWS = ""
"""The name of the node that stands for the rows of a table, which no column bears."""
_LOOKS = {
    "identity": 'color="#0068a3", fontcolor="#0068a3", style=solid',
    "derived": 'color="#00755a", fontcolor="#00755a", style=bold',
    "masked": 'color="#8f4a7c", fontcolor="#8f4a7c", style=dotted, penwidth=2',
    "hashed": 'color="#5b4a9e", fontcolor="#5b4a9e", style=dotted, penwidth=3',
    "aggregated": 'color="#c24e00", fontcolor="#c24e00", style=solid, penwidth=2.5',
}
"""Colour and line of each tag; the label says it too, so that neither has to be told apart."""
_INFLUENCE = 'color="#8c959f", fontcolor="#59636e", style=dashed, arrowhead=empty'

Columns = dict[TableName, dict[str, str]]


def lineage_dot(report: LineageReport, language: str) -> str:
    """The graph of all statements; edges that several statements share are drawn once."""
    words = words_for(language, {})
    edges = sorted({edge for statement in report.statements for edge in statement.edges})
    influences = sorted({one for statement in report.statements for one in statement.influences})
    columns = _columns(report, edges, influences)
    drawn = (*_edges(edges, columns, words), *_influences(influences, columns, words))
    lines = [
        "digraph lineage {",
        f"  graph [rankdir=LR, label={quoted(' '.join(summary(report, words)))}, labelloc=t, fontname={quoted(_FONT)}]",
        f'  node [shape=box, style=filled, fillcolor=white, color="#b6c8de", height=0.3, fontname={quoted(_FONT)}]',
        f"  edge [fontname={quoted(_FONT)}, fontsize=10]",
        *_clusters(columns, words),
        *dict.fromkeys(drawn),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _columns(report: LineageReport, edges: Iterable[ColumnEdge], influences: Iterable[Influence]) -> Columns:
    """Each table with its columns in order of name and the id of each one's node."""
    named: dict[TableName, set[str]] = {}
    for edge in edges:
        named.setdefault(edge.source_table, set()).add(edge.source_column)
        named.setdefault(edge.target_table, set()).add(edge.target_column)
    for one in influences:
        named.setdefault(one.source_table, set()).add(one.source_column)
        named.setdefault(one.target_table, set()).add(_ROWS)
    for statement in report.statements:
        for table in (*statement.reads, *statement.writes):
            named.setdefault(table, set())
    return {
        table: {name: f"t{place}_c{number}" for number, name in enumerate(sorted(named[table] or {_ROWS}))}
        for place, table in enumerate(sorted(named))
    }


def _clusters(columns: Columns, words: Words) -> Iterator[str]:
    for number, (table, names) in enumerate(columns.items()):
        yield f"  subgraph cluster_{number} {{"
        title = dotted(table) or words.term("report.lineage.result")
        yield f'    graph [label={quoted(title)}, style="rounded,filled", fillcolor="#f3f7fc", color="#b6c8de"]'
        for name, node in names.items():
            look = "" if name != _ROWS else ', shape=ellipse, style="filled,dashed"'
            yield f"    {node} [label={quoted(bare(name) or '…')}{look}]"
        yield "  }"


def _edges(edges: Iterable[ColumnEdge], columns: Columns, words: Words) -> Iterator[str]:
    for edge in edges:
        source = columns[edge.source_table][edge.source_column]
        target = columns[edge.target_table][edge.target_column]
        yield f"  {source} -> {target} [label={quoted(how(edge, words))}, {_LOOKS[edge.transform]}]"


def _influences(influences: Iterable[Influence], columns: Columns, words: Words) -> Iterator[str]:
    label = quoted(words.term("report.lineage.decides_rows"))
    for one in influences:
        source, target = columns[one.source_table][one.source_column], columns[one.target_table][_ROWS]
        yield f"  {source} -> {target} [label={label}, {_INFLUENCE}]"
