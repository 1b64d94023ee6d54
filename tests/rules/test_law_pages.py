"""`docs/law` holds a page for each instrument, written from the data. KUAJING_RENEW=1 writes them anew."""

import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.estates import expected
from tests.rules.law_overview import GAPS, overview
from tests.rules.law_pages import natural, page
from tests.rules.law_use import uses

from kuajing.law import load_book
from kuajing.law.provisions import Provision
from kuajing.source.packaged import packaged_files, packaged_yaml

PAGES = Path(__file__).parents[2] / "docs" / "law"


@cache
def folders() -> dict[str, str]:
    """The folder of each instrument by its id."""
    found: dict[str, str] = {}
    for path in packaged_files("law", "instrument.yaml"):
        document: Any = packaged_yaml(path).plain()
        found[document["id"]] = path.split("/")[1]
    return found


@cache
def instruments() -> dict[str, list[Provision]]:
    book = load_book()
    found: dict[str, list[Provision]] = {}
    for key in sorted(book.provisions, key=natural):
        found.setdefault(book.provisions[key].instrument.id, []).append(book.provisions[key])
    return dict(sorted(found.items()))


@cache
def written() -> dict[str, str]:
    """Every page by its file name."""
    book = load_book()
    found = uses(book)
    pages = {
        f"{folders()[name]}.md": page(provisions, folders()[name], book, found)
        for name, provisions in instruments().items()
    }
    return {**pages, "README.md": overview(instruments(), folders(), book, found)}


@pytest.mark.parametrize("name", sorted(written()))
def test_a_page_is_written_from_the_data(name: str) -> None:
    assert expected(PAGES / name, written()[name]) == written()[name]


def test_no_page_is_left_over() -> None:
    held = {path.name for path in PAGES.iterdir()}
    if os.environ.get("KUAJING_RENEW"):
        for name in held - set(written()) - {"traps.md"}:
            (PAGES / name).unlink()
    assert {*written(), "traps.md"} == {path.name for path in PAGES.iterdir()}


@pytest.mark.parametrize("name", sorted(written()))
def test_every_link_of_a_page_leads_somewhere(name: str) -> None:
    text = written()[name]
    files = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [] == [target for target in files if not (PAGES / target).exists()]
    anchors = {
        re.sub(r"[^a-z0-9-]", "", head.lower()) for head in re.findall(r"^### (\S+)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_every_instrument_has_articles() -> None:
    assert set(folders()) == set(instruments())


def test_what_is_not_covered_names_articles_that_are_held() -> None:
    assert [] == [key for keys, _, _ in GAPS for key in keys if key not in load_book().provisions]


def test_nothing_from_memory_decides_and_of_commentary_only_what_is_known_here() -> None:
    book, found = load_book(), uses(load_book())
    turning = {
        (version.confidence, key)
        for key, provision in book.provisions.items()
        for version in provision.versions
        if found[key].is_checked and version.confidence in {"MEM", "COM"}
    }
    assert {
        ("COM", "AUTOG-2026"),
        ("COM", "FTZ-BJ-2024"),
        ("COM", "FTZ-BJ-2025"),
        ("COM", "FTZ-OTHER"),
        ("COM", "FTZ-SH-2025"),
        ("COM", "FTZ-TJ-2024"),
        ("COM", "GBAHK-2023-FILING"),
        ("COM", "GBAMO-2024-A2"),
        ("COM", "RIDE-2016-A27"),
        ("COM", "SMALL-2026"),
    } == turning
