from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from kuajing.model.cases import FactValue
from kuajing.model.declaration import (
    NEVER,
    Claim,
    Day,
    Evidence,
    Filing,
    Handler,
    Instrument,
    RecipientContract,
)
from kuajing.model.facts import Transform
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth

if TYPE_CHECKING:
    from tests.transfers.conftest import World

SUPPORT = "shop/acme/support"
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
BEFORE, TODAY, AFTER = date(2026, 6, 1), date(2026, 6, 15), date(2026, 7, 1)


def leaves(world: "World", **flow: Any) -> None:  # noqa: ANN401  the words of a flow
    world.table("crm.user", mobile="pi.basic.phone")
    world.people("crm.user", 1_000, "members")
    world.move("crm.user.mobile", "us.dim.mobile")
    world.flow("f", "crm.user", "us.dim", **flow)


def some(world: "World", *prefixes: str) -> dict[str, FactValue]:
    return {path: value for path, value in world.facts_of(SUPPORT).items() if path.startswith(prefixes)}


def handled(world: "World", **words: Any) -> dict[str, FactValue]:  # noqa: ANN401  the words of a handler
    leaves(world)
    world.handlers[:] = [Handler("shop", world.here(), **words)]
    return {path.removeprefix("handler."): value for path, value in some(world, "handler.").items()}


def test_a_case_holds_what_is_told_and_nothing_else(world: "World") -> None:
    leaves(world, status="live")
    assert {
        "data.deidentified": False,
        "data.domestic_important_introduced": False,
        "data.domestic_pi_introduced": True,
        "data.face": False,
        "data.important": "none",
        "data.personal": True,
        "data.ytd_persons.non_sensitive": Interval(0, 1_000),
        "data.ytd_persons.sensitive": Interval(0, 0),
        "flow.mode": "transfer",
        "flow.purpose": "support",
        "flow.status": "live",
        "handler.base": "mainland",
        "handler.ciio": False,
        "handler.ftz": "none",
        "handler.state_organ": False,
        "mechanism.type": "none",
        "recipient.jurisdiction": "US",
        "recipient.role": "affiliate",
    } == world.facts_of(SUPPORT)


def test_what_is_unknown_stays_absent(world: "World") -> None:
    assert {"ftz": "none"} == handled(world)


def test_everything_declared_of_a_handler_becomes_facts(world: "World") -> None:
    assert {
        "base": "overseas",
        "ciio": True,
        "city": "Shanghai",
        "ftz": "Shanghai",
        "ftz_list_position": "outside_list",
        "group_split_artificial": False,
        "pi_handled_total": Interval(5, 9),
        "pipl_a3_2": True,
        "pipo_filed": BEFORE,
        "pipo_threshold_reached": BEFORE,
        "representative_in_china": True,
        "sector": "retail",
        "state_organ": True,
    } == handled(
        world,
        base="FR",
        ciio=YES,
        ciio_notified_on=BEFORE,
        city="Shanghai",
        zone_list="shanghai-2025",
        zone_position="outside_list",
        group_split_artificial=NO,
        persons_held=Interval(5, 9),
        persons_held_known=True,
        serves_mainland=YES,
        officer=Filing("Li", BEFORE),
        persons_line_reached_on=BEFORE,
        representative=Filing("Wang", BEFORE),
        sector="retail",
        state_organ=YES,
    )


def test_what_shows_the_lasting_duties_of_a_handler_becomes_facts(world: "World") -> None:
    leaves(world)
    done, undone = Evidence(YES, on=BEFORE), Evidence(NO)
    compliance = (
        ("audit", Evidence(YES, on=BEFORE)),
        ("child_rules", Evidence(UNKNOWN, applies=False)),
        ("important_data_annual_report", undone),
        ("incident_plan", Evidence(YES, on=AFTER)),
        ("local_storage", undone),
        ("security_measures", done),
    )
    world.handlers[:] = [Handler("shop", world.here(), compliance=compliance)]
    assert {
        "evidence.audited": BEFORE,
        "evidence.important_annual_report": None,
        "evidence.incident_plan": False,
        "evidence.local_storage": False,
        "evidence.security_measures": True,
    } == some(world, "evidence.")


