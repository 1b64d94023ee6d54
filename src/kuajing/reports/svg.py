"""Pictures as SVG of our own making: the mainland on the left, the border as a line with gates, what is abroad right."""

from kuajing import __version__
from kuajing.reports.diagram_model import Box, Picture, Side
from kuajing.reports.svg_arrows import arrows, labels
from kuajing.reports.svg_faces import (
    GATE_LINE,
    GATE_SIZE,
    GATE_WIDTH,
    ICON,
    NOTE_LINE,
    NOTE_SIZE,
    SIDE_PAD,
    SIGN_LINE,
    TITLE_LINE,
    TITLE_SIZE,
    Face,
)
from kuajing.reports.svg_frames import Frame
from kuajing.reports.svg_layers import Chain
from kuajing.reports.svg_marks import FONTS, HAIR, INK, LOOKS, PAPER, QUIET, heads, icon, mark, spoken, text
from kuajing.reports.svg_measure import em, fitted
from kuajing.reports.svg_place import Plan, plan

_MARGIN, _TOP = 28.0, 112.0
_LEAST_WIDTH = 760.0
_TITLE = 21.0
_RECEDED = ' opacity="0.28"'
_FILLS = {Side.HOME: "#f3f7fc", Side.ABROAD: "#faf7f1", Side.UNKNOWN: "url(#kuajing-hatch)"}
_EDGES = {Side.HOME: "#b6c8de", Side.ABROAD: "#d9cdb8", Side.UNKNOWN: "#8f4a7c"}


def svg_text(picture: Picture) -> str:
    """The picture as an SVG document: no script, no reference, every text escaped."""
    placed = plan(picture, _TOP, _MARGIN)
    foot, height = _foot(picture, placed)
    width = max(placed.right + _MARGIN, _LEAST_WIDTH)
    body = (
        _head(picture, width),
        *(_cluster(frame) for frame in placed.clusters),
        *(_party(frame) for frame in placed.parties),
        _border(picture, placed),
        arrows(placed),
        labels(placed, picture.speech),
        *(_party_title(frame) for frame in placed.parties),
        *(_box(box, placed, is_lit=_is_lit(box, picture)) for box in picture.boxes),
        *(_sign(node, chain, placed) for node, chain in placed.layers.signs.items()),
        *(_gate(node, chain, placed, picture) for node, chain in placed.layers.gates.items()),
        foot,
    )
    return "\n".join((_opening(picture, width, height), *(part for part in body if part), "</svg>")) + "\n"


def _opening(picture: Picture, width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
        f' viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-labelledby="kuajing-title kuajing-desc"'
        f' font-family="{FONTS}">\n'
        f'<title id="kuajing-title">{spoken(picture.title)}</title>\n'
        f'<desc id="kuajing-desc">{spoken(_description(picture))}</desc>\n'
        f"<defs>{heads()}"
        '<pattern id="kuajing-hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="9" height="9" fill="#fbf7fa"/><path d="M0 0V9" stroke="#e6d5e1" stroke-width="3"/></pattern>'
        "</defs>\n"
        f'<rect x="0.5" y="0.5" width="{width - 1:.0f}" height="{height - 1:.0f}" rx="14" fill="{PAPER}" stroke="#d0d7de"/>'
    )


def _description(picture: Picture) -> str:
    """Every arrow in words, for those who hear the picture."""
    titles = {box.id: f"{box.title} ({box.cluster.title})" for box in picture.boxes}
    return "; ".join(
        f"{titles[arrow.source]} → {titles[arrow.target]}: {picture.speech.listed(arrow.categories)}"
        f" [{picture.speech.standings[arrow.standing]}]"
        for arrow in picture.arrows
    )


def _head(picture: Picture, width: float) -> str:
    title = fitted(picture.title, _TITLE, width - 2 * _MARGIN, 1)[0]
    return text(_MARGIN, 42, title, _TITLE, more=' font-weight="600"') + text(
        _MARGIN, 64, picture.subtitle, 12, QUIET
    )


