"""Statements nested, cut off and with bytes changed: no crash, no hang, and nothing lost in silence."""

import importlib.util
from pathlib import Path
from types import ModuleType

_ROOT = Path(__file__).parents[2]
_COUNT = 3_000
_LIMIT = 30.0


def damage() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "lineage_damage", _ROOT / "benchmarks" / "lineage_damage.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_damaged_statements_are_read_or_told_to_be_unread() -> None:
    damaging = damage()
    cases = damaging.read_cases(sorted((Path(__file__).parent / "cases").glob("*.jsonl")))

    broken = [
        f"{outcome.damage} {outcome.dialect}: {outcome.fault}\n{outcome.text}"
        for outcome in damaging.outcomes(cases, _COUNT, seed=7, limit=_LIMIT)
        if outcome.fault
    ]

    assert broken == []
