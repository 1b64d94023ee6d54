"""Scores `kuajing assess --jsonl` on worked cases: `python benchmarks/law_cases.py PATH`, by family and case by case."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kuajing.source.yaml_text import parse_yaml


def main(path: str) -> int:
    (document,) = parse_yaml(path, Path(path).read_text(encoding="utf-8"))
    cases: Any = document.plain()
    families: dict[str, list[bool]] = {}
    for case, answer in zip(cases, answers(cases), strict=True):
        wrong = failures(case, answer)
        families.setdefault(str(case["id"]).rstrip("0123456789"), []).append(not wrong)
        for fault in wrong:
            print(f"{case['id']}  {fault}")
    for family, passed in sorted(families.items()):
        print(f"{family:<4} {sum(passed):>3} of {len(passed)}")
    total = [ok for passed in families.values() for ok in passed]
    print(f"all  {sum(total):>3} of {len(total)}")
    return 0 if all(total) else 1


def answers(cases: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What the command says of each case, in order."""
    lines = (json.dumps({key: case[key] for key in ("id", "as_of", "facts")}, default=str) for case in cases)
    run = subprocess.run(
        [sys.executable, "-m", "kuajing", "assess", "--jsonl"],
        input="\n".join(lines),
        capture_output=True,
        check=True,
        text=True,
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def failures(case: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    """What differs, as the head of the case file says to score."""
    if "error" in got:
        return [f"error: {got['error']}"]
    expected = case["expected"]
    wrong = []
    other = case["contested"] and got["route"] in expected.get("alternatives", ()) and got["contested"]
    if got["route"] != expected["route"] and not other:
        wrong.append(f"route: {got['route']}, expected {expected['route']}")
    if got["exemption"] != expected["exemption"] and not other:
        wrong.append(f"exemption: {got['exemption']}, expected {expected['exemption']}")
    wrong += _missing("duties", expected, got)
    wrong += _missing("citations", expected, got)
    if set(got["violations"]) != set(expected["violations"]):
        wrong.append(f"violations: {got['violations']}, expected {expected['violations']}")
    if case["contested"] != got["contested"]:
        wrong.append(f"contested: {got['contested_points']}, expected {case['contested']}")
    wrong += [f"must not: {bar}" for bar in expected.get("must_not", ()) if _barred(bar, got)]
    return wrong


def _missing(field: str, expected: Mapping[str, Any], got: Mapping[str, Sequence[str]]) -> list[str]:
    lacking = sorted(set(expected[field]) - set(got[field]))
    return [f"{field} lacking: {', '.join(lacking)}"] if lacking else []


def _barred(bar: str, got: Mapping[str, Any]) -> bool:
    kind, _, name = bar.rpartition(":")
    fields = {"violation": "violations", "duty": "duties", "citation": "citations"}
    return name == got["route"] if not kind else name in got[fields[kind]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
