"""A handler's year over a real small estate: who is counted, which line comes when, what a group sends together."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kuajing.journey.analyse import Tables, analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.messages import message
from kuajing.model.analysis import Analysis
from kuajing.model.interval import Interval

ESTATE = Path(__file__).parent / "year"
ON = date(2026, 6, 30)
NOBODY = Interval.exactly(0)
SUPPORT = "- {flow: support, as_of: 2026-06-30, ordinary: 45_250, sensitive: 0}"
OUTLET = "- {flow: outlet-support, as_of: 2026-06-30, ordinary: 20_000, sensitive: 0}"
Judged = Callable[..., Analysis]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


@pytest.fixture
def judged(tmp_path: Path, tables: Tables) -> Judged:
    """The estate on a day, with pieces of its text changed."""

    def of(*changes: tuple[str, str], on: date = ON) -> Analysis:
        root = tmp_path / "estate"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(ESTATE, root)
        file = root / "flows" / "estate.yaml"
        text = file.read_text(encoding="utf-8")
        for old, new in changes:
            assert 1 == text.count(old)
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
        return analyse(gather(root), tables, on).analysis

    return of


def support(ordinary: str, as_of: str = "2026-06-30", sensitive: str = "0") -> str:
    return f"- {{flow: support, as_of: {as_of}, ordinary: {ordinary}, sensitive: {sensitive}}}"


def told(analysis: Analysis, check: str) -> list[str]:
    return [
        f"{message(one.message, 'en', one.values)} [{' '.join(one.citations)}]"
        for one in analysis.findings
        if one.check == check
    ]


def days(analysis: Analysis) -> list[tuple[str, str, int, date | None, date | None]]:
    return [(one.handler, one.counter, one.count, one.earliest, one.latest) for one in analysis.lines_ahead]


def test_the_tally_names_what_is_in_it_and_what_an_article_leaves_out(judged: Judged) -> None:
    shop = next(one for one in judged().tallies if one.handler == "shop")
    assert (2026, Interval.exactly(45_250), NOBODY) == (shop.year, shop.ordinary, shop.sensitive)
    assert [
        ("shop/parcel/cross_border_parcel", "outside", "CBDF-2024-A5.1.1", Interval.exactly(80_000)),
        ("shop/parent/customer_support", "inside", "CBDF-2024-A5.1.4", Interval.exactly(45_250)),
    ] == [(row.transfer, row.standing, row.article, row.ordinary) for row in shop.rows]


def test_a_transfer_whose_exemption_is_not_claimed_is_in_the_tally(judged: Judged) -> None:
    claim = (
        "    claims: {contract: {ground: the parcel goes to the buyer abroad, individual_is_party: yes}}\n"
    )
    shop = next(one for one in judged((claim, "")).tallies if one.handler == "shop")
    assert Interval.exactly(125_250) == shop.ordinary


def test_an_exemption_of_which_no_text_says_whether_it_counts_is_perhaps_in_the_tally(judged: Judged) -> None:
    claim = "claims: {contract: {ground: the parcel goes to the buyer abroad, individual_is_party: yes}}"
    duty = ("legal_basis: contract", "legal_basis: legal_duty")
    shop = next(one for one in judged((claim, "claims: [legal_duty]"), duty).tallies if one.handler == "shop")
    assert ("perhaps", "D790-2024-A35.1.6") == (shop.rows[0].standing, shop.rows[0].article)
    assert Interval(45_250, 125_250) == shop.ordinary


def test_a_transfer_that_may_be_exempt_for_its_smallness_alone_is_in_the_tally(judged: Judged) -> None:
    shop = next(
        one for one in judged((SUPPORT, support("[85_000, 120_000]"))).tallies if one.handler == "shop"
    )
    assert ("inside", None, Interval(85_000, 120_000)) == (
        shop.rows[1].standing,
        shop.rows[1].article,
        shop.ordinary,
    )


def test_a_transfer_that_may_be_exempt_for_another_reason_is_perhaps_in_the_tally(judged: Judged) -> None:
    unsure = ("    purpose: cross_border_parcel\n    status: live\n    since: 2025-06-01\n    legal_basis: contract\n    necessary: yes",
              "    purpose: cross_border_parcel\n    status: live\n    since: 2025-06-01\n    legal_basis: contract\n    necessary: unknown")  # fmt: skip
    shop = next(one for one in judged(unsure).tallies if one.handler == "shop")
    assert ("perhaps", Interval(45_250, 125_250)) == (shop.rows[0].standing, shop.ordinary)


def test_what_was_deleted_abroad_stays_counted(judged: Judged) -> None:
    deleted = (
        "- {flow: support, as_of: 2026-06-30, ordinary: 100_000, sensitive: 0, deleted_after_export: 90_000}"
    )
    found = next(
        one
        for one in judged((SUPPORT, deleted)).judgements
        if one.transfer.id == "shop/parent/customer_support"
    )
    assert Interval.exactly(100_000) == found.transfer.case.fact("data.ytd_persons.non_sensitive")
    assert "standard_contract_or_certification" == found.verdict.route


def test_a_stopped_flow_counts_this_year_and_a_planned_one_not_yet(judged: Judged) -> None:
    stopped = ("    purpose: customer_support\n    status: live\n    since: 2025-06-01\n    legal_basis: consent\n    necessary: yes\n  - id: parcels",
               "    purpose: customer_support\n    status: stopped\n    since: 2025-06-01\n    legal_basis: consent\n    necessary: yes\n  - id: parcels")  # fmt: skip
    shop = next(one for one in judged(stopped).tallies if one.handler == "shop")
    assert (Interval.exactly(45_250), "inside") == (shop.ordinary, shop.rows[1].standing)
    planned = (stopped[0], stopped[1].replace("stopped", "planned"))
    shop = next(one for one in judged(planned).tallies if one.handler == "shop")
    assert (NOBODY, "planned") == (shop.ordinary, shop.rows[1].standing)


def test_a_line_that_the_pace_reaches_this_year_is_told_before_it_is_reached(judged: Judged) -> None:
    analysis = judged((SUPPORT, support("90_500")))
    assert [
        (
            "shop: at the pace of its counts, ordinary data of 100,000 people is reached on 2026-07-19, now 90,500; the "
            "route of shop/parent/customer_support is then standard contract or certification and no longer exempt from "
            "the three routes. [CBDF-2024-A8 CBDF-2024-A7.1.2 PIPL-2021-A38 PICM-2025-A5 CACQA-2025-10-Q7 COUNT-FORECAST]"
        )
    ] == told(analysis, "threshold-ahead")


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("49_590", [("shop", "ordinary", 100_000, date(2026, 12, 31), date(2026, 12, 31))]),
        ("49_589", []),
    ],
    ids=["on the last day", "one person fewer"],
)
def test_a_line_that_is_not_reached_this_year_is_not_told(
    judged: Judged, counted: str, expected: list[object]
) -> None:
    assert expected == days(judged((SUPPORT, support(counted))))


def test_at_the_assessment_line_what_was_sent_this_year_comes_into_it(judged: Judged) -> None:
    stock = ("people: {population: members, count: 500_000", "people: {population: members, count: 2_000_000")
    (line,) = told(judged((SUPPORT, support("905_000")), stock), "threshold-ahead")
    assert line.endswith(
        "ordinary data of 1,000,000 people is reached on 2026-07-19, now 905,000; the route of "
        "shop/parent/customer_support is then security assessment and no longer standard contract or certification, and "
        "what was sent earlier this year comes into it. [CBDF-2024-A7.1.2 CACQA-2025-10-Q7 COUNT-FORECAST "
        "CACQA-2026-01-Q1 COUNT-UP]"
    )


def test_the_pace_is_that_between_the_last_two_counts(judged: Judged) -> None:
    slow = support("80_000", "2026-05-31") + "\n  " + support("80_300")
    fast = support("60_000", "2026-05-31") + "\n  " + support("90_000")
    assert [] == days(judged((SUPPORT, slow)))
    assert [date(2026, 7, 10)] == [latest for *_, latest in days(judged((SUPPORT, fast)))]


def test_a_count_between_bounds_gives_a_day_between_bounds(judged: Judged) -> None:
    (line,) = told(judged((SUPPORT, support("[85_000, 90_500]"))), "threshold-ahead")
    assert "is reached between 2026-07-19 and 2026-08-01, now 85,000–90,500;" in line


def test_where_it_may_not_be_reached_at_all_only_the_earliest_day_is_told(judged: Judged) -> None:
    (line,) = told(judged((SUPPORT, support("[40_000, 60_000]"))), "threshold-ahead")
    assert "is reached on 2026-10-29 at the earliest, if at all this year, now" in line


def test_where_it_may_be_reached_already_only_the_latest_day_is_told(judged: Judged) -> None:
    (line,) = told(judged((SUPPORT, support("[85_000, 120_000]"))), "threshold-ahead")
    assert "is reached on 2026-08-01 at the latest, perhaps already, now" in line


def test_what_nobody_counted_stays_unknown_and_is_named(judged: Judged) -> None:
    letters = """  - id: letters
    from: crm.buyer
    to: us.buyer
    mode: transfer
    purpose: letters
    status: live
    since: 2025-06-01
    legal_basis: consent
    necessary: yes
  - id: parcels
