"""Running the journey for a command: input errors told all at once, in the reader's language."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kuajing.cli.printing import busy
from kuajing.source.errors import InputErrors

if TYPE_CHECKING:
    from kuajing.journey.analyse import Journey, Tables


class Refused(click.ClickException):
    """Input that cannot be used; every fault is told."""

    exit_code = 2

    def __init__(self, errors: InputErrors, language: str) -> None:
        from kuajing.messages.errors_text import error_text  # noqa: PLC0415  only errors need it

        languages = ("en", "zh") if language == "both" else (language,)
        super().__init__("\n\n".join(error_text(error, one) for error in errors.errors for one in languages))

    def show(self, file: object = None) -> None:
        """Print the faults alone: each line says its place, so no heading is needed."""
        del file
        click.echo(self.message, err=True)


def journey(path: Path, on: date, language: str) -> "tuple[Journey, Tables]":
    """The analysis of a folder on a day, with its graph and the tables used."""
    from kuajing.journey.analyse import analyse, load_tables  # noqa: PLC0415  loads numpy, pydantic and sqlglot
    from kuajing.journey.gather import gather  # noqa: PLC0415

    try:
        with busy("kuajing"):
            tables = load_tables()
            return analyse(gather(path), tables, on), tables
    except InputErrors as errors:
        raise Refused(errors, language) from errors
