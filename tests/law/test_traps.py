"""The 25 mistakes that are easy to make with this law, each with a case that shows it and the nearest that does not.

The first line of a docstring names the trap, what follows explains it; `docs/law/traps.md` is written from them. A last
line that begins with `Also:` names other tests and examples that hold the same.
"""

from datetime import date

import pytest
from tests.law.judging import ASSESSMENT, BAND, CONTRACT, LIVE, NOW, judged, people, route

from kuajing.law import load_book, load_tally_rule
from kuajing.locators.answers import answer as located
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.transfers.people import Group, distinct


@pytest.mark.parametrize(
    ("provider", "region", "jurisdiction"),
    [
        ("alibaba", "cn-hangzhou", "CN"),
        ("alibaba", "cn-hongkong", "HK"),
        ("aws", "cn-north-1", "CN"),
        ("aws", "ap-east-1", "HK"),
        ("tencent", "ap-shanghai", "CN"),
        ("huawei", "ap-southeast-1", "HK"),
    ],
)
def test_trap_01_a_region_name_is_not_the_border(provider: str, region: str, jurisdiction: str) -> None:
    """A region's name is not the border. 区域名称不等于国境。

    Hong Kong, Macao and Taiwan are abroad for these rules, whatever a cloud calls the region or whichever list it stands
    in; names mislead both ways. The place decides.
    Also: tests/locators/test_places.py, tests/locators/test_hosts.py
    """
    got = located({"id": "r", "provider": provider, "region": region})
    assert (jurisdiction, "yes" if jurisdiction == "CN" else "no") == (got["jurisdiction"], got["mainland"])


def test_trap_02_access_from_abroad_is_an_export() -> None:
    """Access from abroad is an export. 境外访问就是出境。

    Data that rests in the mainland leaves it in law when somebody abroad can open it; no copy abroad is needed.
    Also: rules/law/sccfg2/section-01.cases.yaml
    """
    assert BAND == route(
        flow={"mode": "remote_access"}, recipient={"jurisdiction": "US"}, data=people(260_000)
    )
    assert "not_an_export" == route(flow={"mode": "domestic_replication"}, data=people(260_000))


def test_trap_03_foreigners_who_sit_here_receive_nothing_abroad() -> None:
    """Foreign people who sit in the mainland are not abroad. 身处境内的外籍人员访问不是出境。

    Where the data is opened decides, not the passport of whoever opens it, nor who owns the company.
    Also: rules/law/cacqa-2025-10/question-05.cases.yaml
    """
    opened = {"mode": "remote_access"}
    assert "not_an_export" == route(
        flow=opened, recipient={"jurisdiction": "US", "physical_location": "mainland"}
    )
    assert "not_an_export" != route(
        flow=opened, recipient={"jurisdiction": "US", "physical_location": "abroad"}
    )


def test_trap_04_people_are_counted_and_not_rows() -> None:
    """People are counted, not rows. 按人数计，不按条数计。

    The lines are of distinct people over all recipients: the same member sent to three is one, and a thousand orders of one
    member are one.
    Also: tests/transfers/test_people.py, CACQA-2024-03-Q11
    """
    assert "exempt" == route(data=people(40_000, records=90_000_000))
    assert BAND == route(data=people(100_000, records=100_000))
    sixty = Group("members", Interval.exactly(60_000), Interval.exactly(60_000), "crm.member")
    others = Group("guests", Interval.exactly(60_000), Interval.exactly(60_000), "crm.guest")
    assert Interval.exactly(60_000) == distinct((sixty, sixty), {})
    apart = {("members", "guests"): "disjoint", ("guests", "members"): "disjoint"}
    assert Interval.exactly(120_000) == distinct((sixty, others), apart)


def test_trap_05_the_year_begins_on_its_own_first_of_january() -> None:
    """The count begins on 1 January of this year. 自当年1月1日起累计。

    The measures of 2022 looked back to January of the year before; since 22 March 2024 that count says nothing.
    Also: rules/law/sam/article-04.cases.yaml
    """
    before = people(40_000, since_prev_jan1={"total": 140_000, "sensitive": 0})
    assert ASSESSMENT == route("2024-03-21", data=before)
    assert "exempt" == route("2024-03-22", data=before)