def _cluster(frame: Frame) -> str:
    side = frame.section.side
    dashes = ' stroke-dasharray="7 5"' if side is Side.UNKNOWN else ""
    return (
        f'<rect x="{frame.left:.1f}" y="{frame.top:.1f}" width="{frame.right - frame.left:.1f}"'
        f' height="{frame.bottom - frame.top:.1f}" rx="12" fill="{_FILLS[side]}" stroke="{_EDGES[side]}"'
        f' stroke-width="1.4"{dashes}/>'
        + text(frame.left + 14, frame.top + 23, frame.section.cluster.title, 14, more=' font-weight="600"')
    )


def _party(frame: Frame) -> str:
    if frame.alone:
        return ""
    return (
        f'<rect x="{frame.left:.1f}" y="{frame.top:.1f}" width="{frame.right - frame.left:.1f}"'
        f' height="{frame.bottom - frame.top:.1f}" rx="8" fill="{PAPER}" fill-opacity="0.55" stroke="{HAIR}"'
        ' stroke-width="1" stroke-dasharray="1.5 3" stroke-linecap="round"/>'
    )


def _party_title(frame: Frame) -> str:
    party = frame.section.party
    title = "" if party is None else fitted(party.title, 11, frame.right - frame.left - 20, 1)[0]
    halo = f' stroke="{PAPER}" stroke-width="3" paint-order="stroke"'
    return text(
        frame.left + (0 if frame.alone else 10),
        frame.top + (6 if frame.alone else 17),
        title,
        11,
        QUIET,
        halo,
    )


def _border(picture: Picture, placed: Plan) -> str:
    column = placed.layers.border
    x = placed.left[column] + placed.width[column] / 2
    return (
        f'<path d="M{x:.1f} {placed.top - 10:.1f}V{placed.bottom + 10:.1f}" stroke="#b3261e" stroke-width="2.4"'
        ' stroke-dasharray="14 5 3 5" fill="none"/>'
        + text(
            x,
            placed.top - 18,
            picture.speech.border,
            12,
            "#b3261e",
            ' text-anchor="middle" font-weight="600"',
        )
    )


def _is_lit(box: Box, picture: Picture) -> bool:
    if all(arrow.lit for arrow in picture.arrows):
        return True
    return any(arrow.lit and box.id in {arrow.source, arrow.target} for arrow in picture.arrows)


def _box(box: Box, placed: Plan, *, is_lit: bool) -> str:
    face = placed.faces[box.id]
    x, top = placed.left[placed.layers.column[box.id]], placed.y[box.id] - face.height / 2
    content = len(face.title) * TITLE_LINE + len(face.note) * NOTE_LINE
    y = placed.y[box.id] - content / 2
    lines = "".join(
        text(x + ICON, y + TITLE_LINE * number + 13, line, TITLE_SIZE, more=' font-weight="600"')
        for number, line in enumerate(face.title)
    )
    y += len(face.title) * TITLE_LINE
    lines += "".join(
        text(x + ICON, y + NOTE_LINE * number + 10.5, line, NOTE_SIZE, QUIET)
        for number, line in enumerate(face.note)
    )
    return (
        f"<g{'' if is_lit else _RECEDED}><title>{spoken(_full(box))}</title>"
        f'<rect x="{x:.1f}" y="{top:.1f}" width="{face.width:.1f}" height="{face.height:.1f}" rx="7" fill="{PAPER}"'
        f' stroke="#6e7781" stroke-width="1.2"/>{icon(x + 9, placed.y[box.id] - 8, box.shape)}{lines}</g>'
    )


def _full(box: Box) -> str:
    return " · ".join(part for part in (box.title, *box.notes, box.party.title, box.cluster.title) if part)


def _sign(node: str, chain: Chain, placed: Plan) -> str:
    """Words above a line that passes the border without a gate."""
    face = placed.faces.get(node)
    if face is None:
        return ""
    x = placed.left[placed.layers.border] + GATE_WIDTH / 2
    top = placed.y[node] - len(face.note) * SIGN_LINE + SIGN_LINE / 2 + 1
    wide = max(map(em, face.note)) * NOTE_SIZE + 6
    ground = (
        f'<rect x="{x - wide / 2:.1f}" y="{top - SIGN_LINE + 3:.1f}" width="{wide:.1f}"'
        f' height="{len(face.note) * SIGN_LINE:.1f}" fill="{PAPER}"/>'
    )
    words = "".join(
        text(x, top + number * SIGN_LINE, line, NOTE_SIZE, QUIET, ' text-anchor="middle"')
        for number, line in enumerate(face.note)
    )
    return f"{ground}<g{'' if chain.arrow.lit else _RECEDED}>{words}</g>"


