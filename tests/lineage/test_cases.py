"""Labelled statements of every dialect, written from the vendors' manuals before the engine was asked."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kuajing.lineage.answers import answer

_CASES = Path(__file__).parent / "cases"


def scoring() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "lineage_cases.py"
    spec = importlib.util.spec_from_file_location("lineage_cases", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases() -> list[dict[str, Any]]:
    lines = [
        line
        for path in sorted(_CASES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").split("\n")
    ]
    return [json.loads(line) for line in lines if line]


SCORING = scoring()


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['dialect']}: {case['id']}")
def test_the_statement_moves_what_its_label_says(case: dict[str, Any]) -> None:
    assert SCORING.faults(case, answer(case)) == []


def test_ids_are_unique() -> None:
    ids = [case["id"] for case in cases()]

    assert sorted(set(ids)) == sorted(ids)
