"""The small signs of a picture: what each standing looks like, arrow heads, marks in circles, icons of systems."""

from dataclasses import dataclass
from html import escape

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
from kuajing.reports.system_kinds import general_kind

FONTS = "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
HEAD, HEAD_DOUBLE = 9.0, 13.0
INK, QUIET, HAIR, PAPER = "#1f2328", "#59636e", "#8c959f", "#ffffff"


@dataclass(frozen=True, slots=True)
class Look:
    """How a standing is drawn: colour, width of the line, dashes, and whether the line is double."""

    colour: str
    width: float
    dashes: str = ""
    double: bool = False


LOOKS = {
    PROHIBITED: Look("#b3261e", 5.2, double=True),
    UNMET: Look("#c24e00", 4.6, double=True),
    UNDECLARED: Look("#c24e00", 2.4, dashes="9 3 2 3"),
    UNDETERMINED: Look("#8f4a7c", 1.8, dashes="6 4"),
    MET: Look("#0068a3", 1.8),
    EXEMPT: Look("#00755a", 1.2),
    NOTHING_NAMED: Look(QUIET, 1.2),
    INSIDE: Look(HAIR, 1.1),
}


def text(x: float, y: float, words: str, size: float, colour: str = INK, more: str = "") -> str:
    """A line of text, whatever is in it harmless; `more` holds further attributes."""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}"{more}>{spoken(words)}</text>'


def spoken(words: str) -> str:
    """Text for an element or attribute."""
    return escape(visible(words))


def heads() -> str:
    """The arrow heads, one for each standing."""
    return "".join(
        f'<marker id="kuajing-{word}" viewBox="0 0 10 10" refX="0.6" refY="5" markerUnits="userSpaceOnUse"'
        f' markerWidth="{_head(look)}" markerHeight="{_head(look)}" orient="auto-start-reverse">'
        f'<path d="M0 0.8 10 5 0 9.2z" fill="{look.colour}"/></marker>'
        for word, look in LOOKS.items()
    )


def _head(look: Look) -> str:
    return f"{HEAD_DOUBLE if look.double else HEAD:g}"


def reach(standing: str) -> float:
    """How far before its box an arrow's line ends, so that the head's tip touches it."""
    return HEAD_DOUBLE if LOOKS[standing].double else HEAD


def mark(x: float, y: float, standing: str) -> str:
    """The mark of a standing in a circle: cross, question, tick, tick in a ring, bar, call, dot; told apart without colour."""
    colour = LOOKS[standing].colour
    if standing in {INSIDE, NOTHING_NAMED}:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>'
    fill, line = (PAPER, colour) if standing == EXEMPT else (colour, PAPER)
    disc = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="{fill}" stroke="{colour}" stroke-width="1.3"/>'
    shape = _SHAPES[standing].format(line=line)
    return f'{disc}<g transform="translate({x:.1f} {y:.1f})">{shape}</g>'


_STROKE = 'fill="none" stroke="{line}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"'
_SHAPES = {
    PROHIBITED: f'<path d="M-3.2 0H3.2" {_STROKE}/>',
    UNDECLARED: f'<path d="M0-3.4V.6M0 3.4v.1" {_STROKE}/>',
    UNMET: f'<path d="M-2.6-2.6 2.6 2.6M2.6-2.6-2.6 2.6" {_STROKE}/>',
    UNDETERMINED: f'<path d="M-2.1-1.7a2.1 2.1 0 1 1 3.2 1.8Q0 .7 0 1.5M0 4v.1" {_STROKE}/>',
    MET: f'<path d="M-3 .2-.9 2.5 3.2-2.4" {_STROKE}/>',
    EXEMPT: f'<path d="M-3 .2-.9 2.5 3.2-2.4" {_STROKE}/>',
}

_STORE = '<ellipse cx="8" cy="3.5" rx="6" ry="2.5"/><path d="M2 3.5v9c0 3.3 12 3.3 12 0v-9M2 8c0 3.3 12 3.3 12 0"/>'
_ICONS = {
    "database": _STORE,
    "warehouse": _STORE,
    "bucket": '<path d="M2 3.5h12l-1.6 10.2c-.2 1.4-8.6 1.4-8.8 0zM2 3.5c0-2 12-2 12 0"/>',
    "topic": '<path d="M1.5 3.5h9M1.5 8h13M1.5 12.5h9"/>',
    "application": '<rect x="1.5" y="2.5" width="13" height="11" rx="1.5"/><path d="M1.5 6h13"/>',
    "saas": '<path d="M4.5 12.5a3.2 3.2 0 0 1-.3-6.4 4 4 0 0 1 7.7-.3 3.4 3.4 0 0 1 .1 6.7z"/>',
    "model": '<circle cx="8" cy="8" r="2.2"/><path d="M8 1.5v4.3M8 10.2v4.3M1.5 8h4.3M10.2 8h4.3"/>',
    "workplace": '<circle cx="8" cy="5" r="3"/><path d="M2.5 14.5c0-6.6 11-6.6 11 0"/>',
    "file_share": '<path d="M1.5 13.5v-10h4.6l1.5 2h6.9v8z"/>',
    "party": '<path d="M2.5 14.5v-12h7v12M9.5 6.5h4v8M1 14.5h14M5 5.5h2M5 8.5h2M5 11.5h2"/>',
    "jurisdiction": '<circle cx="8" cy="8" r="6.3"/><path d="M1.7 8h12.6M8 1.7c-4.6 4-4.6 8.6 0 12.6M8 1.7c4.6 4 4.6 8.6 0 12.6"/>',
}
_ANYTHING = '<rect x="2" y="2.5" width="12" height="11" rx="2" stroke-dasharray="2.5 2"/>'


def icon(x: float, y: float, shape: str) -> str:
    """The icon of a kind of system or store, 16 wide, with its top left corner at the place given."""
    paths = _ICONS.get(general_kind(shape), _ANYTHING)
    return f'<g transform="translate({x:.1f} {y:.1f})" fill="none" stroke="{QUIET}" stroke-width="1.3">{paths}</g>'
