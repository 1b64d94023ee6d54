"""Instruments with their dates; a draft is no law."""

from datetime import date

import pytest
from tests.law.test_book import with_text

from kuajing.law import changes_between, instrument_page, load_book, read_book
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


def test_the_page_of_a_draft_says_that_it_is_one() -> None:
    draft, measure = (
        instrument_page(key, LONG_AFTER, load_book()) for key in ("LARGE-DRAFT-2026", "SMALL-2026")
    )
    assert draft is not None
    assert measure is not None
    assert ((True, date(2026, 8, 7)), False) == ((draft.is_draft, draft.since), measure.is_draft)


def test_a_draft_is_no_change_of_law() -> None:
    changed = changes_between(date(2026, 8, 1), date(2026, 9, 30), load_book())
    assert {"NDRA-2026", "SMALL-2026"} == {change.article.key for change in changed}
