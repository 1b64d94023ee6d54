"""Each word by which the law draws a line is asked by one question, and includes the number or not as its articles say."""

from decimal import Decimal
from typing import Any

import pytest
from tests.law.test_conditions import asked

from kuajing.law import load_book
from kuajing.model.cases import FactValue
from kuajing.model.interval import Interval
from kuajing.model.truth import NO, YES
from kuajing.source.packaged import packaged_yaml

LINE = 100_000
PEOPLE, GROWTH = "data.ytd_persons.non_sensitive", "mechanism.extension.growth_pct"
QUESTIONS: dict[str, tuple[str, dict[str, FactValue]]] = {
    "at_least": (f"at_least: {{{PEOPLE}: {LINE}}}", {PEOPLE: Interval.exactly(LINE)}),
    "not at_least": (f"not: {{at_least: {{{PEOPLE}: {LINE}}}}}", {PEOPLE: Interval.exactly(LINE)}),
    "above": (f"above: {{{GROWTH}: 20}}", {GROWTH: Decimal(20)}),
    "not later": ("not: {later: {date: today, than: 2026-06-30}}", {}),
}
"""Each question at the very number or day of its line."""


def readings() -> list[tuple[str, dict[str, Any]]]:
    words: Any = packaged_yaml("law/boundary_words.yaml").plain()
    plain = [(word, reading) for word, reading in words.items()]
    return plain + [(f"{word}, as answered", one["but"]) for word, one in words.items() if "but" in one]


@pytest.mark.parametrize(
    ("word", "reading"), readings(), ids=lambda found: found if isinstance(found, str) else ""
)
def test_a_word_includes_its_line_as_its_articles_say(word: str, reading: dict[str, Any]) -> None:
    question, facts = QUESTIONS[reading["asks"]]

    assert (YES if reading["includes"] else NO) is asked(question, facts), word


@pytest.mark.parametrize(
    ("word", "reading"), readings(), ids=lambda found: found if isinstance(found, str) else ""
)
def test_the_articles_of_a_word_are_in_the_book(word: str, reading: dict[str, Any]) -> None:
    assert [] == [key for key in reading["by"] if key not in load_book().provisions], word
