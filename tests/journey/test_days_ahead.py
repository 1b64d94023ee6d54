"""Days that come for a real small estate, from the declaration to the sentence in both languages."""

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
SCOPE = "{handler: shop, recipients: [parent], purposes: [customer_support], categories: [pi.basic], persons: 500_000, onward_to: []}"
CONTRACT = f"{{id: scc, mechanism: standard_contract, covers: {SCOPE}, dates: {{effective: 2026-06-24, pipia_completed: 2026-05-01}}}}"
PLANNED = f"{{id: scc, mechanism: standard_contract, covers: {SCOPE}, dates: {{effective: null, filed: null, pipia_completed: 2026-05-01}}}}"
Judged = Callable[..., Analysis]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


@pytest.fixture
def judged(tmp_path: Path, tables: Tables) -> Judged:
    """The estate with 200,000 people and these approvals and settings, on a day."""

    def of(approval: str, *changes: tuple[str, str], on: date = date(2026, 6, 30)) -> Analysis:
        root = tmp_path / "estate"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(ESTATE, root)
        file = root / "flows" / "estate.yaml"
        text = file.read_text(encoding="utf-8").replace("ordinary: 45_250", "ordinary: 200_000")
        for old, new in changes:
            assert 1 == text.count(old)
            text = text.replace(old, new)
        file.write_text(f"{text}\napprovals:\n  - {approval}\n", encoding="utf-8")
        return analyse(gather(root), tables, on).analysis

    return of


def told(analysis: Analysis, language: str = "en") -> list[str]:
    return [
        f"{message(one.message, language, one.values)} {message(one.mend, language, one.values)}"
        for one in analysis.findings
        if one.check == "date-ahead"
    ]


def test_a_contract_that_is_not_filed_is_told_with_both_of_its_days(judged: Judged) -> None:
    assert [
        (
            "scc: the last day to file the contract is 2026-07-08, in 8 days. File it and record the day as `filed` under "
            "`dates`."
        ),
        (
            "scc: the last day on which the impact assessment is fresh enough to file with is 2026-08-01, in 32 days. File "
            "before then, or renew the impact assessment and record its day as `pipia_completed`."
        ),
    ] == told(judged(CONTRACT))
    assert (
        "scc：合同备案的最后一日为 2026-07-08，还有 8 天。 完成备案，并将日期登记为 `dates` 下的 `filed`。"
        in told(judged(CONTRACT), "zh")
    )


def test_a_contract_that_is_filed_has_no_days_ahead(judged: Judged) -> None:
    assert [] == told(judged(CONTRACT.replace("effective:", "filed: 2026-06-29, effective:")))


def test_a_planned_flow_tells_the_day_before_which_its_contract_is_to_be_in_force(judged: Judged) -> None:
    planned = (
        "    status: live\n    since: 2025-06-01\n    legal_basis: consent\n    necessary: yes\n  - id: parcels",
        "    status: planned\n    since: 2026-08-15\n    legal_basis: consent\n    necessary: yes\n  - id: parcels",
    )
    found = told(judged(PLANNED, planned))
    assert any("has to be in force before it: that day is 2026-08-15, in 46 days." in line for line in found)
    assert not any("has to be in force" in line for line in told(judged(CONTRACT, planned)))


def test_the_horizon_is_set_in_the_declaration(judged: Judged) -> None:
    assert [] == told(judged(CONTRACT, ("counts:\n", "settings: {ahead_days: 7}\n\ncounts:\n")))
    assert 1 == len(told(judged(CONTRACT, ("counts:\n", "settings: {ahead_days: 8}\n\ncounts:\n"))))
