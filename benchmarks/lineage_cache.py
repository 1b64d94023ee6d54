"""How much faster a text is whose answer is kept: `python benchmarks/lineage_cache.py [CASES.jsonl]`.

Reads the statements of the tests, and those of files of requests where any are named, without and with kept answers; those
of files have a row of their own, because the tests are shorter than what people write. Each
time is the best of several rounds in one process; `warm` takes all that a lookup does: hashing the text, asking the file
on the disk, checking what is found, and making the statements of it.
"""

import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tests.lineage.test_statements import cases

from kuajing.lineage.answers import request_of
from kuajing.lineage.movement import answered
from kuajing.lineage.remembering import Remembered
from kuajing.lineage.request import Request
from kuajing.source.kept import KeptAnswers, kept_answers

ROUNDS = 5
BOUNDS = (0, 24, 60, 200, 600, 2_000, 10_000_000)


def of_tests() -> list[Request]:
    return [Request(case.sql, case.dialect, case.schema, with_queries=True) for case in cases()]


def of_files() -> list[Request]:
    found = []
    for path in sys.argv[1:]:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            asked = request_of(json.loads(line))
            assert isinstance(asked, Request)
            found.append(asked)
    return found


def best(read: Callable[[Request], object], asked: list[Request]) -> list[float]:
    times = [float("inf")] * len(asked)
    for _ in range(ROUNDS):
        for number, request in enumerate(asked):
            started = time.perf_counter()
            read(request)
            times[number] = min(times[number], time.perf_counter() - started)
    return times


def opened(folder: str) -> KeptAnswers:
    store = kept_answers(Path(folder))
    assert store is not None
    return store


def main() -> None:
    gc.set_threshold(50_000, 20, 50)  # as the command line does
    from_files = of_files()
    asked = [*of_tests(), *from_files]
    with tempfile.TemporaryDirectory() as folder:
        store = opened(folder)
        remembered = Remembered(store, "benchmark")
        for request in asked:
            remembered.keep(request, answered(request))
        store.close()
        store = opened(folder)
        remembered = Remembered(store, "benchmark")
        gc.freeze()  # likewise
        known = [request for request in asked if remembered.find(request) is not None]
        assert all(remembered.find(request) == answered(request).statements for request in known)
        print(f"{len(asked)} texts, {len(known)} kept; times in microseconds\n")
        cold, warm = best(answered, known), best(remembered.find, known)
        store.close()
    print("| characters | texts | cold | warm | times faster |\n| --- | --- | --- | --- | --- |")
    for least, most in pairwise(BOUNDS):
        chosen = [number for number, request in enumerate(known) if least <= len(request.text) < most]
        if chosen:
            row(
                f"{least} to {most}", [cold[number] for number in chosen], [warm[number] for number in chosen]
            )
    row("all", cold, warm)
    places = {id(request) for request in from_files}
    named = [number for number, request in enumerate(known) if id(request) in places]
    if named:
        row("all of files", [cold[number] for number in named], [warm[number] for number in named])


def row(name: str, cold: list[float], warm: list[float]) -> None:
    count = len(cold)
    print(
        f"| {name} | {count} | {1e6 * sum(cold) / count:.0f} | {1e6 * sum(warm) / count:.1f} | {sum(cold) / sum(warm):.0f} |"
    )


if __name__ == "__main__":
    main()