def test_trap_06_some_exempt_transfers_count_and_some_do_not() -> None:
    """Exempt does not mean uncounted. 豁免不等于不计数。

    Transfers under articles 3, 4, 5(1) to (3) and 6 stay outside the count; those that live under 5(4), the small number,
    are the count.
    Also: tests/transfers/test_counting.py
    """
    rule = load_tally_rule()
    assert Truth.YES is rule.is_outside("CBDF-2024-A5.1.2")
    assert Truth.NO is rule.is_outside("CBDF-2024-A5.1.4")


def test_trap_07_one_sensitive_person_is_enough() -> None:
    """One person's sensitive data is enough. 敏感个人信息没有起点人数。

    There is no small number for sensitive data: one child, one bank card needs the contract or a certificate.
    Also: rules/law/cbdf/article-08.cases.yaml
    """
    assert "exempt" == route(data=people(40_000, 0))
    assert BAND == route(data=people(40_000, 1))


def test_trap_08_two_counters_that_never_meet() -> None:
    """Two counters, and no sum. 两个计数，互不相加。

    Ordinary and sensitive people are counted apart and against lines of their own; no weight turns one into the other.
    Also: rules/law/cbdf/article-07.cases.yaml
    """
    assert BAND == route(data=people(999_999, 9_999))
    assert ASSESSMENT == route(data=people(999_999, 10_000))


@pytest.mark.parametrize(
    ("ordinary", "sensitive", "expected"),
    [
        (99_999, 0, "exempt"),
        (100_000, 0, BAND),
        (999_999, 0, BAND),
        (1_000_000, 0, ASSESSMENT),
        (0, 9_999, BAND),
        (0, 10_000, ASSESSMENT),
    ],
)
def test_trap_09_the_line_itself_is_over_the_line(ordinary: int, sensitive: int, expected: str) -> None:
    """The number itself is over the line. 达到即越线。

    以上 includes the number and 不满 does not: 99,999 is the last that is exempt.
    Also: rules/law/cbdf/article-07.cases.yaml, rules/law/cbdf/article-08.cases.yaml, tests/law/test_conditions.py
    """
    assert expected == route(data=people(ordinary, sensitive))


def test_trap_10_how_many_are_handled_decides_no_route() -> None:
    """How many people are handled decides no route. 处理总量不决定路径。

    The million handled drove the assessment until March 2024. It still brings an officer, ten million an audit every two
    years and more duties; the route hangs on who is exported.
    Also: rules/law/picam/article-12.cases.yaml, rules/law/d790/article-28.cases.yaml
    """
    large = {"pi_handled_total": 50_000_000}
    now = judged(handler=large, data=people(40_000))
    assert "exempt" == now["route"]
    assert {"large_handler_d790_a28", "biennial_compliance_audit", "pipo_designation_and_filing"} <= set(
        now["duties"]
    )
    assert not {"large_handler_d790_a28", "biennial_compliance_audit"} & set(
        judged(data=people(40_000))["duties"]
    )
    before = people(40_000, since_prev_jan1={"total": 40_000, "sensitive": 0})
    assert ASSESSMENT == route("2024-03-21", handler=large, data=before)


def test_trap_11_critical_operators_have_some_exemptions() -> None:
    """A critical operator has no small number, yet it has exemptions. 关基运营者无小额豁免，但有情形豁免。

    One person is enough for the assessment, and neither contract nor certificate will do; contract with the individual, staff,
    emergency, transit and most zone lists are open to it. It is one by notice, never by a guess from its field.
    Also: rules/law/cbdf/article-07.cases.yaml, rules/law/ciir/article-10.cases.yaml
    """
    operator = {"ciio": True}
    assert ASSESSMENT == route(handler=operator, data=people(1))
    booking = {"purpose": "hotel_booking_overseas", "necessary": True}
    assert "exempt" == route(handler=operator, flow=booking, claims=["contract"], data=people(1))
    assert "exempt" == route(handler={"ciio": False, "sector": "finance"}, data=people(1))


