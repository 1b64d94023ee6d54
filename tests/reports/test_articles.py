from dataclasses import replace
from datetime import date

import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ARTICLES, ON

from kuajing.reports.articles import article_text, articles_text


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_an_article_is_told_with_its_dates_and_its_confidence(language: str) -> None:
    actual = article_text(ARTICLES[0], language)
    assert expected(f"article.{language}.txt", actual) == actual


def test_an_article_that_is_over_names_its_last_day() -> None:
    over = replace(ARTICLES[0], until=date(2026, 12, 31))
    assert "from 2024-03-22 to 2026-12-31" in article_text(over, "en")


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_articles_are_listed_under_their_instruments(language: str) -> None:
    actual = articles_text(ARTICLES, ON, language)
    assert expected(f"articles.{language}.txt", actual) == actual


def test_article_ten_follows_article_nine() -> None:
    nine, ten = (replace(ARTICLES[0], key=f"CBDF-2024-A{number}") for number in (9, 10))
    text = articles_text((ten, nine), ON, "en")
    assert text.index("CBDF-2024-A9") < text.index("CBDF-2024-A10")
