from dataclasses import dataclass

import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ADS, CUSTOMER, DIM, DROP, DROP_TRAIL, MEMBER, PLACEMENTS, US_TRAILS

from kuajing.model.crossings import Reach
from kuajing.model.labels import Placement
from kuajing.model.names import ROWS, DatasetName
from kuajing.reports.reach import reach_text


@dataclass(frozen=True)
class Found:
    reach: Reach
    placement: Placement


WHERE = dict(PLACEMENTS)
HOPS = US_TRAILS[1].hops
ANSWER = (
    Found(Reach(DIM, (DIM.column("mobile"), DIM.column("name")), HOPS), WHERE["us-dw"]),
    Found(Reach(MEMBER, (MEMBER.column("mobile"),), HOPS[:1]), WHERE["warehouse"]),
    Found(Reach(ADS, (ADS.column("mobile"),), HOPS[:2]), WHERE["warehouse"]),
    Found(Reach(DROP, (DROP.column("mobile"),), DROP_TRAIL.hops), WHERE["legacy-ftp"]),
)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_datasets_stand_by_jurisdiction_the_mainland_first(language: str) -> None:
    actual = reach_text(ANSWER, "crm.customer.mobile", language, forward=True)
    assert expected(f"where.{language}.txt", actual) == actual


def test_the_order_of_the_answer_does_not_matter() -> None:
    turned = reach_text(tuple(reversed(ANSWER)), "crm.customer.mobile", "en", forward=True)
    assert turned == reach_text(ANSWER, "crm.customer.mobile", "en", forward=True)


def test_nothing_reached_is_never_a_bare_no() -> None:
    assert reach_text((), str(CUSTOMER), "en", forward=False) == (
        "No source that was read and no declaration shows where crm.crm.customer comes from.\n"
    )


def test_that_data_decides_which_rows_there_are_is_said_last() -> None:
    columns = (ADS.column(ROWS), ADS.column("mobile"))
    text = reach_text((Found(Reach(ADS, columns, ()), WHERE["warehouse"]),), "x", "en", forward=True)
    assert "    ads.member_us  (mobile; which rows there are)\n" in text
    alone = reach_text((Found(Reach(ADS, columns[:1], ()), WHERE["warehouse"]),), "x", "zh", forward=True)
    assert "    ads.member_us  (决定有哪些行)\n" in alone


def test_a_system_that_opens_data_is_named_with_the_columns_alone() -> None:
    office = DatasetName("hq-office", ())
    found = Found(Reach(office, (office.column("mobile"),), ()), WHERE["hq-office"])
    text = reach_text((found,), "x", "en", forward=True)
    assert text.endswith("United States\n  hq-office\n    mobile\n")
