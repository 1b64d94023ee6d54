"""How a transfer stands to each question an organisation may ask: a firing case, its neighbour, and what silence gives."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.law import load_book
from kuajing.law.policies import NO_POLICIES, Known, Policies, demands, read_policies
from kuajing.model.cases import Case, FactValue
from kuajing.model.interval import Interval
from kuajing.model.policies import Demand
from kuajing.model.truth import Truth
from kuajing.source.yaml_text import parse_yaml

ON = date(2026, 6, 30)
BOOK = load_book()
INSTRUMENT = "id: SHOP\ntitle: Own rules\nin_force: 2026-01-01\n"
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
Facts = dict[str, FactValue]


@cache
def policies(version: str) -> Policies:
    article = f"article: 1\nprovisions:\n  - key: SHOP-A1\n    versions:\n      - {version}\n"
    texts = {"p/instrument.yaml": INSTRUMENT, "p/article-1.yaml": article}
    return read_policies({path: parse_yaml(path, text)[0] for path, text in texts.items()}, BOOK, Known())


def asked(version: str, facts: Facts, on: date = ON) -> tuple[Demand, ...]:
    own = tuple((path, value) for path, value in facts.items() if path.startswith("transfer."))
    of_law = tuple(sorted((path, value) for path, value in facts.items() if not path.startswith("transfer.")))
    return demands(Case("x", on, of_law), own, BOOK, policies(version))


def forbidden(when: str, facts: Facts) -> Truth | None:
    """Whether a transfer is as a ban wants it; None where the ban does not speak of it."""
    found = asked(f"{{kind: forbids, id: ban, gloss: A., when: {when}}}", facts)
    return found[0].met if found else None


@pytest.mark.parametrize(
    ("when", "facts", "expected"),
    [
        ("{sent_to: [acme]}", {"transfer.sent_to": "acme"}, NO),
        ("{sent_to: [acme]}", {"transfer.sent_to": "acme-sg"}, None),
        ("{sent_to: [acme]}", {}, UNKNOWN),
        ("{sent_by: [shop]}", {"transfer.sent_by": "shop"}, NO),
        ("{sent_by: [shop]}", {"transfer.sent_by": "bank"}, None),
        ("{received_in: [US]}", {"transfer.received_in": ("SG", "US")}, NO),
        ("{received_in: [US]}", {"transfer.received_in": ("SG",)}, None),
        ("{received_in: [US]}", {"transfer.received_in": ("?", "SG")}, UNKNOWN),
        ("{received_in: [US]}", {"transfer.received_in": ("?", "US")}, NO),
        ("{received_in: [US]}", {}, UNKNOWN),
        ("{received_outside: [SG, JP]}", {"transfer.received_in": ("SG", "US")}, NO),
        ("{received_outside: [SG, JP]}", {"transfer.received_in": ("JP", "SG")}, None),
        ("{received_outside: [SG, JP]}", {"transfer.received_in": ("?", "SG")}, UNKNOWN),
        ("{received_outside: [SG, JP]}", {"transfer.received_in": ("?", "US")}, NO),
        ("{carries: [pi.health]}", {"transfer.carries": ("pi.health.medical",)}, NO),
        ("{carries: [pi.health]}", {"transfer.carries": ("pi.healthy",)}, None),
        ("{carries: [pi.health]}", {"transfer.carries": ("pi.basic.name", "?")}, UNKNOWN),
        ("{carries_beyond: [pi.basic]}", {"transfer.carries": ("pi.basic.name", "pi.health.medical")}, NO),
        ("{carries_beyond: [pi.basic]}", {"transfer.carries": ("pi.basic.name",)}, None),
        ("{carries_beyond: [pi.basic]}", {"transfer.carries": ()}, None),
        ("{passed_on_to: [acme]}", {"transfer.passed_on_to": ("acme",)}, NO),
        ("{passed_on_to: [acme]}", {"transfer.passed_on_to": ()}, None),
        ("{passed_on_to: [acme]}", {"transfer.passed_on_to": ("?",)}, UNKNOWN),
        ("{passed_on_beyond: [acme]}", {"transfer.passed_on_to": ("acme", "other")}, NO),
        ("{passed_on_beyond: [acme]}", {"transfer.passed_on_to": ("acme",)}, None),
        ("{declares: pipia.file}", {"transfer.declares.pipia.file": True}, NO),
        ("{declares: pipia.file}", {"transfer.declares.pipia.file": False}, None),
        ("{declares: pipia.file}", {}, UNKNOWN),
        (
            "{declares: [pipia.file, flow.since]}",
            {"transfer.declares.pipia.file": True, "transfer.declares.flow.since": False},
            None,
        ),
        ("{at_least: {transfer.people.sensitive: 1_000}}", {"transfer.people.sensitive": 1000}, NO),
        ("{at_least: {transfer.people.sensitive: 1_000}}", {"transfer.people.sensitive": 999}, None),
        (
            "{at_least: {transfer.people.ordinary: 1_000}}",
            {"transfer.people.ordinary": Interval(999, 1000)},
            UNKNOWN,
        ),
        (
            "{later: {date: today, than: {after: transfer.pipia_completed, months: 12}}}",
            {"transfer.pipia_completed": date(2025, 6, 29)},
            NO,
        ),
        (
            "{later: {date: today, than: {after: transfer.pipia_completed, months: 12}}}",
            {"transfer.pipia_completed": date(2025, 6, 30)},
            None,
        ),
        ("{later: {date: today, than: {after: transfer.pipia_completed, months: 12}}}", {}, UNKNOWN),
        ("{fact: {flow.status: live}}", {"flow.status": "live"}, NO),
        ("{fact: {flow.status: live}}", {"flow.status": "planned"}, None),
        ("{fact: {data.important: core}}", {}, UNKNOWN),
        ("{fact: {data.important: core}}", {"data.important": "none"}, None),
        ("{named: live}", {"flow.status": "live"}, NO),
        ("{article: FACE-2025-A8}", {"data.face": True}, NO),
        ("{article: FACE-2025-A8}", {"data.face": False}, None),
        ("{purpose: carries_contract}", {"flow.purpose": "account_opening"}, NO),
        ("{not: {received_in: [SG]}}", {"transfer.received_in": ("?",)}, UNKNOWN),
    ],
)
def test_a_question_is_put_to_a_transfer(when: str, facts: Facts, expected: Truth | None) -> None:
    assert expected is forbidden(when, facts)


ABROAD: Facts = {
    "handler.base": "mainland",
    "handler.ciio": False,
    "handler.state_organ": False,
    "flow.mode": "transfer",
    "flow.status": "live",
    "flow.necessary": True,
    "recipient.jurisdiction": "US",
    "data.personal": True,
    "data.important": "none",
    "legal_basis": "consent",
    "data.ytd_persons.sensitive": 0,
}
FEW, MANY, UNCOUNTED = Interval(0, 50), Interval.exactly(200_000), Interval(50, 200_000)


@pytest.mark.parametrize(
    ("people", "expected"), [(FEW, NO), (MANY, None), (UNCOUNTED, UNKNOWN)], ids=["few", "many", "uncounted"]
)
def test_a_route_is_asked_on_every_route_that_is_left(people: Interval, expected: Truth | None) -> None:
    assert expected is forbidden("{route: [exempt]}", {**ABROAD, "data.ytd_persons.non_sensitive": people})


def test_what_leaves_the_route_open_is_what_would_tell() -> None:
    (demand,) = asked(
        "{kind: forbids, id: ban, gloss: A., when: {route: [exempt]}}",
        {**ABROAD, "data.ytd_persons.non_sensitive": UNCOUNTED},
    )
    assert ("data.ytd_persons.non_sensitive",) == demand.unsettled


DUTY = "{kind: imposes, gloss: A., when: {named: live}, duties: [{id: assess, met: {fact: {mechanism.type: security_assessment}}}]}"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"flow.status": "live", "mechanism.type": "security_assessment"}, [YES]),
        ({"flow.status": "live", "mechanism.type": "scc"}, [NO]),
        ({"flow.status": "planned", "mechanism.type": "scc"}, []),
        ({"mechanism.type": "scc"}, [UNKNOWN]),
        ({"mechanism.type": "security_assessment"}, [YES]),
    ],
)
def test_a_duty_is_due_where_its_article_speaks_and_met_where_facts_show_it(
    facts: Facts, expected: list[Truth]
) -> None:
    assert expected == [demand.met for demand in asked(DUTY, facts)]


def test_a_rule_narrows_what_its_article_speaks_of() -> None:
    version = DUTY.replace("id: assess,", "id: assess, when: {sent_to: acme},")
    live: Facts = {"flow.status": "live", "mechanism.type": "scc"}
    assert [NO] == [one.met for one in asked(version, {**live, "transfer.sent_to": "acme"})]
    assert [] == [one.met for one in asked(version, {**live, "transfer.sent_to": "other"})]
    planned: Facts = {**live, "flow.status": "planned", "transfer.sent_to": "acme"}
    assert [] == [one.met for one in asked(version, planned)]


def test_a_demand_says_what_it_read_and_cites_of_the_law_only_what_stands_that_day() -> None:
    version = (
        "{kind: imposes, gloss: A., violations: [{id: faces, when: {fact: {data.face: true}},"
        " cites: [CSL-2016-A37, FACE-2025-A8, {when: {named: live}, cite: [PIPL-2021-A55]}]}]}"
    )
    planned: Facts = {"data.face": True, "flow.status": "planned"}
    assert asked(version, planned) == (
        Demand("faces", "SHOP-A1", "violation", NO, ("SHOP-A1", "FACE-2025-A8"), (("data.face", "yes"),), ()),
    )
    live = asked(version, {**planned, "flow.status": "live"})
    assert ("SHOP-A1", "FACE-2025-A8", "PIPL-2021-A55") == live[0].citations


def test_no_rule_speaks_before_its_day() -> None:
    facts: Facts = {"flow.status": "live"}
    version = "{from: 2026-07-01, kind: forbids, id: ban, gloss: A., when: {named: live}}"
    assert [0, 1] == [len(asked(version, facts, date(2026, month, 30))) for month in (6, 7)]


def test_without_rules_nothing_is_asked() -> None:
    assert () == demands(Case("x", ON, ()), (), BOOK, NO_POLICIES)


CHOICES: dict[str, list[FactValue]] = {
    "handler.ciio": [True, False],
    "flow.status": ["live", "planned"],
    "recipient.jurisdiction": ["US", "HK", "CN", "elsewhere"],
    "data.ytd_persons.non_sensitive": [FEW, MANY, UNCOUNTED],
    "data.ytd_persons.sensitive": [Interval.exactly(0), Interval(0, 20_000)],
    "mechanism.type": ["none", "scc", "security_assessment"],
    "transfer.received_in": [("US",), ("?",), ("SG",)],
    "transfer.carries": [("pi.basic.name",), ("pi.basic.name", "?")],
}
RULES = policies(
    "{kind: imposes, gloss: A., duties: [{id: assess, met: {fact: {mechanism.type: security_assessment}}}],"
    " violations: [{id: us, when: {received_in: [US]}}, {id: free, when: {route: [exempt, not_an_export]}},"
    " {id: beyond, when: {carries_beyond: [pi.basic]}}]}"
)


UNKNOWN_IF_SILENT = sorted(CHOICES.keys() - {"mechanism.type"})
"""Facts on which silence says nothing; that no mechanism is told of means that there is none."""


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(sorted(CHOICES)), st.integers(0, 3)), st.sampled_from(UNKNOWN_IF_SILENT)
)
def test_knowing_more_never_turns_what_is_told_into_something_else(
    picked: dict[str, int], learnt: str
) -> None:
    facts = {path: CHOICES[path][number % len(CHOICES[path])] for path, number in picked.items()}

    def stand(known: Facts) -> dict[str, Truth]:
        own = tuple((path, value) for path, value in known.items() if path.startswith("transfer."))
        of_law = tuple(sorted((path, value) for path, value in known.items() if path not in dict(own)))
        return {demand.id: demand.met for demand in demands(Case("x", ON, of_law), own, BOOK, RULES)}

    less = stand({path: value for path, value in facts.items() if path != learnt})
    more = stand(facts)
    for name, met in less.items():
        if met is not UNKNOWN:
            assert met is more.get(name, YES), name
