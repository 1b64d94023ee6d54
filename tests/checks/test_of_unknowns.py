from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kuajing.model.analysis import Analysis, Share
from kuajing.model.declaration import Anonymised, Declaration, DeclaredDataset, DeclaredFlow, Handler
from kuajing.model.estate import Access, BoundFlow, Column, Dataset, Support, System
from kuajing.model.facts import ReadFact, UnreadFact
from kuajing.model.labels import Placement
from kuajing.model.names import DatasetName
from kuajing.model.transfers import Coverage
from kuajing.model.truth import Truth
from kuajing.source.location import Location

Checked = Callable[..., list[str]]
Covered = Callable[..., Coverage]
Told = Callable[[Analysis], list[str]]
Analysed = Callable[..., Analysis]
OPEN = {"persons_unknown": {"ceiling": "?", "people": "0–10"}}
USER = DatasetName("crm", ("user",))
HERE, THERE = Location("schema.sql", 2), Location("flows.yaml", 7)


def test_data_between_unlocated_systems_is_undetermined(
    checked: Checked, analysed: Analysed, judgement: Callable[..., Any], all_findings: Told
) -> None:
    nowhere = Placement("", Truth.UNKNOWN, "none", "addresses_and_locations.bare_ip", (("host", "10.0.0.1"),))
    one = analysed(judgement(route="undetermined", possible=("exempt",), leaves=Truth.UNKNOWN))
    placements = (one.labelling.placements[0], ("us", nowhere))
    one = replace(one, labelling=replace(one.labelling, placements=placements))
    assert [
        (
            "warn unknown undetermined-crossing at job.json:4:1: pi.basic.phone moves from crm.user to us.dim, and nothing "
            "shows on which side of the border us stands."
        ),
        (
            "warn unknown unlocated-system at systems.yaml:2:1: Nothing shows where us stands: "
            "an IP address (10.0.0.1) proves no place; declare the system that it belongs to."
        ),
    ] == all_findings(one)
    assert [] == checked("undetermined-crossing")


def test_only_columns_nobody_named_leave(checked: Checked) -> None:
    words: dict[str, Any] = {"categories": (), "labels": ("unknown",)}
    assert [
        (
            "warn unknown undetermined-crossing at job.json:4:1: Columns of unknown content go from crm.user to us.dim (US): "
            "nobody named them, or they hold whole documents."
        )
    ] == checked("undetermined-crossing", purpose=None, flows=(), **words)
    assert [] == checked("undetermined-crossing", **words)


def test_a_declared_transfer_that_nothing_shows_is_no_undetermined_crossing(checked: Checked) -> None:
    assert [] == checked("undetermined-crossing", leaves=Truth.UNKNOWN, labels=())


POSSIBLE = ("exempt", "standard_contract_or_certification")


def test_a_route_that_hangs_on_counts_alone_straddles_a_threshold(checked: Checked) -> None:
    words: dict[str, Any] = {
        "route": "undetermined",
        "possible": POSSIBLE,
        "unsettled": ("compliance.pipia_done", "data.ytd_persons.non_sensitive"),
    }
    assert [
        (
            "warn unknown undetermined-threshold at job.json:4:1: shop/acme/support: the people counted since 1 January "
            "(0–10 ordinary, ? sensitive) straddle a threshold; still possible: exempt from the three routes, standard "
            "contract or certification. [LAW-1]"
        )
    ] == checked("undetermined-threshold", **words)
    assert [] == checked("undetermined-verdict", **words)


def test_a_route_that_hangs_on_other_facts_too_is_undetermined(checked: Checked) -> None:
    words: dict[str, Any] = {
        "route": "undetermined",
        "possible": POSSIBLE,
        "unsettled": ("data.ytd_persons.non_sensitive", "legal_basis"),
    }
    assert [] == checked("undetermined-threshold", **words)
    assert [
        (
            "warn unknown undetermined-verdict at job.json:4:1: shop/acme/support: what is declared does not decide the "
            "route; still possible: exempt from the three routes, standard contract or certification. [LAW-1]"
        )
    ] == checked("undetermined-verdict", **words)


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"route": "undetermined", "leaves": Truth.UNKNOWN},
        {"route": "undetermined", "purpose": None, "flows": ()},
    ],
    ids=["known", "nowhere known", "undeclared"],
)
def test_no_other_route_is_undetermined(checked: Checked, words: dict[str, Any]) -> None:
    unsettled = ("data.ytd_persons.sensitive",)
    assert [] == checked("undetermined-threshold", unsettled=unsettled, **words)
    assert [] == checked("undetermined-verdict", unsettled=unsettled, **words)