def _gate(node: str, chain: Chain, placed: Plan, picture: Picture) -> str:
    arrow, face = chain.arrow, placed.faces[node]
    look = LOOKS[arrow.standing]
    x, top = placed.left[placed.layers.border], placed.y[node] - face.height / 2
    dashes = ' stroke-dasharray="5 3"' if look.dashes else ""
    frame = (
        f'<rect x="{x:.1f}" y="{top:.1f}" width="{GATE_WIDTH:g}" height="{face.height:.1f}" rx="6" fill="{PAPER}"'
        f' stroke="{look.colour}" stroke-width="{1.8 if look.double else 1.2}"{dashes}/>'
    )
    if look.double:
        frame += (
            f'<rect x="{x + 3:.1f}" y="{top + 3:.1f}" width="{GATE_WIDTH - 6:g}" height="{face.height - 6:.1f}" rx="4"'
            f' fill="none" stroke="{look.colour}" stroke-width="0.8"/>'
        )
    said = (picture.speech.listed(arrow.categories), picture.speech.carried(arrow))
    full = f"{picture.speech.standings[arrow.standing]}: {'; '.join(filter(None, said))}"
    lines = _gate_lines(face, x, top, look.colour)
    # what shows through a receded gate is not the border and the line behind it
    ground = f'<rect x="{x:.1f}" y="{top:.1f}" width="{GATE_WIDTH:g}" height="{face.height:.1f}" rx="6" fill="{PAPER}"/>'
    dim, under = ("", "") if arrow.lit else (_RECEDED, ground)
    return f"{under}<g{dim}><title>{spoken(full)}</title>{frame}{mark(x + 16, top + _mark_y(face), arrow.standing)}{lines}</g>"


def _mark_y(face: Face) -> float:
    return 16.5 if face.title else face.height / 2


def _gate_lines(face: Face, x: float, top: float, colour: str) -> str:
    if not face.title:
        return text(x + 29, top + face.height / 2 + 4, " ".join(face.note), GATE_SIZE)
    lines = text(x + 29, top + 20, face.title[0], GATE_SIZE, colour, ' font-weight="600"')
    rows = [
        *((line, GATE_SIZE, INK) for line in face.note),
        *((line, NOTE_SIZE, QUIET) for line in face.aside),
    ]
    for number, (line, size, ink) in enumerate(rows, 1):
        lines += text(x + SIDE_PAD, top + 21 + number * GATE_LINE, line, size, ink)
    return lines


def _foot(picture: Picture, placed: Plan) -> tuple[str, float]:
    """The legend and the notes, and the height of the whole picture."""
    y = placed.bottom + 46
    parts = [
        f'<path d="M{_MARGIN} {y - 24:.1f}H{max(placed.right, _LEAST_WIDTH - _MARGIN):.1f}" stroke="#d8dee4"/>'
    ]
    x = _MARGIN
    room = max(placed.right, _LEAST_WIDTH - _MARGIN)
    for standing in picture.standings():
        words = picture.speech.standings[standing]
        needed = 66 + em(words) * 11.5 + 24
        if x > _MARGIN and x + needed > room:
            x, y = _MARGIN, y + 24
        parts.append(_sample(x, y, standing) + text(x + 66, y + 4, words, 11.5))
        x += needed
    y += 14
    for note in (*picture.notes, f"kuajing {__version__}"):
        for line in fitted(note, 10.5, room - _MARGIN, 4):
            y += 16
            parts.append(text(_MARGIN, y, line, 10.5, QUIET))
    return "".join(parts), y + 24


def _sample(x: float, y: float, standing: str) -> str:
    look = LOOKS[standing]
    dashes = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
    line = f"M{x:.1f} {y:.1f}h36"
    double = f'<path d="{line}" stroke="{PAPER}" stroke-width="1.6" fill="none"/>' if look.double else ""
    return (
        f'<path d="{line}" stroke="{look.colour}" stroke-width="{look.width:g}"{dashes} fill="none"/>{double}'
        + mark(x + 50, y, standing)
    )
