import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ANALYSIS, NAMES, QUIET

from kuajing.reports.characters import cells
from kuajing.reports.spans import STYLES, WIDTH
from kuajing.reports.text import lines, render_text


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_findings_stand_with_trail_law_and_what_to_do(language: str) -> None:
    actual = render_text(ANALYSIS, language, NAMES)
    assert expected(f"text.{language}.txt", actual) == actual


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_a_sound_estate_is_told_in_a_few_lines(language: str) -> None:
    actual = render_text(QUIET, language, NAMES)
    assert expected(f"text.quiet.{language}.txt", actual) == actual


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_every_style_is_known(language: str) -> None:
    styles = {style for line in lines(ANALYSIS, language, NAMES) for _, style in line}
    assert styles - set(STYLES) == set()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_lines_stay_within_the_width_of_a_terminal(language: str) -> None:
    text = render_text(ANALYSIS, language, NAMES)
    assert [line for line in text.splitlines() if cells(line) > WIDTH] == []