def test_an_approval_not_shown_to_cover_is_unproven(checked: Checked, coverage: Covered) -> None:
    assert [
        (
            "warn unknown unproven-approval at job.json:4:1: shop/acme/support rests on a, and nothing shows that it covers: "
            "the number of people (0–10, ceiling ?)."
        )
    ] == checked("unproven-approval", coverage=(coverage(**OPEN),))


@pytest.mark.parametrize(
    "words",
    [
        {"route": "exempt"},
        {"status": "planned"},
        {"violations": ("wrong_mechanism_above_threshold",)},
        {"route": "undetermined", "possible": ("exempt", "not_an_export")},
    ],
    ids=["not needed", "planned", "not open to it", "needed in no case"],
)
def test_an_approval_that_nothing_rests_on_need_not_be_proven(
    checked: Checked, coverage: Covered, words: dict[str, Any]
) -> None:
    assert [] == checked("unproven-approval", coverage=(coverage(**OPEN),), **words)


def test_an_approval_shown_to_cover_is_proven(checked: Checked, coverage: Covered) -> None:
    assert [] == checked("unproven-approval", coverage=(coverage(),))


def test_evidence_that_is_not_on_record_is_asked_for_once(checked: Checked) -> None:
    assert [
        (
            "warn unknown undetermined-duty at job.json:4:1: shop/acme/support: nothing on record shows whether these are "
            "met: whether people were told (`flows: compliance: notice_art39`), whether the impact assessment was made "
            "(`flows: compliance: pipia`)."
        )
    ] == checked("undetermined-duty", unsettled=("compliance.notice_art39", "compliance.pipia_done"))


@pytest.mark.parametrize(
    "words",
    [
        {"unsettled": ()},
        {"unsettled": ("data.ytd_persons.sensitive",)},
        {"unsettled": ("compliance.pipia_done",), "status": "planned"},
        {"unsettled": ("compliance.pipia_done",), "leaves": Truth.UNKNOWN},
        {"unsettled": ("compliance.pipia_done",), "purpose": None, "flows": ()},
        {"unsettled": ("legal_basis",), "route": "undetermined", "possible": POSSIBLE},
    ],
    ids=["nothing open", "a count", "planned", "nowhere known", "undeclared", "told with the route"],
)
def test_no_evidence_is_asked_for_where_none_is_due_or_it_is_told_elsewhere(
    checked: Checked, words: dict[str, Any]
) -> None:
    assert [] == checked("undetermined-duty", **words)


def test_a_fact_that_a_duty_hangs_on_is_asked_for_where_the_route_is_known(checked: Checked) -> None:
    assert 1 == len(checked("undetermined-duty", unsettled=("handler.pi_handled_total",)))


def test_a_count_against_the_data_is_told(checked: Checked) -> None:
    assert [
        (
            "warn unknown contradicted-count at job.json:4:1: shop/acme/support: the measured count says that nobody's "
            "sensitive data is sent, yet pi.biometric.face is."
        )
    ] == checked("contradicted-count", count_contradicted=True, sensitive_categories=("pi.biometric.face",))
    assert [] == checked("contradicted-count")


def system(name: str, line: int, *, declared: bool = True) -> System:
    return System(name, name, declared, "database", None, None, None, (), (Location("systems.yaml", line),))


def placed(analysed: Analysed, placement: Placement, one: System | None = None) -> Analysis:
    made = analysed()
    estate = replace(made.estate, systems=(one or system("crm", 1),))
    name = estate.systems[0].id
    return replace(made, estate=estate, labelling=replace(made.labelling, placements=((name, placement),)))


def test_a_system_that_denies_its_declared_place_conflicts(analysed: Analysed, all_findings: Told) -> None:
    values = (("declared", "aws/cn-north-1"), ("shown", "HK"))
    placement = Placement("", Truth.UNKNOWN, "contradiction", "", values)
    assert [
        (
            "warn unknown conflicting-location at systems.yaml:1:1: crm is declared in aws/cn-north-1, but its address proves "
            "HK; its location counts as unknown."
        )
    ] == all_findings(placed(analysed, placement))


