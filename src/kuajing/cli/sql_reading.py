"""Requests read here or by workers, whichever is faster; the answers are the same and come in order."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuajing.cli.pool import Limits
    from kuajing.lineage.movement import Answer
    from kuajing.lineage.request import Request

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


def are_many(requests: Sequence["Request"]) -> bool:
    """Whether requests are worth workers: a guess from their size, which reading them would only correct."""
    statements = sum(request.text.count(";") + 1 for request in requests)
    return len(requests) > 1 and (
        statements >= MANY_STATEMENTS or sum(len(request.text) for request in requests) >= MANY_CHARACTERS
    )


def answers(requests: Sequence["Request"], limits: "Limits | None") -> "Iterator[Answer]":
    """The answer to each request, in order; without limits all are read in this process."""
    from kuajing.lineage.movement import answered  # noqa: PLC0415  loads sqlglot

    if limits is None:
        yield from map(answered, requests)
        return
    from kuajing.cli.pool import Pool  # noqa: PLC0415  loads multiprocessing

    early: dict[int, Answer] = {}
    given = wanted = 0
    with Pool(limits) as pool:
        while wanted < len(requests):
            while given < len(requests) and pool.is_free:
                pool.give(given, requests[given])
                given += 1
            for ticket, answer in pool.wait():
                early[ticket] = answer or answered(requests[ticket])
            while wanted in early:
                yield early.pop(wanted)
                wanted += 1
