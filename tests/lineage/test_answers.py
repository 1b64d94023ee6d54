"""Answers of the lineage protocol."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kuajing.lineage.answers import answer

_CASES = Path(__file__).parent / "requests.jsonl"


def cases() -> list[dict[str, dict[str, object]]]:
    return [json.loads(line) for line in _CASES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["request"]["id"])
def test_the_request_is_answered_as_written_beside_it(case: dict[str, dict[str, object]]) -> None:
    assert answer(case["request"]) == case["answer"]


def test_seconds_come_from_the_clock_given() -> None:
    times = iter([1.0, 3.5])

    assert answer({"id": "a", "dialect": "mysql", "sql": "select 1"}, lambda: next(times))["seconds"] == 2.5


def test_answers_do_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "import json, sys\n"
        "from kuajing.lineage.answers import answer\n"
        "for line in open(sys.argv[1], encoding='utf-8'):\n"
        "    print(json.dumps(answer(json.loads(line)['request'])))\n"
    )
    outputs = {
        subprocess.run(  # noqa: S603  our own interpreter on our own text
            [sys.executable, "-c", code, str(_CASES)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("request_", "fault"),
    [
        ({"sql": {}}, "`sql` must be a text"),
        ({"dialect": 5}, "`dialect` must be a text"),
        ({"schema": "x"}, "`schema` must be an object"),
        ({"schema": {"t": "a"}}, "`schema` must give each table a list of column names"),
        ({"schema": {"t": [1]}}, "`schema` must give each table a list of column names"),
        ({"functions": {"f": 1}}, "`functions` must give each function a text"),
    ],
)
def test_a_request_of_another_shape_is_answered_by_an_error(request_: dict[str, object], fault: str) -> None:
    assert (7, fault, []) == tuple(
        answer({"id": 7, **request_})[key] for key in ("id", "error", "column_edges")
    )


def test_a_request_without_sql_moves_nothing() -> None:
    assert (None, []) == tuple(answer({"id": 7})[key] for key in ("error", "column_edges"))