def test_a_system_whose_addresses_differ_conflicts_with_itself(
    analysed: Analysed, all_findings: Told
) -> None:
    placement = Placement("", Truth.UNKNOWN, "contradiction", "", (("declared", "?"), ("shown", "CN, HK")))
    assert [
        (
            "warn unknown conflicting-location at systems.yaml:1:1: The addresses of crm prove different places: CN, HK; its "
            "location counts as unknown."
        )
    ] == all_findings(placed(analysed, placement))


def test_datasets_that_no_rule_places_are_told_once(analysed: Analysed, all_findings: Told) -> None:
    nowhere = Placement("", Truth.UNKNOWN, "none", "")
    assert [
        (
            "warn unknown unlocated-system at systems.yaml:5:1: Datasets of files that no `sources` rule places have no "
            "system, so nothing shows where they stand."
        )
    ] == all_findings(placed(analysed, nowhere, system("unplaced", 5, declared=False)))


def test_a_system_with_a_place_is_no_finding(analysed: Analysed, all_findings: Told) -> None:
    assert [] == all_findings(placed(analysed, Placement("CN", Truth.YES, "declared", "")))


@pytest.mark.parametrize("grain", ["file", "statement", "part"])
def test_what_was_not_read_is_told_at_its_place(analysed: Analysed, all_findings: Told, grain: str) -> None:
    fact = UnreadFact(HERE, "unread.datax_one_end", grain, (), ("crm.user",))
    one = analysed()
    lines = all_findings(replace(one, estate=replace(one.estate, unread=(fact,))))
    assert ["warn unknown unread-source at schema.sql:2:1"] == [line.split(": ")[0] for line in lines]


@pytest.mark.parametrize(
    ("known", "floor", "expected"),
    [(97, 0.98, ["warn unknown low-coverage"]), (98, 0.98, []), (1, None, [])],
    ids=["below", "at the floor", "no floor"],
)
def test_less_than_the_floor_is_told(
    analysed: Analysed, all_findings: Told, known: int, floor: float | None, expected: list[str]
) -> None:
    lines = all_findings(replace(analysed(), coverage=(Share("read", known, 100, floor),)))
    assert expected == [" ".join(line.split()[:3]) for line in lines]


def test_a_floor_is_told_as_it_was_declared(analysed: Analysed, all_findings: Told) -> None:
    lines = all_findings(replace(analysed(), coverage=(Share("read", 1, 100, 0.985),)))
    assert [
        "warn unknown low-coverage at flows.yaml:1:1: files and statements read: only 1 of 100; the declared floor is 98.5%."
    ] == lines


def test_sources_of_which_none_was_read_are_told_without_a_floor(
    analysed: Analysed, all_findings: Told
) -> None:
    lines = all_findings(replace(analysed(), coverage=(Share("read", 0, 100, None),)))
    assert [
        (
            "warn unknown low-coverage at flows.yaml:1:1: Of 100 sources that move data none could be read, so nothing can "
            "be said of where it goes."
        )
    ] == lines


def test_nothing_to_read_is_no_finding(analysed: Analysed, all_findings: Told) -> None:
    assert [] == all_findings(replace(analysed(), coverage=(Share("read", 0, 0, None),)))


@pytest.mark.parametrize("support", list(Support))
def test_a_flow_that_files_contradict_is_stale(
    analysed: Analysed, all_findings: Told, support: Support
) -> None:
    one = analysed()
    bound = BoundFlow(one.declaration.flows[0], (USER,), DatasetName("us", ("dim",)), "us", support)
    expected = [
        "warn notice stale-declaration at flows.yaml:9:1: The files write us.dim, but never from crm.user as flow f says."
    ]
    found = all_findings(replace(one, estate=replace(one.estate, flows=(bound,))))
    assert (expected if support is Support.CONTRADICTED else []) == found


@pytest.mark.parametrize("support", [Support.BORNE_OUT, Support.DECLARED_ONLY])
@pytest.mark.parametrize(
    ("status", "stale"), [("stopped", True), ("planned", True), ("live", False), (None, False)]
)
def test_a_flow_declared_not_to_run_that_files_still_move_is_stale(
    analysed: Analysed,
    all_findings: Told,
    support: Support,
    status: str | None,
    stale: bool,  # noqa: FBT001  a label
) -> None:
    one = analysed()
    flow = replace(one.declaration.flows[0], status=status)
    bound = BoundFlow(flow, (USER,), DatasetName("us", ("dim",)), "us", support)
    expected = [
        (
            f"warn notice stale-declaration at flows.yaml:9:1: The flow f is declared `{status}`, but the files still move "
            "data from crm.user to us.dim."
        )
    ]
    found = all_findings(replace(one, estate=replace(one.estate, flows=(bound,))))
    assert (expected if stale and support is Support.BORNE_OUT else []) == found


