"""How many people: intervals per transfer, and distinct people over the transfers of a handler."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuajing.model.declaration import Population
from kuajing.model.interval import NOTHING_KNOWN, Interval

Overlap = Mapping[tuple[str, str], str | int]


@dataclass(frozen=True, slots=True)
class Group:
    """People of one population who may be in a transfer: how many, out of a stock of how many.

    `population` is empty where nothing tells which population they belong to.
    """

    population: str
    count: Interval
    stock: Interval

    @property
    def order(self) -> tuple[str, int, int]:
        """What groups are sorted by."""
        return (self.population, self.count.low, -1 if self.count.high is None else self.count.high)


def overlaps(populations: Iterable[Population]) -> Overlap:
    """The declared relations between populations, both ways round."""
    table: dict[tuple[str, str], str | int] = {}
    for population in populations:
        for other, relation in population.overlaps:
            table[population.id, other] = relation
            table[other, population.id] = relation
    return table


def distinct(groups: Iterable[Group], relations: Overlap) -> Interval:
    """Distinct people over all groups: at least those who cannot be counted twice, at most the sum.

    People of one population may be the same people; so may those of two populations unless they are declared
    disjoint or their overlap bounded.
    """
    merged = _by_population(groups, relations)
    if not merged:
        return Interval.exactly(0)
    merged.sort(key=lambda group: (-group.count.low, group.population))
    low = 0
    for index, group in enumerate(merged):
        shared = sum(_shared_at_most(group, earlier, relations) for earlier in merged[:index])
        low += max(0, group.count.low - shared)
    highs = [group.count.high for group in merged]
    high = None if any(one is None for one in highs) else sum(one for one in highs if one is not None)
    return Interval(low, None if high is None else max(low, high))


def _by_population(groups: Iterable[Group], relations: Overlap) -> list[Group]:
    together: dict[str, list[Group]] = {}
    for position, group in enumerate(sorted(groups, key=lambda item: item.order)):
        name = _representative(group.population, relations) if group.population else f"?{position}"
        together.setdefault(name, []).append(group)
    return [_one_population(name, members) for name, members in sorted(together.items())]


def _representative(population: str, relations: Overlap) -> str:
    """The first of all populations that are declared the same as this one."""
    same = {population}
    waiting = [population]
    while waiting:
        here = waiting.pop()
        for (one, other), relation in relations.items():
            if one == here and relation == "same" and other not in same:
                same.add(other)
                waiting.append(other)
    return min(same)


def _one_population(name: str, members: list[Group]) -> Group:
    low = max(group.count.low for group in members)
    highs = [group.count.high for group in members]
    stocks = [group.stock.high for group in members if group.stock.high is not None]
    total = None if any(one is None for one in highs) else sum(one for one in highs if one is not None)
    bounds = [
        bound
        for bound in (total, min(stocks) if stocks and not name.startswith("?") else None)
        if bound is not None
    ]
    high = max(low, min(bounds)) if bounds else None
    return Group("" if name.startswith("?") else name, Interval(low, high), NOTHING_KNOWN)


def _shared_at_most(group: Group, other: Group, relations: Overlap) -> int:
    if not group.population or not other.population:
        return group.count.low
    relation = relations.get((group.population, other.population), "unknown")
    if relation == "disjoint":
        return 0
    return min(group.count.low, relation) if isinstance(relation, int) else group.count.low
