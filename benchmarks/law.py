"""Time the law beside the bare C loader of YAML: `python benchmarks/law.py [CASES.yaml]`; exits 1 where a bar is missed.

The loader reads the files that the book is read from into plain values, which is the least any reader of them does. Each
round times everything once; CPU time and its ratio to the loader's of the same round are the medians of the rounds. The
collector of garbage is set as the command line sets it. A verdict is one of all cases of the file, on average.
"""

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from kuajing.law import LawBook, assess
from kuajing.law.answers import answer
from kuajing.law.intake import read_case
from kuajing.law.shipped import compiled_lines, load_book, read_files
from kuajing.law.situation import Condition
from kuajing.source.yaml_text import parse_yaml

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "law" / "data" / "independent_cases.yaml"
FILES = [
    str(path) for path in sorted((ROOT / "rules" / "law").rglob("*.yaml")) if not path.match("*.cases.yaml")
]
ROUNDS = 15
BARS = {"all rules loaded": 0.3, "one verdict": 0.01}


def spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def bare() -> None:
    for path in FILES:
        with open(path, "rb") as file:  # noqa: PTH123  the least that reading costs
            yaml.load(file.read(), Loader=yaml.CSafeLoader)  # noqa: S506  the C form of the safe one


def load() -> LawBook:
    return load_book.__wrapped__()


def linking() -> float:
    """The time to link every condition of a book; walking through a book that is linked takes the rest."""
    book = load()
    return spent(partial(link, book)) - spent(partial(link, book))


def link(part: object) -> None:
    if isinstance(part, Condition):
        assert part.truth
    elif isinstance(part, tuple | dict):
        for one in part.values() if isinstance(part, dict) else part:
            link(one)
    elif is_dataclass(part):
        for field in fields(part):
            link(getattr(part, field.name))


def first_verdict(line: object) -> float:
    """The time of a verdict on a book just loaded: it links what it asks."""
    book = load()
    case = read_case(line, book)
    return spent(lambda: assess(case, book))


def main(path: Path) -> int:
    gc.set_threshold(50_000, 20, 50)
    assert compiled_lines() is not None, "a file of the law was changed and is not compiled yet"
    (document,) = parse_yaml(path.name, path.read_text(encoding="utf-8"))
    lines: Any = [{key: case[key] for key in ("id", "as_of", "facts")} for case in document.plain()]
    book = load_book()
    cases = [read_case(line, book) for line in lines]
    many = len(cases)
    timed: dict[str, Callable[[], float]] = {
        "bare C loader over the same files": lambda: spent(bare),
        "all rules loaded": lambda: spent(load),
        "  every condition of them linked": linking,
        "  read strictly from the YAML": lambda: spent(read_files),
        "one verdict": lambda: spent(lambda: [assess(case, book) for case in cases]) / many,
        "  from a line to plain values": lambda: spent(lambda: [answer(line) for line in lines]) / many,
        "  the first on a book just loaded": lambda: first_verdict(lines[0]),
    }
    rounds = [{name: time_of() for name, time_of in timed.items()} for _ in range(ROUNDS)]
    print(f"{many} cases\n{'':36}{'CPU ms':>8}{'of the loader':>15}{'at most':>9}")
    missed = False
    for name in timed:
        ratio = median(one[name] / one["bare C loader over the same files"] for one in rounds)
        bar = BARS.get(name)
        missed |= bar is not None and ratio > bar
        limit = "" if bar is None else f"{bar:g}"
        print(f"{name:36}{median(one[name] for one in rounds) * 1000:8.2f}{ratio:15.4f}{limit:>9}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else CASES))
