"""What a document must hold is data of its article."""

from datetime import date

import pytest
from tests.law.test_book import provision, with_text

from kuajing.law import load_book, read_book
from kuajing.source.errors import InputErrors

ON = date(2026, 11, 2)


def contents(key: str) -> list[str]:
    article = load_book().article(key, ON)
    assert article is not None
    return [content.id for content in article.contents]


def test_a_notice_lacks_what_its_articles_ask_for_and_nothing_else() -> None:
    missing = load_book().rows["compliance.notice_missing"].words
    assert list(missing) == [*contents("PIPL-2021-A39"), *contents("PIPL-2021-A30")]


@pytest.mark.parametrize(
    ("key", "count"),
    [("SCC-2023-ANX1", 10), ("SAM-2022-A5", 6), ("SAM-2022-A9", 6), ("SCCM-2023-A5", 6), ("SCCFG2-2024", 7)],
)
def test_a_document_holds_as_many_things_as_its_article_counts(key: str, count: int) -> None:
    assert count == len(set(contents(key)))


def test_what_is_less_sure_than_its_article_says_so() -> None:
    article = load_book().article("SAG3-2025", ON)
    assert article is not None
    assert ("OFF", {"MEM"}) == (article.confidence, {content.confidence for content in article.contents})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[{id: purpose, en: purpose}]", "law_terms.book_missing"),
        ("[{id: purpose, en: purpose, zh: 目的, confidence: SURE}]", "law_terms.book_word"),
        ("[{id: purpose, en: purpose, zh: 目的, colour: red}]", "law_terms.book_key"),
        ("purpose", "law_terms.book_type"),
    ],
)
def test_a_fault_of_the_contents_is_told(text: str, problem: str) -> None:
    with pytest.raises(InputErrors) as told:
        read_book(with_text("law/cbdf/article-09.yaml", provision(contents=text)))
    assert [problem] == [error.message for error in told.value.errors]
