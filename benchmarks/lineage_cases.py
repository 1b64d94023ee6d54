"""Scores lineage answers over a file of labelled cases, one JSON object a line.

    python benchmarks/lineage_cases.py PATH [--misses]

Prints by dialect: exact cases, F1 of column edges, share of right tags, F1 of indirect edges, endpoints found. Names
are compared without quotes and case; two names are one table when one ends with the other. `benchmarks.lineage` holds
the answers of other engines, and the golden tests of others, to the same measure.
"""

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kuajing.lineage.answers import answer

Case = Mapping[str, Any]
Edge = tuple[str, ...]
Tagged = dict[Edge, str | None]
"""Column edges, each with its transform where the engine says one."""

_UNNAMED = "none"
"""A golden that could not name the source itself: nothing is asked of that column."""

_NUMBERED = re.compile(r"_\d+")
"""How some engines name an output column without a name."""

_DIFFERING = re.compile(r"'[^']*'|\?|\w+\.|\s")


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
    labelled: int = 0
    exact: int = 0
    failed: int = 0
    silent: int = 0
    needlessly_unresolved: int = 0
    edges: Count = field(default_factory=Count)
    tables: Count = field(default_factory=Count)
    indirect: Count = field(default_factory=Count)
    endpoints: Count = field(default_factory=Count)
    tags: Count = field(default_factory=Count)
    seconds: float = 0.0


def plain(name: object) -> str:
    text = "".join(sign for sign in str(name) if sign not in '`"[]#').strip().strip("'").lower()
    return text.removeprefix("<default>.").removeprefix("main.")


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


def edges_of(case: Case, result: Case) -> tuple[set[Edge], Tagged]:
    """The wanted edges and those found, in the same names, without what may be said or left unsaid.

    Left out are columns whose source the golden cannot name, optional edges, and what an engine offers as one of
    several candidates where it is not the right one.
    """
    expected = {tuple(map(plain, edge)) for edge in case["column_edges"]}
    found, candidates = _found(result, expected)
    unnamed = {edge[2:] for edge in expected if edge[0] == _UNNAMED}
    optional = {tuple(map(plain, edge)) for edge in case.get("optional_edges") or []}
    left_out = {edge for edge in expected | set(found) if edge[2:] in unnamed}
    left_out |= {edge for edge in optional if (edge in expected) != (edge in found)}
    left_out |= candidates - expected
    return expected - left_out, {edge: tag for edge, tag in found.items() if edge not in left_out}


def _found(result: Case, expected: set[Edge]) -> tuple[Tagged, set[Edge]]:
    """The edges of an answer in the names of the expected ones, and which of them are mere candidates."""
    edges = [tuple(map(plain, edge)) for edge in result["column_edges"]]
    if expected and not any(edge[2] for edge in expected):
        edges = [(*edge[:2], "", edge[3]) for edge in edges]
    names = aligned(_tables(edges), _tables(expected))
    edges = [(names[a], b, names[c], d) for a, b, c, d in edges]
    columns = _expressions_named(edges, expected)
    edges = [_at_root((*edge[:3], columns.get(edge[3], edge[3])), expected) for edge in edges]
    tags = result.get("transforms") or [None] * len(edges)
    doubts = result.get("ambiguous") or [False] * len(edges)
    candidates = {edge for edge, doubt in zip(edges, doubts, strict=True) if doubt}
    return _without_tables_between(dict(zip(edges, tags, strict=True)), _tables(expected)), candidates


def _tables(edges: Iterable[Edge]) -> set[str]:
    return {name for edge in edges for name in (edge[0], edge[2])}


def _at_root(edge: Edge, expected: set[Edge]) -> Edge:
    """The edge from the whole column where that is wanted and a part of it was found."""
    root = (edge[0], edge[1].split(".")[0], *edge[2:])
    return root if edge not in expected and root in expected else edge


def _expressions_named(edges: Iterable[Edge], expected: set[Edge]) -> dict[str, str]:
    """What the golden calls output columns without a name: every engine spells the expression in its own way."""
    wanted = {edge[3] for edge in expected}
    mine = {edge[3] for edge in edges if not edge[3].isidentifier()} - wanted
    named = {}
    for name in mine:
        alike = [other for other in wanted if _spelt(other) == _spelt(name)]
        numbered = [other for other in wanted if _NUMBERED.fullmatch(other)] if len(mine) == 1 else []
        if len(alike or numbered) == 1:
            named[name] = (alike or numbered)[0]
    return named


def _spelt(expression: str) -> str:
    """An expression without what engines write differently: blanks, table names, literals."""
    return _DIFFERING.sub("", expression)


def _without_tables_between(found: Tagged, known: set[str]) -> Tagged:
    """Edges joined past the tables in the middle that the golden does not name."""
    between = {edge[2] for edge in found} & {edge[0] for edge in found} - known
    between -= {edge[0] for edge in found if edge[0] == edge[2]}
    for table in sorted(between):
        into = [edge for edge in found if edge[2] == table]
        found = {
            joined: tag
            for edge, tag in found.items()
            if edge[2] != table
            for joined in (
                [(*one[:2], *edge[2:]) for one in into if one[3] == edge[1]] if edge[0] == table else [edge]
            )
        }
    return found


