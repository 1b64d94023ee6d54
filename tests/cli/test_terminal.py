"""Colour and progress are for terminals; files, pipes and those who say NO_COLOR get plain text."""

import io
import os
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest
from tests.cli.conftest import DAY, Run

from kuajing.cli import main

pty = pytest.importorskip("pty")

WORDS = ("check", "--on", DAY, "--lang", "en")
Shown = Callable[..., tuple[str, str]]


@pytest.fixture
def shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Run a check with standard output, the error stream or both on a terminal; what stands on each."""
    del run  # for the environment it takes away

    def show(folder: Path, *, out: bool = False, err: bool = False, **environment: str) -> tuple[str, str]:
        monkeypatch.chdir(folder)
        monkeypatch.setenv("TERM", "xterm-256color")
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        streams = (_Stream(terminal=out), _Stream(terminal=err))
        with monkeypatch.context() as there:
            there.setattr(sys, "argv", ["kuajing", *WORDS])
            there.setattr(sys, "stdout", streams[0].file)
            there.setattr(sys, "stderr", streams[1].file)
            with pytest.raises(SystemExit):
                main()
        return (streams[0].text(), streams[1].text())

    return show


class _Stream:
    """A stream on a terminal, read by a thread lest it fill up, or on a plain buffer."""

    def __init__(self, *, terminal: bool) -> None:
        self.buffer = io.BytesIO()
        self.read: threading.Thread | None = None
        self.file: TextIO
        if not terminal:
            self.file = io.TextIOWrapper(self.buffer, "utf-8")
            return
        ours, theirs = pty.openpty()
        self.file = os.fdopen(theirs, "w", encoding="utf-8")
        self.read = threading.Thread(target=self._copy, args=(ours,))
        self.read.start()

    def _copy(self, handle: int) -> None:
        try:
            while part := os.read(handle, 65_536):
                self.buffer.write(part)
        except OSError:  # Linux tells the end of a terminal so
            pass
        os.close(handle)

    def text(self) -> str:
        self.file.flush()
        if self.read is not None:
            self.file.close()
            self.read.join()
        return self.buffer.getvalue().decode().replace("\r\n", "\n")


@pytest.fixture
def plain(run: Run, shop: Path) -> str:
    return run(*WORDS, folder=shop).out


def test_a_pipe_gets_plain_text_and_no_progress(shown: Shown, shop: Path, plain: str) -> None:
    assert (plain, "") == shown(shop)


def test_a_terminal_gets_colour(shown: Shown, shop: Path, plain: str) -> None:
    out, err = shown(shop, out=True)
    assert "\x1b[1;" in out
    assert (plain, "") == (re.sub(r"\x1b\[[0-9;]*m", "", out), err)


def test_no_color_is_obeyed_on_a_terminal(shown: Shown, shop: Path, plain: str) -> None:
    assert (plain, "") == shown(shop, out=True, NO_COLOR="1")


def test_a_dumb_terminal_gets_plain_text_and_no_progress(shown: Shown, shop: Path, plain: str) -> None:
    assert (plain, "") == shown(shop, out=True, err=True, TERM="dumb")


def test_progress_shows_on_a_terminals_error_stream_alone(shown: Shown, shop: Path, plain: str) -> None:
    out, err = shown(shop, err=True)
    assert plain == out
    assert "Reading and judging" in err


def test_a_build_machine_sees_no_progress(shown: Shown, shop: Path) -> None:
    assert "" == shown(shop, err=True, CI="true")[1]


def test_force_color_colours_a_pipe(shown: Shown, shop: Path) -> None:
    assert "\x1b[" in shown(shop, FORCE_COLOR="1")[0]
