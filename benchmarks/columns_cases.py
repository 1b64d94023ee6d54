"""Scores the classifier on labelled columns: `python benchmarks/columns_cases.py PATH`.

A row says `expected` (a category, `none`, or an indicator of important data) and `sensitive`,
`sensitive_gbt35273`. Precision and recall are told at three depths, for personal rows; rows that expect an indicator
are right where the indicator is given.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kuajing.classifiers.answers import answer
from kuajing.source.yaml_text import parse_yaml

_DEPTHS: Mapping[str, Callable[[str], str]] = {
    "personal": lambda category: category.split(".")[0],
    "two levels": lambda category: ".".join(category.split(".")[:2]),
    "category": lambda category: category,
}
_NAIVE = [
    re.compile(text, re.IGNORECASE)
    for text in (
        "name", "phone|mobile|tel", "mail", "addr", "birth|dob", "gender|sex", "age", "passw|pwd", "card", "ip",
        "user", "city", "country", "ssn|passport", "account",
    )
]  # fmt: skip


def main(path: str) -> int:
    (document,) = parse_yaml(path, Path(path).read_text(encoding="utf-8"))
    read: Any = document.plain()
    rows = [(case, answer(case)) for case in read["cases"]]
    for case, got in rows:
        for fault in faults(case, got):
            print(f"{case['id']}  {case['table']}.{case['column']}  {fault}")
    print()
    for name, depth in _DEPTHS.items():
        print(f"{name:<12} {_figures(_counted(rows, depth))}")
    print(f"{'naive':<12} {_figures(_naive(rows))}   (personal, by 15 English patterns)")
    for key in ("sensitive", "sensitive_gbt35273"):
        right = sum(_word(case[key]) == got[key] for case, got in rows)
        print(f"{key:<20} {right} of {len(rows)} = {right / len(rows):.3f}")
    print()
    for kind, (right, total) in sorted(_by_kind(rows).items()):
        print(f"{kind:<20} {right:>3} of {total}")
    return 0 if all(not faults(case, got) for case, got in rows) else 1


def faults(case: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    """What differs between a label and an answer."""
    found = []
    if not _is_right(case, got):
        found.append(
            f"expected {case['expected']}, got {got['category']} {got['important']} by {got['evidence']}"
        )
    found += [
        f"{key}: expected {_word(case[key])}, got {got[key]}"
        for key in ("sensitive", "sensitive_gbt35273")
        if _word(case[key]) != got[key]
    ]
    return found


def _is_right(case: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    expected = case["expected"]
    return expected in got["important"] if expected.startswith("id.") else expected == got["category"]


def _word(label: object) -> object:
    return {True: "yes", False: "no"}.get(label, label) if isinstance(label, bool) else label


def _counted(rows: list[tuple[Any, Any]], depth: Callable[[str], str]) -> Counter[str]:
    """True and false positives and misses; rows that expect an indicator say nothing of categories."""
    counts: Counter[str] = Counter()
    for case, got in rows:
        if case["expected"].startswith("id."):
            continue
        expected, found = depth(case["expected"]), depth(got["category"])
        if found != "none":
            counts["hit" if expected == found else "false"] += 1
        if expected not in ("none", found):
            counts["missed"] += 1
    return counts


def _naive(rows: list[tuple[Any, Any]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for case, _ in rows:
        if case["expected"].startswith("id."):
            continue
        personal, found = case["expected"] != "none", any(one.search(case["column"]) for one in _NAIVE)
        counts["hit"] += personal and found
        counts["false"] += found and not personal
        counts["missed"] += personal and not found
    return counts


def _figures(counts: Counter[str]) -> str:
    precision = counts["hit"] / max(1, counts["hit"] + counts["false"])
    recall = counts["hit"] / max(1, counts["hit"] + counts["missed"])
    return f"precision {precision:.3f}  recall {recall:.3f}"


def _by_kind(rows: list[tuple[Any, Any]]) -> dict[str, tuple[int, int]]:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for case, got in rows:
        kinds[str(case.get("kind", "-"))].append(_is_right(case, got))
    return {kind: (sum(right), len(right)) for kind, right in kinds.items()}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/columns_cases.py PATH")
    sys.exit(main(sys.argv[1]))
