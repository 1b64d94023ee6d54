"""Lists of free trade zones are data: the day, the area and who is left out stand there and nowhere else."""

from datetime import date

import pytest
from tests.law.test_book import provision, with_text

from kuajing.law import load_book, read_book
from kuajing.model.articles import ZoneList
from kuajing.source.errors import InputErrors

OTHER = "law/ftz/article-other.yaml"


def lists(key: str, on: date) -> tuple[ZoneList, ...]:
    version = load_book().provisions[key].in_force(on)
    assert version is not None
    return version.zone_lists


def test_the_list_of_an_area_says_since_when_how_far_and_whom_it_leaves_out() -> None:
    (first,) = lists("FTZ-SH-2025", date(2026, 4, 23))
    assert ("Shanghai", "zone", date(2025, 2, 8), ("handler.ciio",)) == (
        first.area,
        first.reach,
        first.since,
        first.excludes,
    )
    assert {("Shanghai", "city"), ("Shanghai-citywide", "city")} == {
        (one.area, one.reach) for one in lists("FTZ-SH-2025", date(2026, 4, 24))
    }


def test_every_area_that_a_handler_can_name_has_its_lists() -> None:
    book = load_book()
    listed = {
        one.area
        for each in book.provisions.values()
        for version in each.versions
        for one in version.zone_lists
    }
    assert set(book.rows["handler.ftz"].words) - {"none"} == listed


@pytest.mark.parametrize(
    ("listed", "problem"),
    [
        ("{area: Atlantis, reach: zone, from: 2024-05-09}", "law_terms.book_word"),
        ("{area: Hubei, reach: moon, from: 2024-05-09}", "law_terms.book_word"),
        ("{area: Hubei, reach: zone}", "law_terms.book_missing"),
        ("{area: Hubei, reach: zone, from: soon}", "law_terms.book_type"),
        ("{area: Hubei, reach: zone, from: unknown, excludes: [handler.nobody]}", "law_terms.book_path"),
        ("{area: Hubei, reach: zone, from: unknown, colour: red}", "law_terms.book_key"),
    ],
)
def test_a_fault_of_a_list_is_told_with_its_file(listed: str, problem: str) -> None:
    text = provision(when=f"{{listed: [{listed}]}}").replace("CBDF-2024-A9", "FTZ-OTHER")
    with pytest.raises(InputErrors) as told:
        read_book(with_text(OTHER, text))
    assert {(problem, f"rules/{OTHER}")} == {
        (error.message, error.location.path) for error in told.value.errors
    }


def test_any_article_of_an_instrument_without_conditions_is_an_error() -> None:
    with pytest.raises(InputErrors) as told:
        read_book(with_text("law/cbdf/article-09.yaml", provision(when="{any_article: PICB}")))
    assert {"law_terms.book_citation"} == {error.message for error in told.value.errors}