@pytest.mark.parametrize("base", ["mainland", "CN"])
def test_a_base_in_the_mainland_has_one_word(world: "World", base: str) -> None:
    assert "mainland" == handled(world, base=base)["base"]


@pytest.mark.parametrize(("notified", "expected"), [(TODAY, True), (AFTER, False), (None, True)])
def test_an_operator_is_one_from_the_day_of_its_notification(
    world: "World",
    notified: date | None,
    expected: bool,  # noqa: FBT001  a value
) -> None:
    assert expected == handled(world, ciio=YES, ciio_notified_on=notified)["ciio"]


def test_a_notification_known_not_to_have_come_is_said(world: "World") -> None:
    assert {"ciio": False, "ciio_notified": False, "ftz": "none"} == handled(
        world, ciio=NO, ciio_notified_on=NEVER
    )


@pytest.mark.parametrize(
    ("filed", "expected"),
    [(BEFORE, True), (AFTER, False), (NEVER, False), (None, None)],
    ids=["filed", "later", "never", "unknown"],
)
def test_a_representative_is_one_that_is_filed(world: "World", filed: Any, expected: bool | None) -> None:  # noqa: ANN401, FBT001  a day
    facts = handled(world, representative=Filing("Wang", filed))
    assert expected is facts.get("representative_in_china")


@pytest.mark.parametrize(("filed", "expected"), [(BEFORE, BEFORE), (AFTER, None), (NEVER, None)])
def test_a_filing_that_has_not_come_by_the_day_is_known_not_to_have(
    world: "World",
    filed: Day,
    expected: date | None,
) -> None:
    assert {"ftz": "none", "pipo_filed": expected} == handled(world, officer=Filing("Li", filed))


@pytest.mark.parametrize(
    ("listed", "area"),
    [
        ("shanghai-2025", "Shanghai"),
        ("Shanghai-Citywide-2026", "Shanghai-citywide"),
        ("guangdong-nansha-2026", "Guangdong"),
        ("none", "none"),
        ("suzhou-2025", "none"),
        (None, "none"),
    ],
)
def test_a_list_belongs_to_the_area_it_begins_with(world: "World", listed: str | None, area: str) -> None:
    assert area == handled(world, zone_list=listed)["ftz"]


def test_handlers_of_one_group_that_send_the_same_are_counted(world: "World") -> None:
    leaves(world)
    world.handlers[:] = [Handler(name, world.here(), group="g") for name in ("shop", "sister")]
    assert "handler.group_members" not in world.facts_of(SUPPORT)
    world.system("crm2", "CN", handler="sister")
    world.table("crm2.user", mobile="pi.basic.phone")
    world.move("crm2.user.mobile", "us.dim2.mobile")
    assert 2 == world.facts_of(SUPPORT)["handler.group_members"]


@pytest.mark.parametrize(
    ("place", "declared", "expected"),
    [
        ("US", "SG", "US"),
        ("HK", None, "HK"),
        ("MO", "CN", "MO"),
        ("TW", None, "TW"),
        ("-", "SG", "SG"),
        ("-", "CN", "elsewhere"),
        ("-", None, "elsewhere"),
        ("?", "SG", None),
    ],
)
def test_the_jurisdiction_is_where_data_is_received(
    world: "World", place: str, declared: str | None, expected: str | None
) -> None:
    leaves(world)
    world.recipients.clear()
    world.recipient("acme", jurisdiction=declared)
    world.systems = [one for one in world.systems if one.id != "us"]
    world.system("us", place, recipient="acme")
    assert expected == world.facts_of(SUPPORT).get("recipient.jurisdiction")


