from datetime import date, timedelta
from functools import cache

import pytest

from kuajing.law import load_book, read_book
from kuajing.law.provisions import Version
from kuajing.messages import keys
from kuajing.messages.errors_text import error_text
from kuajing.source.errors import InputErrors
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_files, packaged_text, packaged_yaml
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
    with pytest.raises(InputErrors) as raised:
        read_book(with_text(ARTICLE, text))
    found = [(error.message, error.location.path, error.location.line) for error in raised.value.errors]
    assert [(problem, f"rules/{ARTICLE}", line)] == found


def test_faults_of_several_files_are_told_together() -> None:
    files = with_text(ARTICLE, provision(when="{named: passd}"))
    (flags,) = parse_yaml(
        "rules/law/contested.yaml",
        "flags: {odd: {when: {since: 2024-01-01}, other: freedom}}\nalternatives: []",
    )
    with pytest.raises(InputErrors) as raised:
        read_book({**files, "law/contested.yaml": flags})
    assert ["law_terms.book_name", "law_terms.book_word"] == sorted(
        error.message for error in raised.value.errors
    )


def told(path: str, text: str) -> list[str]:
    """What is said in English where a file of the law holds this text."""
    with pytest.raises(InputErrors) as found:
        read_book(with_text(path, text))
    return [error_text(error, "en") for error in found.value.errors]


def with_when(when: str) -> str:
    return provision(when=when)


INSTRUMENT = """id: CBDF-2024
title: {en: Provisions, zh: 规定}
issuer: {en: CAC, zh: 网信办}
kind: measure
in_force: 2024-03-22
repealed: 2024-03-22
link: "https://example.com"
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            with_when("{at_leest: {data.ytd_persons.sensitive: 1}}"),
            "11:16: No question is called `at_leest`; nearest: at_least.",
        ),
        (
            with_when("{later: {date: {aftr: today, years: 1}, than: today}}"),
            "11:31: No question is called `aftr`; nearest: after.",
        ),
        (
            with_when("{named: certificate_in_ordr}"),
            "11:23: No condition is named `certificate_in_ordr`; nearest: certificate_in_order.",
        ),
        (
            with_when("{fact: {handler.cioo: true}}"),
            "11:23: `handler.cioo` is no fact that fits here; nearest: handler.ciio.",
        ),
        (
            with_when("{fact: {flow.mode: transfr}}"),
            (
                "11:34: `transfr` is no word here; nearest: transfer; known: direct_collection, domestic_replication, inbound, "
                "log_shipping, none, onshore_access, overseas_processing, overseas_storage, remote_access, transfer."
            ),
        ),
        (
            provision(whem="{since: 2024-03-22}"),
            (
                "11:9: `whem` is no key here; nearest: when; "
                "known: checked, confidence, contents, duties, from, gloss, kind, penalty, touches, until, violations, when."
            ),
        ),
        (
            with_when("{article: CBDF-2024-A99}"),
            "11:25: No provision has the key `CBDF-2024-A99`; nearest: CBDF-2024-A9.",
        ),
        (
            provision(violations="[{id: stop, when: {since: 2024-03-22}, cites: [CBDF-2024-A99]}]"),
            "11:68: No provision has the key `CBDF-2024-A99`; nearest: CBDF-2024-A9.",
        ),
        (
            provision(until="2024-03-22"),
            "11:16: The end 2024-03-22 does not come after the start 2024-03-22.",
        ),
        (
            provision(until="2024-04-01") + provision(**{"from": "2024-03-31"}).split("versions:\n")[1],
            (
                "13:9: This version of `CBDF-2024-A9` begins before the one at rules/law/cbdf/article-09.yaml:6:9 ends, "
                "or that one has no end."
            ),
        ),
        (
            provision() + provision(**{"from": "2025-01-01"}).split("versions:\n")[1],
            (
                "12:9: This version of `CBDF-2024-A9` begins before the one at rules/law/cbdf/article-09.yaml:6:9 ends, "
                "or that one has no end."
            ),
        ),
    ],
)
def test_what_a_fault_of_an_article_says_names_the_nearest_that_is_known(text: str, expected: str) -> None:
    assert [f"rules/{ARTICLE}:{expected}"] == told(ARTICLE, text)


def test_a_version_may_begin_on_the_day_the_one_before_ends() -> None:
    text = provision(until="2024-04-01") + provision(**{"from": "2024-04-01"}).split("versions:\n")[1]
    versions = read_book(with_text(ARTICLE, text)).provisions["CBDF-2024-A9"].versions
    assert [date(2024, 3, 22), date(2024, 4, 1)] == [version.since for version in versions]


def test_an_instrument_that_ends_before_it_begins_is_an_error() -> None:
    assert [
        "rules/law/cbdf/instrument.yaml:6:11: The end 2024-03-22 does not come after the start 2024-03-22."
    ] == told("law/cbdf/instrument.yaml", INSTRUMENT)


def test_a_step_that_ends_before_it_begins_is_an_error() -> None:
    text = packaged_text("law/procedure.yaml")
    step = "  - {id: twice, article: CBDF-2024-A9, from: 2024-03-22, until: 2024-03-21, route: exempt, when: {named: live}, cites: []}\n"
    (error,) = told("law/procedure.yaml", text + step)
    assert error.endswith(": The end 2024-03-21 does not come after the start 2024-03-22.")


def test_a_shared_condition_that_asks_itself_is_an_error() -> None:
    text = packaged_text("law/conditions.yaml") + "round: {not: {named: trip}}\ntrip: {named: round}\n"
    errors = told("law/conditions.yaml", text)
    assert ["asks itself in the end"] * len(errors) == [error.split("` ")[1].rstrip(".") for error in errors]
    assert errors


def test_a_key_that_stands_twice_is_an_error() -> None:
    assert [
        "rules/law/cbdf/article-99.yaml:3:10: `CBDF-2024-A9` stands twice, first at rules/law/cbdf/article-09.yaml:3:10."
    ] == told("law/cbdf/article-99.yaml", provision())


def test_a_folder_without_its_instrument_is_an_error() -> None:
    with pytest.raises(InputErrors) as raised:
        read_book(with_text("law/nowhere/article-01.yaml", provision()))
    assert ["law_terms.book_missing"] == [error.message for error in raised.value.errors]


def test_the_law_of_a_day_is_worked_out_once_between_two_changes() -> None:
    assert BOOK.law_on(date(2026, 6, 1)) is BOOK.law_on(date(2026, 6, 2))
    before, after = BOOK.law_on(date(2025, 12, 31)), BOOK.law_on(date(2026, 1, 1))
    assert ("CSL-2025-A39" in before.citable, "CSL-2025-A39" in after.citable) == (False, True)


@pytest.mark.parametrize(
    ("said", "instead", "near"),
    [
        ("scc: [SCCM-2023-A6]", "scc: [SCCM-2023-A66]", "SCCM-2023-A6"),
        ("scc: [SCCM-2023-A6]", "ssc: [SCCM-2023-A6]", "scc"),
    ],
)
def test_a_mechanism_names_what_the_law_knows(said: str, instead: str, near: str) -> None:
    text = packaged_text("law/procedure.yaml").replace(said, instead)
    (error,) = told("law/procedure.yaml", text)
    assert near in error
