"""Scores lineage answers over a file of labelled cases, one JSON object a line.

    python benchmarks/lineage_cases.py PATH [--misses]

Prints by dialect: exact cases, F1 of column edges, share of right tags, F1 of indirect edges, endpoints found. Names
are compared without quotes and case; two names are one table when one ends with the other.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kuajing.lineage.answers import answer

Edge = tuple[str, ...]


@dataclass
class Count:
    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, expected: set[Any], actual: set[Any]) -> None:
        self.right += len(expected & actual)
        self.extra += len(actual - expected)
        self.missed += len(expected - actual)

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass
class Score:
    cases: int = 0
    exact: int = 0
    silent: int = 0
    needlessly_unresolved: int = 0
    edges: Count = field(default_factory=Count)
    tables: Count = field(default_factory=Count)
    indirect: Count = field(default_factory=Count)
    endpoints: Count = field(default_factory=Count)
    tags: Count = field(default_factory=Count)
    seconds: float = 0.0


def plain(name: str) -> str:
    name = "".join(sign for sign in str(name) if sign not in '`"[]#').strip().strip("'").lower()
    return name.removeprefix("<default>.").removeprefix("main.")


def aligned(found: Iterable[str], expected: set[str]) -> dict[str, str]:
    names = {}
    for name in found:
        alike = [
            other
            for other in expected
            if other and name and (other.endswith("." + name) or name.endswith("." + other))
        ]
        names[name] = name if name in expected or len(alike) != 1 else alike[0]
    return names


def compare(case: dict[str, Any], result: dict[str, Any], score: Score) -> bool:
    expected = {tuple(map(plain, edge)) for edge in case["column_edges"]}
    actual = [tuple(map(plain, edge)) for edge in result["column_edges"]]
    mine = {edge[0] for edge in actual} | {edge[2] for edge in actual}
    mine |= {plain(item[place]) for item in result["indirect_edges"] for place in (0, 2)}
    theirs = {edge[0] for edge in expected} | {edge[2] for edge in expected}
    theirs |= {plain(item[place]) for item in case.get("indirect_edges") or [] for place in (0, 2)}
    names = aligned(mine, theirs)
    edges = {
        (names[a], b, names[c], d): tag
        for (a, b, c, d), tag in zip(actual, result["transforms"], strict=True)
    }
    optional = {tuple(map(plain, edge)) for edge in case.get("optional_edges") or []}
    wanted, got = expected - (optional - set(edges)), set(edges) - (optional - expected)
    score.edges.add(wanted, got)
    if case.get("transforms"):
        tags = dict(
            zip(
                map(tuple, ([plain(x) for x in e] for e in case["column_edges"])),
                case["transforms"],
                strict=True,
            )
        )
        common = wanted & got
        score.tags.add({(edge, tags[edge]) for edge in common}, {(edge, edges[edge]) for edge in common})
    if case.get("indirect_edges") is not None:
        score.indirect.add(
            {tuple(map(plain, item)) for item in case["indirect_edges"]},
            {(names[plain(a)], plain(b), names[plain(c)]) for a, b, c in result["indirect_edges"]},
        )
    sides = [("tables_in", "in"), ("tables_out", "out")]
    known = {(side, plain(name)) for key, side in sides for name in case.get(key) or []}
    said = {(side, plain(name)) for key, side in sides for name in result[key]}
    alike = aligned({name for _, name in said}, {name for _, name in known})
    score.tables.add(known, {(side, alike[name]) for side, name in said})
    if case.get("endpoints") is not None:
        score.endpoints.add(
            *({_endpoint(item) for item in items} for items in (case["endpoints"], result["endpoints"]))
        )
    exact = wanted == got
    score.silent += bool(wanted - got) and not result["unresolved"]
    score.needlessly_unresolved += exact and bool(result["unresolved"])
    return exact


def _endpoint(item: dict[str, str]) -> tuple[str, ...]:
    return (
        plain(item["table"]),
        *(item.get(key) or "" for key in ("direction", "kind", "address", "region")),
    )


def main() -> None:
    cases = [
        json.loads(line)
        for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    scores: dict[str, Score] = defaultdict(Score)
    for case in cases:
        result = answer(case, time.perf_counter)
        local = Score()
        exact = compare(case, result, local)
        for score in (scores[case["dialect"] or "generic"], scores["all"]):
            score.cases += 1
            score.exact += exact
            score.seconds += result["seconds"]
            compare(case, result, score)
        whole = exact and all(
            not (c.extra or c.missed) for c in (local.tags, local.indirect, local.endpoints, local.tables)
        )
        if "--misses" in sys.argv and not (whole and not local.needlessly_unresolved):
            print(f"--- {case['id']} ({case['dialect']}): {case['sql'][:1500]}")
            for key in (
                "tables_in",
                "tables_out",
                "column_edges",
                "transforms",
                "indirect_edges",
                "endpoints",
            ):
                if sorted(map(str, case.get(key) or [])) != sorted(map(str, result[key])):
                    print(f"    {key}\n      expected {case.get(key)}\n      actual   {result[key]}")
            print(f"    unresolved {result['unresolved']}")
    print(
        "| dialect | cases | exact | edges F1 | tables F1 | tags | indirect F1 | endpoints | silent | needless | ms |"
    )
    print("| --- " * 11 + "|")
    for dialect, s in sorted(scores.items(), key=lambda item: (item[0] == "all", item[0])):
        endpoints = f"{s.endpoints.right}/{s.endpoints.right + s.endpoints.missed} +{s.endpoints.extra}"
        print(
            f"| {dialect} | {s.cases} | {s.exact} | {s.edges.f1:.3f} | {s.tables.f1:.3f} | {s.tags.f1:.3f} | {s.indirect.f1:.3f}"
            f" | {endpoints} | {s.silent} | {s.needlessly_unresolved} | {1000 * s.seconds / s.cases:.1f} |"
        )


if __name__ == "__main__":
    main()
