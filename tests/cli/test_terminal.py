"""Colour and progress are for terminals; files, pipes and those who say NO_COLOR get plain text."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Run

pty = pytest.importorskip("pty")

_WORDS = [sys.executable, "-c", "from kuajing.cli import main; main()", "check", "--on", DAY, "--lang", "en"]
_ESCAPE = b"\x1b["


def on_a_terminal(folder: Path, *, out: bool, err: bool, **environment: str) -> tuple[bytes, bytes]:
    """What stands on standard output and on the error stream, each a terminal or a pipe."""
    unset = {"NO_COLOR", "FORCE_COLOR", "CI", "COLUMNS"}
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603  our own command
        _WORDS,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=theirs if out else subprocess.PIPE,
        stderr=theirs if err else subprocess.PIPE,
        env={**kept, "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    piped_out, piped_err = process.communicate()
    return (shown if out else piped_out, shown if err else piped_err)


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65_536)
    except OSError:  # Linux tells the end of a terminal so
        return b""


@pytest.fixture
def plain(run: Run, shop: Path) -> str:
    return run("check", "--on", DAY, "--lang", "en", folder=shop).out


def test_a_pipe_gets_plain_text_and_no_progress(shop: Path, plain: str) -> None:
    done = subprocess.run(_WORDS, cwd=shop, capture_output=True, check=False)  # noqa: S603  our own command
    assert (plain, "") == (done.stdout.decode(), done.stderr.decode())


def test_a_terminal_gets_colour(shop: Path, plain: str) -> None:
    shown, talk = on_a_terminal(shop, out=True, err=False)
    assert _ESCAPE in shown
    assert b"" == talk
    assert plain.split() == _without_escapes(shown).split()


def test_no_color_is_obeyed_on_a_terminal(shop: Path, plain: str) -> None:
    shown, _ = on_a_terminal(shop, out=True, err=False, NO_COLOR="1")
    assert plain == shown.decode().replace("\r\n", "\n")


def test_a_dumb_terminal_gets_plain_text(shop: Path, plain: str) -> None:
    shown, _ = on_a_terminal(shop, out=True, err=False, TERM="dumb")
    assert plain == shown.decode().replace("\r\n", "\n")


def test_progress_shows_on_a_terminals_error_stream_alone(shop: Path, plain: str) -> None:
    result, talk = on_a_terminal(shop, out=False, err=True)
    assert plain == result.decode()
    assert b"Reading and judging" in talk


def test_a_build_machine_sees_no_progress(shop: Path) -> None:
    assert b"" == on_a_terminal(shop, out=False, err=True, CI="true")[1]


def test_force_color_colours_a_pipe(shop: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"FORCE_COLOR": "1", "TERM": "xterm"}
    done = subprocess.run(_WORDS, cwd=shop, capture_output=True, check=False, env=environment)  # noqa: S603  our own command
    assert _ESCAPE in done.stdout


def _without_escapes(shown: bytes) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", shown.decode())