def test_everything_declared_of_a_recipient_becomes_facts(world: "World") -> None:
    leaves(world)
    world.recipients.clear()
    contract = RecipientContract(YES, None, UNKNOWN, None, None)
    world.recipient(
        "acme", city="Boston", role="processor", restricted_list=NO, onward_to=("SG",), contract=contract
    )
    assert {
        "compliance.d790_contract_and_records": True,
        "recipient.city": "Boston",
        "recipient.jurisdiction": "US",
        "recipient.on_restricted_list": False,
        "recipient.onward_to": ("SG",),
        "recipient.role": "processor",
    } == some(world, "recipient.", "compliance.")


@pytest.mark.parametrize(
    ("place", "declared", "expected"),
    [("US", "mainland", "abroad"), ("?", "mainland", "mainland"), ("?", None, None)],
)
def test_who_opens_data_sits_where_the_workplace_stands(
    world: "World", place: str, declared: str | None, expected: str | None
) -> None:
    world.recipients.clear()
    world.recipient("acme", physical_location=declared)
    world.table("crm.user", mobile="pi.basic.phone")
    world.system("office", place, recipient="acme", kind="workplace")
    world.flow("f", "crm.user", "office")
    assert expected == world.facts_of(SUPPORT).get("recipient.physical_location")


def test_nobody_opens_what_is_sent(world: "World") -> None:
    leaves(world)
    assert "recipient.physical_location" not in world.facts_of(SUPPORT)


@pytest.mark.parametrize(
    ("kept", "d790", "expected"),
    [(AFTER, YES, True), (BEFORE, YES, False), (None, YES, True), (None, NO, False), (None, UNKNOWN, None)],
)
def test_records_that_are_kept_no_longer_are_not_there(
    world: "World",
    kept: date | None,
    d790: Truth,
    expected: bool | None,  # noqa: FBT001  a value
) -> None:
    leaves(world)
    world.recipients.clear()
    world.recipient("acme", contract=RecipientContract(d790, kept, UNKNOWN, None, None))
    assert expected is world.facts_of(SUPPORT).get("compliance.d790_contract_and_records")


def test_a_contract_may_be_on_record_with_the_flow(world: "World") -> None:
    leaves(world, compliance=(("d790_contract_and_records", Evidence(YES)),))
    assert world.facts_of(SUPPORT)["compliance.d790_contract_and_records"] is True


def test_everything_declared_of_a_flow_becomes_facts(world: "World") -> None:
    leaves(
        world,
        status="planned",
        since=BEFORE,
        legal_basis="consent",
        necessary=YES,
        encrypted=YES,
        key_location="abroad",
        securities_business=NO,
        regulated_activity=NO,
        reported_to=("MIIT",),
        claims=(Claim("contract", details=(("individual_is_party", True),)), Claim("trade")),
    )
    assert {
        "claims": ("contract", "trade"),
        "data.encrypted": True,
        "data.individual_is_party": True,
        "data.key_location": "abroad",
        "data.regulated_activity": False,
        "data.reported_to": ("MIIT",),
        "data.securities_business": False,
        "flow.mode": "transfer",
        "flow.necessary": True,
        "flow.purpose": "support",
        "flow.started": BEFORE,
        "flow.status": "planned",
        "legal_basis": "consent",
    } == some(world, "flow.", "claims", "legal_basis", "data.e", "data.ind", "data.k", "data.r", "data.s")


@pytest.mark.parametrize("status", ["planned", "stopped"])
def test_what_does_not_run_is_judged_as_planned(world: "World", status: str) -> None:
    leaves(world, status=status)
    assert "planned" == world.facts_of(SUPPORT)["flow.status"]


def test_what_files_show_and_nobody_gives_a_status_runs(world: "World") -> None:
    leaves(world)
    assert "live" == world.facts_of(SUPPORT)["flow.status"]


def test_where_it_is_unknown_whether_data_leaves_the_act_is_unknown(world: "World") -> None:
    world.system("where", "?", recipient="acme")
    world.table("crm.user", mobile="pi.basic.phone")
    world.move("crm.user.mobile", "where.dim.mobile")
    world.flow("f", "crm.user", "where.dim", mode="transfer")
    facts = world.facts_of(SUPPORT)
    assert not {"flow.mode", "recipient.jurisdiction"} & facts.keys()


