"""On any day: nothing is cited that did not stand, and the same case gives the same bytes."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.test_independent_cases import asked, cases

from kuajing.law import load_book
from kuajing.law.answers import answer

BOOK = load_book()
LAST = date(2027, 12, 31)
SUPERSEDED = {"PICR-2022", "SAM-2022-A4", "SAM-2022-A4.1.2", "SAM-2022-A4.1.3", "SCCM-2023-A4"}
DAYS = st.dates(BOOK.covered_from, LAST)
TURNS = st.sampled_from(
    sorted(
        day + timedelta(days)
        for provision in BOOK.provisions.values()
        for version in provision.versions
        for day in (version.since, version.until)
        if day is not None and BOOK.covered_from < day < LAST
        for days in (-1, 0)
    )
)


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(cases()), st.one_of(DAYS, TURNS))
def test_no_verdict_names_a_law_that_does_not_stand_that_day(case: dict[str, Any], on: date) -> None:
    got: Any = answer({**asked(case), "as_of": on.isoformat()})
    told = {step["citation"] for step in got["reasoning"] if step["citation"]}
    for key in {*got["citations"], *told} - SUPERSEDED:
        provision = BOOK.provisions[key]
        stands = any(
            version.since <= on and (version.until is None or on < version.until)
            for version in provision.versions
        )
        assert stands or provision.instrument.kind in {"answer", "guide", "doctrine"}, key


def test_only_the_old_keys_that_the_law_itself_replaced_are_cited_afterwards() -> None:
    assert {key for key, provision in BOOK.provisions.items() if provision.outlives} == SUPERSEDED


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(cases()), st.one_of(DAYS, TURNS))
def test_one_cybersecurity_law_is_cited_and_the_right_one(case: dict[str, Any], on: date) -> None:
    got: Any = answer({**asked(case), "as_of": on.isoformat()})
    years = {key.split("-")[1] for key in got["citations"] if key.startswith("CSL-")}
    assert years <= {"2025" if on >= date(2026, 1, 1) else "2016"}


def test_the_same_cases_give_the_same_bytes_whatever_the_order_of_sets() -> None:
    lines = "\n".join(json.dumps(asked(case)) for case in cases()[::9])
    program = (
        "import sys, json\nfrom kuajing.law.answers import answer\n"
        "for line in sys.stdin: print(json.dumps(answer(json.loads(line))))"
    )
    outputs = {
        subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-c", program],
            input=lines,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "4242")
    }
    assert 1 == len(outputs)
