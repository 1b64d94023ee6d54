"""`kuajing export`: a whole estate in the format of another tool."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Run


def test_an_estate_goes_out_as_events(run: Run, shop: Path) -> None:
    ran = run("export", "openlineage", "--on", DAY, folder=shop)
    events = [json.loads(line) for line in ran.out.splitlines()]
    assert (0, "") == (ran.code, ran.err)
    assert {f"{DAY}T00:00:00Z"} == {event["eventTime"] for event in events}
    assert {"kuajing"} == {event["job"]["namespace"] for event in events}
    assert ran == run("export", "openlineage", ".", "--on", DAY, folder=shop)


@pytest.mark.parametrize("words", [("export",), ("export", "other")])
def test_a_format_that_is_none_is_refused(run: Run, shop: Path, words: tuple[str, ...]) -> None:
    ran = run(*words, folder=shop)
    assert (2, "") == (ran.code, ran.out)
    assert ran.err
