"""Approvals that contradict each other: the strictest reading is used, whatever they are called, and a finding says so."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kuajing.journey.analyse import Tables, analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.messages import message
from kuajing.model.analysis import Analysis

ESTATE = Path(__file__).parent / "year"
COVERS = "{handler: shop, recipients: [parent], purposes: [customer_support], categories: [pi.basic], persons: 2_000_000, onward_to: []}"
SUPPORT = "shop/parent/customer_support"
GOOD = "{effective: 2025-05-01, filed: 2025-05-06, pipia_completed: 2025-04-10}"
LATE = "{effective: 2025-05-01, filed: 2025-07-06, pipia_completed: 2025-06-10}"
RECORD = "  - {{id: {name}, mechanism: standard_contract, reference: {reference}, covers: {covers}, dates: {dates}}}\n"
DECIDED = (
    "  - {{id: {name}, mechanism: security_assessment, reference: {reference}, covers: {covers}, result: {name}, "
    "dates: {{result: {dates}}}}}\n"
)
Judged = Callable[..., Analysis]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


@pytest.fixture
def judged(tmp_path: Path, tables: Tables) -> Judged:
    """The estate with these standard contracts, or decisions on assessments (name, reference, dates), on record."""

    def of(*contracts: tuple[str, str, str], people: str = "200_000", form: str = RECORD) -> Analysis:
        root = tmp_path / "estate"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(ESTATE, root)
        file = root / "flows" / "estate.yaml"
        text = file.read_text(encoding="utf-8").replace("ordinary: 45_250", f"ordinary: {people}")
        records = "".join(
            form.format(name=name, reference=reference, covers=COVERS, dates=dates)
            for name, reference, dates in contracts
        )
        file.write_text(f"{text}\napprovals:\n{records}", encoding="utf-8")
        return analyse(gather(root), tables, date(2026, 6, 30)).analysis

    return of


def violations(analysis: Analysis) -> list[str]:
    return [
        violation.id
        for one in analysis.judgements
        if one.transfer.id == SUPPORT
        for violation in one.verdict.violations
    ]


def told(analysis: Analysis) -> list[str]:
    return [
        message(one.message, "en", one.values)
        for one in analysis.findings
        if one.check == "contradictory-approvals"
    ]


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_the_record_that_leaves_most_unmet_is_used(judged: Judged, first: str, second: str) -> None:
    analysis = judged((first, "004", GOOD), (second, "004", LATE))
    assert ["scc_filed_late"] == violations(analysis)
    (line,) = told(analysis)
    assert line.startswith(f"{SUPPORT}: {second} and {first} contradict each other on ")
    assert line.endswith(f"; the stricter reading, that of {second}, is used.")


def test_contracts_that_follow_each_other_contradict_nothing(judged: Judged) -> None:
    analysis = judged(("a", "004", GOOD), ("b", "005", LATE))
    assert ([], []) == (violations(analysis), told(analysis))


def test_records_that_agree_contradict_nothing(judged: Judged) -> None:
    analysis = judged(("a", "004", GOOD), ("b", "004", GOOD))
    assert ([], []) == (violations(analysis), told(analysis))


def test_removing_the_lenient_record_changes_no_verdict(judged: Judged) -> None:
    assert violations(judged(("a", "004", LATE))) == violations(
        judged(("a", "004", LATE), ("b", "004", GOOD))
    )


@pytest.mark.parametrize(
    ("refused", "expected"),
    [("2025-05-02", ["export_without_security_assessment"]), ("2025-04-30", [])],
    ids=["a day after the pass", "a day before it"],
)
def test_an_assessment_that_was_passed_and_then_refused_is_refused(
    judged: Judged, refused: str, expected: list[str]
) -> None:
    decisions = (("pass", "A1", "2025-05-01"), ("fail", "A2", refused))
    analysis = judged(*decisions, people="1_000_000", form=DECIDED)
    assert expected == violations(analysis)
    assert len(expected) == len(told(analysis))
