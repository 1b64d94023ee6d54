"""Which unknown facts matter: those of which two values alone lead to different ends."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kuajing.law.procedure import Fork, Run
from kuajing.law.situation import Outcome, Situation
from kuajing.law.values import Value, join, meet


def outcomes(root: Run, situation: Situation) -> dict[Outcome, dict[str, Value]]:
    """Every outcome still possible, with all that the narrowed facts may be on the ways that lead to it."""
    if isinstance(root, Outcome):
        return {root: {}}
    reached: dict[Run, dict[str, Value]] = {root: {}}
    for run in _parents_first(root):
        if isinstance(run, Fork):
            for part, below in run.branches:
                facts = {**reached[run], run.path: part}
                reached[below] = facts if below not in reached else _joined(reached[below], facts)
    found = {run: facts for run, facts in reached.items() if isinstance(run, Outcome)}
    whole = {path: situation.value(path) for facts in found.values() for path in facts}
    return {
        run: {path: value for path, value in facts.items() if value != whole[path]}
        for run, facts in found.items()
    }


def routes_differ(one: Outcome, other: Outcome, _: str) -> bool:
    """Whether two outcomes have different routes, whatever fact they differ in."""
    return one.final_route != other.final_route


def essential(
    root: Run, situation: Situation, differ: Callable[[Outcome, Outcome, str], bool]
) -> frozenset[str]:
    """The facts of which two values, all else the same, lead to outcomes that differ; `differ` is told the fact too."""
    compare = _Compare(situation, differ)
    return frozenset(
        run.path
        for run in _parents_first(root)
        if isinstance(run, Fork)
        and any(
            compare.differ(one, other, run.known, run.path)
            for (_, one), (_, other) in combinations(run.branches, 2)
        )
    )


def _joined(one: Mapping[str, Value], other: Mapping[str, Value]) -> dict[str, Value]:
    return {path: join(one[path], other[path]) for path in one if path in other}


def _parents_first(root: Run) -> Iterator[Run]:
    order: list[Run] = []
    seen: set[Run] = set()

    def visit(run: Run) -> None:
        seen.add(run)
        if isinstance(run, Fork):
            for _, below in run.branches:
                if below not in seen:
                    visit(below)
        order.append(run)

    visit(root)
    return reversed(order)


@dataclass(slots=True)
class _Compare:
    situation: Situation
    apart_in: Callable[[Outcome, Outcome, str], bool]
    done: dict[tuple[Run, Run, str, frozenset[tuple[str, Value]]], bool] = field(default_factory=dict)

    def differ(self, one: Run, other: Run, known: Mapping[str, Value], apart: str) -> bool:
        """Whether some values of the facts lead to different ends, the one fact `apart` free on each side."""
        if one is other:
            return False
        if isinstance(one, Outcome) and isinstance(other, Outcome):
            return self.apart_in(one, other, apart)
        tested = frozenset[str]().union(*(run.below for run in (one, other) if isinstance(run, Fork)))
        key = (one, other, apart, frozenset((path, value) for path, value in known.items() if path in tested))
        if key not in self.done:
            self.done[key] = self._differ(one, other, known, apart)
        return self.done[key]

    def _differ(self, one: Run, other: Run, known: Mapping[str, Value], apart: str) -> bool:
        fork, rest = (one, other) if isinstance(one, Fork) else (other, one)
        if not isinstance(fork, Fork):
            raise TypeError("two outcomes are compared as they are")
        for part, below in fork.branches:
            if fork.path == apart:
                narrowed = known
            else:
                left = meet(known.get(fork.path, self.situation.value(fork.path)), part)
                if left is None:
                    continue
                narrowed = {**known, fork.path: left}
            if self.differ(below, rest, narrowed, apart):
                return True
        return False
