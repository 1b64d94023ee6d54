"""Instruments with their dates; a draft is no law."""

from datetime import date

import pytest
from tests.law.test_book import with_text

from kuajing.law import load_book, read_book
from kuajing.source.errors import InputErrors

DRAFT = "law/large-draft/instrument.yaml"
TITLES = "title: {en: A, zh: 甲}, issuer: {en: B, zh: 乙}"
LONG_AFTER = date(2036, 1, 1)


def test_a_draft_is_in_force_on_no_day_and_can_be_read_all_the_same() -> None:
    book = load_book()
    provision = book.provisions["LARGE-DRAFT-2026"]
    assert (None, False) == (provision.in_force(LONG_AFTER), provision.may_be_cited(LONG_AFTER))
    assert "LARGE-DRAFT-2026" not in {article.key for article in book.articles_on(LONG_AFTER)}
    article = book.article("LARGE-DRAFT-2026", LONG_AFTER)
    assert article is not None
    assert article.is_draft


def test_a_measure_of_the_same_kind_is_in_force() -> None:
    book = load_book()
    assert book.provisions["SMALL-2026"].in_force(LONG_AFTER) is not None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{{id: X, {TITLES}, kind: draft, in_force: 2026-08-07}}", "law_terms.book_draft_in_force"),
        (f"{{id: X, {TITLES}, kind: draft}}", "law_terms.book_missing"),
        (f"{{id: X, {TITLES}, kind: law}}", "law_terms.book_missing"),
        (f"{{id: X, {TITLES}, kind: wish, in_force: 2026-08-07}}", "law_terms.book_word"),
    ],
)
def test_a_fault_of_an_instrument_is_told(text: str, problem: str) -> None:
    with pytest.raises(InputErrors) as told:
        read_book(with_text(DRAFT, text))
    assert [problem] == [error.message for error in told.value.errors]


def test_a_condition_on_a_draft_never_holds() -> None:
    book = load_book()
    assert [] == [question.id for question in book.questions if "LARGE-DRAFT-2026" in question.articles]


def test_the_articles_of_an_instrument_stand_together() -> None:
    keys = [article.key for article in load_book().of_instrument("AUTO-2021", date(2026, 11, 2))]
    assert [
        "AUTO-2021-A11",
        "AUTO-2021-A12",
        "AUTO-2021-A13",
        "AUTO-2021-A14",
        "AUTO-2021-A3.6",
        "AUTO-2021-A3.6.5",
    ] == keys


def test_an_instrument_that_is_unknown_or_not_begun_has_none() -> None:
    book = load_book()
    assert () == book.of_instrument("AUTO-2099", date(2026, 11, 2))
    assert () == book.of_instrument("PICM-2025", date(2025, 12, 31))
