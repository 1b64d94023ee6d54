"""Where everything stands: columns and rows of boxes, gates and bends, and the frames around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kuajing.reports.diagram_model import Picture, Side
from kuajing.reports.svg_faces import BOX_WIDTH, GATE_WIDTH, NO_GATE_WIDTH, Face, faces
from kuajing.reports.svg_layers import Layers, layers
from kuajing.reports.svg_sections import Section, sections
from kuajing.reports.svg_settle import settled

_BOX_GAP, _BEND = 18.0, 15.0
_PARTY_HEAD, _PARTY_FOOT, _PARTY_GAP = 26.0, 12.0, 12.0
_CLUSTER_HEAD, _CLUSTER_FOOT, _CLUSTER_GAP = 34.0, 4.0, 24.0
_GUTTER, _PER_ARROW, _MOST_GUTTER = 92.0, 2.5, 190.0
_CLUSTER_SIDE, _PARTY_SIDE = 26.0, 12.0
_ROUNDS = 5

Rows = dict[str, float]
Stacks = dict[tuple[int, int], list[str]]
_ON_BORDER = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle around boxes: a jurisdiction, or a party in it."""

    section: Section
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything placed: faces and middles of nodes, columns' left edges and widths, frames, and the whole size."""

    layers: Layers
    faces: dict[str, Face]
    y: Rows
    left: tuple[float, ...]
    width: tuple[float, ...]
    clusters: tuple[Frame, ...]
    parties: tuple[Frame, ...]
    right: float
    top: float
    bottom: float


def plan(picture: Picture, top: float, margin: float) -> Plan:
    """The plan of a picture below `top`, right of `margin`; linear in boxes, arrows and their bends."""
    levels = layers(picture)
    known = faces(picture, levels)
    parts = sections(picture)
    stacks = _stacks(levels, parts)
    heights = _heights(stacks, known)
    spans, bottom = _spans(parts, heights, top)
    y = _rows(levels, stacks, known, {**spans, _ON_BORDER: (top, bottom)})
    left, width = _columns(levels, margin + _CLUSTER_SIDE)
    across = _across(levels, left, width)
    return Plan(
        layers=levels,
        faces=known,
        y=y,
        left=left,
        width=width,
        clusters=_clusters(parts, spans, across),
        parties=_parties(parts, spans, across),
        right=left[-1] + width[-1] + _CLUSTER_SIDE,
        top=top,
        bottom=bottom,
    )


def _stacks(levels: Layers, parts: tuple[Section, ...]) -> Stacks:
    """The nodes of each section in each column; what stands on the border belongs to no section."""
    number = {box: index for index, part in enumerate(parts) for box in part.boxes}
    stacks: Stacks = {}
    for node, column in levels.column.items():
        section = number[levels.anchor[node]] if node in levels.anchor else _ON_BORDER
        stacks.setdefault((section, column), []).append(node)
    return dict(sorted(stacks.items(), key=lambda item: (item[0][1], item[0][0])))


def _room(node: str, known: dict[str, Face]) -> float:
    return known[node].height + _BOX_GAP if node in known else _BEND


def _heights(stacks: Stacks, known: dict[str, Face]) -> dict[int, float]:
    """How high each section has to be: as its highest column."""
    heights: dict[int, float] = {}
    for (section, _), nodes in stacks.items():
        heights[section] = max(heights.get(section, 0.0), sum(_room(node, known) for node in nodes))
    return heights


def _spans(
    parts: tuple[Section, ...], heights: dict[int, float], top: float
) -> tuple[dict[int, tuple[float, float]], float]:
    """The inner top and bottom of each section, and the bottom of all; the lower side stands in the middle."""
    sides = {
        side: _stacked(
            [(index, part) for index, part in enumerate(parts) if (part.side is Side.HOME) is side], heights
        )
        for side in (True, False)
    }
    whole = max(heights.get(_ON_BORDER, 0.0) + 2 * _CLUSTER_FOOT, *(height for _, height in sides.values()))
    spans: dict[int, tuple[float, float]] = {}
    for inner, height in sides.values():
        shift = top + (whole - height) / 2
        spans |= {index: (shift + above, shift + below) for index, (above, below) in inner.items()}
    return spans, top + whole


def _stacked(
    numbered: list[tuple[int, Section]], heights: dict[int, float]
) -> tuple[dict[int, tuple[float, float]], float]:
    """Sections of one side under each other from 0, those of one jurisdiction inside one frame."""
    spans: dict[int, tuple[float, float]] = {}
    y = 0.0
    for _, group in groupby(numbered, key=lambda item: item[1].cluster.id):
        y += _CLUSTER_HEAD
        for index, part in group:
            y += _PARTY_HEAD if part.party else 0.0
            spans[index] = (y, y + heights[index])
            y += heights[index] + (_PARTY_FOOT + _PARTY_GAP if part.party else 0.0)
        y += _CLUSTER_FOOT + _CLUSTER_GAP
    return spans, max(y - _CLUSTER_GAP, 0.0)


