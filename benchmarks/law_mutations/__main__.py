"""Changes the law's data bit by bit and tells which changes no example notices.

`python -m benchmarks.law_mutations [--file PATH]... [--jobs N]`, from the root of the checkout. PATH is below `rules/`
(`law/conditions.yaml`). Each change is one number, one day, one word or one part of a condition. Survivors are told with
their place; those in `equivalents.yaml` are known to make no difference, and why. Exit code 1 where another survives.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby
from multiprocessing import get_context
from os import cpu_count

from benchmarks.law_mutations.choosing import changes_of
from benchmarks.law_mutations.equivalents import equivalents
from benchmarks.law_mutations.judging import REFUSED, Judge, examples, law_files
from benchmarks.law_mutations.mutator import Change

from kuajing.law import load_book

Told = tuple[Change, str | None]


def main() -> int:
    asked = _arguments()
    files = law_files()
    judge = Judge(files, list(examples(load_book())))
    chosen = [change for change in changes_of(files) if not asked.file or change.path in asked.file]
    known = equivalents()
    told = sorted(_judged(judge, chosen, asked.jobs), key=lambda one: (one[0].path, one[0].place))
    print(f"{'file':<44} changes  told  refused  equivalent  survivors")
    survivors: list[Change] = []
    for path, group in groupby(told, key=lambda one: one[0].path):
        survivors += _print_line(path, list(group), known)
    _print_line("all", told, known)
    for change in survivors:
        print(f"{change.place}: {change.name}")
    return 1 if survivors else 0


def _print_line(path: str, told: list[Told], known: frozenset[str]) -> list[Change]:
    alive = [change for change, by in told if by is None]
    new = [change for change in alive if change.name not in known]
    refused = sum(by == REFUSED for _, by in told)
    numbers = (len(told), len(told) - len(alive) - refused, refused, len(alive) - len(new), len(new))
    print(f"{path:<44} {numbers[0]:>7} {numbers[1]:>5} {numbers[2]:>8} {numbers[3]:>11} {numbers[4]:>10}")
    return new


def _judged(judge: Judge, chosen: list[Change], jobs: int) -> Iterator[Told]:
    """What each change is told by; several processes share the work, each with the judge as it was before."""
    if jobs == 1:
        yield from ((change, judge.told_by(change)) for change in chosen)
        return
    with get_context("fork").Pool(jobs, _take, (judge, chosen)) as pool:
        for number, by in pool.imap_unordered(_told, range(len(chosen)), 8):
            yield chosen[number], by


_SHARED: list[tuple[Judge, list[Change]]] = []


def _take(judge: Judge, chosen: list[Change]) -> None:
    _SHARED.append((judge, chosen))


def _told(number: int) -> tuple[int, str | None]:
    judge, chosen = _SHARED[0]
    return number, judge.told_by(chosen[number])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--file", action="append", help="only changes to this file below rules/; may be given again"
    )
    parser.add_argument("--jobs", type=int, default=cpu_count() or 1, help="processes that share the work")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
