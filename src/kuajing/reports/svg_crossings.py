"""The order of jurisdictions and parties in which the fewest lines cross."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, groupby, pairwise
from typing import TypeVar

from kuajing.reports.diagram_model import Side
from kuajing.reports.svg_layers import Layers
from kuajing.reports.svg_sections import Section

Order = tuple[Section, ...]
Thing = TypeVar("Thing")
_MOST_TRIED = 60


def crossings(levels: Layers, y: Mapping[str, float]) -> int:
    """How often lines cross between two neighbouring columns; those that meet at a box do not."""
    between: dict[int, list[tuple[float, float]]] = {}
    for chain in levels.chains:
        for one, other in pairwise(chain.nodes):
            between.setdefault(levels.column[one], []).append((y[one], y[other]))
    return sum(
        (left - other_left) * (right - other_right) < 0
        for lines in between.values()
        for (left, right), (other_left, other_right) in combinations(lines, 2)
    )


def least_crossed(first: Order, crossed: Callable[[Order], int]) -> Order:
    """The order reached from the first one by swaps that each leave fewer crossings; without any it stays.

    At most 60 orders are tried, those that change the least first.
    """
    best, least, tried = first, crossed(first), 1
    swaps = _swaps(best)
    while least and tried < _MOST_TRIED and (order := next(swaps, None)) is not None:
        found, tried = crossed(order), tried + 1
        if found < least:
            best, least, swaps = order, found, _swaps(order)
    return best


def _swaps(order: Order) -> Iterator[Order]:
    """Orders in which two jurisdictions of one side, or two parties of one jurisdiction, have changed places.

    Neighbours change places first; what nobody located stays last.
    """
    clusters = [tuple(group) for _, group in groupby(order, key=_cluster)]
    for number, cluster in enumerate(clusters):
        for one, other in _pairs(len(cluster)):
            inner = tuple(_swapped(list(cluster), one, other))
            changed = [*clusters[:number], inner, *clusters[number + 1 :]]
            yield tuple(section for part in changed for section in part)
    for one, other in _pairs(len(clusters)):
        side = clusters[one][0].side
        if side is clusters[other][0].side and side is not Side.UNKNOWN:
            yield tuple(section for cluster in _swapped(clusters, one, other) for section in cluster)


def _pairs(number: int) -> Iterator[tuple[int, int]]:
    """Pairs of places, the nearest first."""
    for apart in range(1, number):
        yield from ((one, one + apart) for one in range(number - apart))


def _cluster(section: Section) -> tuple[bool, str]:
    return (section.side is Side.HOME, section.cluster.id)


def _swapped(things: list[Thing], one: int, other: int) -> list[Thing]:
    changed = list(things)
    changed[one], changed[other] = changed[other], changed[one]
    return changed
