import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ANALYSIS, FINDINGS, NAMES, QUIET

from kuajing.model.analysis import Analysis
from kuajing.reports.json_text import document, render_json
from kuajing.source.nodes import Plain


def schema(part: Plain) -> Plain:
    """The shipped schema, or a part of it, with keys that it does not name refused."""
    if isinstance(part, list):
        return [schema(item) for item in part]
    if not isinstance(part, dict):
        return part
    closed = {key: schema(value) for key, value in part.items()}
    return {"additionalProperties": False, **closed} if "properties" in part else closed


SHIPPED = json.loads((files("kuajing.reports") / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(schema(SHIPPED), format_checker=jsonschema.FormatChecker())


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SHIPPED)


@pytest.mark.parametrize("analysis", [ANALYSIS, QUIET], ids=["faults", "quiet"])
def test_reports_follow_the_schema_and_hold_no_other_key(analysis: Analysis) -> None:
    problems = [error.message for error in VALIDATOR.iter_errors(json.loads(render_json(analysis, NAMES)))]
    assert problems == []


def test_the_whole_analysis_stands_in_the_report() -> None:
    actual = render_json(ANALYSIS, NAMES)
    assert expected("report.json", actual) == actual


def test_the_order_of_findings_does_not_change_the_report() -> None:
    turned = replace(ANALYSIS, findings=tuple(reversed(FINDINGS)))
    assert document(ANALYSIS, NAMES) == document(turned, NAMES)


def test_invisible_characters_are_escaped_and_read_back_unchanged() -> None:
    name = "a\u202eb\x1b[31m\x7f\U000e0041"
    renamed = replace(ANALYSIS, findings=(replace(FINDINGS[0], subject=name, detail=name),))
    text = render_json(renamed, NAMES)
    assert all(sign.isprintable() for sign in text.replace("\n", ""))
    assert json.loads(text)["findings"][0]["subject"] == name