def test_trap_12_important_data_is_told_and_not_guessed() -> None:
    """Important data is important once notified or published, and then never exempt. 重要数据以告知或公布为准，且不适用豁免。

    A word in a column's name makes a candidate, to be reported, not important data; what was notified needs the assessment
    whatever the number and the ground.
    Also: rules/law/d790/article-37.cases.yaml, rules/law/d790/article-29.cases.yaml
    """
    booking = {"purpose": "hotel_booking_overseas", "necessary": True}
    assert ASSESSMENT == route(flow=booking, claims=["contract"], data=people(1, important="declared"))
    suspected = judged(flow=booking, claims=["contract"], data=people(1, suspected_important=True))
    assert "exempt" == suspected["route"]
    assert "identify_and_report_important_data_d790_a29" in suspected["duties"]


def test_trap_13_exempt_frees_from_the_route_and_from_nothing_else() -> None:
    """Exempt frees from the three routes and from nothing else. 豁免只免路径，不免其他义务。

    Notice, impact assessment, contract and records, security and incident reports stay.
    Also: rules/law/cbdf/article-10.cases.yaml, rules/law/cbdf/article-11.cases.yaml
    """
    without = judged(flow=LIVE, compliance={"pipia_done": False})
    assert ("exempt", ["no_pipia"]) == (without["route"], without["violations"])
    assert [] == judged(flow=LIVE)["violations"]
    assert {"notice_art39", "pipia_art55_56", "recipient_contract_and_3y_records_d790_a12"} <= set(
        without["duties"]
    )


def test_trap_14_consent_is_one_ground_and_notice_is_for_all() -> None:
    """Consent is asked where consent is the ground; notice always. 同意依法律基础，告知不可少。

    With a contract, staff, a duty of law or an emergency as the ground no separate consent is due. Dropping the notice with it
    is the twin of asking consent everywhere.
    Also: rules/law/pipl/article-39.cases.yaml, rules/law/pipl/article-13.cases.yaml
    """
    refused = {"separate_consent": False}
    assert ["no_separate_consent"] == judged(flow=LIVE, compliance=refused)["violations"]
    assert [] == judged(flow=LIVE, legal_basis="contract", compliance=refused)["violations"]
    silent = {"separate_consent": False, "notice_art39": False}
    assert ["no_notice_art39"] == judged(flow=LIVE, legal_basis="contract", compliance=silent)["violations"]


def test_trap_15_staff_means_employees_under_both_instruments() -> None:
    """The staff exemption wants employees, labour rules and a collective contract. 人力资源豁免须为员工且两项文件齐备。

    Applicants, family members and contractors do not come in with them, and each field must be necessary.
    Also: rules/law/cbdf/article-05.cases.yaml, rules/law/d790/article-35.cases.yaml, CACQA-2026-07-Q3
    """

    def staff(**differing: object) -> str:
        hr = {"subjects": "employees", "labour_rules": True, "collective_contract": True, **differing}
        return route(
            flow={"purpose": "cross_border_hr", "necessary": True},
            legal_basis="hr",
            claims=["hr"],
            data=people(0, 20, hr=hr),
        )

    assert "exempt" == staff()
    assert BAND == staff(collective_contract=False)
    assert BAND == staff(labour_rules=False)
    assert BAND == staff(subjects="applicants")


def test_trap_16_the_contract_must_be_the_individual_s_own() -> None:
    """The contract must be the individual's own, and need the export. 合同须以个人为当事人且确需出境。

    Contracts between firms, analytics, customer records kept for convenience and a hotel at home do not qualify.
    Also: rules/law/cbdf/article-05.cases.yaml, CACQA-2025-10-Q1, CACQA-2025-10-Q2
    """

    def claimed(purpose: str) -> str:
        flow = {"purpose": purpose}
        return route(flow=flow, claims=["contract"], legal_basis="contract", data=people(0, 20))

    assert "exempt" == claimed("hotel_booking_overseas")
    for purpose in ("hotel_booking_domestic", "b2b_contacts", "marketing_analytics", "customer_support"):
        assert BAND == claimed(purpose)


def test_trap_17_one_join_ends_transit() -> None:
    """One join with data collected here ends transit. 一次与境内数据的结合即丧失过境豁免。

    What counts is where data was collected: a foreigner's data collected in Shanghai is domestic.
    Also: rules/law/cbdf/article-04.cases.yaml, tests/graph/test_cross.py
    """

    def transit(**differing: object) -> str:
        passing = {
            "foreign_origin_persons": 500_000,
            "domestic_pi_introduced": False,
            "domestic_important_introduced": False,
            **differing,
        }
        return route(claims=["transit"], data=people(120_000, 0, **passing))

    assert "exempt" == transit()
    assert BAND == transit(domestic_pi_introduced=True)
    assert BAND == transit(foreign_origin_persons=0)


