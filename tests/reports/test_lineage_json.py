import json
from importlib.resources import files

import jsonschema
from tests.reports.lineage_sample import REPORT, hostile
from tests.reports.test_json_text import schema

from kuajing.reports.lineage_json import lineage_json

SHIPPED = json.loads((files("kuajing.reports") / "lineage.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(schema(SHIPPED))


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SHIPPED)


def test_reports_follow_the_schema_and_hold_no_other_key() -> None:
    assert [] == [error.message for error in VALIDATOR.iter_errors(json.loads(lineage_json(REPORT)))]


def test_invisible_characters_are_escaped_and_read_back_unchanged() -> None:
    name = "a\u202eb\x1b[31m\x7f"
    text = lineage_json(hostile(name))
    assert all(sign.isprintable() for sign in text.replace("\n", ""))
    assert name == json.loads(text)["texts"][0]["statements"][0]["edges"][0]["source"]["column"]
