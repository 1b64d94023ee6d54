"""Running the journey for a command: input errors told all at once, in the reader's language."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kuajing.cli.printing import busy
from kuajing.cli.saying import BOTH, Refused, said
from kuajing.messages import LANGUAGES
from kuajing.source.errors import InputErrors

if TYPE_CHECKING:
    from kuajing.journey.analyse import Journey, Tables


def journey(path: Path, on: date, language: str) -> "tuple[Journey, Tables]":
    """The analysis of a folder on a day, with its graph and the tables used.

    Raises Refused with every fault of the declaration.
    """
    from kuajing.journey.analyse import analyse, load_tables  # noqa: PLC0415  loads numpy, pydantic and sqlglot
    from kuajing.journey.gather import gather  # noqa: PLC0415

    try:
        with busy(language):
            tables = load_tables()
            gathered = gather(path)
            done = analyse(gathered, tables, on)
    except InputErrors as errors:
        raise _refused(errors, language) from errors
    if gathered.is_empty:
        click.echo(said("nothing_read", language, path=str(path)), err=True)
    return done, tables


def _refused(errors: InputErrors, language: str) -> Refused:
    from kuajing.messages.errors_text import error_text  # noqa: PLC0415  only errors need it

    languages = LANGUAGES if language == BOTH else (language,)
    return Refused("\n\n".join(error_text(error, one) for error in errors.errors for one in languages))
