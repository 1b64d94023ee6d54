"""Which column each box stands in, and the nodes that every arrow passes on its way from column to column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kuajing.reports.diagram_model import Arrow, Box, Picture, Side, is_gated

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """An arrow as the nodes it passes, from the left; `turned` where the arrow itself runs to the left."""

    arrow: Arrow
    nodes: tuple[str, ...]
    turned: bool


@dataclass(frozen=True, slots=True)
class Layers:
    """Columns of boxes, gates and bends; `border` is the column that the border runs through.

    `column` and `anchor` are by node: the column it stands in, and the box whose section it keeps to (none for what
    stands on the border). `gates` are the chains whose arrow passes a gate, by the gate's node; `signs` those that pass
    the border without one, by their bend in it.
    """

    count: int
    border: int
    column: dict[str, int]
    anchor: dict[str, str]
    chains: tuple[Chain, ...]
    gates: dict[str, Chain]
    signs: dict[str, Chain]


def layers(picture: Picture) -> Layers:
    """The columns of a picture: the mainland's, the border's, then those abroad; linear in boxes and arrows."""
    sides = {box.id: box.side for box in picture.boxes}
    home = _depths(
        _ids(picture.boxes, sides, at_home=True), _pairs(picture.arrows, sides, at_home=True, turned=True)
    )
    away = _depths(
        _ids(picture.boxes, sides, at_home=False), _pairs(picture.arrows, sides, at_home=False, turned=False)
    )
    border = max(home.values(), default=-1) + 1
    column = {box: border - 1 - depth for box, depth in home.items()}
    column |= {box: border + 1 + depth for box, depth in away.items()}
    anchor = {box.id: box.id for box in picture.boxes}
    chains = tuple(
        _chain(number, arrow, column, anchor, border) for number, arrow in enumerate(picture.arrows)
    )
    gates = {
        chain.nodes[border - column[chain.nodes[0]]]: chain
        for chain in chains
        if is_gated(chain.arrow, sides)
    }
    signs = {
        node: chain
        for chain in chains
        for node in chain.nodes[1:-1]
        if column[node] == border and node not in gates
    }
    return Layers(max(column.values(), default=0) + 1, border, column, anchor, chains, gates, signs)


def _ids(boxes: Iterable[Box], sides: dict[str, Side], *, at_home: bool) -> list[str]:
    return [box.id for box in boxes if (sides[box.id] is Side.HOME) is at_home]


def _pairs(arrows: Iterable[Arrow], sides: dict[str, Side], *, at_home: bool, turned: bool) -> list[Pair]:
    pairs = [
        (arrow.source, arrow.target)
        for arrow in arrows
        if (sides[arrow.source] is Side.HOME) is at_home is (sides[arrow.target] is Side.HOME)
    ]
    return [(target, source) for source, target in pairs] if turned else pairs


def _depths(ids: Sequence[str], pairs: Sequence[Pair]) -> dict[str, int]:
    """The longest way to each from where nothing leads to it; arrows that close a circle are turned for this."""
    after: dict[str, list[str]] = {one: [] for one in ids}
    for source, target in sorted(set(pairs)):
        after[source].append(target)
    depth = dict.fromkeys(ids, 0)
    for one in reversed(_finished(ids, after)):
        for other in after[one]:
            depth[other] = max(depth[other], depth[one] + 1)
    return depth


def _finished(ids: Sequence[str], after: dict[str, list[str]]) -> list[str]:
    """The ids in the order that a depth-first walk leaves them; pairs that lead back are turned in `after`."""
    state = dict.fromkeys(ids, 0)
    finished: list[str] = []
    turned: list[Pair] = []
    for root in ids:
        stack = [(root, iter(tuple(after[root])))] if state[root] == 0 else []
        state[root] = state[root] or 1
        while stack:
            one, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                state[one] = 2
                finished.append(one)
                stack.pop()
            elif state[following] == 0:
                state[following] = 1
                stack.append((following, iter(tuple(after[following]))))
            elif state[following] == 1:
                turned.append((one, following))
    for one, following in turned:
        after[one].remove(following)
        after[following].append(one)
    return finished


def _chain(number: int, arrow: Arrow, column: dict[str, int], anchor: dict[str, str], border: int) -> Chain:
    """The nodes of an arrow; its bends are added to `column` and `anchor`."""
    turned = column[arrow.source] > column[arrow.target]
    left, right = (arrow.target, arrow.source) if turned else (arrow.source, arrow.target)
    nodes = [left]
    for place in range(column[left] + 1, column[right]):
        node = f"\0{number}.{place}"
        column[node] = place
        if place != border:
            anchor[node] = left if place < border else right
        nodes.append(node)
    return Chain(arrow, (*nodes, right), turned)