def second(world: "World", **flow: Any) -> None:  # noqa: ANN401  the words of a flow
    world.move("crm.user.mobile", "us.other.mobile")
    world.flow("g", "crm.user", "us.other", **flow)


def test_a_claim_of_one_flow_says_nothing_of_anothers_data(world: "World") -> None:
    leaves(
        world, claims=(Claim("contract"), Claim("trade")), legal_basis="contract", necessary=YES, since=BEFORE
    )
    second(world, claims=(Claim("trade"),), legal_basis="consent", necessary=NO)
    assert {"claims": ("trade",), "flow.necessary": False} == some(
        world, "claims", "legal_basis", "flow.necessary", "flow.started"
    )


def test_flows_that_agree_say_it_of_the_whole_transfer(world: "World") -> None:
    leaves(world, claims=(Claim("trade"),), legal_basis="consent", necessary=YES, since=TODAY)
    second(world, claims=(Claim("trade"),), legal_basis="consent", necessary=YES, since=BEFORE)
    assert {
        "claims": ("trade",),
        "flow.necessary": True,
        "flow.started": BEFORE,
        "legal_basis": "consent",
    } == some(world, "claims", "legal_basis", "flow.necessary", "flow.started")


def test_a_grant_beside_a_flow_leaves_open_what_only_the_flow_declares_but_not_what_it_denies(
    world: "World",
) -> None:
    notice = (("notice_art39", Evidence(NO)), ("pipia", Evidence(YES)))
    leaves(world, compliance=notice, claims=(Claim("trade"),))
    world.table("crm.order", phone="pi.basic.phone")
    world.system("office", "US", recipient="acme", kind="workplace")
    world.grant("office", "crm.order", "support")
    assert {"compliance.notice_art39": False} == some(world, "compliance.", "claims")


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (Evidence(YES, on=TODAY), True),
        (Evidence(YES, on=AFTER), False),
        (Evidence(YES, file="docs/notice.md"), True),
        (Evidence(NO), False),
        (Evidence(UNKNOWN), None),
        (Evidence(UNKNOWN, applies=False), None),
    ],
    ids=["that day", "later", "file", "no", "unknown", "not applicable"],
)
@pytest.mark.parametrize(
    ("duty", "path"),
    [
        ("authority_approval", "data.authority_approval"),
        ("guardian_consent", "compliance.guardian_consent"),
        ("hgr_filed", "compliance.hgr_filed"),
        ("notice_art39", "compliance.notice_art39"),
        ("pipia", "compliance.pipia_done"),
        ("separate_consent", "compliance.separate_consent"),
    ],
)
def test_evidence_is_there_from_its_day(
    world: "World",
    duty: str,
    path: str,
    evidence: Evidence,
    expected: bool | None,  # noqa: FBT001  a value
) -> None:
    leaves(world, compliance=((duty, evidence),))
    assert expected is world.facts_of(SUPPORT).get(path)


@pytest.mark.parametrize(("completed", "expected"), [(BEFORE, True), (date(2026, 6, 3), False)])
def test_an_assessment_is_made_before_the_export(world: "World", completed: date, expected: bool) -> None:  # noqa: FBT001  a value
    leaves(world, since=date(2026, 6, 2), compliance=(("pipia", Evidence(YES, on=completed)),))
    assert expected is world.facts_of(SUPPORT)["compliance.pipia_done"]


def test_what_a_notice_lacks_and_how_consent_was_given_are_said(world: "World") -> None:
    notice = Evidence(YES, missing=("types", "purpose"))
    leaves(world, compliance=(("notice_art39", notice), ("separate_consent", Evidence(YES, form="bundled"))))
    assert {
        "compliance.consent_form": "bundled",
        "compliance.notice_art39": True,
        "compliance.notice_missing": ("purpose", "types"),
        "compliance.separate_consent": True,
    } == some(world, "compliance.")


