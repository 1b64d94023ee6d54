"""The frames around boxes: jurisdictions, and the parties in them."""

from dataclasses import dataclass
from itertools import groupby

from kuajing.reports.diagram_model import Side
from kuajing.reports.svg_sections import Section

CLUSTER_HEAD, CLUSTER_FOOT, CLUSTER_GAP, CLUSTER_SIDE = 34.0, 4.0, 24.0, 26.0
_PARTY_HEAD, _PARTY_FOOT, _PARTY_GAP, _PARTY_SIDE = 26.0, 12.0, 12.0, 12.0
_ALONE_HEAD, _ALONE_FOOT = 10.0, 4.0

Spans = dict[int, tuple[float, float]]
"""Inner top and bottom of sections by number."""

Across = dict[bool, tuple[float, float]]
"""Left and right edge of the columns of each side (True: the mainland)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle around boxes: a jurisdiction, or a party in it.

    A party that is `alone` in its jurisdiction needs no line of its own: its name stands below the jurisdiction's.
    """

    section: Section
    left: float
    top: float
    right: float
    bottom: float
    alone: bool = False


def around(part: Section, members: int) -> tuple[float, float]:
    """What a section takes above and below its boxes, by how many sections its jurisdiction has."""
    if part.party is None:
        return (0.0, 0.0)
    return (_ALONE_HEAD, _ALONE_FOOT) if members == 1 else (_PARTY_HEAD, _PARTY_FOOT + _PARTY_GAP)


def party_frames(parts: tuple[Section, ...], spans: Spans, across: Across) -> tuple[Frame, ...]:
    """The frames of the parties, those that need no line of their own marked as alone."""
    frames = []
    for members in _by_cluster(parts):
        for index, part in members:
            if part.party:
                left, right = across[part.side is Side.HOME]
                alone = len(members) == 1
                top = spans[index][0] - (_ALONE_HEAD if alone else _PARTY_HEAD)
                bottom = spans[index][1] + (_ALONE_FOOT if alone else _PARTY_FOOT)
                frames.append(Frame(part, left - _PARTY_SIDE, top, right + _PARTY_SIDE, bottom, alone))
    return tuple(frames)


def cluster_frames(parts: tuple[Section, ...], spans: Spans, across: Across) -> tuple[Frame, ...]:
    """The frames of the jurisdictions, around all of their sections."""
    frames = []
    for members in _by_cluster(parts):
        (first, part), (last, _) = members[0], members[-1]
        left, right = across[part.side is Side.HOME]
        head, foot = around(part, len(members))
        top = spans[first][0] - head - CLUSTER_HEAD
        bottom = spans[last][1] + foot + CLUSTER_FOOT
        frames.append(Frame(part, left - CLUSTER_SIDE, top, right + CLUSTER_SIDE, bottom))
    return tuple(frames)


def _by_cluster(parts: tuple[Section, ...]) -> list[list[tuple[int, Section]]]:
    """The sections of each jurisdiction with their numbers."""
    grouped = groupby(enumerate(parts), key=lambda item: (item[1].side is Side.HOME, item[1].cluster.id))
    return [list(group) for _, group in grouped]
