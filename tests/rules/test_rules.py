"""The law's own examples: every article loads, and every rule has a case that fires and one that does not."""

from collections.abc import Iterator
from typing import Any

import pytest
from benchmarks.law_examples import ENDING, EXPECTED, KEYS, case_files, cases_of, faults, read, situations

from kuajing.law import load_book
from kuajing.law.assess import assess
from kuajing.law.intake import read_case
from kuajing.law.provisions import Provision
from kuajing.law.situation import Condition, Situation
from kuajing.model.truth import Truth
from kuajing.source.packaged import packaged_files, packaged_yaml


def every_case() -> Iterator[Any]:
    for path in case_files():
        for case in cases_of(path):
            yield pytest.param(case, id=case["id"])


@pytest.mark.parametrize("case", list(every_case()))
def test_an_example_of_the_law_is_judged_as_it_says(case: dict[str, Any]) -> None:
    assert set(case) == KEYS
    assert not set(case["expected"]) - EXPECTED
    book = load_book()
    assert [] == faults(read(case, book), case["expected"], book)


def test_examples_have_names_of_their_own() -> None:
    names = [case["id"] for path in case_files() for case in cases_of(path)]
    assert sorted(set(names)) == sorted(names)


def _rules(provision: Provision) -> Iterator[tuple[str, Condition]]:
    for version in provision.versions:
        if version.when is not None:
            yield f"{provision.key} from {version.since}", version.when
        for duty in version.duties:
            yield f"{provision.key} from {version.since}: {duty.id}", duty.when
        for breach in version.violations:
            yield f"{provision.key} from {version.since}: {breach.id}", breach.when


def _situations(path: str) -> Iterator[Situation]:
    book = load_book()
    for case in cases_of(path):
        yield from situations(read(case, book), book)


def _with_logic() -> list[tuple[str, tuple[str, ...]]]:
    """Files that hold rules with logic, and the keys in each."""
    found: dict[str, list[str]] = {}
    book = load_book()
    for path in packaged_files("law", ".yaml"):
        if path.count("/") < 2 or path.endswith((ENDING, "/instrument.yaml")):
            continue
        document: Any = packaged_yaml(path).plain()
        for provision in document["provisions"]:
            if any(_rules(book.provisions[provision["key"]])):
                found.setdefault(path, []).append(provision["key"])
    return [(path, tuple(keys)) for path, keys in sorted(found.items())]


@pytest.mark.parametrize(("path", "keys"), _with_logic())
def test_every_rule_has_an_example_that_fires_and_one_that_does_not(path: str, keys: tuple[str, ...]) -> None:
    beside = path.removesuffix(".yaml") + ENDING
    assert beside in case_files(), "no examples stand beside the article"
    seen = list(_situations(beside))
    lacking = []
    for key in keys:
        for version in load_book().provisions[key].versions:
            in_time = [one for one in seen if load_book().provisions[key].in_force(one.on) is version]
            named = [(key, version.when)] if version.when is not None else []
            named += [(duty.id, duty.when) for duty in version.duties]
            named += [(breach.id, breach.when) for breach in version.violations]
            for name, condition in named:
                answers = {condition.ask(one).truth for one in in_time}
                if Truth.YES not in answers:
                    lacking.append(f"{name} never fires")
                if Truth.NO not in answers and len(seen) == len(in_time):
                    lacking.append(f"{name} always fires")
    assert lacking == []


def test_every_provision_can_be_shown_on_every_day_it_stood() -> None:
    book = load_book()
    for key, provision in book.provisions.items():
        for version in provision.versions:
            article = book.article(key, version.since)
            assert article is not None
            assert (version.gloss, version.confidence) == (article.gloss, article.confidence)
            assert all(article.gloss)
            assert all(article.title)
            assert article.link.startswith("http") or (not article.link and article.confidence != "OFF")


def test_no_verdict_cites_what_is_not_in_force() -> None:
    book = load_book()
    for path in case_files():
        for line in cases_of(path):
            verdict = assess(read_case(line, book), book)
            cited = [key for key in verdict.citations if not book.provisions[key].may_be_cited(verdict.on)]
            assert [] == cited
