"""Requests read here or by workers, whichever is faster; the answers are the same and come in order."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuajing.lineage.movement import Answer
    from kuajing.lineage.remembering import Remembered
    from kuajing.lineage.request import Request
    from kuajing.model.lineage import Statement

MANY_STATEMENTS = 1_000
MANY_CHARACTERS = 150_000
"""From either on, starting workers costs less than they save."""
MANY_BYTES = 500_000
"""The same for lines of JSON, which hold schemas too."""

SECONDS = 10.0
"""The limit of a statement, where nobody sets one."""


def workers_here() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _are_many(requests: Sequence["Request"]) -> bool:
    """Whether requests are worth workers: a guess from their size, which reading them would only correct."""
    statements = sum(request.text.count(";") + 1 for request in requests)
    return len(requests) > 1 and (
        statements >= MANY_STATEMENTS or sum(len(request.text) for request in requests) >= MANY_CHARACTERS
    )


def statements_of(
    requests: Sequence["Request"],
    jobs: int | None = None,
    seconds: float = SECONDS,
    remembered: "Remembered | None" = None,
) -> "Iterator[tuple[Statement, ...]]":
    """The statements of each request, in order; `jobs` are the workers wanted, None as many as help."""
    known = [remembered.find(request) if remembered else None for request in requests]
    unknown = [request for request, answer in zip(requests, known, strict=True) if answer is None]
    count = jobs or (workers_here() if _are_many(unknown) else 1)
    read = _read_here(unknown) if count == 1 or not unknown else _read_by_workers(unknown, count, seconds)
    for request, answer in zip(requests, known, strict=True):
        if answer is not None:
            yield answer
            continue
        found = next(read)
        if remembered:
            remembered.keep(request, found)
        yield found.statements


def _read_here(requests: Sequence["Request"]) -> "Iterator[Answer]":
    from kuajing.lineage.movement import answered  # noqa: PLC0415  loads sqlglot

    return map(answered, requests)


def _read_by_workers(requests: Sequence["Request"], count: int, seconds: float) -> "Iterator[Answer]":
    from kuajing.cli.pool import Limits, Pool  # noqa: PLC0415  loads multiprocessing
    from kuajing.lineage.movement import answered  # noqa: PLC0415  loads sqlglot

    early: dict[int, Answer] = {}
    given = wanted = 0
    with Pool(Limits(count, seconds)) as pool:
        while wanted < len(requests):
            while given < len(requests) and pool.is_free:
                pool.give(given, requests[given])
                given += 1
            for ticket, answer in pool.wait():
                early[ticket] = answer or answered(requests[ticket])
            while wanted in early:
                yield early.pop(wanted)
                wanted += 1
