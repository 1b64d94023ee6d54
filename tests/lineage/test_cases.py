"""Labelled statements of every dialect, written from the vendors' manuals before the engine was asked."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.lineage_cases import faults, read_cases

from kuajing.lineage.answers import answer

_CASES = Path(__file__).parent / "cases"


def cases() -> list[dict[str, Any]]:
    return [case for path in sorted(_CASES.glob("*.jsonl")) for case in read_cases(path)]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['dialect']}: {case['id']}")
def test_the_statement_moves_what_its_label_says(case: dict[str, Any]) -> None:
    assert faults(case, answer(case)) == []


def test_ids_are_unique() -> None:
    ids = [case["id"] for case in cases()]

    assert sorted(set(ids)) == sorted(ids)
