from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.law import load_book
from kuajing.law.clock import Calendar
from kuajing.law.conditions import Linker, on_facts
from kuajing.law.dates import DateWords
from kuajing.law.situation import Condition, situation_of
from kuajing.law.vocabulary import Vocabulary
from kuajing.model.cases import Case, FactValue
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.source.errors import InputErrors
from kuajing.source.nodes import Mapping
from kuajing.source.yaml_text import parse_yaml

ON = date(2026, 6, 30)
ROWS = load_book().rows
CALENDAR = Calendar(frozenset(), frozenset(), frozenset())
WORDS = Vocabulary(
    ROWS,
    {"rescue": frozenset({"urgent"}), "backup": frozenset()},
    DateWords(
        frozenset(path for path, row in ROWS.items() if row.type == "date"), CALENDAR, load_book().clocks
    ),
    frozenset({"exempt"}),
    frozenset({"ciio"}),
    frozenset({"LAW-A1"}),
)


def compiled(text: str, named: str = "{}") -> Condition:
    (node,) = parse_yaml("rules/law/conditions.yaml", text)
    (names,) = parse_yaml("rules/law/conditions.yaml", named)
    assert isinstance(names, Mapping)
    return Linker(WORDS, dict(names), {}).compile(node)


def asked(text: str, facts: dict[str, FactValue], named: str = "{}") -> Truth:
    situation, unread = situation_of(Case("x", ON, tuple(sorted(facts.items()))), ROWS)
    assert unread == ()
    condition = compiled(text, named)
    reply = condition.ask(situation)
    assert reply.truth is condition.truth(situation), "the answer alone and the answer that is told"
    return reply.truth


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("fact: {handler.ciio: true}", {"handler.ciio": True}, Truth.YES),
        ("fact: {handler.ciio: true}", {"handler.ciio": False}, Truth.NO),
        ("fact: {handler.ciio: true}", {}, Truth.UNKNOWN),
        ("fact: {flow.mode: [transfer, inbound]}", {"flow.mode": "inbound"}, Truth.YES),
        ("fact: {recipient.role: processor}", {}, Truth.NO),
        ("stated: {flow.necessary: false}", {}, Truth.NO),
        ("stated: {flow.necessary: false}", {"flow.necessary": False}, Truth.YES),
        ("purpose: urgent", {"flow.purpose": "rescue"}, Truth.YES),
        ("purpose: urgent", {"flow.purpose": "backup"}, Truth.NO),
        ("at_least: {data.ytd_persons.sensitive: 10}", {"data.ytd_persons.sensitive": 10}, Truth.YES),
        ("at_least: {data.ytd_persons.sensitive: 10}", {"data.ytd_persons.sensitive": 9}, Truth.NO),
        (
            "at_least: {data.ytd_persons.sensitive: 10}",
            {"data.ytd_persons.sensitive": Interval(9, 10)},
            Truth.UNKNOWN,
        ),
        ("at_least: {data.ytd_persons.sensitive: 10}", {}, Truth.UNKNOWN),
        ("at_least: {handler.group_members: 2}", {}, Truth.NO),
        ("above: {mechanism.extension.growth_pct: 20}", {"mechanism.extension.growth_pct": 20}, Truth.NO),
        ("above: {mechanism.extension.growth_pct: 20}", {"mechanism.extension.growth_pct": 21}, Truth.YES),
        ("claimed: hr", {"claims": ("hr", "ftz")}, Truth.YES),
        ("claimed: hr", {}, Truth.NO),
        ("lists_all: {data.reported_to: [MIIT, SAMR]}", {"data.reported_to": ("MIIT",)}, Truth.NO),
        ("lists_all: {data.reported_to: [MIIT, SAMR]}", {"data.reported_to": ("SAMR", "MIIT")}, Truth.YES),
        (
            "lists_beyond: {path: mechanism.changed, words: [system]}",
            {"mechanism.changed": ("system",)},
            Truth.NO,
        ),
        (
            "lists_beyond: {path: mechanism.changed, words: [system]}",
            {"mechanism.changed": ("place",)},
            Truth.YES,
        ),
        (
            "lists_beyond: {path: recipient.onward_to, fact: mechanism.annex1_third_parties}",
            {"recipient.onward_to": ("Graz",)},
            Truth.UNKNOWN,
        ),
        ("lists_beyond: {path: recipient.onward_to, fact: mechanism.annex1_third_parties}", {}, Truth.NO),
        (
            "places_beyond: {path: recipient.onward_to, words: [CN], fact: recipient.jurisdiction}",
            {"recipient.onward_to": ("CN", "HK"), "recipient.jurisdiction": "HK"},
            Truth.NO,
        ),
        (
            "places_beyond: {path: recipient.onward_to, words: [CN], fact: recipient.jurisdiction}",
            {"recipient.onward_to": ("SG", "a firm"), "recipient.jurisdiction": "HK"},
            Truth.YES,
        ),
        (
            "places_beyond: {path: recipient.onward_to, words: [CN], fact: recipient.jurisdiction}",
            {"recipient.onward_to": ("a firm",), "recipient.jurisdiction": "HK"},
            Truth.UNKNOWN,
        ),
        (
            "several: [data.per_recipient, mechanism.recipients]",
            {"mechanism.recipients": ("a", "b")},
            Truth.YES,
        ),
        (
            "several: [data.per_recipient]",
            {"data.per_recipient.a": 1, "data.per_recipient.b": 1, "data.per_recipient.overlap": 1},
            Truth.YES,
        ),
        (
            "several: [data.per_recipient]",
            {"data.per_recipient.a": 1, "data.per_recipient.overlap": 1},
            Truth.NO,
        ),
        ("known: mechanism.filed", {"mechanism.filed": None}, Truth.NO),
        ("known: mechanism.filed", {}, Truth.UNKNOWN),
        ("never: mechanism.filed", {"mechanism.filed": None}, Truth.YES),
        ("never: mechanism.filed", {"mechanism.filed": date(2026, 1, 5)}, Truth.NO),
        ("present: compliance.guardian_consent", {}, Truth.NO),
        ("since: 2026-06-30", {}, Truth.YES),
        ("before: 2026-06-30", {}, Truth.NO),
        ("route: [exempt]", {}, Truth.NO),
    ],
)
def test_a_question_is_answered(text: str, facts: dict[str, FactValue], expected: Truth) -> None:
    assert expected is asked(text, facts)


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("{date: today, than: 2026-06-29}", {}, Truth.YES),
        ("{date: today, than: 2026-06-30}", {}, Truth.NO),
        (
            "{date: today, than: {after: mechanism.issued, years: 3}}",
            {"mechanism.issued": date(2023, 6, 30)},
            Truth.NO,
        ),
        (
            "{date: today, than: {after: mechanism.issued, years: 3}}",
            {"mechanism.issued": date(2023, 6, 29)},
            Truth.YES,
        ),
        ("{date: today, than: {after: mechanism.issued, years: 3}}", {}, Truth.UNKNOWN),
        ("{date: today, than: {after: mechanism.issued, years: 3}}", {"mechanism.issued": None}, Truth.NO),
        ("{date: mechanism.filed, than: today}", {}, Truth.NO),
        ("{date: {by_now: mechanism.filed}, than: 2026-06-29}", {"mechanism.filed": None}, Truth.YES),
        ("{date: {by_now: mechanism.filed}, than: 2026-06-30}", {}, Truth.NO),
        ("{date: today, than: {latest: [mechanism.filed, 2026-06-30]}}", {}, Truth.NO),
        ("{date: today, than: {latest: [mechanism.filed, 2026-06-01]}}", {"mechanism.filed": None}, Truth.NO),
        (
            "{date: {year_start: today}, than: mechanism.filed}",
            {"mechanism.filed": date(2025, 12, 31)},
            Truth.YES,
        ),
        ("{date: {before: today, months: 6}, than: 2025-12-29}", {}, Truth.YES),
        ("{date: {after: 2026-06-26, working_days: 2}, than: today}", {}, Truth.NO),
        ("{date: {after: 2026-06-26, working_days: 3}, than: today}", {}, Truth.YES),
        ("{date: {yearly: automotive_report}, than: 2026-12-14}", {}, Truth.YES),
        ("{date: {yearly: automotive_report}, than: 2026-12-15}", {}, Truth.NO),
        ("{date: {yearly: minors_audit_report}, than: 2027-01-30}", {}, Truth.YES),
        ("{date: {yearly: minors_audit_report}, than: 2027-01-31}", {}, Truth.NO),
    ],
)
def test_dates_are_compared_between_bounds(text: str, facts: dict[str, FactValue], expected: Truth) -> None:
    assert expected is asked(f"later: {text}", facts)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("fact: {handler.colour: red}", "law_terms.book_path"),
        ("fact: {flow.mode: teleport}", "law_terms.book_word"),
        ("fact: {handler.ciio: yes}", "law_terms.book_word"),
        ("at_least: {handler.ciio: 1}", "law_terms.book_path"),
        ("at_least: {data.ytd_persons.sensitive: many}", "law_terms.book_type"),
        ("equals: {handler.ciio: true}", "law_terms.book_function"),
        ("named: nowhere", "law_terms.book_name"),
        ("article: LAW-A9", "law_terms.book_citation"),
        ("purpose: carries_nothing", "law_terms.book_word"),
        ("route: [freedom]", "law_terms.book_word"),
        ("all: {since: 2026-01-01}", "law_terms.book_type"),
        ("{since: 2026-01-01, before: 2026-02-01}", "law_terms.book_type"),
        ("since: soon", "law_terms.book_type"),
        ("later: {date: today}", "law_terms.book_missing"),
        ("later: {date: today, than: today, by: 3}", "law_terms.book_key"),
        ("later: {date: {after: today, fortnights: 1}, than: today}", "law_terms.book_key"),
        ("later: {date: {beside: today}, than: today}", "law_terms.book_function"),
        ("later: {date: {yearly: officer_filing}, than: today}", "law_terms.book_word"),
        ("lists_beyond: {path: claims}", "law_terms.book_type"),
        ("several: [data.nothing]", "law_terms.book_path"),
        ("all: []", "law_terms.book_type"),
        ("any: []", "law_terms.book_type"),
        ("fact: {flow.mode: []}", "law_terms.book_type"),
        ("route: []", "law_terms.book_type"),
        ("later: {date: {}, than: today}", "law_terms.book_type"),
        ("later: {date: {latest: []}, than: today}", "law_terms.book_type"),
    ],
)
def test_a_word_that_is_not_known_is_an_error_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(InputErrors) as told:
        compiled(text)
    (error,) = told.value.errors
    assert (problem, "rules/law/conditions.yaml", 1) == (
        error.message,
        error.location.path,
        error.location.line,
    )


