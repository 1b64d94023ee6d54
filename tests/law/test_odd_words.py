"""Words of open lists that look like one that is known; other words are words of a case's own."""

from datetime import date

import pytest

from kuajing.law.odd_words import odd_words
from kuajing.model.cases import Case


@pytest.mark.parametrize(
    ("path", "word", "near"),
    [
        ("flow.purpose", "foreign_judical_request", "foreign_judicial_request"),
        ("flow.purpose", "recruitement", "recruitment"),
        ("handler.sector", "ride-hailing", "ride_hailing"),
        ("recipient.jurisdiction", "China", "CN"),
        ("recipient.jurisdiction", "us", "US"),
        ("recipient.jurisdiction", "germany", "DE"),
        ("recipient.jurisdiction", "香港", ""),
        ("recipient.jurisdiction", "中国香港", "HK"),
        ("recipient.jurisdiction", "UK", ""),
    ],
)
def test_a_word_that_looks_like_another_is_told(path: str, word: str, near: str) -> None:
    assert [(path, near)] == list(odd_words(Case("x", date(2026, 6, 30), ((path, word),))))


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("flow.purpose", "seasonal_forecasts"),
        ("flow.purpose", "customer_support"),
        ("handler.sector", "automotive_parts"),
        ("handler.sector", "retail"),
        ("recipient.jurisdiction", "US"),
        ("recipient.jurisdiction", "TL"),
        ("recipient.jurisdiction", "elsewhere"),
    ],
)
def test_a_word_of_ones_own_is_none(path: str, word: str) -> None:
    assert [] == list(odd_words(Case("x", date(2026, 6, 30), ((path, word),))))
