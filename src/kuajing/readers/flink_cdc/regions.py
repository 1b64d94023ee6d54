"""Tables that the same rule holds for: what is followed, cut up by the patterns of transforms and routes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kuajing.readers.flink_cdc.patterns import Path, covers, is_pattern, met

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Rule(Generic[R]):
    """What holds for the tables of these patterns; of `sure` ones it is certain that nothing after them is asked."""

    patterns: tuple[Path, ...]
    said: R
    sure: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Region(Generic[R]):
    """Tables of a pattern without those of others, and what holds for them; None where no rule does."""

    pattern: Path
    besides: tuple[Path, ...]
    said: R | None


def followed(included: Iterable[Path], excluded: tuple[Path, ...]) -> Iterator[Region[None]]:
    """The tables that a source is told to follow, without those it is told to leave."""
    for pattern in included:
        if not any(covers(one, pattern) for one in excluded):
            yield Region(pattern, _outside(excluded, pattern), None)


def cut(region: Region[None], rules: Sequence[Rule[R]], *, first_only: bool) -> Iterator[Region[R]]:
    """The parts of a region that each rule holds for, and what none does; of several rules the first, or all."""
    before: tuple[Path, ...] = ()
    for rule in rules:
        for pattern in rule.patterns:
            part = met(region.pattern, pattern)
            taken = before if first_only else ()
            if part is not None and not any(covers(one, part) for one in (*region.besides, *taken)):
                yield Region(part, _outside((*region.besides, *taken), part), rule.said)
        before += rule.sure
    if not any(covers(one, region.pattern) for one in before):
        yield Region(region.pattern, _outside((*region.besides, *before), region.pattern), None)


def _outside(patterns: Iterable[Path], within: Path) -> tuple[Path, ...]:
    """Those of the patterns that take anything away from a region; from a single table nothing can be taken."""
    if not is_pattern(within):
        return ()
    return tuple(dict.fromkeys(one for one in patterns if met(one, within) is not None))
