"""Where everything stands: columns and rows of boxes, gates and bends, and the frames around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kuajing.reports.diagram_model import Picture, Side
from kuajing.reports.svg_columns import gutters_of, placed_columns, sides_across
from kuajing.reports.svg_crossings import crossings, least_crossed
from kuajing.reports.svg_faces import Face, faces
from kuajing.reports.svg_frames import (
    CLUSTER_FOOT,
    CLUSTER_GAP,
    CLUSTER_HEAD,
    CLUSTER_SIDE,
    Frame,
    around,
    cluster_frames,
    party_frames,
)
from kuajing.reports.svg_layers import Layers, layers
from kuajing.reports.svg_sections import Section, sections
from kuajing.reports.svg_settle import settled

_BOX_GAP, _BEND = 18.0, 15.0
_ROUNDS = 5
_MOST_TRIED_BOXES, _MOST_TRIED_ARROWS = 40, 80

Rows = dict[str, float]
Stacks = dict[tuple[int, int], list[str]]
_ON_BORDER = -1


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
    """The plan of a picture below `top`, right of `margin`.

    Linear in boxes, arrows and their bends; small pictures are laid out in several orders of their sections, and the
    one in which the fewest lines cross is taken.
    """
    levels = layers(picture)
    known = faces(picture, levels)
    gutters = gutters_of(picture, levels)

    def placed(parts: tuple[Section, ...]) -> Plan:
        return _plan(levels, known, parts, gutters, top, margin)

    first = sections(picture)
    if len(picture.boxes) > _MOST_TRIED_BOXES or len(picture.arrows) > _MOST_TRIED_ARROWS:
        return placed(first)
    return placed(least_crossed(first, lambda parts: crossings(levels, placed(parts).y)))


def _plan(
    levels: Layers,
    known: dict[str, Face],
    parts: tuple[Section, ...],
    gutters: list[float],
    top: float,
    margin: float,
) -> Plan:
    stacks = _stacks(levels, parts)
    heights = _heights(stacks, known)
    spans, bottom = _spans(parts, heights, top)
    y = _rows(levels, stacks, known, {**spans, _ON_BORDER: (top, bottom)})
    left, width = placed_columns(levels, margin + CLUSTER_SIDE, gutters)
    across = sides_across(levels, left, width)
    return Plan(
        layers=levels,
        faces=known,
        y=y,
        left=left,
        width=width,
        clusters=cluster_frames(parts, spans, across),
        parties=party_frames(parts, spans, across),
        right=left[-1] + width[-1] + CLUSTER_SIDE,
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
    """The inner top and bottom of each section, and the bottom of all.

    The mainland takes the whole height, so that its boxes can stand opposite to what they send to; abroad, what is
    left over lies between the jurisdictions.
    """
    home = [(index, part) for index, part in enumerate(parts) if part.side is Side.HOME]
    away = [(index, part) for index, part in enumerate(parts) if part.side is not Side.HOME]
    needed = {True: _stacked(home, heights, 0.0)[1], False: _stacked(away, heights, 0.0)[1]}
    whole = max(heights.get(_ON_BORDER, 0.0) + 2 * CLUSTER_FOOT, *needed.values())
    inside = sum(heights[index] for index, _ in home)
    spare = whole - needed[True]
    wider = {index: heights[index] * (1 + spare / inside) for index, _ in home}
    clusters = len({part.cluster.id for _, part in away})
    between = (whole - needed[False]) / (clusters + 1)
    spans = {**_stacked(home, wider, 0.0)[0], **_stacked(away, heights, between)[0]}
    return {index: (top + above, top + below) for index, (above, below) in spans.items()}, top + whole


def _stacked(
    numbered: list[tuple[int, Section]], heights: dict[int, float], spare: float
) -> tuple[dict[int, tuple[float, float]], float]:
    """Sections of one side under each other, those of one jurisdiction inside one frame, `spare` before each frame."""
    spans: dict[int, tuple[float, float]] = {}
    y = 0.0
    for _, group in groupby(numbered, key=lambda item: item[1].cluster.id):
        members = list(group)
        head, foot = around(members[0][1], len(members))
        y += CLUSTER_HEAD + spare
        for index, _ in members:
            spans[index] = (y + head, y + head + heights[index])
            y += head + heights[index] + foot
        y += CLUSTER_FOOT + CLUSTER_GAP
    return spans, max(y - CLUSTER_GAP, 0.0)


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
