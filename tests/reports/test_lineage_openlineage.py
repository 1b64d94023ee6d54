"""Events of OpenLineage: whole, repeatable, in the shape that the specification gives."""

import json
import uuid
from dataclasses import replace

import jsonschema
from tests.reports.expecting import expected
from tests.reports.lineage_sample import REPORT
from tests.reports.openlineage_shapes import EVENT

from kuajing.reports.lineage_openlineage import openlineage
from kuajing.reports.openlineage_parts import NO_DAY


def events(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_events_are_written_in_full() -> None:
    actual = openlineage(REPORT, None)
    assert expected("lineage.openlineage.jsonl", actual) == actual


def test_events_have_the_shape_of_the_specification() -> None:
    validator = jsonschema.Draft202012Validator(EVENT, format_checker=jsonschema.FormatChecker())
    found = events(openlineage(REPORT, "mysql://crm:3306", "2026-11-30"))
    assert [] == [error.message for event in found for error in validator.iter_errors(event)]


def test_a_rerun_says_the_same_and_a_change_has_another_run() -> None:
    first = openlineage(REPORT, None)
    text = REPORT.texts[0]
    changed = replace(REPORT, texts=(replace(text, path="etl/b.sql"), *REPORT.texts[1:]))
    assert first == openlineage(REPORT, None, NO_DAY)
    assert runs(first).isdisjoint(runs(openlineage(changed, None)) | runs(openlineage(REPORT, "x")))
    assert {5} == {uuid.UUID(run).version for run in runs(first)}


def runs(text: str) -> set[str]:
    return {json.loads(line)["run"]["runId"] for line in text.splitlines()}


def test_what_moves_nothing_is_no_event() -> None:
    assert ["etl/a.sql:3:1"] == [
        json.loads(line)["job"]["name"] for line in openlineage(REPORT, None).splitlines()
    ]