def tables_of(case: Case, result: Case) -> tuple[set[Edge], set[Edge]]:
    """The wanted tables and those found, each with its side."""
    sides = [("tables_in", "in"), ("tables_out", "out")]
    known: set[Edge] = {(side, plain(name)) for key, side in sides for name in case.get(key) or []}
    said: set[Edge] = {(side, plain(name)) for key, side in sides for name in result[key]}
    alike = aligned({table[1] for table in said}, {table[1] for table in known})
    return known, {(table[0], alike[table[1]]) for table in said}


def _indirect_of(case: Case, result: Case) -> tuple[set[Edge], set[Edge]]:
    expected = {tuple(map(plain, item)) for item in case["indirect_edges"]}
    found = {tuple(map(plain, item)) for item in result["indirect_edges"]}
    direct = {tuple(map(plain, edge)) for edge in case["column_edges"]}
    names = aligned(_tables(found), _tables(expected) | _tables(direct))
    return expected, {(names[a], b, names[c]) for a, b, c in found}


def _endpoint(item: Mapping[str, str]) -> tuple[str, ...]:
    return (
        plain(item["table"]),
        *(item.get(key) or "" for key in ("direction", "kind", "address", "region")),
    )


def compare(case: Case, result: Case, score: Score) -> bool:
    """Adds one answer to a score and tells whether its column edges are exactly those wanted."""
    score.cases += 1
    score.seconds += result.get("seconds") or 0.0
    score.failed += bool(result.get("error"))
    if case.get("tables_in") is not None:
        score.tables.add(*tables_of(case, result))
    if case.get("endpoints") is not None:
        score.endpoints.add(
            *({_endpoint(item) for item in items} for items in (case["endpoints"], result["endpoints"]))
        )
    if case.get("indirect_edges") is not None:
        score.indirect.add(*_indirect_of(case, result))
    if case["column_edges"] is None:
        return True
    wanted, tagged = edges_of(case, result)
    got = set(tagged)
    score.edges.add(wanted, got)
    if case.get("transforms"):
        labels = (tuple(map(plain, edge)) for edge in case["column_edges"])
        tags = dict(zip(labels, case["transforms"], strict=True))
        common = wanted & got
        score.tags.add({(edge, tags[edge]) for edge in common}, {(edge, tagged[edge]) for edge in common})
    exact, unresolved = wanted == got, bool(result.get("unresolved"))
    score.labelled += 1
    score.exact += exact
    score.silent += bool(wanted - got) and not unresolved
    score.needlessly_unresolved += exact and unresolved
    return exact


def read_cases(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def faults(case: Case, result: Case) -> list[str]:
    """What an answer lacks and has too much, as lines to read; none where all is as labelled."""
    pairs: list[tuple[str, set[Any], set[Any]]] = []
    if case["column_edges"] is not None:
        wanted, tagged = edges_of(case, result)
        pairs.append(("edge", wanted, set(tagged)))
        labels = [tuple(map(plain, edge)) for edge in case["column_edges"]]
        known = dict(zip(labels, case.get("transforms") or [None] * len(labels), strict=True))
        common = wanted & set(tagged) if case.get("transforms") else set()
        pairs.append(
            ("tag", {(*edge, known[edge]) for edge in common}, {(*edge, tagged[edge]) for edge in common})
        )
    if case.get("tables_in") is not None:
        pairs.append(("table", *tables_of(case, result)))
    if case.get("indirect_edges") is not None:
        pairs.append(("influence", *_indirect_of(case, result)))
    if case.get("endpoints") is not None:
        sides = [{_endpoint(item) for item in items} for items in (case["endpoints"], result["endpoints"])]
        pairs.append(("endpoint", sides[0], sides[1]))
    lines = [line for what, wanted, found in pairs for line in _differences(what, wanted, found)]
    if not lines and result.get("unresolved") and not case.get("unresolved"):
        lines.append("needless unresolved")
    return lines


def _differences(what: str, wanted: set[Any], found: set[Any]) -> list[str]:
    return [
        *(
            f"{what} expected, not found: {' '.join(map(str, one))}"
            for one in sorted(wanted - found, key=str)
        ),
        *(
            f"{what} found, not expected: {' '.join(map(str, one))}"
            for one in sorted(found - wanted, key=str)
        ),
    ]


def main() -> None:
    scores: dict[str, Score] = defaultdict(Score)
    for case in read_cases(Path(sys.argv[1])):
        result = answer(case, time.perf_counter)
        for score in (scores[case["dialect"] or "generic"], scores["all"]):
            compare(case, result, score)
        if "--misses" in sys.argv and (found := faults(case, result)):
            print(f"--- {case['id']} ({case['dialect']}): {case['sql'][:1500]}")
            print("\n".join(f"    {line}" for line in found) + f"\n    unresolved {result['unresolved']}")
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