def test_a_stopped_flow_beside_a_live_one_of_the_same_movement_is_not_stale(
    analysed: Analysed, all_findings: Told
) -> None:
    one = analysed()
    live = BoundFlow(one.declaration.flows[0], (USER,), DatasetName("us", ("dim",)), "us", Support.BORNE_OUT)
    stopped = replace(live, flow=replace(live.flow, id="g", status="stopped"))
    assert [] == all_findings(replace(one, estate=replace(one.estate, flows=(live, stopped))))


@pytest.mark.parametrize(
    "mode", ["none", "inbound", "domestic_replication", "onshore_access", "transfer", None]
)
@pytest.mark.parametrize("leaves", [Truth.YES, Truth.NO])
def test_a_flow_declared_as_no_export_whose_data_leaves_is_stale(
    analysed: Analysed,
    judgement: Callable[..., Any],
    all_findings: Told,
    mode: str | None,
    leaves: Truth,
) -> None:
    one = analysed(judgement(route="exempt", leaves=leaves))
    flow = replace(one.declaration.flows[0], mode=mode)
    bound = BoundFlow(flow, (USER,), DatasetName("us", ("dim",)), "us", Support.BORNE_OUT)
    found = all_findings(replace(one, estate=replace(one.estate, flows=(bound,))))
    stale = mode not in {"transfer", None} and leaves is Truth.YES
    assert stale == any("but its data leaves the mainland from crm.user to us.dim" in line for line in found)


@pytest.mark.parametrize(
    ("changed", "stands"),
    [
        ({}, True),
        ({"expires": date(2026, 6, 15)}, True),
        ({"expires": date(2026, 6, 14)}, False),
        ({"on": date(2026, 6, 16)}, False),
        ({"method": None}, False),
        ({"by": None}, False),
    ],
    ids=["stands", "last day", "over", "later", "no method", "nobody"],
)
def test_an_anonymisation_that_is_over_or_unsigned_is_told(
    analysed: Analysed,
    all_findings: Told,
    changed: dict[str, Any],
    stands: bool,  # noqa: FBT001  a value
) -> None:
    entry = replace(Anonymised(("a",), "k-anonymity", "dpo", date(2026, 1, 1), None, THERE), **changed)
    declared = ((USER, DeclaredDataset("crm.user", THERE, anonymised=(entry,))),)
    one = analysed()
    known = Dataset(USER, "", (Column(USER.column("a"), "", "", (HERE,)),), complete=True, locations=(HERE,))
    lines = all_findings(replace(one, estate=replace(one.estate, declared=declared, datasets=(known,))))
    expected = [
        (
            "warn notice lapsed-anonymisation at flows.yaml:7:1: The anonymisation declared for a of crm.user is over or not "
            "signed off; the columns count as personal."
        )
    ]
    assert ([] if stands else expected) == [line for line in lines if " date-ahead " not in line]


def named(
    analysed: Analysed, *columns: str, seen: tuple[str, ...] = ("a",), complete: bool = True
) -> Analysis:
    """A dataset of which sources tell `seen`, and a declaration that names `columns` of it."""
    overrides = tuple((column, "none", THERE) for column in columns)
    own = tuple(Column(USER.column(column), "", "", (HERE,)) for column in seen)
    extra = () if complete else tuple(Column(USER.column(column), "", "", (THERE,)) for column in columns)
    dataset = Dataset(
        USER, "", (*own, *(one for one in extra if one.name.column not in seen)), complete, (HERE,)
    )
    one = analysed()
    declared = ((USER, DeclaredDataset("crm.user", THERE, columns=overrides)),)
    return replace(one, estate=replace(one.estate, datasets=(dataset,), declared=declared))


def test_a_declared_column_that_no_source_knows_is_told(analysed: Analysed, all_findings: Told) -> None:
    expected = ["warn notice unmatched-name at flows.yaml:7:1: No source knows the column crm.user.mobil."]
    assert expected == all_findings(named(analysed, "mobil"))
    assert expected == all_findings(named(analysed, "mobil", complete=False))


def test_a_column_that_sources_know_or_know_nothing_of_is_matched(
    analysed: Analysed, all_findings: Told
) -> None:
    assert [] == all_findings(named(analysed, "A"))
    assert [] == all_findings(named(analysed, "mobil", seen=(), complete=False))