@pytest.mark.parametrize(
    ("status", "day", "expected"),
    [
        ("none", None, {"data.important": "none"}),
        ("suspected", None, {"data.important": "none", "data.suspected_important": True}),
        ("declared", BEFORE, {"data.important": "none", "data.suspected_important": True}),
        ("notified", BEFORE, {"data.important": "declared", "data.important_notified_on": BEFORE}),
        ("published", None, {"data.important": "declared"}),
        ("notified", AFTER, {"data.important": "none"}),
        ("core", None, {"data.important": "core"}),
    ],
)
def test_importance_is_what_was_notified_or_published(
    world: "World", status: str, day: date | None, expected: dict[str, FactValue]
) -> None:
    leaves(world)
    world.important("crm.user", status, day)
    assert expected == some(world, "data.important", "data.suspected")


def test_data_without_people_may_be_important_since_a_day(world: "World") -> None:
    world.table("crm.map", tile="none")
    world.important("crm.map", "notified", BEFORE)
    world.move("crm.map.tile", "us.map.tile")
    world.flow("f", "crm.map", "us.map")
    assert {
        "data.important": "declared",
        "data.important_notified_on": BEFORE,
        "data.personal": False,
        "data.domestic_important_introduced": True,
    } == some(world, "data.important", "data.personal", "data.domestic_important")


def test_an_indicator_alone_is_a_suspicion(world: "World") -> None:
    leaves(world)
    world.table("crm.user", mobile="pi.basic.phone", grid="none+id.energy.grid")
    world.move("crm.user.grid", "us.dim.grid")
    assert {"data.important": "none", "data.suspected_important": True} == some(
        world, "data.important", "data.suspected"
    )


def test_columns_that_nobody_named_may_be_important_and_personal(world: "World") -> None:
    world.move("crm.blob.*", "us.blob.*")
    world.flow("f", "crm.blob", "us.blob")
    assert not {"data.important", "data.personal"} & world.facts_of(SUPPORT).keys()
    world.important("crm.blob", "none")
    assert {"data.important": "none"} == some(world, "data.important", "data.personal")


TRANSIT = (Claim("transit"),)


@pytest.mark.parametrize(("origin", "expected"), [("abroad", False), ("mainland", True), (None, None)])
def test_the_trail_says_whether_mainland_data_was_joined_in(
    world: "World",
    origin: str | None,
    expected: bool | None,  # noqa: FBT001  a value
) -> None:
    leaves(world, claims=TRANSIT)
    world.people("crm.user", 1_000, "members", collected_in=origin)
    assert expected is world.facts_of(SUPPORT).get("data.domestic_pi_introduced")


@pytest.mark.parametrize(
    ("origin", "answer", "expected"),
    [("abroad", True, True), ("mainland", False, True), (None, False, False), (None, True, True)],
)
def test_a_claim_decides_what_the_trail_leaves_open_and_never_clears_what_it_shows(
    world: "World",
    origin: str | None,
    answer: bool,  # noqa: FBT001  a value
    expected: bool,  # noqa: FBT001  values
) -> None:
    leaves(world, claims=(Claim("transit", details=(("domestic_pi_introduced", answer),)),))
    world.people("crm.user", 1_000, "members", collected_in=origin)
    assert expected is world.facts_of(SUPPORT)["data.domestic_pi_introduced"]


def test_mainland_data_that_another_flow_declares_is_joined_in_all_the_same(world: "World") -> None:
    world.table("crm.guest", phone="pi.basic.phone")
    world.people("crm.guest", 10, collected_in="abroad")
    world.table("crm.user", mobile="pi.basic.phone")
    world.people("crm.user", 10)
    world.move("crm.guest.phone", "dw.mid.phone")
    world.move("dw.mid.phone", "us.dim.phone")
    world.flow("f", "crm.guest", "us.dim", claims=TRANSIT)
    assert world.facts_of(SUPPORT)["data.domestic_pi_introduced"] is False
    world.move("crm.user.mobile", "dw.mid.phone")
    world.flow("g", "crm.user", "us.dim", purpose="marketing")
    assert world.facts_of(SUPPORT)["data.domestic_pi_introduced"] is True