def test_a_condition_that_asks_itself_is_an_error() -> None:
    with pytest.raises(InputErrors) as told:
        compiled("named: one", "{one: {not: {named: two}}, two: {named: one}}")
    assert "law_terms.book_circle" == told.value.errors[0].message


@pytest.mark.parametrize("text", ["route: [exempt]", "not: {step: [ciio]}", "any: [{exemption: [LAW-A1]}]"])
def test_what_asks_for_the_outcome_is_no_condition_on_facts(text: str) -> None:
    (node,) = parse_yaml("rules/law/procedure.yaml", text)
    with pytest.raises(InputErrors) as told:
        on_facts(compiled(text), node)
    assert ["law_terms.book_type"] == [error.message for error in told.value.errors]


def test_what_asks_for_facts_alone_is_a_condition_on_facts() -> None:
    (node,) = parse_yaml("rules/law/procedure.yaml", "fact: {handler.ciio: true}")
    condition = compiled("fact: {handler.ciio: true}")
    assert condition is on_facts(condition, node)


def test_shown_counts_unknown_as_no() -> None:
    named = "{notified: {fact: {handler.ciio: true}}}"
    assert Truth.NO is asked("shown: notified", {}, named)
    assert Truth.YES is asked("shown: notified", {"handler.ciio": True}, named)


TRUTHS = {"y": "{since: 2000-01-01}", "n": "{before: 2000-01-01}", "u": "{fact: {handler.ciio: true}}"}
VALUES = {"y": Truth.YES, "n": Truth.NO, "u": Truth.UNKNOWN}


@given(st.lists(st.sampled_from("ynu"), min_size=1, max_size=5))
def test_conditions_are_joined_by_kleenes_rules(letters: list[str]) -> None:
    parts = ", ".join(TRUTHS[letter] for letter in letters)
    every, some = Truth.YES, Truth.NO
    for letter in letters:
        every, some = every & VALUES[letter], some | VALUES[letter]
    assert every is asked(f"all: [{parts}]", {})
    assert some is asked(f"any: [{parts}]", {})
    assert ~every is asked(f"not: {{all: [{parts}]}}", {})