def test_columns_of_flows_and_grants_are_matched_as_well(analysed: Analysed, all_findings: Told) -> None:
    one = named(analysed)
    flow = DeclaredFlow("f", THERE, "crm.user", "us.dim", ("mobil", "a"))
    bound = BoundFlow(flow, (USER,), DatasetName("us", ("dim",)), "us", Support.BORNE_OUT)
    access = Access("us", USER, ("nam", "a"), None, None, None, Location("flows.yaml", 8))
    estate = replace(one.estate, flows=(bound,), accesses=(access,))
    assert [
        "warn notice unmatched-name at flows.yaml:7:1: No source knows the column crm.user.mobil.",
        "warn notice unmatched-name at flows.yaml:8:1: No source knows the column crm.user.nam.",
    ] == all_findings(replace(one, declaration=Declaration(flows=(flow,)), estate=estate))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("category:pi.phone", "pi.phone is no category of the vocabulary."),
        ("check:unread", "There is no check named unread."),
        (
            "zone:suzhou",
            "suzhou names no area of which free trade zone lists are known; the list is not applied.",
        ),
    ],
)
def test_words_that_nothing_knows_are_told(
    analysed: Analysed, all_findings: Told, word: str, expected: str
) -> None:
    lines = all_findings(replace(analysed(), unknown_words=((word, THERE),)))
    assert [f"warn notice unmatched-name at flows.yaml:7:1: {expected}"] == lines


@pytest.mark.parametrize(
    ("place", "read", "expected"),
    [
        (
            THERE,
            True,
            [
                "warn notice unmatched-name at flows.yaml:7:1: No source and no flow knows the dataset crm.user."
            ],
        ),
        (HERE, True, []),
        (THERE, False, []),
    ],
    ids=["only declared", "defined by a source", "no sources at all"],
)
def test_a_declared_dataset_that_nothing_knows_is_told(
    analysed: Analysed, all_findings: Told, place: Location, *, read: bool, expected: list[str]
) -> None:
    one = named(analysed)
    dataset = replace(one.estate.datasets[0], locations=(place,))
    facts = (ReadFact("a.sql", "sql", 1, 0, 0, 0),) if read else ()
    assert expected == all_findings(replace(one, estate=replace(one.estate, datasets=(dataset,)), read=facts))


def test_a_folder_that_holds_nothing_is_no_clean_result(analysed: Analysed, all_findings: Told) -> None:
    empty = replace(analysed(), declaration=Declaration())
    assert [
        (
            "warn unknown low-coverage at .:1:1: No declaration and no source that any reader knows was found, so nothing "
            "can be said of where data goes."
        )
    ] == all_findings(empty)
    assert [] == all_findings(replace(empty, read=(ReadFact("a.sql", "sql", 1, 0, 0, 0),)))


def touching(one: Analysis, *rules: tuple[str, ...]) -> Analysis:
    """The one transfer of an estate as several, each under rules, with the handler `shop` and one without transfers."""
    handlers = (Handler("shop", Location("parties.yaml", 3)), Handler("bank", Location("parties.yaml", 9)))
    judgements = tuple(replace(one.judgements[0], touched=keys) for keys in rules)
    declaration = replace(one.declaration, handlers=handlers)
    return replace(one, judgements=judgements, declaration=declaration)


def told_of_rules(one: Analysis, all_findings: Told) -> list[str]:
    return [line for line in all_findings(one) if "unchecked-rule" in line]


def test_rules_that_are_touched_and_not_checked_are_told_once_for_each_handler(
    analysed: Analysed, judgement: Callable[..., Any], all_findings: Told
) -> None:
    told = touching(analysed(judgement()), ("FING-2025",), ("PBOC-2025", "FING-2025"))
    assert [
        (
            "report notice unchecked-rule at parties.yaml:3:1: Transfers of shop fall under rules that are described here and "
            "not checked: FING-2025, PBOC-2025. [FING-2025 PBOC-2025]"
        )
    ] == told_of_rules(told, all_findings)


def test_rules_are_told_neither_where_none_is_touched_nor_of_what_stays_here(
    analysed: Analysed, judgement: Callable[..., Any], all_findings: Told
) -> None:
    assert [] == told_of_rules(touching(analysed(judgement()), ()), all_findings)
    stays = analysed(judgement(leaves=Truth.NO))
    assert [] == told_of_rules(touching(stays, ("FING-2025",)), all_findings)