"""
    more = ("  - id: parcels\n", letters)
    assert [] == told(judged(more), "threshold-ahead")
    (line,) = told(judged(more, (SUPPORT, support("60_000"))), "threshold-ahead")
    assert "at the latest, perhaps already" in line
    assert "; not counted, and taken as anything up to their stock: shop/parent/letters. [" in line


def test_more_people_than_the_stock_are_not_sure_to_come(judged: Judged) -> None:
    stock = ("people: {population: members, count: 500_000", "people: {population: members, count: 95_000")
    assert [date(2026, 7, 19), None] == list(days(judged((SUPPORT, support("90_500")), stock))[0][3:])


def test_sensitive_people_have_a_line_of_their_own(judged: Judged) -> None:
    card = (
        "columns: {mobile: pi.basic.phone}\n  crm.buyer",
        "columns: {card_no: pi.finance.card}\n  crm.buyer",
    )
    found = days(judged(card, (SUPPORT, support("0", sensitive="9_050"))))
    assert [("shop", "sensitive", 10_000, date(2026, 7, 19), date(2026, 7, 19))] == found


def test_a_stopped_flow_has_no_pace(judged: Judged) -> None:
    stopped = ("status: live\n    since: 2025-06-01\n    legal_basis: consent\n    necessary: yes\n  - id: parcels",
               "status: stopped\n    since: 2025-06-01\n    legal_basis: consent\n    necessary: yes\n  - id: parcels")  # fmt: skip
    assert [] == days(judged((SUPPORT, support("90_500")), stopped))


def test_counts_of_a_later_day_are_not_known_yet(judged: Judged) -> None:
    assert [] == days(judged((SUPPORT, support("90_500", "2026-07-15")), on=date(2026, 6, 30)))


GROUP = (
    "outlet, shop of acme each send the same kind of data to parent for customer_support: together 100,000 ordinary and 0 "
    "sensitive people, which would require standard contract or certification; alone it is exempt from the three routes. "
    "Flagged, not judged: each counts for itself unless one business was divided. [SCCM-2023-A4.3 PICM-2025-A5.4 COUNT-GROUP]"
)


@pytest.mark.parametrize(
    ("outlet", "expected"), [("54_750", [GROUP]), ("54_749", [])], ids=["at the line", "one person fewer"]
)
def test_a_whole_that_crosses_a_line_which_each_stays_below_is_flagged(
    judged: Judged, outlet: str, expected: list[str]
) -> None:
    analysis = judged((OUTLET, OUTLET.replace("20_000", outlet)))
    assert expected == told(analysis, "group-splitting")
    facts = [dict(one.transfer.case.facts).get("handler.group_members") for one in analysis.judgements]
    assert [2, 2, 2] == facts


def test_a_whole_that_may_cross_a_line_is_flagged_as_open(judged: Judged) -> None:
    apart = ("walkers: disjoint", "walkers: unknown")
    (line,) = told(judged((OUTLET, OUTLET.replace("20_000", "54_750")), apart), "group-splitting")
    assert "together 54,750–100,000 ordinary and 0 sensitive people, so the whole may require" in line


@pytest.mark.parametrize(
    "change",
    [
        ("retail, group: acme, persons_held: 200_000", "retail, group: other, persons_held: 200_000"),
        ("to: us.walker\n    mode: transfer\n    purpose: customer_support", "to: us.walker\n    mode: transfer\n    purpose: warranty"),
        ("to: us.walker", "to: jp.walker"),
        ("count: 150_000, collected_in: mainland, subjects: customers, under_14: no}\n    important: {status: none}\n    columns: {mobile: pi.basic.phone}",
         "count: 150_000, collected_in: mainland, subjects: customers, under_14: no}\n    important: {status: none}\n    columns: {mobile: pi.basic.email}"),
    ],
    ids=["another group", "another purpose", "another recipient", "another kind of data"],
)  # fmt: skip
def test_handlers_that_do_not_share_a_business_are_not_put_together(
    judged: Judged, change: tuple[str, str]
) -> None:
    assert [] == told(judged((OUTLET, OUTLET.replace("20_000", "54_750")), change), "group-splitting")


def test_a_business_that_is_declared_divided_is_counted_whole(judged: Judged) -> None:
    divided = (
        "group: acme, persons_held: 600_000}",
        "group: acme, persons_held: 600_000, group_split_artificial: yes}",
    )
    analysis = judged((OUTLET, OUTLET.replace("20_000", "54_750")), divided)
    verdicts = {one.transfer.id: one.verdict for one in analysis.judgements}
    assert [] == told(analysis, "group-splitting")
    assert {"export_without_scc_or_cert", "quantity_splitting"} == {
        one.id for one in verdicts["shop/parent/customer_support"].violations
    }
