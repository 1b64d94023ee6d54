"""Writing results: to a file whole or not at all, to a terminal with colour, to a pipe as plain text."""

import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from shutil import get_terminal_size

from kuajing.cli.saying import refusal, said

Spans = Iterable[tuple[str, str]]

STANDARD_OUTPUT = "-"
PAGE = 100
"""The width of results that no terminal shows, so that they are the same everywhere."""

_NARROWEST, _WIDEST = 80, 160
STYLES = {
    "violation": "bold red",
    "block": "bold red",
    "unknown": "bold yellow",
    "warn": "yellow",
    "notice": "cyan",
    "report": "cyan",
    "met": "green",
    "place": "blue",
    "quiet": "dim",
    "heading": "bold",
    "mend": "green",
}
"""How the styles that a report names look on a terminal; a style that is not here is plain."""


def write(text: str, output: str, language: str) -> None:
    """Write a result to a file, or to standard output for `-`; a file is replaced whole.

    Raises Refused where it cannot be written. A reader of standard output who has gone is no fault.
    """
    if output == STANDARD_OUTPUT:
        _print(text, language)
        return
    from kuajing.source.writing import write_atomically  # noqa: PLC0415  only files need it

    try:
        write_atomically(Path(output), text)
    except OSError as error:
        raise _unwritten(output, error, language) from error


def print_line(text: str, language: str) -> None:
    """Print a line to standard output at once; raises BrokenPipeError where its reader has gone."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _leave_standard_output()
        raise
    except OSError as error:
        _leave_standard_output()
        raise _unwritten(STANDARD_OUTPUT, error, language) from error


def _print(text: str, language: str) -> None:
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    try:
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # whoever read our output has had enough; the exit code still tells what was found
        _leave_standard_output()
    except OSError as error:
        _leave_standard_output()
        raise _unwritten(STANDARD_OUTPUT, error, language) from error


def _leave_standard_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail on it while it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritten(output: str, error: OSError, language: str) -> Exception:
    problem = error.strerror or type(error).__name__
    if output == STANDARD_OUTPUT:
        return refusal("cannot_print", language, problem=problem)
    return refusal("cannot_write", language, file=output, problem=problem)


def page_width(output: str) -> int:
    """How wide a result may be: as the terminal that shows it, within reason, else 100 cells."""
    if output != STANDARD_OUTPUT or not sys.stdout.isatty():
        return PAGE
    return min(max(get_terminal_size((PAGE, 24)).columns, _NARROWEST), _WIDEST)


def is_coloured() -> bool:
    """Whether the result may be coloured: on a terminal or where FORCE_COLOR asks, never against NO_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def write_coloured(lines: Iterable[Spans], language: str) -> None:
    """Print styled lines to the terminal."""
    from io import StringIO  # noqa: PLC0415  only terminals need it

    from rich.console import Console  # noqa: PLC0415  costs start-up, only terminals need it
    from rich.text import Text  # noqa: PLC0415

    drawn = StringIO()
    console = Console(file=drawn, force_terminal=True, soft_wrap=True, highlight=False)
    for line in lines:
        shown = Text.assemble(*((text, STYLES.get(style, "")) for text, style in line))
        shown.rstrip()
        console.print(shown)
    _print(drawn.getvalue(), language)


def write_lines(lines: Iterable[Spans], output: str, language: str) -> None:
    """Write a result that has styles: in colour on a terminal that takes it, else as plain text."""
    if output == STANDARD_OUTPUT and is_coloured():
        write_coloured(lines, language)
        return
    plain = ("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
    write("".join(plain), output, language)


def busy(language: str) -> AbstractContextManager[object]:
    """Show on a terminal's error stream that work goes on."""
    if not sys.stderr.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return nullcontext()
    from rich.console import Console  # noqa: PLC0415  costs start-up, only terminals need it

    return Console(stderr=True).status(said("busy", language).replace("\n", " "))
