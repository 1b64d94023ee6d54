"""The JSON Schema accepts what the reader accepts, and refuses what is wrong with the shape of one file."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kuajing.readers.declaration import schema_text
from kuajing.readers.declaration.schema import declaration_schema_text
from kuajing.source.yaml_text import parse_yaml

DATA = Path(__file__).parent / "data"
ROOT = Path(__file__).parents[3]
VALIDATOR = Draft202012Validator(
    json.loads(declaration_schema_text()), format_checker=Draft202012Validator.FORMAT_CHECKER
)
BEYOND_A_SCHEMA = frozenset(
    {
        # What only several places together show.
        "ciio_never_notified",
        "ciio_without_day",
        "counted_twice",
        "crossed_interval",
        "declared_alike",
        "declared_twice",
        "endpoint_twice",
        "population_of_an_overlap",
        "said_twice",
        "setting_twice",
        "two_owners",
        "undeclared",
        "undeclared_near",
        "undeclared_none",
        # A value left empty is null to a schema, and null is a date that is known not to have come.
        "blank_date",
        "sector_nearly_known",
        # Which encodings there are, which ids are well made.
        "full_width_id",
        "id_shape",
        "not_an_encoding",
        "system_id_shape",
    }
)


def _refused(path: Path) -> bool:
    documents = parse_yaml(path.name, path.read_text(encoding="utf-8"))
    return any(not VALIDATOR.is_valid(document.plain()) for document in documents)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(declaration_schema_text()))


def test_the_shipped_schema_is_the_generated_one() -> None:
    renew = "python -m kuajing.readers.declaration schema > src/kuajing/readers/declaration/declaration.schema.json"
    assert schema_text() == declaration_schema_text(), renew


@pytest.mark.parametrize(
    "path",
    [*sorted(DATA.glob("neighbours/*.yaml")), *sorted(DATA.glob("whole/*.yaml"))],
    ids=lambda path: str(path.relative_to(DATA)),
)
def test_the_schema_accepts_what_is_read(path: Path) -> None:
    assert not _refused(path)


def test_the_schema_accepts_the_example_estates() -> None:
    estates = [
        path for path in sorted((ROOT / "flows").rglob("*.yaml")) if "kuajing: 1" in path.read_text("utf-8")
    ]
    assert [path for path in estates if _refused(path)] == []


def test_the_schema_refuses_what_is_wrong_with_one_value() -> None:
    accepted = {path.stem for path in DATA.glob("faults/*.yaml") if not _refused(path)}
    assert accepted == BEYOND_A_SCHEMA