def test_trap_18_masked_is_still_personal() -> None:
    """Masked, hashed or encrypted is still personal. 脱敏、哈希、加密仍是个人信息。

    Only anonymised data is out; where the key lies changes nothing.
    Also: rules/law/pipl/article-04.cases.yaml, tests/lineage/test_tags.py
    """
    hidden = {"deidentified": True, "encrypted": True, "key_location": "mainland"}
    assert BAND == route(data=people(260_000, 0, **hidden))
    assert "no_restriction" == route(data=people(0, 0, personal=False, anonymised=True))


def test_trap_19_a_processor_is_a_recipient() -> None:
    """A processor, an affiliate and one's own branch are recipients. 受托人、关联方、分支机构都是接收方。

    Backup abroad, software as a service, error trackers and support vendors export; so does one's own server abroad.
    Also: rules/law/readings/article-readings.cases.yaml, PIPL-2021-A21
    """
    for role in ("independent_handler", "processor", "affiliate"):
        assert BAND == route(recipient={"role": role}, data=people(260_000))
    assert "PIPL-2021-A21" in judged(recipient={"role": "processor"}, data=people(260_000))["citations"]
    assert "PIPL-2021-A21" not in judged(data=people(260_000))["citations"]


def test_trap_20_the_contract_opens_when_in_force_and_not_when_filed() -> None:
    """The gate is that the contract is in force; the filing follows. 以合同生效为准，备案在后。

    Data may flow from the day it takes effect; filing is due within ten working days, and late filing is a fault of filing, not
    an export without contract.
    Also: rules/law/sccm/article-06.cases.yaml, rules/law/sccm/article-07.cases.yaml
    """
    started = {**LIVE, "started": "2025-06-16"}
    assert [] == judged(flow=started, data=people(260_000), mechanism=CONTRACT)["violations"]
    late = {**CONTRACT, "filed": "2025-07-31"}
    assert ["scc_filed_late"] == judged(flow=started, data=people(260_000), mechanism=late)["violations"]
    early = {**LIVE, "started": "2025-06-15"}
    assert ["export_before_scc_effective"] == judged(flow=early, data=people(260_000), mechanism=CONTRACT)[
        "violations"
    ]


def test_trap_21_a_result_holds_three_years_and_a_change_ends_more_than_time() -> None:
    """A result holds three years, not two, and a contract ends by change. 评估结果有效期三年；合同因变化而须重办。

    An extension is asked for in the last sixty working days, a certificate renewed six months ahead; the contract has no term
    of its own, and a change of system alone changes nothing.
    Also: rules/law/cbdf/article-09.cases.yaml, rules/law/picm/article-08.cases.yaml, rules/law/sccm/article-08.cases.yaml, tests/law/test_book_clocks.py
    """
    passed = {"type": "security_assessment", "result": "pass", "result_date": "2024-06-03"}
    flow = {**LIVE, "started": "2024-07-01"}
    above = people(1_000_000)
    assert [] == judged("2027-06-03", flow=flow, data=above, mechanism=passed)["violations"]
    assert ["security_assessment_expired"] == judged("2027-06-04", flow=flow, data=above, mechanism=passed)[
        "violations"
    ]
    for changed, expected in ((["system"], []), (["purpose"], ["scc_not_redone_a8"])):
        got = judged(flow=LIVE, data=people(260_000), mechanism={**CONTRACT, "changed": changed})
        assert expected == got["violations"]


def test_trap_22_crossing_in_mid_year_takes_the_year_along() -> None:
    """Who crosses the line in mid-year takes the year along. 年中越线，全年一并纳入评估。

    At the millionth person the assessment covers what went out under contract or certificate since January; dividing the
    business to stay below is barred.
    Also: rules/law/cacqa-2026-01/question-01.cases.yaml, rules/law/sccm/article-04.cases.yaml
    """
    below, above = (judged(data=people(count), mechanism=CONTRACT) for count in (999_999, 1_000_000))
    assert (BAND, ASSESSMENT) == (below["route"], above["route"])
    assert "include_scc_volume_in_assessment_scope" not in below["duties"]
    assert "include_scc_volume_in_assessment_scope" in above["duties"]
    split = judged(flow=LIVE, handler={"group_split_artificial": True}, data=people(1_000_000))
    assert "quantity_splitting" in split["violations"]


