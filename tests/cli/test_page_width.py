"""A result is as wide as the terminal that shows it, within reason; elsewhere it is the same everywhere."""

import os
import sys

import pytest

from kuajing.cli.printing import PAGE, page_width


def width_on_a_terminal(output: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The width of a result while standard output is a terminal."""
    leader, follower = os.openpty()
    with os.fdopen(leader), os.fdopen(follower, "w") as shown, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", shown)
        return page_width(output)


@pytest.mark.parametrize(("columns", "width"), [("132", 132), ("40", 80), ("400", 160)])
def test_a_terminal_gives_its_width_within_reason(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width_on_a_terminal("-", monkeypatch) == width


def test_a_file_does_not_hang_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    assert width_on_a_terminal("transfers.txt", monkeypatch) == PAGE


def test_a_pipe_does_not_hang_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    assert page_width("-") == PAGE
