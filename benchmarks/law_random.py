"""Compares the legal engine with the naive oracle: `python -m benchmarks.law_random --count 100000 --seed 1`."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from tests.law.naive.answer import MOST_FORKS, TooMany, naive_answer
from tests.law.naive.citations import in_force
from tests.law.naive.random_cases import random_case

from kuajing.law.answers import answer

EXACT = (
    *("route", "exemption", "duties", "violations", "contested_points", "alternatives"),
    *("possible", "unsettled"),
)
FORKS = (20, 60, MOST_FORKS)
Case = Mapping[str, Any]


def disagreements(case: Case, got: Case, most: int = MOST_FORKS) -> dict[str, str]:
    """What differs between the oracle and an answer of the engine, by field."""
    expected = naive_answer(as_read(case), most)
    if "error" in got:
        return {"error": str(got["error"])}
    found = {field: told(expected[field], got[field]) for field in EXACT if differs(expected, got, field)}
    lacking = sorted(set(expected["citations"]) - set(got["citations"]))
    if lacking:
        found["citations"] = f"lacking {', '.join(lacking)}"
    early = [key for key in got["citations"] if not in_force(key, date.fromisoformat(str(case["as_of"])))]
    if early:
        found["force"] = f"not in force {', '.join(early)}"
    return found


def as_read(case: Case) -> Case:
    """The case with sensitive data of nobody read as of somebody: the contract leaves such facts open, we do not."""
    data = case["facts"].get("data", {})
    by_nature = any(data.get(name) is True for name in ("under_14", "face", "human_genetic"))
    from_abroad = data.get("foreign_origin_persons", 0) not in (0, "unknown", None)
    counts = data.get("ytd_persons", {})
    if (
        not by_nature
        or from_abroad
        or data.get("personal") is False
        or counts.get("sensitive") not in (0, [0, 0])
    ):
        return case
    read: dict[str, Any] = deepcopy(dict(case))
    read["facts"]["data"]["ytd_persons"]["sensitive"] = 1
    return read


def differs(expected: Case, got: Case, field: str) -> bool:
    """Where unknown facts leave more than one run, what holds in all is asked, and no more than holds in some."""
    if field != "exemption" and f"may_be_{field}" in expected:
        return not set(expected[field]) <= set(got[field]) <= set(expected[f"may_be_{field}"])
    if field == "exemption":
        return got[field] not in expected["may_be_exemption"]
    if isinstance(expected[field], list):
        return sorted(expected[field]) != sorted(got[field])
    return bool(expected[field] != got[field])


def told(expected: object, got: object) -> str:
    if not isinstance(expected, list) or not isinstance(got, list):
        return f"oracle {expected}, engine {got}"
    more, less = sorted(set(expected) - set(got)), sorted(set(got) - set(expected))
    return f"oracle alone {more or '-'}, engine alone {less or '-'}"


def smallest(case: Case, field: str) -> Case:
    """The case with every fact taken away whose absence leaves the same disagreement."""
    wanted = disagreements(case, answer(dict(case)))[field]
    most = next(few for few in FORKS if lasts(case, field, wanted, few))
    lasting = True
    while lasting:
        lasting = False
        for path in paths(case["facts"]):
            less = without(case, path)
            if lasts(less, field, wanted, most):
                case, lasting = less, True
    return case


def lasts(case: Case, field: str, wanted: str, most: int) -> bool:
    try:
        return disagreements(case, answer(dict(case)), most).get(field) == wanted
    except TooMany:
        return False


def paths(facts: Case, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in facts.items():
        yield (*before, key)
        if isinstance(value, Mapping):
            yield from paths(value, (*before, key))


def without(case: Case, path: tuple[str, ...]) -> Case:
    less = deepcopy(dict(case))
    inside = less["facts"]
    for part in path[:-1]:
        inside = inside.get(part, {})
    inside.pop(path[-1], None)
    return less


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="number of the first case")
    parser.add_argument("--show", type=int, default=1_000_000, help="minimised cases per kind")
    chosen = parser.parse_args()
    agreed, shown, left_out = Counter[str](), Counter[str](), 0
    for number in range(chosen.start, chosen.start + chosen.count):
        case = random_case(chosen.seed, number)
        try:
            found = disagreements(case, answer(case))
        except TooMany:
            left_out += 1
            continue
        agreed["all"] += not found
        agreed.update(field for field in (*EXACT, "citations", "force", "error") if field not in found)
        for field, what in found.items():
            kind = f"{field}: {what}"
            shown[kind] += 1
            if shown[kind] <= chosen.show:
                small = smallest(case, field) if field != "error" else case
                print(f"{case['id']} {small['as_of']} {kind}\n    {small['facts']}", flush=True)
    for kind, number in shown.most_common():
        print(f"{number:>8}  {kind}")
    for field, number in agreed.items():
        print(f"{field:<17}{number} of {chosen.count - left_out} agree")
    print(f"{'left out':<17}{left_out} with more unknown facts than the oracle tries")
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main())
