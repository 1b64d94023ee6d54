"""Statements nested, cut off and with bytes changed: no crash, no hang, and nothing lost in silence."""

from pathlib import Path

from benchmarks.lineage_cases import read_cases
from benchmarks.lineage_damage import outcomes

_CASES = Path(__file__).parent / "cases"
_COUNT = 3_000
_LIMIT = 30.0


def test_damaged_statements_are_read_or_told_to_be_unread() -> None:
    cases = [case for path in sorted(_CASES.glob("*.jsonl")) for case in read_cases(path)]

    broken = [
        f"{outcome.damage} {outcome.dialect}: {outcome.fault}\n{outcome.text}"
        for outcome in outcomes(cases, _COUNT, seed=7, limit=_LIMIT)
        if outcome.fault
    ]

    assert broken == []
