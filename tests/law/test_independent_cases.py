"""Decisions that a second reader derived from the contract alone; every answer is compared whole where a case states it."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kuajing.law.answers import answer
from kuajing.source.yaml_text import parse_yaml

FILE = Path(__file__).parent / "data" / "independent_cases.yaml"
EXACT = ("route", "exemption", "duties", "violations", "contested_points", "possible", "unsettled")


@cache
def cases() -> tuple[dict[str, Any], ...]:
    (document,) = parse_yaml(FILE.name, FILE.read_text(encoding="utf-8"))
    found: Any = document.plain()
    return tuple(found)


def asked(case: dict[str, Any]) -> dict[str, Any]:
    return {key: case[key] for key in ("id", "as_of", "facts")}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_case_of_the_second_reader_is_judged_as_it_says(case: dict[str, Any]) -> None:
    got: Any = answer(asked(case))
    assert "error" not in got, got.get("error")
    expected = case["expected"]
    lists = {name: sorted(got[name]) if isinstance(got[name], list) else got[name] for name in EXACT}
    stated = {
        name: sorted(expected[name]) if isinstance(expected[name], list) else expected[name] for name in EXACT
    }
    assert stated == lists
    assert case["contested"] == got["contested"]
    assert [] == sorted(set(expected["citations"]) - set(got["citations"]))
    assert sorted(expected.get("alternatives", got["alternatives"])) == sorted(got["alternatives"])
    assert [] == [bar for bar in expected.get("must_not", ()) if barred(bar, got)]


def barred(bar: str, got: dict[str, Any]) -> bool:
    kind, _, name = bar.rpartition(":")
    fields = {"violation": "violations", "duty": "duties", "citation": "citations"}
    return name == got["route"] if not kind else name in got[fields[kind]]


def test_cases_have_names_of_their_own_and_a_row_they_rest_on() -> None:
    names = [case["id"] for case in cases()]
    assert sorted(set(names)) == sorted(names)
    assert all(case["note"] for case in cases())
