"""Words of closed lists: the marks of purposes, the values tried for a fact, what a list may name."""

import pytest
from tests.law.test_book import ARTICLE, told, with_when
from tests.law.test_book_tables import changed

from kuajing.source.packaged import packaged_text

NOTICE = "compliance.notice_missing"


def test_a_mark_that_no_condition_asks_for_is_told_at_its_purpose() -> None:
    (said,) = changed(
        "law/purposes.yaml", "visa_processing: [carries_contract]", "visa_processing: [carries_contrat]"
    )
    assert "+0:19: `carries_contrat` is no word here; nearest: carries_contract; known: " in said


def test_a_mark_written_wrong_everywhere_is_told_where_it_stands_and_where_it_is_asked_for() -> None:
    text = packaged_text("law/purposes.yaml").replace("carries_hr", "carry_hr")
    said = told("law/purposes.yaml", text)
    assert ["rules/law/conditions.yaml", "rules/law/purposes.yaml"] == sorted(
        fault.partition(":")[0] for fault in said
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"),
    [
        (
            "law/facts.yaml",
            "absent: route, over: [none, declared]}",
            "absent: route, over: [none, declred]}",
            "+0:89: `declred` is no word here; nearest: declared; known: core, declared, none.",
        ),
        (
            "law/facts.yaml",
            "control, legal_document, system]\n  absent: default\n  value: []",
            "control, legal_document, system]\n  absent: default\n  value: [sistem]",
            "+2:11: `sistem` is no word here; nearest: system; known: ",
        ),
        (
            "law/conditions.yaml",
            "words: [system]",
            "words: [sistem]",
            "+0:70: `sistem` is no word here; nearest: system; known: ",
        ),
        (
            "law/conditions.yaml",
            "words: [CN], fact: recipient.jurisdiction",
            "words: [China], fact: recipient.jurisdiction",
            "+0:73: This takes a place of two letters, such as CN.",
        ),
    ],
)
def test_a_word_outside_a_closed_list_is_an_error(path: str, old: str, new: str, fault: str) -> None:
    said = changed(path, old, new)
    assert [fault] == sorted({one[: len(fault)] for one in said})


def test_a_limit_may_allow_nothing_and_a_free_list_anything() -> None:
    for when in (
        f"{{lists_beyond: {{path: {NOTICE}, words: []}}}}",
        "{lists_beyond: {path: recipient.onward_to, words: [whoever]}}",
    ):
        with pytest.raises(pytest.fail.Exception):
            told(ARTICLE, with_when(when))