@pytest.mark.parametrize(
    ("subjects", "claim", "expected"),
    [
        ("employees", None, "employees"),
        ("customers", None, None),
        ("applicants", "employees", "applicants"),
        (None, "employees", "employees"),
        (None, "dependants", "dependants"),
        (None, None, None),
    ],
)
def test_staff_are_employees_only_where_nobody_says_otherwise(
    world: "World", subjects: str | None, claim: str | None, expected: str | None
) -> None:
    details = (("subjects", claim),) if claim else ()
    leaves(world, claims=(Claim("hr", details=details),))
    world.people("crm.user", 1_000, "members", subjects=subjects)
    assert expected == world.facts_of(SUPPORT).get("data.hr.subjects")


def test_the_instruments_of_staff_data_are_the_handlers(world: "World") -> None:
    leaves(world, claims=(Claim("hr", details=(("overseas_decides", False),)),))
    contract, rules = Instrument(NO, None), Instrument(YES, None)
    world.handlers[:] = [Handler("shop", world.here(), labour_rules=rules, collective_contract=contract)]
    assert {
        "data.hr.collective_contract": False,
        "data.hr.labour_rules": True,
        "data.hr.overseas_decides": False,
    } == some(world, "data.hr.")


@pytest.mark.parametrize("answer", [YES, NO, UNKNOWN])
def test_people_under_14_are_among_them_as_the_datasets_say(world: "World", answer: Truth) -> None:
    leaves(world)
    world.people("crm.user", 1_000, under_14=answer)
    expected = {YES: True, NO: False, UNKNOWN: None}[answer]
    assert expected is world.facts_of(SUPPORT).get("data.under_14")


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("pi.biometric.face!", {"data.face": True}),
        ("pi.biometric.gene!", {"data.face": False, "data.human_genetic": True}),
        ("pi.basic.phone+id.hgr.genetic", {"data.face": False, "data.human_genetic": True}),
        ("pi.biometric.iris!", {"data.face": False}),
    ],
)
def test_faces_and_genes_are_told(world: "World", category: str, expected: dict[str, FactValue]) -> None:
    leaves(world)
    world.table("crm.user", mobile=category)
    assert expected == some(world, "data.face", "data.human")


@pytest.mark.parametrize("transform", [Transform.MASKED, Transform.HASHED])
def test_what_is_masked_or_hashed_on_the_way_is_deidentified_and_personal(
    world: "World", transform: Transform
) -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.move("crm.user.mobile", "us.dim.mobile", transform)
    world.flow("f", "crm.user", "us.dim")
    assert {"data.deidentified": True, "data.personal": True} == some(world, "data.deid", "data.personal")


def test_figures_are_not_personal(world: "World") -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.move("crm.user.mobile", "us.dim.count", Transform.AGGREGATED)
    world.flow("f", "crm.user", "us.dim")
    transfer = world.transfers()[SUPPORT]
    assert (("pi.basic.phone",), (), False) == (
        transfer.aggregates,
        transfer.categories,
        transfer.case.fact("data.personal"),
    )


SCOPE: dict[str, Any] = {
    "handler": "shop",
    "recipients": ("acme",),
    "purposes": ("support",),
    "categories": ("pi.basic",),
    "persons": 2_000,
    "onward_to": (),
}


def mechanism(world: "World", **words: Any) -> dict[str, FactValue]:  # noqa: ANN401  the words of an approval
    leaves(world)
    world.approval("a", **{**SCOPE, **words})
    return {path.removeprefix("mechanism."): value for path, value in some(world, "mechanism.").items()}


def test_a_standard_contract_on_record_becomes_facts(world: "World") -> None:
    assert {
        "annex1_third_parties": (),
        "changed": ("method",),
        "covers": ("acme",),
        "effective": date(2026, 3, 1),
        "filed": None,
        "pipia_completed": date(2026, 2, 1),
        "recipients": ("acme",),
        "redone": True,
        "text_altered": False,
        "type": "scc",
    } == mechanism(
        world,
        effective=date(2026, 3, 1),
        filed=NEVER,
        pipia_completed=date(2026, 2, 1),
        text_altered=NO,
        changed=("method",),
        redone=YES,
    )


