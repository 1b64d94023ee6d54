"""Arrows as curves from port to port, through bends and gates, in the line of their standing."""

from itertools import pairwise

from kuajing.model.standing import INSIDE, NOTHING_NAMED, STANDINGS
from kuajing.reports.diagram_model import Arrow, Speech
from kuajing.reports.svg_faces import LABEL_GAP, LABEL_SIZE, PORT, is_labelled
from kuajing.reports.svg_layers import Chain
from kuajing.reports.svg_marks import LOOKS, PAPER, QUIET, mark, reach, text
from kuajing.reports.svg_measure import em
from kuajing.reports.svg_place import Plan

_RECEDED = ' opacity="0.16"'

Ports = dict[tuple[int, bool], float]


def arrows(plan: Plan) -> str:
    """All arrows, the least grave first, so that grave ones lie above."""
    ports = _ports(plan)
    order = sorted(
        range(len(plan.layers.chains)),
        key=lambda number: (
            plan.layers.chains[number].arrow.lit,
            -_gravity(plan.layers.chains[number].arrow),
            number,
        ),
    )
    return "".join(_arrow(plan, number, ports) for number in order)


def _gravity(arrow: Arrow) -> int:
    return STANDINGS.index(arrow.standing)


def _ports(plan: Plan) -> Ports:
    """Where each chain touches its boxes: (number, at its left end) to y; ports of a side follow what they lead to."""
    sides: dict[tuple[str, bool], list[tuple[float, int]]] = {}
    for number, chain in enumerate(plan.layers.chains):
        sides.setdefault((chain.nodes[0], True), []).append((plan.y[chain.nodes[1]], number))
        sides.setdefault((chain.nodes[-1], False), []).append((plan.y[chain.nodes[-2]], number))
    ports: Ports = {}
    for (box, starts), ends in sides.items():
        step = min(PORT, (plan.faces[box].height - 10) / len(ends))
        for place, (_, number) in enumerate(sorted(ends)):
            ports[number, starts] = plan.y[box] + (place - (len(ends) - 1) / 2) * step
    return ports


def _arrow(plan: Plan, number: int, ports: Ports) -> str:
    chain = plan.layers.chains[number]
    look = LOOKS[chain.arrow.standing]
    path = _path(plan, chain, ports[number, True], ports[number, False])
    head = f' marker-{"start" if chain.turned else "end"}="url(#kuajing-{chain.arrow.standing})"'
    dashes = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
    lines = f'<path d="{path}" stroke="{look.colour}" stroke-width="{look.width:g}"{dashes}{"" if look.double else head}/>'
    if look.double:
        lines += f'<path d="{path}" stroke="{PAPER}" stroke-width="1.6"/><path d="{path}"{head}/>'
    dim = "" if chain.arrow.lit else _RECEDED
    return f'<g fill="none"{dim}>{lines}</g>'


def labels(plan: Plan, speech: Speech) -> str:
    """Amounts and marks of the arrows that are told nowhere else; they lie above all lines."""
    ports = _ports(plan)
    return "".join(
        _label(plan, chain, ports[number, chain.turned], speech)
        for number, chain in enumerate(plan.layers.chains)
        if is_labelled(chain, plan.layers)
    )


def _path(plan: Plan, chain: Chain, start: float, end: float) -> str:
    """A curve through each gutter, a straight line through each column."""
    points: list[tuple[float, float, float]] = []
    for place, node in enumerate(chain.nodes):
        column = plan.layers.column[node]
        y = start if place == 0 else end if place == len(chain.nodes) - 1 else plan.y[node]
        points.append((plan.left[column], plan.left[column] + plan.width[column], y))
    short = reach(chain.arrow.standing)
    if chain.turned:
        points[0] = (points[0][0], points[0][1] + short, points[0][2])
    else:
        points[-1] = (points[-1][0] - short, points[-1][1], points[-1][2])
    parts = [f"M{points[0][1]:.1f} {points[0][2]:.1f}"]
    for (_, left, above), (right, beyond, below) in pairwise(points):
        middle = (left + right) / 2
        parts.append(f"C{middle:.1f} {above:.1f} {middle:.1f} {below:.1f} {right:.1f} {below:.1f}")
        if (right, beyond, below) != points[-1]:
            parts.append(f"H{beyond:.1f}")
    return "".join(parts)


def _label(plan: Plan, chain: Chain, y: float, speech: Speech) -> str:
    """The amount and mark of an arrow beside its head."""
    arrow = chain.arrow
    column = plan.layers.column[chain.nodes[0] if chain.turned else chain.nodes[-1]]
    edge, way = (plan.left[column] + plan.width[column], 1) if chain.turned else (plan.left[column], -1)
    parts = []
    words = speech.amount(arrow.amount)
    if words:
        anchor = "start" if chain.turned else "end"
        colour = QUIET if arrow.standing == INSIDE else LOOKS[arrow.standing].colour
        more = f' text-anchor="{anchor}" stroke="{PAPER}" stroke-width="3" paint-order="stroke"'
        parts.append(text(edge + way * LABEL_GAP, y + 3.5, words, LABEL_SIZE, colour, more))
    if arrow.standing not in {INSIDE, NOTHING_NAMED}:
        parts.append(mark(edge + way * (LABEL_GAP + 12 + em(words) * LABEL_SIZE), y, arrow.standing))
    dim = "" if arrow.lit else _RECEDED
    return f"<g{dim}>{''.join(parts)}</g>" if parts else ""
