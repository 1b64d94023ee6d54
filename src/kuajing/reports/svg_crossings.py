"""The order of jurisdictions and parties in which the fewest lines cross."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, groupby, pairwise
from typing import TypeVar

from kuajing.reports.diagram_model import Side
from kuajing.reports.svg_layers import Layers
from kuajing.reports.svg_sections import Section

Order = tuple[Section, ...]
Thing = TypeVar("Thing")
_ROUNDS = 6


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
    """The order reached from the first one by swaps that each leave fewer crossings; without any it stays."""
    best, least = first, crossed(first)
    for _ in range(_ROUNDS):
        found = min(
            ((crossed(order), number, order) for number, order in enumerate(_swaps(best))),
            key=lambda tried: tried[:2],
            default=(least, 0, best),
        )
        if found[0] >= least:
            break
        least, best = found[0], found[2]
    return best


def _swaps(order: Order) -> Iterator[Order]:
    """Orders in which two jurisdictions of one side, or two parties of one jurisdiction, have changed places.

    What nobody located stays last.
    """
    clusters = [tuple(group) for _, group in groupby(order, key=_cluster)]
    for one, other in combinations(range(len(clusters)), 2):
        if clusters[one][0].side is clusters[other][0].side and clusters[one][0].side is not Side.UNKNOWN:
            yield tuple(section for cluster in _swapped(clusters, one, other) for section in cluster)
    for number, cluster in enumerate(clusters):
        for one, other in combinations(range(len(cluster)), 2):
            inner = tuple(_swapped(list(cluster), one, other))
            changed = [*clusters[:number], inner, *clusters[number + 1 :]]
            yield tuple(section for part in changed for section in part)


def _cluster(section: Section) -> tuple[bool, str]:
    return (section.side is Side.HOME, section.cluster.id)


def _swapped(things: list[Thing], one: int, other: int) -> list[Thing]:
    changed = list(things)
    changed[one], changed[other] = changed[other], changed[one]
    return changed