def test_trap_23_the_bay_area_is_nine_cities_and_one_shore() -> None:
    """The bay area contract is for nine cities and Hong Kong or Macao, and no further. 大湾区合同限九市与港澳，不得再外传。

    The rest of Guangdong is outside, a copy passed on to a third place needs a national route, and important data is out.
    Also: rules/law/gbahk/article-03.cases.yaml, rules/law/cacqa-2026-01/question-02.cases.yaml
    """
    local = {**CONTRACT, "type": "gba_sc"}

    def bay(city: str = "Zhuhai", onward: tuple[str, ...] = (), **differing: object) -> dict[str, object]:
        recipient = {"jurisdiction": "HK", "onward_to": list(onward)}
        data = people(260_000, 0, **differing)
        return judged(handler={"city": city}, recipient=recipient, flow=LIVE, data=data, mechanism=local)

    assert ("gba_standard_contract", []) == (bay()["route"], bay()["violations"])
    assert BAND == bay(city="Shantou")["route"]
    assert ["onward_outside_gba"] == bay(onward=("SG",))["violations"]
    assert ASSESSMENT == bay(important="declared")["route"]


def test_trap_24_a_zone_frees_by_its_list_alone() -> None:
    """A zone frees by its list, in its edition, for who is inside. 自贸区豁免取决于清单、版本和所在区域。

    An address in a zone without a list changes nothing, nor does a list before its day; Shanghai's leaves critical operators
    out.
    Also: rules/law/ftz/article-bj-2024.cases.yaml, rules/law/ftz/article-sh-2025.cases.yaml, tests/law/test_zone_lists.py
    """

    def zone(area: str, on: str = NOW, position: str = "outside_list", *, ciio: bool = False) -> str:
        handler = {"ftz": area, "ftz_list_position": position, "ciio": ciio}
        return route(on, handler=handler, data=people(260_000))

    assert "exempt" == zone("Beijing", "2024-08-30")
    assert BAND == zone("Beijing", "2024-08-29")
    assert BAND == zone("Beijing", position="no_list")
    assert BAND == zone("none", position="none")
    assert (ASSESSMENT, "exempt") == (zone("Shanghai", ciio=True), zone("Beijing", ciio=True))


def test_trap_25_each_day_has_its_law_and_some_doors_have_no_key() -> None:
    """Each day has its law, and no route opens what a foreign authority asks for. 依当日法律判断；外国机构调取无路径可代替批准。

    Localisation is article 37 of the Cybersecurity Law to the end of 2025 and article 39 after; the Regulations begin on 1
    January 2025. Any data stored here that a foreign authority asks for needs approval first, contract or not, and the bans of
    a field beat every exemption.
    Also: rules/law/csl-2025/article-39.cases.yaml, rules/law/dsl/article-36.cases.yaml, rules/law/ride/article-27.cases.yaml, tests/law/test_answers_in_time.py
    """
    for on, cited, other in (
        ("2025-12-31", "CSL-2016-A37", "CSL-2025-A39"),
        ("2026-01-01", "CSL-2025-A39", "CSL-2016-A37"),
    ):
        keys = judged(on, handler={"ciio": True})["citations"]
        assert (True, False) == (cited in keys, other in keys)
    book = load_book()
    assert book.provisions["D790-2024-A12"].in_force(date(2024, 12, 31)) is None
    assert book.provisions["D790-2024-A12"].in_force(date(2025, 1, 1)) is not None
    asked = {"purpose": "foreign_regulatory_request", "necessary": True}
    nothing_personal = people(0, 0, personal=False)
    assert "prohibited" == route(flow=asked, data=nothing_personal, mechanism=CONTRACT)
    assert "authority_approval" == route(flow=asked, data={**nothing_personal, "authority_approval": True})
    assert "no_restriction" == route(data=nothing_personal)
    flow = {"purpose": "hotel_booking_overseas"}
    assert "prohibited" == route(handler={"sector": "ride_hailing"}, flow=flow, claims=["contract"])
    assert "exempt" == route(handler={"sector": "retail"}, flow=flow, claims=["contract"])