def test_a_contract_that_takes_effect_later_is_not_in_force_yet(world: "World") -> None:
    facts = mechanism(world, effective=AFTER, filed=AFTER)
    assert (None, None) == (facts["effective"], facts["filed"])


def test_what_outgrew_a_contract_is_a_change_of_it(world: "World") -> None:
    assert ("data_type",) == mechanism(world, effective=BEFORE, categories=("pi.finance",))["changed"]
    world.count("f", TODAY, 3_000)
    assert ("data_type", "scope") == world.facts_of(SUPPORT)["mechanism.changed"]


def test_an_approval_that_is_over_is_no_mechanism(world: "World") -> None:
    assert {"type": "none"} == mechanism(world, effective=BEFORE, expires=date(2026, 6, 14))


def test_a_bay_area_contract_asks_where_data_goes_next(world: "World") -> None:
    world.system("mo", "MO", recipient="bolt")
    world.recipient("bolt", jurisdiction="MO")
    world.move("us.dim.mobile", "mo.dim.mobile")
    facts = mechanism(world, mechanism="gba_standard_contract", effective=BEFORE)
    assert ("gba_sc", ("MO",)) == (facts["type"], world.facts_of(SUPPORT)["recipient.onward_to"])


def test_a_certificate_on_record_becomes_facts(world: "World") -> None:
    assert {
        "body_listed": True,
        "covers": ("acme",),
        "holder": "exporter",
        "issued": BEFORE,
        "recipients": ("acme",),
        "regime": "2026",
        "renewal_applied": None,
        "scope_matches": True,
        "type": "certificate",
    } == mechanism(
        world,
        mechanism="certification",
        issued=BEFORE,
        body_listed=YES,
        holder="exporter",
        regime="2026",
        renewal_applied=NEVER,
    )


def test_a_transfer_outside_a_certificate_does_not_match_its_scope(world: "World") -> None:
    assert (
        mechanism(world, mechanism="certification", issued=BEFORE, categories=("pi.finance",))[
            "scope_matches"
        ]
        is False
    )


def test_a_certificate_not_shown_to_cover_leaves_its_scope_open(world: "World") -> None:
    assert "scope_matches" not in mechanism(world, mechanism="certification", issued=BEFORE, persons=None)


def test_an_assessment_on_record_becomes_facts(world: "World") -> None:
    assert {
        "applied": date(2026, 1, 5),
        "exported": ("pi.basic",),
        "extension.applied": BEFORE,
        "extension.granted": True,
        "extension.growth_pct": Decimal("12.5"),
        "result": "pass",
        "result_date": date(2026, 3, 1),
        "scope": ("pi.basic",),
        "type": "security_assessment",
    } == mechanism(
        world,
        mechanism="security_assessment",
        applied=date(2026, 1, 5),
        result="pass",
        dates={"result": date(2026, 3, 1), "extension": BEFORE},
        extension=(("granted", True), ("growth_pct", Decimal("12.5"))),
    )


def test_what_lies_outside_an_assessment_is_exported_beyond_its_scope(world: "World") -> None:
    facts = mechanism(
        world, mechanism="security_assessment", dates={"result": BEFORE}, categories=("pi.finance",)
    )
    assert (("pi.basic.phone",), ("pi.finance",)) == (facts["exported"], facts["scope"])


@pytest.mark.parametrize(
    ("day", "word", "expected"),
    [
        (BEFORE, None, {"result": "pass", "result_date": BEFORE}),
        (BEFORE, "fail", {"result": "fail", "result_date": BEFORE}),
        (AFTER, "pass", {"result": "pending"}),
        (None, "pending", {"result": "pending"}),
        (None, None, {}),
    ],
)
def test_a_result_that_comes_later_is_pending(
    world: "World", day: date | None, word: str | None, expected: dict[str, FactValue]
) -> None:
    dates = {"result": day} if day else {}
    facts = mechanism(world, mechanism="security_assessment", result=word, dates=dates)
    assert expected == {path: value for path, value in facts.items() if path.startswith("result")}
