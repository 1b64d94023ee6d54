"""Pictures as Mermaid text, for pull requests and wikis; never larger than what those agree to draw."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kuajing.model.standing import (
    EXEMPT,
    INSIDE,
    MET,
    NOTHING_NAMED,
    PROHIBITED,
    STANDINGS,
    UNDECLARED,
    UNDETERMINED,
    UNMET,
)
from kuajing.reports.characters import visible
from kuajing.reports.diagram_model import Arrow, Box, Level, Picture, Side, Speech, coarser
from kuajing.reports.diagram_speech import arrow_words
from kuajing.reports.svg_sections import Section, sections

MOST_ARROWS = 100
MOST_CHARACTERS = 40_000
_LINKS = {PROHIBITED: "==>", UNMET: "==>", UNDECLARED: "-.->", UNDETERMINED: "-.->"}
_STYLES = {
    PROHIBITED: "stroke:#b3261e,stroke-width:4px",
    UNMET: "stroke:#c24e00,stroke-width:3px",
    UNDECLARED: "stroke:#c24e00,stroke-width:3px",
    UNDETERMINED: "stroke:#8f4a7c,stroke-width:2px",
    MET: "stroke:#0068a3,stroke-width:2px",
    EXEMPT: "stroke:#00755a,stroke-width:1px",
    NOTHING_NAMED: "stroke:#59636e,stroke-width:1px",
    INSIDE: "stroke:#8c959f,stroke-width:1px",
}
_FRAMES = {
    Side.HOME: "fill:#f3f7fc,stroke:#b6c8de",
    Side.ABROAD: "fill:#faf7f1,stroke:#d9cdb8",
    Side.UNKNOWN: "fill:#fbf7fa,stroke:#8f4a7c,stroke-dasharray:7 5",
}
_ESCAPED = {sign: f"#{ord(sign)};" for sign in '"#&<>`%\\[]{}|;@*_~'}


def mermaid_text(picture: Picture) -> str:
    """The picture as a flowchart of at most 100 arrows: the level rises first, then the least grave ones are counted."""
    drawn = picture
    while _is_too_large(drawn) and drawn.level is not Level.JURISDICTION:
        drawn = coarser(drawn)
    kept = drawn.arrows
    while _is_too_large(replace(drawn, arrows=kept)):
        kept = _gravest(kept, min(MOST_ARROWS, len(kept) - 1))
    return _text(replace(drawn, arrows=kept), len(drawn.arrows) - len(kept))


def _is_too_large(picture: Picture) -> bool:
    return len(picture.arrows) > MOST_ARROWS or len(_text(picture, 0)) > MOST_CHARACTERS


def _gravest(arrows: tuple[Arrow, ...], number: int) -> tuple[Arrow, ...]:
    order = sorted(range(len(arrows)), key=lambda place: (STANDINGS.index(arrows[place].standing), place))
    return tuple(arrows[place] for place in sorted(order[:number]))


def _text(picture: Picture, cut: int) -> str:
    numbers = {box.id: f"b{number}" for number, box in enumerate(picture.boxes)}
    boxes = {box.id: box for box in picture.boxes}
    sides = {box.id: box.side for box in picture.boxes}
    notes = (*picture.notes, *((picture.speech.more(cut),) if cut else ()))
    lines = [
        "flowchart LR",
        f"  accTitle: {escaped(picture.title)}",
        "  classDef default fill:#ffffff,stroke:#6e7781,color:#1f2328",
        *_groups(sections(picture), boxes, numbers),
        *(_link(arrow, numbers, sides, picture.speech) for arrow in picture.arrows),
        *_styles(picture.arrows),
        *_frames(sections(picture)),
        *(f'  note{number}["{escaped(note)}"]:::note' for number, note in enumerate(notes)),
        *(["  classDef note fill:none,stroke:none,color:#59636e"] if notes else []),
    ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text that stays text inside quotes: what Mermaid, Markdown or HTML would read is written as its number."""
    return "".join(_ESCAPED.get(sign, sign) for sign in visible(text))


def _groups(parts: Iterable[Section], boxes: dict[str, Box], numbers: dict[str, str]) -> Iterator[str]:
    opened = ""
    for number, part in enumerate(parts):
        if part.cluster.id != opened:
            if opened:
                yield "  end"
            opened = part.cluster.id
            yield f'  subgraph c{number}["{escaped(part.cluster.title)}"]'
        if part.party is not None:
            yield f'    subgraph p{number}["{escaped(part.party.title)}"]'
        for box in part.boxes:
            label = "<br/>".join(map(escaped, (boxes[box].title, *boxes[box].notes)))
            yield f'      {numbers[box]}["{label}"]'
        if part.party is not None:
            yield "    end"
    if opened:
        yield "  end"


def _frames(parts: Iterable[Section]) -> Iterator[str]:
    opened = ""
    for number, part in enumerate(parts):
        if part.cluster.id != opened:
            opened = part.cluster.id
            yield f"  style c{number} {_FRAMES[part.side]},color:#1f2328"
        if part.party is not None:
            yield f"  style p{number} fill:none,stroke:#8c959f,stroke-dasharray:2 3,color:#59636e"


def _link(arrow: Arrow, numbers: dict[str, str], sides: dict[str, Side], speech: Speech) -> str:
    words = "<br/>".join(escaped(line) for line in arrow_words(arrow, sides, speech) if line)
    label = f'|"{words}"|' if words else ""
    link = _LINKS.get(arrow.standing, "-->")
    return f"  {numbers[arrow.source]} {link}{label} {numbers[arrow.target]}"


def _styles(arrows: tuple[Arrow, ...]) -> Iterator[str]:
    for standing in STANDINGS:
        numbers = ",".join(str(number) for number, arrow in enumerate(arrows) if arrow.standing == standing)
        if numbers:
            yield f"  linkStyle {numbers} {_STYLES[standing]}"
