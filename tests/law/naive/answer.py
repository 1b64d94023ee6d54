"""The answer of the oracle: every rule is run over every value of the unknown facts that it asks for."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, TypeVar

from tests.law.naive.breaches import VIOLATIONS
from tests.law.naive.citations import least, of_outcome
from tests.law.naive.contest import FLAGS, uncontested
from tests.law.naive.days import day
from tests.law.naive.duties import DUTIES
from tests.law.naive.facts import CBDF, Blank, Facts, Tried
from tests.law.naive.route import Decision, decide
from tests.law.naive.values import CLASS_V, values_of

T = TypeVar("T")
MOST_FORKS = 200
Runs = list[tuple[Tried, T]]
Rules = Mapping[str, Runs[bool]]


class TooMany(Exception):  # noqa: N818  a limit of the oracle, no fault of the case
    """More combinations of unknown facts than the oracle tries."""


def runs(f: Facts, rule: Callable[[Facts], T]) -> Runs[T]:
    """What a rule answers, for every combination of values of the unknown facts that it asks for."""
    try:
        return [(f.tried, rule(f))]
    except Blank as blank:
        path = blank.path
    f.left[0] -= 1
    if f.left[0] < 0:
        raise TooMany(path)
    return [run for value in values_of(path, f) for run in runs(f.supposing(path, value), rule)]


def always(found: Runs[Any]) -> bool:
    return all(outcome is True for _, outcome in found)


def settling(found: Runs[Any], asked: frozenset[str] | None = None) -> set[str]:
    """Every path such that two runs that differ in it alone give different outcomes; of those asked, where some are."""
    by_outcome: dict[Hashable, list[dict[str, Any]]] = {}
    for tried, outcome in found:
        by_outcome.setdefault(outcome, []).append(dict(tried))
    tried_at_all = {path for runs_of_one in by_outcome.values() for one in runs_of_one for path in one}
    wanted = tried_at_all if asked is None else tried_at_all & asked
    settled: set[str] = set()
    for one, two in combinations(by_outcome.values(), 2):
        for left in one:
            for right in two:
                if settled == wanted:
                    return settled
                path = only_difference(left, right)
                if path in wanted:
                    settled.add(path)
    return settled


def given_alone(found: Runs[bool], of_v: frozenset[str]) -> Runs[bool]:
    """The runs as far as class U goes: what rests on an unknown fact of class V is not reported."""
    groups: dict[Tried, list[bool]] = {}
    for tried, outcome in found:
        groups.setdefault(tuple(one for one in tried if one[0] not in of_v), []).append(outcome)
    return [(tried, all(outcomes)) for tried, outcomes in groups.items()]


def only_difference(left: Mapping[str, Any], right: Mapping[str, Any]) -> str:
    """The one path on which two runs that both tried it differ; empty where there is none, or a second."""
    found = ""
    for path, value in left.items():
        if path in right and right[path] != value:
            if found:
                return ""
            found = path
    return found


def over(decided: Runs[Decision], f: Facts, rule: Callable[[Facts, Decision], T]) -> Runs[T]:
    """What a rule answers in every run that led to a decision."""
    return [run for tried, decision in decided for run in after(f.trying(tried), decision, rule)]


def after(f: Facts, decision: Decision, rule: Callable[[Facts, Decision], T]) -> Runs[T]:
    return runs(f, lambda trying: rule(trying, decision))


def open_in(tried: Tried, duties: Rules, violations: Rules) -> Iterator[str]:
    """The facts of class V that leave a duty or a violation open in one run."""
    for rules, settles in ((duties, settling), (violations, settling_violation)):
        for found in rules.values():
            own = [(more, outcome) for more, outcome in found if more[: len(tried)] == tried]
            yield from settles(own, CLASS_V)


STATUS = "flow.status"


def settling_violation(found: Runs[Any], asked: frozenset[str] | None = None) -> set[str]:
    """Where the status is unknown the flow is treated as planned: the status alone is open, if live would matter."""
    if not any(STATUS in dict(tried) for tried, _ in found):
        return settling(found, asked)
    return settling(found, frozenset({STATUS}) if asked is None else asked & {STATUS})


def common(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*sets)


def naive_answer(case: Mapping[str, Any], most: int = MOST_FORKS) -> dict[str, Any]:
    f = Facts(day(str(case["as_of"])), case["facts"], [most])
    decided = runs(f, decide)
    routes = {decision.route for _, decision in decided}
    exemptions = {decision.exemption for _, decision in decided}
    settled = len(routes) == 1
    duties = {name: over(decided, f, rule) for name, rule in DUTIES.items()}
    violations = {name: over(decided, f, rule) for name, rule in VIOLATIONS.items()}
    flags = {name: over(decided, f, rule) for name, rule in FLAGS.items()}
    due = frozenset(name for name, found in duties.items() if always(found))
    wanting = frozenset(name for name, found in violations.items() if always(found))
    readings = {name: [reading for _, reading in found] for name, found in flags.items()}
    raised = {
        name: [reading for reading in found if reading is not None]
        for name, found in readings.items()
        if None not in found
    }
    alternatives = common(frozenset(r) for _, r in over(decided, f, uncontested))
    approved = any(decision.behind for _, decision in decided)
    for name, others in raised.items():
        # Beside an approval no other route is open: the approval stays needed whatever the other reading.
        if name != "count_after_deletion" and not approved:
            alternatives |= common(frozenset(reading) for reading in others)
    touched = {name for name, found in flags.items() if any(reading is not None for _, reading in found)}
    named = alternatives.union(
        *(r for _, r in over(decided, f, uncontested)),
        *(r for found in flags.values() for _, r in found if r is not None),
    )
    if len(decided) == 1:
        touched, named = set(raised), alternatives
    unsettled = settling([(tried, decision.route) for tried, decision in decided])
    if settled:
        of_v = CLASS_V - ({"handler.pi_handled_total"} if f.as_of < CBDF else set())
        for found in duties.values():
            unsettled |= settling(given_alone(found, of_v)) | settling(found, of_v)
        for found in violations.values():
            unsettled |= settling_violation(given_alone(found, of_v)) | settling_violation(found, of_v)
    beyond = [] if settled else [path for tried, _ in decided for path in open_in(tried, duties, violations)]
    only = next(iter(exemptions)) if settled and len(exemptions) == 1 else None
    route = routes.pop() if settled else "undetermined"
    ordinary = {decision.ordinary.route for _, decision in decided}
    citations = common(keys for _, keys in over(decided, f, least))
    return {
        "route": route,
        "exemption": only,
        "duties": sorted(due),
        "violations": sorted(wanting),
        "contested_points": sorted(raised),
        "alternatives": sorted(alternatives),
        "possible": [] if settled else sorted(routes),
        "unsettled": sorted(unsettled),
        "may_be_exemption": [only, *exemptions] if settled else [None],
        "may_be_contested_points": sorted(touched),
        "may_be_alternatives": sorted(named),
        "may_be_unsettled": sorted(unsettled.union(beyond)),
        "citations": sorted(citations | of_outcome(f, "gba_standard_contract" in ordinary, due, wanting)),
    }
