"""An estate with rules of its own: what they ask stands beside the law's verdict, which is the same without them."""

import json
import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from tests.journeys.estates import DAY, IN_CHINESE, IN_ENGLISH, expected, run

from kuajing.journey.analyse import analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.model.analysis import Analysis

HERE = Path(__file__).parent / "policies"
ESTATE = HERE / "estate"
TABLES = load_tables()
OWN_CHECKS = {"unmet-policy", "undetermined-policy"}


def analysis(root: Path, on: str = DAY) -> Analysis:
    return analyse(gather(root), TABLES, date.fromisoformat(on)).analysis


def without_rules(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(ESTATE, tmp_path / "estate"))
    declaration = root / "flows" / "estate.yaml"
    text = declaration.read_text(encoding="utf-8")
    declaration.write_text(text.replace("settings:\n  rules: [policies/]\n", ""), encoding="utf-8")
    shutil.rmtree(root / "policies")
    return root


@pytest.mark.parametrize(
    ("file", "arguments"),
    [
        ("expected.txt", ("check", str(ESTATE), *IN_ENGLISH)),
        ("expected.zh.txt", ("check", str(ESTATE), *IN_CHINESE)),
        ("expected.transfers.txt", ("transfers", str(ESTATE), *IN_ENGLISH)),
        ("expected.article.txt", ("explain", "SHOP-DATA-A3", "--in", str(ESTATE), *IN_ENGLISH)),
    ],
)
def test_what_own_rules_ask_is_shown_whole(file: str, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)
    assert int(arguments[0] == "check") == answer.code
    assert expected(HERE / file, answer.output) == answer.output


@pytest.mark.parametrize(
    ("file", "transfer", "language"),
    [
        ("expected.explain.txt", "shop-cn/pay-jp/cross_border_payment", IN_ENGLISH),
        ("expected.explain.zh.txt", "shop-cn/shop-us/management_report", IN_CHINESE),
    ],
)
def test_an_explanation_tells_own_rules_apart_from_the_law(
    file: str, transfer: str, language: tuple[str, ...]
) -> None:
    sections = run("explain", transfer, "--in", str(ESTATE), *language).output.split("\n\n")
    (told,) = [section for section in sections if "SHOP-DATA" in section]
    assert expected(HERE / file, told) == told


def test_the_json_report_holds_own_rules_and_demands_apart() -> None:
    report = json.loads(run("check", str(ESTATE), *IN_ENGLISH, "--format", "json").output)
    told = {
        "policies": report["policies"],
        "demands": {one["id"]: one["demands"] for one in report["transfers"]},
        "findings": [
            {
                key: one[key]
                for key in ("check", "nature", "level", "subject", "detail", "message", "citations")
            }
            for one in report["findings"]
            if one["check"] in OWN_CHECKS
        ],
    }
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    assert expected(HERE / "expected.json", text) == text
    schema = json.loads((files("kuajing.reports") / "report.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [] == [error.message for error in validator.iter_errors(report)]
    assert {"unmet", "exempt"} >= {one["standing"] for one in report["transfers"]}


def test_sarif_tells_each_demand_as_a_result() -> None:
    report = json.loads(run("check", str(ESTATE), *IN_ENGLISH, "--format", "sarif").output)
    told = [
        (one["ruleId"], one["level"], one["message"]["text"], one["properties"]["citations"])
        for one in report["runs"][0]["results"]
    ]
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    assert expected(HERE / "expected.sarif.json", text) == text


def test_the_law_says_the_same_without_them_and_they_only_add_findings(tmp_path: Path) -> None:
    ruled, free = analysis(ESTATE), analysis(without_rules(tmp_path))
    assert [one.verdict for one in free.judgements] == [one.verdict for one in ruled.judgements]
    assert [one.coverage for one in free.judgements] == [one.coverage for one in ruled.judgements]
    of_law = [finding for finding in ruled.findings if finding.check not in OWN_CHECKS]
    assert list(free.findings) == of_law
    assert len(ruled.findings) > len(of_law)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-12-31", []),
        ("2026-06-30", [("no_bureau", "no"), ("singapore_and_japan", "no")]),
        ("2026-07-01", [("assessed", "unknown"), ("no_bureau", "no"), ("singapore_and_japan", "no")]),
        (
            "2027-01-06",
            [
                ("assessed", "unknown"),
                ("no_bureau", "no"),
                ("singapore_and_japan", "no"),
                ("yearly_assessment", "no"),
                ("yearly_assessment", "no"),
                ("yearly_assessment", "no"),
            ],
        ),
    ],
)
def test_each_day_has_its_own_rules(on: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (demand.id, demand.met.value)
        for judgement in analysis(ESTATE, on).judgements
        for demand in judgement.demands
        if demand.met.value != "yes"
    ]
    assert expected == sorted(found)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("shop-cn/shop-us/management_report", 0),
        ("shop-cn/shop-us/management_report#singapore_and_japan", 0),
        ("shop-cn/shop-us/management_report#no_bureau", 1),
    ],
)
def test_a_demand_is_accepted_by_its_transfer_or_alone(tmp_path: Path, at: str, code: int) -> None:
    root = Path(shutil.copytree(ESTATE, tmp_path / "estate"))
    with (root / "flows" / "estate.yaml").open("a", encoding="utf-8") as declaration:
        declaration.write(
            f"acceptances:\n  - {{check: unmet-policy, at: '{at}', reason: closes in March,"
            " owner: data office, expires: 2027-03-31}\n"
        )
    answer = run("check", str(root), *IN_ENGLISH)
    assert code == answer.code
    told = "shop-cn/shop-us/management_report#singapore_and_japan: closes in March"
    assert (code == 0) == (told in answer.output)
