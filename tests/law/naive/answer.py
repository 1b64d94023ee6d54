"""The answer of the oracle: every rule is run over every value of the unknown facts that it asks for."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import combinations
from typing import Any, TypeVar

from tests.law.naive.breaches import VIOLATIONS
from tests.law.naive.citations import least, of_outcome
from tests.law.naive.contest import FLAGS, uncontested
from tests.law.naive.days import day
from tests.law.naive.duties import DUTIES
from tests.law.naive.facts import Blank, Facts, Tried
from tests.law.naive.route import Decision, decide
from tests.law.naive.values import values_of

T = TypeVar("T")
Runs = list[tuple[Tried, T]]


def runs(f: Facts, rule: Callable[[Facts], T]) -> Runs[T]:
    """What a rule answers, for every combination of values of the unknown facts that it asks for."""
    try:
        return [(f.tried, rule(f))]
    except Blank as blank:
        path = blank.path
    return [
        run for value in values_of(path, f) for run in runs(f.supposing(path, value), rule)
    ]


def always(found: Runs[Any]) -> bool:
    return all(outcome is True for _, outcome in found)


def settling(found: Runs[Any]) -> set[str]:
    """Every path such that two runs that differ in it alone give different outcomes."""
    by_outcome: dict[Hashable, list[dict[str, Any]]] = {}
    for tried, outcome in found:
        by_outcome.setdefault(outcome, []).append(dict(tried))
    return {
        path
        for one, two in combinations(by_outcome.values(), 2)
        for left in one
        for right in two
        for path in only_difference(left, right)
    }


def only_difference(left: Mapping[str, Any], right: Mapping[str, Any]) -> list[str]:
    differing = [path for path in left if path in right and left[path] != right[path]]
    return differing if len(differing) == 1 else []


def over(decided: Runs[Decision], f: Facts, rule: Callable[[Facts, Decision], T]) -> Runs[T]:
    return [
        run
        for tried, decision in decided
        for run in runs(Facts(f.as_of, f.given, tried), lambda g, d=decision: rule(g, d))
    ]


def common(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*sets)


def naive_answer(case: Mapping[str, Any]) -> dict[str, Any]:
    f = Facts(day(str(case["as_of"])), case["facts"])
    decided = runs(f, decide)
    routes = {decision.route for _, decision in decided}
    exemptions = {decision.exemption for _, decision in decided}
    settled = len(routes) == 1
    duties = {name: over(decided, f, rule) for name, rule in DUTIES.items()}
    violations = {name: over(decided, f, rule) for name, rule in VIOLATIONS.items()}
    flags = {name: over(decided, f, rule) for name, rule in FLAGS.items()}
    due = frozenset(name for name, found in duties.items() if always(found))
    wanting = frozenset(name for name, found in violations.items() if always(found))
    raised = {
        name: [reading for _, reading in found]
        for name, found in flags.items()
        if all(reading is not None for _, reading in found)
    }
    alternatives = common(frozenset(r) for _, r in over(decided, f, uncontested))
    for name, readings in raised.items():
        if name != "count_after_deletion":
            alternatives |= common(frozenset(reading) for reading in readings)
    unsettled = settling([(tried, decision.route) for tried, decision in decided])
    if settled:
        for found in (*duties.values(), *violations.values()):
            unsettled |= settling(found)
    route = routes.pop() if settled else "undetermined"
    citations = common(keys for _, keys in over(decided, f, least))
    return {
        "route": route,
        "exemption": exemptions.pop() if settled and len(exemptions) == 1 else None,
        "duties": sorted(due),
        "violations": sorted(wanting),
        "contested_points": sorted(raised),
        "alternatives": sorted(alternatives),
        "possible": [] if settled else sorted(routes),
        "unsettled": sorted(unsettled),
        "citations": sorted(citations | of_outcome(f, route, due, wanting)),
    }
