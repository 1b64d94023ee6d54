"""Penalties in figures, as the YAML of an article tells them."""

import pytest

from kuajing.law import load_book
from kuajing.law.book_penalties import penalty
from kuajing.model.articles import Penalty
from kuajing.source.errors import InputErrors
from kuajing.source.yaml_text import parse_yaml


def read(text: str) -> Penalty:
    (node,) = parse_yaml("rules/law/x.yaml", text)
    return penalty(node, "OFF")


def test_bounds_turnover_and_measures_are_read() -> None:
    assert Penalty("organisation", "serious", None, 50, 5, None, None, None, ("revocation",), "OFF") == read(
        "{who: organisation, when: serious, most: 50, turnover_percent: 5, also: [revocation]}"
    )


def test_a_multiple_of_the_gain_and_its_own_confidence_are_read() -> None:
    assert Penalty("persons", "any", 5, 50, None, (5, 10), 100, None, (), "MEM") == read(
        "{who: persons, when: any, least: 5, most: 50, gain_times: [5, 10], gain_from: 100, confidence: MEM}"
    )


def test_years_in_prison_are_read() -> None:
    assert (0, 3) == read("{who: anyone, when: serious, years: [0, 3]}").years


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{who: nobody, when: any, most: 5}", "law_terms.book_word"),
        ("{who: persons, when: sometimes, most: 5}", "law_terms.book_word"),
        ("{who: persons, when: any, most: 5, also: [praise]}", "law_terms.book_word"),
        ("{who: persons, when: any, most: 5, colour: red}", "law_terms.book_key"),
        ("{who: persons, when: any}", "law_terms.book_missing"),
        ("{who: persons, when: any, most: much}", "law_terms.book_type"),
        ("{who: persons, when: any, least: 9, most: 5}", "law_terms.book_bounds"),
        ("{who: persons, when: any, gain_times: [5]}", "law_terms.book_bounds"),
        ("{who: persons, when: any, gain_times: [10, 5]}", "law_terms.book_bounds"),
    ],
)
def test_a_fault_of_a_penalty_is_told_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(InputErrors) as told:
        read(text)
    assert [(problem, "rules/law/x.yaml", 1)] == [
        (error.message, error.location.path, error.location.line) for error in told.value.errors
    ]


def test_the_figures_of_the_book_are_those_of_their_articles() -> None:
    book = load_book()
    figures = {
        key: [(one.who, one.when, one.least, one.most) for one in version.penalties]
        for key, provision in book.provisions.items()
        for version in provision.versions
        if version.penalties
    }
    assert {
        "CRIM-PI-2017",
        "CSL-2016-A66",
        "CSL-2025-A61",
        "D790-2024-A55",
        "D790-2024-A56",
        "D790-2024-A57",
        "DSL-2021-A45.1",
        "DSL-2021-A45.2",
        "DSL-2021-A46",
        "DSL-2021-A47",
        "DSL-2021-A48.1",
        "DSL-2021-A48.2",
        "HGR-2019-A36",
        "HGR-2019-A39",
        "PIPL-2021-A66.1",
        "PIPL-2021-A66.2",
    } == set(figures)
    assert [
        ("organisation", "ordinary", None, None),
        ("organisation", "refusal", None, 1_000_000),
        ("persons", "refusal", 10_000, 100_000),
    ] == figures["PIPL-2021-A66.1"]
