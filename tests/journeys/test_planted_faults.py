"""The faults planted in each example estate, by hand: what is reported is exactly this."""

import json

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


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_an_estate_reports_exactly_its_planted_faults(name: str) -> None:
    report = json.loads(run("check", str(FLOWS / name), "--on", DAY, "--format", "json").output)
    actual = [(finding["check"], finding["subject"]) for finding in report["findings"]]
    assert PLANTED[name] == actual


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_each_file_of_an_estate_is_read_to_its_end(name: str) -> None:
    report = json.loads(run("check", str(FLOWS / name), "--on", DAY, "--format", "json").output)
    assert (0, []) == (report["summary"]["unread"], report["summary"]["below_floor"])
