import json
from dataclasses import replace

import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ANALYSIS, NAMES

from kuajing.reports.characters import cells
from kuajing.reports.transfers_table import transfers_json, transfers_text


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_transfers_stand_under_their_handler_one_row_each(language: str) -> None:
    actual = transfers_text(ANALYSIS, language, NAMES)
    assert expected(f"transfers.{language}.txt", actual) == actual


def test_no_transfer_is_said_in_a_sentence() -> None:
    none = replace(ANALYSIS, judgements=())
    assert transfers_text(none, "en", NAMES) == "No transfer out of the mainland was found\n"


def test_the_json_of_transfers_is_that_of_the_report() -> None:
    told = json.loads(transfers_json(ANALYSIS, "en", NAMES))
    assert [transfer["id"] for transfer in told["transfers"]] == [
        judgement.transfer.id for judgement in ANALYSIS.judgements
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_no_line_is_wider_than_asked_and_no_id_is_broken(language: str, width: int) -> None:
    lines = transfers_text(ANALYSIS, language, NAMES, width).splitlines()
    assert [line for line in lines if cells(line) > width] == []
    assert {judgement.transfer.id for judgement in ANALYSIS.judgements} <= set(lines)


def test_a_wider_page_takes_fewer_lines() -> None:
    lines = {width: transfers_text(ANALYSIS, "en", NAMES, width).count("\n") for width in (80, 100, 160)}
    assert lines[80] > lines[100] > lines[160]
