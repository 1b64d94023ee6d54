"""Pictures as DOT text, for Graphviz and whatever else reads it."""

from collections.abc import Iterable, Iterator

from kuajing.model.standing import (
    EXEMPT,
    INSIDE,
    MET,
    NOTHING_NAMED,
    PROHIBITED,
    UNDECLARED,
    UNDETERMINED,
    UNMET,
)
from kuajing.reports.characters import visible
from kuajing.reports.diagram_model import Arrow, Box, Picture, Side, Speech
from kuajing.reports.diagram_speech import arrow_words
from kuajing.reports.svg_sections import Section, sections

_FONT = "Noto Sans CJK SC"
_LINES = {
    PROHIBITED: 'color="#b3261e:white:#b3261e", fontcolor="#b3261e", penwidth=2',
    UNMET: 'color="#c24e00:white:#c24e00", fontcolor="#c24e00", penwidth=1.6',
    UNDECLARED: 'color="#c24e00", fontcolor="#c24e00", style=dashed, penwidth=2.4',
    UNDETERMINED: 'color="#8f4a7c", fontcolor="#8f4a7c", style=dashed, penwidth=1.6',
    MET: 'color="#0068a3", fontcolor="#0068a3", penwidth=1.6',
    EXEMPT: 'color="#00755a", fontcolor="#00755a", penwidth=1',
    NOTHING_NAMED: 'color="#59636e", fontcolor="#59636e", penwidth=1.2',
    INSIDE: 'color="#8c959f", fontcolor="#59636e", penwidth=0.8',
}
_CLUSTERS = {
    Side.HOME: 'style="rounded,filled", fillcolor="#f3f7fc", color="#b6c8de"',
    Side.ABROAD: 'style="rounded,filled", fillcolor="#faf7f1", color="#d9cdb8"',
    Side.UNKNOWN: 'style="rounded,dashed", color="#8f4a7c"',
}


def dot_text(picture: Picture) -> str:
    """The picture as a directed graph with a cluster for each jurisdiction and each party in it."""
    numbers = {box.id: f"b{number}" for number, box in enumerate(picture.boxes)}
    boxes = {box.id: box for box in picture.boxes}
    sides = {box.id: box.side for box in picture.boxes}
    caption = "\n".join((picture.title, picture.subtitle, *picture.notes))
    lines = [
        "digraph kuajing {",
        f"  graph [rankdir=LR, label={quoted(caption)}, labelloc=t, fontname={quoted(_FONT)}, nodesep=0.3, ranksep=1.2]",
        f'  node [shape=box, style="rounded,filled", fillcolor=white, color="#6e7781", fontname={quoted(_FONT)}]',
        f"  edge [fontname={quoted(_FONT)}, fontsize=10]",
        *_clusters(sections(picture), boxes, numbers),
        *(_edge(arrow, numbers, sides, picture.speech) for arrow in picture.arrows),
        "}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A quoted DOT string that says the text and nothing else: no escape of DOT and no HTML is left in it."""
    lines = (visible(line).replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n"))
    return '"' + "\\n".join(lines) + '"'


def _clusters(parts: Iterable[Section], boxes: dict[str, Box], numbers: dict[str, str]) -> Iterator[str]:
    opened = ""
    for number, part in enumerate(parts):
        if part.cluster.id != opened:
            if opened:
                yield "  }"
            opened = part.cluster.id
            yield f"  subgraph cluster_{number} {{"
            yield f"    graph [label={quoted(part.cluster.title)}, {_CLUSTERS[part.side]}]"
        if part.party is not None:
            yield f"    subgraph cluster_{number}_party {{"
            yield f'      graph [label={quoted(part.party.title)}, style="rounded,dotted", color="#8c959f"]'
        yield from (_node(boxes[box], numbers) for box in part.boxes)
        if part.party is not None:
            yield "    }"
    if opened:
        yield "  }"


def _node(box: Box, numbers: dict[str, str]) -> str:
    label = "\n".join((box.title, *box.notes))
    return f"      {numbers[box.id]} [label={quoted(label)}]"


def _edge(arrow: Arrow, numbers: dict[str, str], sides: dict[str, Side], speech: Speech) -> str:
    look = _LINES[arrow.standing] if arrow.lit else 'color="#d8dee4", fontcolor="#d8dee4"'
    label = quoted("\n".join(arrow_words(arrow, sides, speech)))
    return f"  {numbers[arrow.source]} -> {numbers[arrow.target]} [label={label}, {look}]"
