"""Writing results: to a file whole or not at all, to a terminal with colour, to a pipe as plain text."""

import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

Spans = Iterable[tuple[str, str]]

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


def write(text: str, output: str) -> None:
    """Write a result to a file, or to standard output for `-`; a file is replaced whole."""
    if output == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
        return
    from kuajing.source.writing import write_atomically  # noqa: PLC0415  only files need it

    try:
        write_atomically(Path(output), text)
    except OSError as error:
        raise click.UsageError(f"{output}: {error.strerror} 无法写入") from error


def is_coloured() -> bool:
    """Whether standard output is a terminal whose reader did not ask for plain text."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write_coloured(lines: Iterable[Spans]) -> None:
    """Print styled lines to the terminal."""
    from rich.console import Console  # noqa: PLC0415  costs start-up, only terminals need it
    from rich.text import Text  # noqa: PLC0415

    console = Console(soft_wrap=True, highlight=False)
    for line in lines:
        console.print(Text.assemble(*((text, STYLES.get(style, "")) for text, style in line)))


def busy(text: str) -> AbstractContextManager[object]:
    """Show on a terminal's error stream that work goes on."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        return nullcontext()
    from rich.console import Console  # noqa: PLC0415  costs start-up, only terminals need it

    return Console(stderr=True).status(text)
