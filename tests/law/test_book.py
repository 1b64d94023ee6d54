from datetime import date, timedelta
from functools import cache

import pytest

from kuajing.law import load_book, read_book
from kuajing.law.provisions import Version
from kuajing.messages import keys
from kuajing.source.errors import InputErrors
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_files, packaged_yaml
from kuajing.source.yaml_text import parse_yaml

BOOK = load_book()
ARTICLE = "law/cbdf/article-09.yaml"


@cache
def shipped() -> dict[str, Node]:
    paths = (path for path in packaged_files("law", ".yaml") if not path.endswith(".cases.yaml"))
    return {path: packaged_yaml(path) for path in paths}


def with_text(path: str, text: str) -> dict[str, Node]:
    (node,) = parse_yaml(f"rules/{path}", text)
    return {**shipped(), path: node}


def provision(**changed: str) -> str:
    fields = {
        "from": "2024-03-22",
        "kind": "requires",
        "confidence": "OFF",
        "checked": "2026-11-23",
        "gloss": "{en: Valid three years., zh: 有效期三年。}",
        **changed,
    }
    lines = "\n".join(f"        {key}: {value}" for key, value in fields.items() if value)
    return f"article: 9\nprovisions:\n  - key: CBDF-2024-A9\n    versions:\n      -\n{lines}\n"


def test_the_edition_of_a_day_is_shown() -> None:
    assert "CSL-2016-A37" in {article.key for article in BOOK.articles_on(date(2025, 12, 31))}
    on = {article.key for article in BOOK.articles_on(date(2026, 1, 1))}
    assert ("CSL-2025-A39" in on, "CSL-2016-A37" in on) == (True, False)


def test_an_article_says_where_it_stands_since_when_and_how_sure() -> None:
    article = BOOK.article("CBDF-2024-A7.1.2", date(2026, 11, 2))
    assert article is not None
    assert ("article 7, paragraph 1, item 2", "第七条第一款第（二）项") == article.place
    assert (date(2024, 3, 22), None, "OFF") == (article.since, article.until, article.confidence)
    assert "https://www.cac.gov.cn/2024-03/22/c_1712776611775634.htm" == article.link


def test_an_article_that_ended_is_shown_as_it_last_stood_and_one_not_begun_is_not() -> None:
    ended = BOOK.article("CSL-2016-A37", date(2026, 6, 1))
    assert ended is not None
    assert date(2026, 1, 1) == ended.until
    assert BOOK.article("CSL-2025-A39", date(2025, 6, 1)) is None


def test_official_answers_explain_earlier_days_too() -> None:
    assert BOOK.article("CACQA-2025-10-Q5", date(2024, 6, 1)) is not None


def test_a_key_that_the_book_does_not_hold_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        BOOK.article("CBDF-2024-A99", date(2026, 6, 1))


def test_provisions_not_checked_for_long_are_due_for_review() -> None:
    checked = max(version.checked for one in BOOK.provisions.values() for version in one.versions)
    assert () == BOOK.due_for_review(checked + BOOK.review_after)
    later = checked + BOOK.review_after + timedelta(days=1)
    assert BOOK.articles_on(later) == BOOK.due_for_review(later)


def _versions() -> list[Version]:
    return [version for one in BOOK.provisions.values() for version in one.versions]


def test_every_name_of_the_book_has_its_words_in_both_languages() -> None:
    versions = _versions()
    needed = {f"ask.{question.id}" for question in BOOK.questions}
    needed |= {f"route.{question.route}" for question in BOOK.questions} | {"route.undetermined"}
    needed |= {f"duty.{duty.id}" for version in versions for duty in version.duties}
    needed |= {f"violation.{breach.id}" for version in versions for breach in version.violations}
    needed |= {f"flag.{flag.id}" for flag in BOOK.flags}
    needed |= {f"fact.{path}" for path in BOOK.rows}
    needed |= {f"mechanism.{word}" for word in BOOK.rows["mechanism.type"].words}
    needed |= {f"purpose.{purpose}" for purpose, _ in packaged_purposes()}
    needed |= {"ask.calendar", "ask.unread_fact"}
    assert [] == sorted(needed - set(keys()))


def packaged_purposes() -> list[tuple[str, object]]:
    table = packaged_yaml("law/purposes.yaml").plain()
    assert isinstance(table, dict)
    return sorted(table.items())


def test_a_duty_is_imposed_by_one_version_at_a_time() -> None:
    for on in {version.since for version in _versions()}:
        names = [duty.id for version in BOOK.versions_on(on) for duty in version.duties]
        assert sorted(set(names)) == sorted(names), on


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        (provision(colour="red"), "law_terms.book_key", 11),
        (provision(kind="forbids"), "law_terms.book_word", 7),
        (provision(confidence="SURE"), "law_terms.book_word", 8),
        (provision(checked="lately"), "law_terms.book_type", 9),
        (provision(gloss="{en: Valid three years.}"), "law_terms.book_missing", 10),
        (provision(checked=""), "law_terms.book_missing", 6),
        (provision(when="{named: passd}"), "law_terms.book_name", 11),
        (provision(when="{fact: {mechanism.result: maybe}}"), "law_terms.book_word", 11),
        (provision(duties="[{id: go, when: {named: passed}}]"), "law_terms.book_missing", 11),
        (
            provision(violations="[{id: stop, when: {named: passed}, cites: [CBDF-2024-A99]}]"),
            "law_terms.book_citation",
            11,
        ),
    ],
)
def test_a_fault_of_an_article_is_told_with_file_and_line(text: str, problem: str, line: int) -> None:
    with pytest.raises(InputErrors) as told:
        read_book(with_text(ARTICLE, text))
    found = [(error.message, error.location.path, error.location.line) for error in told.value.errors]
    assert [(problem, f"rules/{ARTICLE}", line)] == found


def test_faults_of_several_files_are_told_together() -> None:
    files = with_text(ARTICLE, provision(when="{named: passd}"))
    (flags,) = parse_yaml(
        "rules/law/contested.yaml",
        "flags: {odd: {when: {since: 2024-01-01}, other: freedom}}\nalternatives: []",
    )
    with pytest.raises(InputErrors) as told:
        read_book({**files, "law/contested.yaml": flags})
    assert ["law_terms.book_name", "law_terms.book_word"] == sorted(
        error.message for error in told.value.errors
    )


def test_versions_that_overlap_are_an_error() -> None:
    text = provision() + provision().split("versions:\n")[1]
    with pytest.raises(InputErrors) as told:
        read_book(with_text(ARTICLE, text))
    assert ["law_terms.book_overlap"] == [error.message for error in told.value.errors]


def test_a_key_that_stands_twice_is_an_error() -> None:
    with pytest.raises(InputErrors) as told:
        read_book(with_text("law/cbdf/article-99.yaml", provision()))
    assert ["law_terms.book_twice"] == [error.message for error in told.value.errors]


def test_a_folder_without_its_instrument_is_an_error() -> None:
    with pytest.raises(InputErrors) as told:
        read_book(with_text("law/nowhere/article-01.yaml", provision()))
    assert ["law_terms.book_missing"] == [error.message for error in told.value.errors]


def test_the_law_of_a_day_is_worked_out_once_between_two_changes() -> None:
    assert BOOK.law_on(date(2026, 6, 1)) is BOOK.law_on(date(2026, 6, 2))
    before, after = BOOK.law_on(date(2025, 12, 31)), BOOK.law_on(date(2026, 1, 1))
    assert ("CSL-2025-A39" in before.citable, "CSL-2025-A39" in after.citable) == (False, True)
