"""Every command says what it does and takes, and docs/commands.md says the same."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from kuajing import __version__
from kuajing.cli import COMMANDS
from kuajing.cli.manual import manual

ROOT = Path(__file__).parents[2]


def test_the_page_of_commands_is_made_of_their_help_texts() -> None:
    assert manual() == (ROOT / "docs" / "commands.md").read_text("utf-8")


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")
    assert (0, f"kuajing, version {__version__}\n", "") == (ran.code, ran.out, ran.err)


def test_help_lists_every_command(run: Run) -> None:
    for option in ("--help", "-h"):
        ran = run(option)
        assert (0, "") == (ran.code, ran.err)
        assert [name for name in COMMANDS if f"\n  {name} " in ran.out] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert (0, "") == (ran.code, ran.err)
    first = ran.out.split("\n\n")[1]
    assert any("a" <= letter <= "z" for letter in first)
    assert any("\u4e00" <= letter <= "\u9fff" for letter in first)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_text(run: Run, name: str) -> None:
    options = [line for line in run(name, "--help").out.splitlines() if line.startswith("  -")]
    assert [] == [line for line in options if line.split("  ")[-1].strip().startswith("-")]


def test_an_unknown_option_is_met_with_the_nearest(run: Run) -> None:
    ran = run("check", "--fail-om", "warn")
    assert 2 == ran.code
    assert "--fail-on" in ran.err