def _rows(
    levels: Layers, stacks: Stacks, known: dict[str, Face], spans: dict[int, tuple[float, float]]
) -> Rows:
    """The middle of each node: rounds from the left and from the right, each node drawn to its neighbours."""
    before, after = _neighbours(levels)
    y: Rows = {}
    for (section, _), nodes in stacks.items():
        low, high = spans[section]
        y |= _settle(sorted(nodes), dict.fromkeys(nodes, (low + high) / 2), known, spans[section])
    both = {node: before.get(node, []) + after.get(node, []) for node in levels.column}
    for _ in range(_ROUNDS):
        _round(stacks.items(), before, y, known, spans)
        _round(reversed(stacks.items()), after, y, known, spans)
    for _ in range(_ROUNDS):
        _round(stacks.items(), both, y, known, spans)
    return y


def _round(
    stacks: Iterable[tuple[tuple[int, int], list[str]]],
    neighbours: dict[str, list[str]],
    y: Rows,
    known: dict[str, Face],
    spans: dict[int, tuple[float, float]],
) -> None:
    for (section, _), nodes in stacks:
        wanted = {
            node: sum(y[other] for other in near) / len(near) if (near := neighbours.get(node)) else y[node]
            for node in nodes
        }
        order = sorted(nodes, key=lambda node: (wanted[node], y[node], node))
        y |= _settle(order, wanted, known, spans[section])


def _settle(order: list[str], wanted: Rows, known: dict[str, Face], span: tuple[float, float]) -> Rows:
    rooms = [_room(node, known) for node in order]
    return dict(zip(order, settled([wanted[node] for node in order], rooms, *span), strict=True))


def _neighbours(levels: Layers) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for chain in levels.chains:
        for one, other in zip(chain.nodes, chain.nodes[1:], strict=False):
            after.setdefault(one, []).append(other)
            before.setdefault(other, []).append(one)
    return before, after


def _columns(levels: Layers, start: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The left edge and the width of each column; a gutter is the wider the more arrows run through it."""
    border = GATE_WIDTH if levels.gates else NO_GATE_WIDTH
    total = max(levels.count, levels.border + 1)
    widths = tuple(border if column == levels.border else BOX_WIDTH for column in range(total))
    through = [0] * total
    for chain in levels.chains:
        for node in chain.nodes[1:]:
            through[levels.column[node]] += 1
    left = [start]
    for column in range(1, total):
        gutter = min(_GUTTER + _PER_ARROW * through[column], _MOST_GUTTER)
        left.append(left[-1] + widths[column - 1] + gutter)
    return tuple(left), widths


def _across(
    levels: Layers, left: tuple[float, ...], width: tuple[float, ...]
) -> dict[bool, tuple[float, float]]:
    """The left and right edge of the columns of each side (True: the mainland)."""
    sides = {True: range(levels.border), False: range(levels.border + 1, len(left))}
    return {side: (left[span[0]], left[span[-1]] + width[span[-1]]) for side, span in sides.items() if span}


def _parties(
    parts: tuple[Section, ...], spans: dict[int, tuple[float, float]], across: dict[bool, tuple[float, float]]
) -> tuple[Frame, ...]:
    return tuple(
        Frame(
            part,
            across[part.side is Side.HOME][0] - _PARTY_SIDE,
            spans[index][0] - _PARTY_HEAD,
            across[part.side is Side.HOME][1] + _PARTY_SIDE,
            spans[index][1] + _PARTY_FOOT,
        )
        for index, part in enumerate(parts)
        if part.party
    )


def _clusters(
    parts: tuple[Section, ...], spans: dict[int, tuple[float, float]], across: dict[bool, tuple[float, float]]
) -> tuple[Frame, ...]:
    frames = []
    for _, group in groupby(
        enumerate(parts), key=lambda item: (item[1].side is Side.HOME, item[1].cluster.id)
    ):
        members = list(group)
        (first, part), (last, _) = members[0], members[-1]
        left, right = across[part.side is Side.HOME]
        top = spans[first][0] - (_PARTY_HEAD if part.party else 0.0) - _CLUSTER_HEAD
        bottom = spans[last][1] + (_PARTY_FOOT + _PARTY_GAP if part.party else 0.0) + _CLUSTER_FOOT
        frames.append(Frame(part, left - _CLUSTER_SIDE, top, right + _CLUSTER_SIDE, bottom))
    return tuple(frames)
