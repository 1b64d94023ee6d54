"""Deadlines stand in one place, and conditions name them."""

import re
from datetime import date

import pytest
from tests.law.test_book import told, with_text

from kuajing.law import load_book, read_book
from kuajing.law.book_clocks import clocks
from kuajing.model.articles import Clock
from kuajing.source.errors import InputErrors
from kuajing.source.packaged import packaged_files, packaged_text
from kuajing.source.yaml_text import parse_yaml

WORDS = "starts: {en: it starts, zh: 开始}, asks: {en: file, zh: 备案}"
LENGTH = re.compile(r"\b(?:working_days|months|years): \d")


def read(text: str) -> dict[str, Clock]:
    (node,) = parse_yaml("rules/law/clocks.yaml", text)
    return clocks(node, {"LAW-A1"})


def test_a_deadline_runs_after_before_or_each_year() -> None:
    found = read(
        f"one: {{keys: [LAW-A1], {WORDS}, after: {{working_days: 10}}}}\n"
        f"two: {{keys: [LAW-A1], {WORDS}, before: {{months: 6}}}}\n"
        f"three: {{keys: [LAW-A1], {WORDS}, each_year: '12-15'}}\n"
    )
    assert [("after", "working_days", 10), ("before", "months", 6), ("each_year", "each_year", 1215)] == [
        (clock.runs, clock.unit, clock.length) for clock in found.values()
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"one: {{keys: [LAW-A2], {WORDS}, after: {{months: 1}}}}", "law_terms.book_citation"),
        (f"one: {{keys: [LAW-A1], {WORDS}}}", "law_terms.book_type"),
        (
            f"one: {{keys: [LAW-A1], {WORDS}, after: {{months: 1}}, before: {{months: 1}}}}",
            "law_terms.book_type",
        ),
        (f"one: {{keys: [LAW-A1], {WORDS}, after: {{weeks: 1}}}}", "law_terms.book_word"),
        (f"one: {{keys: [LAW-A1], {WORDS}, each_year: soon}}", "law_terms.book_type"),
        ("one: {keys: [LAW-A1], after: {months: 1}}", "law_terms.book_missing"),
        (f"one: {{keys: [], {WORDS}, after: {{months: 1}}}}", "law_terms.book_type"),
        *[
            (f"one: {{keys: [LAW-A1], {WORDS}, each_year: '{day}'}}", "law_terms.book_type")
            for day in ("13-45", "02-30", "00-10", "4-31", "12-15-01", "１２-15", "²-1")
        ],
        *[
            (f"one: {{keys: [LAW-A1], {WORDS}, {runs}: {{{unit}: {length}}}}}", "law_terms.book_type")
            for runs, unit, length in (("after", "months", 0), ("before", "working_days", -10))
        ],
    ],
)
def test_a_fault_of_a_deadline_is_told(text: str, problem: str) -> None:
    with pytest.raises(InputErrors) as raised:
        read(text)
    assert [problem] == [error.message for error in raised.value.errors]


def test_a_deadline_may_end_on_a_leap_day() -> None:
    (found,) = read(f"one: {{keys: [LAW-A1], {WORDS}, each_year: '02-29'}}").values()
    assert ("each_year", 229) == (found.unit, found.length)


def test_an_impossible_day_of_every_year_is_told_where_it_stands() -> None:
    text = packaged_text("law/clocks.yaml")
    found = re.sub(r"each_year: .*", "each_year: '02-30'", text, count=1)
    line = text[: text.index("each_year: ")].count("\n") + 1
    assert [f"rules/law/clocks.yaml:{line}:14: This takes a day of the year as MM-DD."] == told(
        "law/clocks.yaml", found
    )


@pytest.mark.parametrize(
    "clock",
    ["no_such_clock", "certificate_renewal", "automotive_report"],
    ids=["unknown", "runs the other way", "of every year"],
)
def test_a_condition_names_a_deadline_that_runs_its_way(clock: str) -> None:
    text = f"late: {{later: {{date: today, than: {{after: mechanism.effective, clock: {clock}}}}}}}"
    with pytest.raises(InputErrors) as raised:
        read_book(with_text("law/conditions.yaml", f"{packaged_text('law/conditions.yaml')}\n{text}\n"))
    assert ["law_terms.book_word"] == [error.message for error in raised.value.errors]


def test_no_condition_states_a_length_of_its_own() -> None:
    paths = [path for path in packaged_files("law", ".yaml") if not path.endswith(".cases.yaml")]
    stated = [path for path in paths if LENGTH.search(packaged_text(path))]
    assert ["law/clocks.yaml"] == stated


def test_an_article_shows_the_deadlines_that_it_sets() -> None:
    article = load_book().article("CBDF-2024-A9", date(2026, 11, 2))
    assert article is not None
    assert [
        "assessment_validity",
        "assessment_extension_validity",
        "assessment_extension_window",
    ] == [clock.id for clock in article.clocks]
