"""Patterns of tables, columns and topics as Java writes them, run in time that grows with the text alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kuajing.readers.connect.pattern_text import (
    Group,
    Node,
    Repeat,
    Sign,
    Unsupported,
    parsed,
)

_MOST_STEPS = 1_024
_MOST_WILDCARDS = 64
_LONGEST = 512
_DOLLAR = re.compile(r"\\(.)|\$(\d)|\$\{(\w+)\}", re.DOTALL)

Saves = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a run: a sign to meet, places to go on at, or a place to keep; none of them ends the run."""

    sign: Sign | None = None
    ways: tuple[int, ...] = ()
    kept: int | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready to run."""

    steps: tuple[Step, ...]
    groups: int
    names: Mapping[str, int]

    def groups_of(self, text: str) -> tuple[str, ...] | None:
        """The text of each group, the whole first, where the pattern means the whole text; else None."""
        if len(text) > _LONGEST:
            return None
        threads = list(self._threads(0, (-1,) * (2 * self.groups), 0, set()))
        for at, letter in enumerate(text):
            seen: set[int] = set()
            threads = [
                found
                for place, saves in threads
                if (sign := self.steps[place].sign) is not None and sign.means(letter)
                for found in self._threads(place + 1, saves, at + 1, seen)
            ]
        ends = next((saves for place, saves in threads if place == len(self.steps) - 1), None)
        if ends is None:
            return None
        inner = (text[ends[one] : ends[one + 1]] if ends[one] >= 0 else "" for one in range(0, len(ends), 2))
        return (text, *inner)

    def _threads(self, place: int, saves: Saves, at: int, seen: set[int]) -> Iterator[tuple[int, Saves]]:
        """The places that wait for a sign, the likeliest first."""
        waiting = [(place, saves)]
        while waiting:
            place, saves = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            step = self.steps[place]
            if step.kept is not None:
                waiting.append((place + 1, (*saves[: step.kept], at, *saves[step.kept + 1 :])))
            elif step.ways:
                waiting += [(way, saves) for way in reversed(step.ways)]
            else:
                yield place, saves


@lru_cache(maxsize=1024)
def pattern_of(text: str) -> Pattern | None:
    """The pattern of a text; None for one that uses more than plain patterns do."""
    try:
        tree = parsed(text)
        steps: list[Step] = []
        _compile(tree.root, steps)
    except Unsupported:
        return None
    return Pattern((*steps, Step()), tree.groups, tree.names)


def replaced(pattern: str, replacement: str, text: str) -> str | None:
    """The text that a pattern makes of one that it wholly means; the text itself where it means another.

    None where the pattern cannot be run.
    """
    found = pattern_of(pattern)
    if found is None:
        return None
    groups = found.groups_of(text)
    if groups is None:
        return text

    def put(one: re.Match[str]) -> str:
        if one[1] is not None:
            return str(one[1])
        number = int(one[2]) if one[2] is not None else found.names.get(one[3], -1)
        return groups[number] if 0 <= number < len(groups) else one.group()

    return _DOLLAR.sub(put, replacement)


@lru_cache(maxsize=1024)
def wildcards(text: str) -> tuple[str, ...]:
    """The wildcards that mean at least what a pattern does; `*` for one that cannot be told so.

    A dot that nothing follows counts as itself: names are seldom written with its escape.
    """
    try:
        tree = parsed(text)
        found = tuple(dict.fromkeys(_wild(tree.root)))
    except Unsupported:
        return ("*",)
    return tuple(re.sub(r"\*+", "*", one) for one in found) or ("*",)


def is_plain(text: str) -> bool:
    """Whether a text is a name, which may be written as a pattern that means only it."""
    return not any("*" in one for one in wildcards(text)) and len(wildcards(text)) == 1


def _compile(node: Node, steps: list[Step]) -> None:
    if len(steps) > _MOST_STEPS:
        raise Unsupported
    match node:
        case Sign():
            steps.append(Step(node))
        case Group():
            _compile_group(node, steps)
        case Repeat():
            _compile_repeat(node, steps)


def _compile_group(node: Group, steps: list[Step]) -> None:
    if node.number is not None:
        steps.append(Step(kept=2 * node.number - 2))
    ends: list[int] = []
    for position, way in enumerate(node.ways):
        is_last = position == len(node.ways) - 1
        fork = len(steps)
        if not is_last:
            steps.append(Step())
        for one in way:
            _compile(one, steps)
        if not is_last:
            ends.append(len(steps))
            steps.append(Step())
            steps[fork] = Step(ways=(fork + 1, len(steps)))
    for end in ends:
        steps[end] = Step(ways=(len(steps),))
    if node.number is not None:
        steps.append(Step(kept=2 * node.number - 1))


def _compile_repeat(node: Repeat, steps: list[Step]) -> None:
    for _ in range(node.least):
        _compile(node.inner, steps)
    if node.most is None:
        fork = len(steps)
        steps.append(Step())
        _compile(node.inner, steps)
        steps.append(Step(ways=(fork,)))
        steps[fork] = _fork(fork + 1, len(steps), is_lazy=node.is_lazy)
        return
    forks: list[int] = []
    for _ in range(node.most - node.least):
        forks.append(len(steps))
        steps.append(Step())
        _compile(node.inner, steps)
    for fork in forks:
        steps[fork] = _fork(fork + 1, len(steps), is_lazy=node.is_lazy)


def _fork(on: int, out: int, *, is_lazy: bool) -> Step:
    return Step(ways=(out, on) if is_lazy else (on, out))


def _wild(node: Node) -> Iterator[str]:
    match node:
        case Sign(letter=str(letter)):
            yield letter
        case Sign():
            yield "." if node.is_any else "*"
        case Repeat():
            is_once = node.least == 1 and node.most == 1
            yield from _wild(node.inner) if is_once else ("*",)
        case Group():
            for way in node.ways:
                yield from _together(way)


def _together(way: Iterable[Node]) -> Iterator[str]:
    found = [""]
    for node in way:
        inner = tuple(_wild(node))
        found = [head + tail for head in found for tail in inner]
        if len(found) > _MOST_WILDCARDS:
            raise Unsupported
    yield from found
