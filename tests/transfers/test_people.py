from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.model.declaration import Population
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.source.location import Location
from kuajing.transfers.people import Group, Overlap, distinct, overlaps

HERE = Location("flows.yaml")


def group(population: str, low: int, high: int | None, stock: int | None = None, holder: str = "") -> Group:
    return Group(population, Interval(low, high), Interval(0, stock), holder)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([], Interval(0, 0)),
        ([group("m", 10, 20)], Interval(10, 20)),
        ([group("m", 10, 20), group("m", 15, 30)], Interval(15, 50)),
        ([group("m", 10, 20), group("m", 15, None)], Interval(15, None)),
        ([group("m", 10, 10), group("fr", 7, 7)], Interval(17, 17)),
        ([group("m", 10, 10), group("vip", 7, 7)], Interval(14, 17)),
        ([group("m", 10, 10), group("other", 7, 7)], Interval(10, 17)),
        ([group("m", 10, 10), group("members", 12, 12)], Interval(12, 22)),
        ([group("members", 10, 10), group("fr", 7, 7)], Interval(17, 17)),
        ([group("", 10, 10), group("", 7, 7)], Interval(10, 17)),
        ([group("m", 0, 100, 100, "crm"), group("m", 0, 100, 100, "crm")], Interval(0, 100)),
        ([group("m", 0, 100, 100, "crm"), group("m", 0, 40, 40, "oms")], Interval(0, 140)),
        ([group("m", 0, 100, 100, "crm"), group("m", 0, 100, 100, "oms")], Interval(0, 100)),
        ([group("m", 0, 100, 100, "crm"), group("members", 0, 100, 100, "oms")], Interval(0, 200)),
        ([group("", 0, 100, 100, "crm"), group("", 0, 100, 100, "oms")], Interval(0, 200)),
        ([group("", 0, 100, 100, "crm"), group("", 0, 100, 100, "crm")], Interval(0, 100)),
        ([group("m", 150, 150, 100, "crm"), group("m", 0, 100, 100, "crm")], Interval(150, 250)),
    ],
    ids=str,
)
def test_distinct_people_lie_between_those_counted_once_and_the_sum(
    groups: list[Group], expected: Interval
) -> None:
    relations = overlaps(
        [Population("m", HERE, (("fr", "disjoint"), ("members", "same"), ("other", "unknown"), ("vip", 3)))]
    )
    assert expected == distinct(groups, relations)


def test_relations_hold_both_ways_and_what_says_more_holds() -> None:
    declared = [
        Population("a", HERE, (("b", "unknown"), ("c", 9))),
        Population("b", HERE, (("a", "disjoint"),)),
        Population("c", HERE, (("a", 4),)),
    ]
    expected = {("a", "b"): "disjoint", ("b", "a"): "disjoint", ("a", "c"): 4, ("c", "a"): 4}
    assert expected == overlaps(declared)


PEOPLE = st.frozensets(st.integers(0, 11), max_size=8)
NAMES = ("p", "q", "r")


@st.composite
def truths(draw: st.DrawFn) -> tuple[dict[str, frozenset[int]], list[Population]]:
    """Populations as they are, and relations between them that are true."""
    sets = {name: draw(PEOPLE) for name in NAMES}
    if draw(st.booleans()):
        sets["q"] = sets["p"]
    said: dict[str, list[tuple[str, str | int]]] = {name: [] for name in NAMES}
    for one, other in combinations(NAMES, 2):
        shared = len(sets[one] & sets[other])
        words: list[str | int] = ["unknown", shared, shared + 2]
        words += ["disjoint"] if shared == 0 else []
        words += ["same"] if sets[one] == sets[other] else []
        said[one].append((other, draw(st.sampled_from(words))))
    return sets, [Population(name, HERE, tuple(relations)) for name, relations in said.items()]


@st.composite
def counted(draw: st.DrawFn, sets: dict[str, frozenset[int]]) -> list[tuple[Group, frozenset[int]]]:
    """Groups as they are declared, each with the people who are really in it."""
    # Datasets that declare the same number of one population all hold the same people.
    holders: dict[str, tuple[str, frozenset[int]]] = {}
    alike: dict[tuple[str, int], frozenset[int]] = {}
    for name in ("crm", "oms", "app"):
        population = draw(st.sampled_from([*NAMES, ""]))
        everybody = sets.get(population, frozenset(range(12)))
        held = draw(st.frozensets(st.sampled_from(sorted(everybody)) if everybody else st.nothing()))
        holders[name] = (population, alike.setdefault((population, len(held)), held) if population else held)
    found = []
    for _ in range(draw(st.integers(0, 4))):
        holder = draw(st.sampled_from(sorted(holders)))
        population, held = holders[holder]
        people = draw(st.frozensets(st.sampled_from(sorted(held)) if held else st.nothing()))
        low = draw(st.integers(0, len(people)))
        high = draw(st.none() | st.integers(len(people), len(held)))
        stock = draw(st.sampled_from([NOTHING_KNOWN, Interval(0, len(held))]))
        found.append((Group(population, Interval(low, high), stock, holder), people))
    return found


@given(truths(), st.data())
def test_the_bounds_hold_the_true_number(
    truth: tuple[dict[str, frozenset[int]], list[Population]], data: st.DataObject
) -> None:
    sets, declared = truth
    groups = data.draw(counted(sets))
    union = frozenset[int]().union(*(people for _, people in groups))
    bounds = distinct([one for one, _ in groups], overlaps(declared))
    assert bounds.low <= len(union)
    assert bounds.high is None or len(union) <= bounds.high


@given(truths(), st.data())
def test_the_order_of_groups_does_not_matter(
    truth: tuple[dict[str, frozenset[int]], list[Population]], data: st.DataObject
) -> None:
    sets, declared = truth
    groups = [one for one, _ in data.draw(counted(sets))]
    relations = overlaps(declared)
    assert distinct(groups, relations) == distinct(data.draw(st.permutations(groups)), relations)


def within(inner: Interval, outer: Interval) -> bool:
    return inner.low >= outer.low and (
        outer.high is None or (inner.high is not None and inner.high <= outer.high)
    )


@given(truths(), st.data())
def test_counting_people_never_widens_the_bounds(
    truth: tuple[dict[str, frozenset[int]], list[Population]], data: st.DataObject
) -> None:
    sets, declared = truth
    groups = data.draw(counted(sets))
    relations = overlaps(declared)
    before = distinct([one for one, _ in groups], relations)
    known = [
        replace(one, count=Interval.exactly(len(people))) if data.draw(st.booleans()) else one
        for one, people in groups
    ]
    assert within(distinct(known, relations), before)


@given(truths(), st.data())
def test_declaring_a_relation_never_widens_the_bounds(
    truth: tuple[dict[str, frozenset[int]], list[Population]], data: st.DataObject
) -> None:
    sets, declared = truth
    groups = [one for one, _ in data.draw(counted(sets))]
    relations = overlaps(declared)
    one, other = data.draw(st.sampled_from(list(combinations(NAMES, 2))))
    shared = len(sets[one] & sets[other])
    words: list[str | int] = [shared]
    words += ["disjoint"] if shared == 0 else []
    words += ["same"] if sets[one] == sets[other] else []
    more: Overlap = overlaps(
        [*declared, Population(other, HERE, ((one, data.draw(st.sampled_from(words))),))]
    )
    assert within(distinct(groups, more), distinct(groups, relations))
