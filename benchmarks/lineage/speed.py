"""Statements per second of every engine, on the same real statements, in turn within one run.

The machine may be shared, so only ratios are worth keeping: the engines are asked group by group, one after the other,
and the sums of all rounds are compared. Every round has new processes, so that nobody answers from memory; the first
statement of a process, which loads what is loaded late, is not counted.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.lineage.engines import Running
from benchmarks.lineage_cases import read_cases

WANTED = {"datahub": 5.0, "sqllineage-sqlfluff": 7.0, "sqllineage-non-validating": 7.0}
_GROUP = 10
_FIRST = {"id": "first", "schema": {}, "sql": "SELECT a FROM t"}


@dataclass(slots=True)
class Clock:
    """What one engine took, and how it did."""

    inner: float = 0.0
    wall: float = 0.0
    statements: int = 0
    failed: int = 0
    edges: int = 0


def sample(paths: Sequence[Path], size: int) -> list[dict[str, Any]]:
    """Statements taken at even steps through every dialect, as many of each repository as its share asks."""
    cases = [case for path in paths for case in read_cases(path)]
    return cases[:: max(1, len(cases) // size)]


def print_speed(
    cases: list[dict[str, Any]], engines: Sequence[str], work: Path, rounds: int, cache: Path | None
) -> bool:
    """The table of speeds; whether kuajing is as many times faster as wanted."""
    print(f"{len(cases)} statements, {rounds} rounds: {dict(Counter(case['dialect'] for case in cases))}")
    clocks: dict[str, Clock] = defaultdict(Clock)
    for _ in range(rounds):
        _round(cases, engines, work, cache, clocks)
    ours = clocks["kuajing"]
    print("| engine | statements/s | ms each | failed | edges | kuajing is faster | by the wall | wanted |")
    print("| --- " * 8 + "|")
    holds = True
    for engine in engines:
        clock, wanted = clocks[engine], WANTED.get(engine)
        ratio, outside = clock.inner / ours.inner, clock.wall / ours.wall
        holds &= wanted is None or ratio >= wanted
        verdict = f"{wanted:.0f} times {'holds' if ratio >= wanted else 'fails'}" if wanted else ""
        print(
            f"| {engine} | {clock.statements / clock.inner:.0f} | {1000 * clock.inner / clock.statements:.2f}"
            f" | {clock.failed / clock.statements:.1%} | {clock.edges // rounds} | {ratio:.2f} | {outside:.2f} | {verdict} |"
        )
    return holds


def _round(
    cases: list[dict[str, Any]],
    engines: Sequence[str],
    work: Path,
    cache: Path | None,
    clocks: dict[str, Clock],
) -> None:
    running = {engine: Running(engine, work, cache if engine == "kuajing" else None) for engine in engines}
    dialects = sorted({case["dialect"] for case in cases})
    for engine in running.values():
        engine.ask({**_FIRST, "dialect": dialect, "default_db": None} for dialect in dialects)
    for start in range(0, len(cases), _GROUP):
        group = cases[start : start + _GROUP]
        for name, engine in running.items():
            found, wall = engine.ask(group)
            clock = clocks[name]
            clock.inner += sum(one.get("seconds") or 0.0 for one in found)
            clock.wall += wall
            clock.statements += len(found)
            clock.failed += sum(bool(one.get("error")) for one in found)
            clock.edges += sum(len(one.get("column_edges") or ()) for one in found)
    for engine in running.values():
        engine.stop()
