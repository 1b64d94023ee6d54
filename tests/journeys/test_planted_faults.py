"""The faults planted in each example estate, by hand: what is reported is exactly this, and each goes when mended."""

import json
import shutil
from pathlib import Path

import pytest
from tests.journeys.estates import DAY, FLOWS, run

PLANTED = {
    "shop": [
        # jobs/audience_to_ads.json: phone numbers, hashed, to an advertiser in Singapore that nobody declared
        ("undeclared-crossing", "shop-cn/ads-sg/undeclared"),
        # warehouse/fr_loyalty.sql: one join with members of the mainland ends the transit exemption
        ("missing-mechanism", "shop-cn/shop-france/loyalty_scoring"),
        # jobs/profile_to_backup.json: a copy in a bucket in cn-hongkong
        ("undeclared-crossing", "shop-cn/(oss://shop-backup)/undeclared"),
        # systems.yaml: headquarters opens member profiles through a dashboard
        ("undeclared-crossing", "shop-cn/shop-us/undeclared"),
    ],
    "bank": [
        # warehouse/04_fraud_feature.sql: identity numbers travel under another name, outside what was assessed
        ("outgrown-approval", "bank-cn/fraud-sg/fraud_scoring"),
        # flows.yaml, sa-2022-008: the assessment of 2022 is over
        ("lapsed-approval", "bank-cn/bank-hk/customer_referral"),
        # flows.yaml, wealth.wealth.app_event: the number of people lies on both sides of a line
        ("undetermined-threshold", "bank-fintech/analytics-sg/app_analytics"),
        # parties.yaml, sector finance: no fault, but rules of the field that nothing here checks
        ("unchecked-rule", "bank-cn"),
        ("unchecked-rule", "bank-fintech"),
    ],
    "hr": [
        # flows.yaml: applicants under an exemption for staff
        ("missing-mechanism", "hr-cn/talent-ie/recruitment"),
        # lake/03_payroll.sql: results of health checks, which the standard contract does not name
        ("outgrown-approval", "hr-cn/payroll-in/payroll_processing"),
        # flows.yaml: a notice without contact and without a way to use one's rights
        ("unmet-duty", "hr-cn/talent-ie/talent_management"),
        # systems.yaml: a place that the address denies, and the roster that goes there
        ("undetermined-crossing", "hr-cn/hr-cn/undeclared"),
        ("conflicting-location", "attendance"),
    ],
}

CONTRACT_FOR_APPLICANTS = """
  - id: scc-2025-009
    mechanism: standard_contract
    covers: {handler: hr-cn, recipients: [talent-ie], purposes: [recruitment], categories: [pi], persons: 5_000}
    dates: {effective: 2025-02-15, filed: 2025-02-20, pipia_completed: 2025-02-01}
    text_altered: no

counts:
"""

NO_JOIN = "INSERT OVERWRITE TABLE dws_fr_loyalty SELECT customer_name, email, visits FROM ods_fr_customer;"

Change = tuple[str, str, str]
"""A file, the text in it that goes, and the text that takes its place; no text means the whole file."""

MENDS: list[tuple[str, list[Change], set[str]]] = [
    ("shop", [("jobs/audience_to_ads.json", "", "")], {"shop-cn/ads-sg/undeclared"}),
    (
        "shop",
        [
            ("warehouse/fr_loyalty.sql", "", NO_JOIN),
            ("warehouse/tables.sql", ",\n  member_name string COMMENT '会员姓名'", ""),
            ("jobs/loyalty_to_france.json", ',\n              "member_name"', ""),
            ("jobs/loyalty_to_france.json", ',\n              "referred_by"', ""),
        ],
        {"shop-cn/shop-france/loyalty_scoring"},
    ),
    (
        "shop",
        [("jobs/profile_to_backup.json", "oss-cn-hongkong", "oss-cn-shanghai")],
        {"shop-cn/(oss://shop-backup)/undeclared"},
    ),
    ("shop", [("systems.yaml", "located: US", "located: mainland")], {"shop-cn/shop-us/undeclared"}),
    (
        "bank",
        [("warehouse/04_fraud_feature.sql", "COALESCE(u.id_no, t.cust_no)", "t.cust_no")],
        {"bank-cn/fraud-sg/fraud_scoring"},
    ),
    (
        "bank",
        [("flows.yaml", "result: 2022-12-19", "result: 2025-12-19")],
        {"bank-cn/bank-hk/customer_referral"},
    ),
    ("bank", [("flows.yaml", "[70_000, 260_000]", "70_000")], {"bank-fintech/analytics-sg/app_analytics"}),
    ("hr", [("flows.yaml", "\ncounts:\n", CONTRACT_FOR_APPLICANTS)], {"hr-cn/talent-ie/recruitment"}),
    (
        "hr",
        [("lake/03_payroll.sql", "h.conclusion AS deduct_note", "CAST(NULL AS STRING) AS deduct_note")],
        {"hr-cn/payroll-in/payroll_processing"},
    ),
    (
        "hr",
        [("flows.yaml", "missing: [recipient_contact, rights_procedure]", "missing: []")],
        {"hr-cn/talent-ie/talent_management"},
    ),
    (
        "hr",
        [
            (file, "attend.c1yz7ciq32gg.ap-east-1.rds.amazonaws.com", "attend.c1yz7ciq32gg.rds.cn-northwest-1.amazonaws.com.cn")
            for file in ("systems.yaml", "jobs/roster_to_attendance.json")
        ],
        {"hr-cn/hr-cn/undeclared", "attendance"},
    ),
]  # fmt: skip


def found(root: Path) -> list[tuple[str, str]]:
    """The check and subject of every finding, in the order of the report."""
    report = json.loads(run("check", str(root), "--on", DAY, "--format", "json").output)
    return [(finding["check"], finding["subject"]) for finding in report["findings"]]


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_an_estate_reports_exactly_its_planted_faults(name: str) -> None:
    assert PLANTED[name] == found(FLOWS / name)


@pytest.mark.parametrize(("name", "changes", "gone"), MENDS, ids=[min(gone) for _, _, gone in MENDS])
def test_a_mended_fault_is_gone_and_the_others_stay(
    name: str, changes: list[Change], gone: set[str], tmp_path: Path
) -> None:
    root = tmp_path / name
    shutil.copytree(FLOWS / name, root)
    for file, old, new in changes:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new) if old else new, encoding="utf-8")
    assert [one for one in PLANTED[name] if one[1] not in gone] == found(root)


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_each_file_of_an_estate_is_read_to_its_end(name: str) -> None:
    report = json.loads(run("check", str(FLOWS / name), "--on", DAY, "--format", "json").output)
    assert (0, []) == (report["summary"]["unread"], report["summary"]["below_floor"])
