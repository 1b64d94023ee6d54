"""How many people: intervals per transfer, and distinct people over the transfers of a handler."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from kuajing.model.declaration import Population
from kuajing.model.interval import Interval

Overlap = Mapping[tuple[str, str], str | int]

_MOST_WEIGHED = 12
"""Up to this many populations every choice of disjoint ones is weighed, beyond it only the largest."""


@dataclass(frozen=True, slots=True)
class Group:
    """People of one population who may be in a transfer: how many, out of the stock of the dataset that holds them.

    `population` is empty where nothing tells which population they belong to; `holder` names the dataset.
    """

    population: str
    count: Interval
    stock: Interval
    holder: str = ""


def overlaps(populations: Iterable[Population]) -> Overlap:
    """The declared relations between populations, both ways round; of two words for one pair what says more holds.

    Populations that are the same share all their relations.
    """
    table: dict[tuple[str, str], str | int] = {}
    for population in populations:
        for other, relation in population.overlaps:
            for pair in ((population.id, other), (other, population.id)):
                table[pair] = _surer(table.get(pair, "unknown"), relation)
    return table


def _surer(one: str | int, other: str | int) -> str | int:
    if "unknown" in {one, other}:
        return other if one == "unknown" else one
    if "same" in {one, other}:
        return "same"
    bounds = [0 if word == "disjoint" else word for word in (one, other)]
    return min(bound for bound in bounds if isinstance(bound, int))


def distinct(groups: Iterable[Group], relations: Overlap) -> Interval:
    """Distinct people over all groups: at least those who cannot be counted twice, at most the sum.

    People of one population may be the same people; so may those of two populations unless they are declared
    disjoint or their overlap bounded.
    """
    together: dict[str, list[Group]] = {}
    for position, group in enumerate(sorted(groups, key=repr)):
        name = _first_same(group.population, relations) if group.population else ""
        together.setdefault(name or f"?{group.holder or position}", []).append(group)
    counts = {name: _one_population(members) for name, members in together.items()}
    low = _at_least(counts, relations)
    highs = [count.high for count in counts.values()]
    high = None if None in highs else sum(one for one in highs if one is not None)
    return Interval(low, None if high is None else max(low, high))


def _first_same(population: str, relations: Overlap) -> str:
    """The first of all populations that are declared the same as this one."""
    return min(_same(population, relations))


def _same(population: str, relations: Overlap) -> set[str]:
    same = {population}
    waiting = [population]
    while waiting:
        here = waiting.pop()
        for (one, other), relation in relations.items():
            if one == here and relation == "same" and other not in same:
                same.add(other)
                waiting.append(other)
    return same


def _one_population(members: list[Group]) -> Interval:
    """They may all be the same people, or all different, but no more of one stock than it counts.

    Datasets of one population that say the same number all hold it whole: that number is the population's stock.
    """
    low = max(group.count.low for group in members)
    by_stock: dict[tuple[object, ...], list[Group]] = {}
    for position, group in enumerate(members):
        known = (group.population, group.stock.high) if group.population and group.stock.high else None
        by_stock.setdefault(known or (group.holder or position,), []).append(group)
    highs = [_of_one_stock(held) for held in by_stock.values()]
    high = None if None in highs else sum(one for one in highs if one is not None)
    return Interval(low, None if high is None else max(low, high))


def _of_one_stock(members: list[Group]) -> int | None:
    """The sum, or the stock where that is less: save where a year's count shows that more came than are there now."""
    counts = [group.count.high for group in members]
    stocks = [group.stock.high for group in members if group.stock.high is not None]
    total = None if None in counts else sum(one for one in counts if one is not None)
    if not stocks or any(one is not None and one > max(stocks) for one in counts):
        return total
    return max(stocks) if total is None else min(total, max(stocks))


def _at_least(counts: Mapping[str, Interval], relations: Overlap) -> int:
    """The most people that some populations of bounded overlap must make up: what they count less what they share."""
    lows = sorted(
        ((name, count.low) for name, count in counts.items() if count.low),
        key=lambda pair: (-pair[1], pair[0]),
    )[:_MOST_WEIGHED]
    shared = {(one, other): _shared(one, other, relations) for (one, _), (other, _) in combinations(lows, 2)}
    best = 0
    for size in range(1, len(lows) + 1):
        for chosen in combinations(lows, size):
            common = [shared[one, other] for (one, _), (other, _) in combinations(chosen, 2)]
            if None not in common:
                best = max(
                    best, sum(low for _, low in chosen) - sum(one for one in common if one is not None)
                )
    return best


def _shared(one: str, other: str, relations: Overlap) -> int | None:
    """How many people two populations can share at most, None where nothing bounds it."""
    found: list[int] = []
    for first in _same(one, relations):
        for second in _same(other, relations):
            relation = relations.get((first, second), "unknown")
            if relation == "disjoint":
                found.append(0)
            elif isinstance(relation, int):
                found.append(relation)
    return min(found, default=None)
