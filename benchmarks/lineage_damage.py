"""Damages valid SQL at random and holds the lineage engine to its promise: no crash, no hang, nothing lost in silence.

    python -m benchmarks.lineage_damage CASES [CASES ...] [--count 100000] [--seed 1] [--limit 10]

CASES are files of labelled cases, one JSON object a line. Each statement is nested in itself, cut off, or has bytes
changed, taken out or put in. Prints how many of each kind were read, the slowest, and every one that broke the promise.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.lineage_cases import read_cases

from kuajing.lineage.movement import read_movement
from kuajing.model.lineage import Statement

_DEPTHS = (1, 2, 5, 20, 60, 140, 300, 1000)
_SIGNS = b"'\"`()[]{};,.-/*$#@: \n\\\x00"
_MOVING = frozenset(
    {
        "insert",
        "replace",
        "merge",
        "update",
        "delete",
        "upsert",
        "copy",
        "unload",
        "export",
        "outfile",
    }
)
"""Kinds of statement that move something as long as anything is left of them."""


def nested(source: random.Random, sql: str) -> str:
    """The statement with its query, an expression or a bracket nested many times, or joined to itself."""
    depth, start = source.choice(_DEPTHS), sql.lower().find("select")
    if start < 0:
        bracket = sql.find("(")
        return sql if bracket < 0 else sql[:bracket] + "(" * depth + sql[bracket:] + ")" * depth
    head, query = sql[:start], sql[start:].rstrip("; \n")
    return source.choice(
        (
            head + "SELECT * FROM (" * depth + query + ") x" * depth,  # noqa: S608  read, never run
            head
            + query.replace("SELECT ", "SELECT " + "COALESCE(" * depth + "a" + ", 1)" * depth + " AS z, ", 1),
            head + " UNION ALL ".join([query] * min(depth, 60)),
            head + query + " WHERE " + "NOT (" * depth + "a = 1" + ")" * depth,
        )
    )


def cut(source: random.Random, sql: str) -> str:
    """The statement without its end, or without its beginning."""
    place = source.randrange(len(sql))
    return sql[:place] if source.random() < 0.7 else sql[place:]


def flipped(source: random.Random, sql: str) -> str:
    """The statement with some of its bytes changed, missing or added; what is no UTF-8 then is replaced."""
    data = bytearray(sql.encode())
    for _ in range(source.choice((1, 1, 2, 5, 20))):
        place = source.randrange(len(data)) if data else 0
        match source.randrange(3):
            case 0 if data:
                data[place] = source.randrange(256)
            case 1:
                del data[place : place + source.choice((1, 1, 3))]
            case _:
                data[place:place] = bytes([source.choice(_SIGNS)])
    return data.decode("utf-8", "replace")


DAMAGES: tuple[Callable[[random.Random, str], str], ...] = (nested, cut, flipped)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One damaged text: what became of it, how long that took, and what of the promise was broken."""

    damage: str
    dialect: str
    text: str
    seconds: float
    fault: str


def outcomes(cases: Sequence[Mapping[str, Any]], count: int, seed: int, limit: float) -> Iterator[Outcome]:
    """What becomes of `count` damaged statements; the same for the same seed, but for the seconds."""
    source = random.Random(seed)  # noqa: S311  chance to be repeated, no secret
    for _ in range(count):
        case, damage = source.choice(cases), source.choice(DAMAGES)
        text = damage(source, case["sql"])
        started = time.perf_counter()
        try:
            fault = "; ".join(_silent(text, case))
        except Exception as error:  # noqa: BLE001  any exception is what is looked for
            fault = f"crash: {type(error).__name__}: {error}"
        seconds = time.perf_counter() - started
        if seconds > limit:
            fault = f"{fault} took {seconds:.1f} s".strip()
        yield Outcome(damage.__name__, case["dialect"], text, seconds, fault)


def _silent(text: str, case: Mapping[str, Any]) -> Iterator[str]:
    """The statements that could move something, of which neither a movement nor a doubt was told."""
    schema = {tuple(table.split(".")): tuple(columns) for table, columns in case["schema"].items()}
    for statement in read_movement(text, dialect=case["dialect"], schema=schema, with_queries=True):
        if statement.kind in _MOVING and not _is_told(statement):
            yield f"silent: {statement.kind} at line {statement.line}"


def _is_told(statement: Statement) -> bool:
    """Whether anything was said of a statement: what it moves, the tables it touches, or why that is not known."""
    return bool(
        statement.edges
        or statement.influences
        or statement.endpoints
        or statement.reasons
        or statement.writes
        or statement.reads
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds a statement may take")
    arguments = parser.parse_args()
    counted: dict[str, int] = {}
    faults, slowest = 0, Outcome("", "", "", 0.0, "")
    cases = [case for path in arguments.cases for case in read_cases(path)]
    for outcome in outcomes(cases, arguments.count, arguments.seed, arguments.limit):
        counted[outcome.damage] = counted.get(outcome.damage, 0) + 1
        slowest = max(slowest, outcome, key=lambda one: one.seconds)
        if outcome.fault:
            faults += 1
            print(f"--- {outcome.damage} {outcome.dialect}: {outcome.fault}\n{outcome.text[:400]}")
    print(f"slowest, {slowest.seconds:.2f} s, {slowest.damage} {slowest.dialect}:\n{slowest.text[:400]}")
    print(f"{counted}; {faults} broke the promise")
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
