from dataclasses import replace

import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ANALYSIS, CRM_TO_US, NAMES, QUIET

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


def test_contested_points_of_transfers_are_told_in_short() -> None:
    touched = replace(CRM_TO_US, verdict=replace(CRM_TO_US.verdict, contested_points=("hr_dependants",)))
    calm = replace(CRM_TO_US, verdict=replace(CRM_TO_US.verdict, contested_points=()))
    told = " ".join(render_text(replace(ANALYSIS, judgements=(touched, calm)), "en", NAMES).split())
    assert f"Law unsettled 1 {CRM_TO_US.transfer.id} 1 contested point: " in told
    assert "; the default reading is used, see `kuajing explain`" in told
    quiet = render_text(replace(ANALYSIS, judgements=(calm,)), "en", NAMES)
    assert "Law unsettled" not in quiet
