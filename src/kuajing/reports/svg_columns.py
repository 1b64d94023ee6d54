"""Where columns stand and how wide the gutters between them are."""

from kuajing.reports.diagram_model import Picture
from kuajing.reports.svg_faces import BOX_WIDTH, GATE_WIDTH, NO_GATE_WIDTH, is_labelled, label_room
from kuajing.reports.svg_layers import Layers

_GUTTER, _PER_ARROW, _MOST_GUTTER = 92.0, 2.5, 190.0
_APART = 24.0


def placed_columns(
    levels: Layers, start: float, gutters: list[float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The left edge and the width of each column."""
    border = GATE_WIDTH if levels.gates or levels.signs else NO_GATE_WIDTH
    total = max(levels.count, levels.border + 1)
    widths = tuple(border if column == levels.border else BOX_WIDTH for column in range(total))
    left = [start]
    for column in range(1, total):
        left.append(left[-1] + widths[column - 1] + gutters[column])
    return tuple(left), widths


def gutters_of(picture: Picture, levels: Layers) -> list[float]:
    """The room before each column: for the arrows that run through it, and for what is said at their heads."""
    total = max(levels.count, levels.border + 1)
    through = [0] * (total + 1)
    said: dict[tuple[int, bool], float] = {}
    for chain in levels.chains:
        for node in chain.nodes[1:]:
            through[levels.column[node]] += 1
        if is_labelled(chain, levels):
            before = levels.column[chain.nodes[0]] + 1 if chain.turned else levels.column[chain.nodes[-1]]
            key = (before, chain.turned)
            said[key] = max(said.get(key, 0.0), label_room(chain.arrow, picture))
    return [
        max(
            min(_GUTTER + _PER_ARROW * through[column], _MOST_GUTTER),
            said.get((column, True), 0.0) + said.get((column, False), 0.0) + _APART,
        )
        for column in range(total + 1)
    ]


def sides_across(
    levels: Layers, left: tuple[float, ...], width: tuple[float, ...]
) -> dict[bool, tuple[float, float]]:
    """The left and right edge of the columns of each side (True: the mainland)."""
    sides = {True: range(levels.border), False: range(levels.border + 1, len(left))}
    return {side: (left[span[0]], left[span[-1]] + width[span[-1]]) for side, span in sides.items() if span}
