"""Time the law beside the bare C loader of YAML: `python benchmarks/law.py [CASES.yaml]`; exits 1 where a bar is missed.

The loader reads the files that the book is read from into plain values, which is the least any reader of them does. Times
are CPU time with the collector of garbage set as the command line sets it: the best of several rounds for each file, for
each case and for the whole book. A verdict is one of all cases, on average.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import yaml

from kuajing.law import LawBook, assess
from kuajing.law.answers import answer
from kuajing.law.intake import read_case
from kuajing.law.shipped import compiled_lines, load_book, read_files
from kuajing.law.situation import Condition
from kuajing.source.yaml_text import parse_yaml

ROOT = Path(__file__).parents[1]
MOST_OF_LOADING = 0.3
MOST_OF_A_VERDICT = 0.01
CASES = ROOT / "tests" / "law" / "data" / "independent_cases.yaml"
FILES = [
    str(path) for path in sorted((ROOT / "rules" / "law").rglob("*.yaml")) if not path.match("*.cases.yaml")
]
ROUNDS = 20


def best(work: Callable[[Any], object], things: Iterable[Any], rounds: int = ROUNDS) -> float:
    """The seconds that some things take in all, each at its best."""
    return sum(map(min, zip(*[[spent(work, one) for one in things] for _ in range(rounds)], strict=True)))


def spent(work: Callable[[Any], object], thing: object) -> float:
    start = time.process_time()
    work(thing)
    return time.process_time() - start


def bare(path: str) -> None:
    with open(path, "rb") as file:  # noqa: PTH123  the least that reading costs
        yaml.load(file.read(), Loader=yaml.CSafeLoader)


def load(_: object) -> LawBook:
    return load_book.__wrapped__()


def linking() -> float:
    """The seconds to link every condition of a book: a first walk through it, less a walk through a book that is linked."""
    fresh = [load(None) for _ in range(ROUNDS)]
    first = min(spent(link, book) for book in fresh)
    return first - min(spent(link, book) for book in fresh)


def link(part: object) -> None:
    if isinstance(part, Condition):
        assert part.truth
    elif isinstance(part, tuple | dict):
        for one in part.values() if isinstance(part, dict) else part:
            link(one)
    elif is_dataclass(part):
        for field in fields(part):
            link(getattr(part, field.name))


def main(path: Path) -> int:
    gc.set_threshold(50_000, 20, 50)
    assert compiled_lines() is not None, "a file of the law was changed and is not compiled yet"
    (document,) = parse_yaml(path.name, path.read_text(encoding="utf-8"))
    lines: Any = [{key: case[key] for key in ("id", "as_of", "facts")} for case in document.plain()]
    book = load_book()
    cases = [read_case(line, book) for line in lines]
    loader = best(bare, FILES)
    loading = best(load, [None])
    verdict = best(lambda case: assess(case, book), cases) / len(cases)
    told = best(answer, lines) / len(lines)
    print(f"{len(FILES)} files, {len(cases)} cases\n{'':36}{'CPU ms':>8}{'of the loader':>15}{'at most':>9}")
    row("bare C loader", loader, loader)
    row("all rules loaded", loading, loader, MOST_OF_LOADING)
    row("  every condition of them linked", linking(), loader)
    row("  read strictly from the YAML", best(lambda _: read_files(), [None], 3), loader)
    row("one verdict", verdict, loader, MOST_OF_A_VERDICT)
    row("  from a line to plain values", told, loader)
    row(
        "  the first on a book just loaded",
        min(spent(lambda on: assess(cases[0], on), load(None)) for _ in range(3)),
        loader,
    )
    return 0 if loading <= MOST_OF_LOADING * loader and verdict <= MOST_OF_A_VERDICT * loader else 1


def row(name: str, seconds: float, loader: float, bar: float | None = None) -> None:
    limit = "" if bar is None else f"{bar:g}"
    print(f"{name:36}{seconds * 1000:8.2f}{seconds / loader:15.4f}{limit:>9}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else CASES))
