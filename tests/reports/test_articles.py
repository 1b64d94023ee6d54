from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ARTICLES, ON

from kuajing.model.articles import Clock, Content, InstrumentPage, Penalty
from kuajing.reports.articles import article_text, articles_text, instrument_text

BESIDE: dict[str, Any] = {
    "contents": (
        Content("purpose", ("purpose", "目的"), "OFF"),
        Content("forecast", ("forecast", "预估"), "MEM"),
    ),
    "clocks": (
        Clock("filing", ("it takes effect", "生效"), ("file it", "备案"), "after", "working_days", 10, ()),
        Clock("renewal", ("it ends", "届满"), ("apply anew", "重新申请"), "before", "months", 6, ()),
        Clock(
            "report",
            ("a year of handling", "处理年度"),
            ("report", "报送"),
            "each_year",
            "each_year",
            131,
            (),
        ),
    ),
    "penalties": (
        Penalty("organisation", "serious", None, 50_000_000, 5, None, None, None, ("revocation",), "OFF"),
        Penalty("organisation", "any", 500_000, 5_000_000, None, (5, 10), 1_000_000, None, (), "OFF"),
        Penalty("persons", "refusal", 10_000, None, None, (1, 3), None, None, (), "COM"),
        Penalty("anyone", "serious", None, None, None, None, None, (0, 3), (), "MEM"),
        Penalty("anyone", "especially_serious", None, None, None, None, None, (3, 7), (), "MEM"),
    ),
}


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_an_article_is_told_with_its_dates_and_its_confidence(language: str) -> None:
    actual = article_text(ARTICLES[0], language)
    assert expected(f"article.{language}.txt", actual) == actual


def test_an_article_that_is_over_names_its_last_day() -> None:
    over = replace(ARTICLES[0], until=date(2026, 12, 31))
    assert "from 2024-03-22 until 2026-12-30, the last day in force" in article_text(over, "en")


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_articles_are_listed_under_their_instruments(language: str) -> None:
    actual = articles_text(ARTICLES, ON, language)
    assert expected(f"articles.{language}.txt", actual) == actual


def test_article_ten_follows_article_nine() -> None:
    nine, ten = (replace(ARTICLES[0], key=f"CBDF-2024-A{number}") for number in (9, 10))
    text = articles_text((ten, nine), ON, "en")
    assert text.index("CBDF-2024-A9") < text.index("CBDF-2024-A10")


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_penalties_deadlines_and_contents_stand_beside_an_article(language: str) -> None:
    actual = article_text(replace(ARTICLES[0], **BESIDE), language)
    assert expected(f"article-with-data.{language}.txt", actual) == actual


def test_a_draft_is_said_to_be_in_force_never() -> None:
    assert "never: a draft published on 2024-03-22" in article_text(replace(ARTICLES[0], is_draft=True), "en")


def test_an_instrument_without_an_address_says_so() -> None:
    page = InstrumentPage("X", ("X", "甲"), ("Y", "乙"), "", "law", None, ON, None, "", (ARTICLES[0],))
    assert "no address is recorded" in instrument_text(page, ON, "en")
    assert "no address is recorded" not in instrument_text(
        replace(page, link="https://example.org"), ON, "en"
    )
