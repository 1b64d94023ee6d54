"""Running the journey for a command: input errors told all at once, in the reader's language."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kuajing.cli.printing import busy
from kuajing.cli.remembering import remembering_facts
from kuajing.cli.saying import BOTH, Refused, refusal, said
from kuajing.messages import LANGUAGES
from kuajing.source.errors import InputErrors

if TYPE_CHECKING:
    from kuajing.journey.analyse import Journey, Tables


_LAST = date(2100, 1, 1)
"""Days from here on are no days that anybody means, and clocks that run from them leave the calendar."""


def journey(
    path: Path, on: date, language: str, cache: str | None = None, *, no_cache: bool = False
) -> "tuple[Journey, Tables]":
    """The analysis of a folder on a day, with its graph and the tables used.

    Raises Refused with every fault of the declaration, or where several estates stand there.
    """
    from kuajing.journey.analyse import analyse, load_tables  # noqa: PLC0415  loads numpy, pydantic and sqlglot
    from kuajing.journey.gather import gather  # noqa: PLC0415
    from kuajing.journey.policies import policy_names  # noqa: PLC0415

    several = estates_in(path)
    if len(several) > 1:
        raise Refused(said("several_estates", language, folders=", ".join(map(str, several))))
    try:
        with busy(language), remembering_facts(cache, no_cache=no_cache) as kept:
            tables = load_tables()
            if not tables.book.covered_from <= on < _LAST:
                days = {"first": tables.book.covered_from.isoformat(), "day": on.isoformat()}
                raise refusal("day_not_covered", language, **days)
            remembered, facts = kept if kept is not None else (None, None)
            gathered = gather(several[0], facts)
            done = analyse(gathered, tables, on, remembered.read if remembered else None, facts)
            tables = replace(tables, names={**tables.names, **policy_names(done.analysis)})
    except InputErrors as errors:
        raise refused(errors, language) from errors
    if gathered.is_empty:
        click.echo(said("nothing_read", language, path=str(path)), err=True)
    return done, tables


def estates_in(path: Path) -> tuple[Path, ...]:
    """The estates under a folder, each of which is analysed by itself; usually the folder alone."""
    from kuajing.journey.estates import estates  # noqa: PLC0415  loads pydantic

    return estates(path)


def refused(errors: InputErrors, language: str) -> Refused:
    """The refusal that tells every fault of an input, each with its place."""
    from kuajing.messages.errors_text import error_text  # noqa: PLC0415  only errors need it

    languages = LANGUAGES if language == BOTH else (language,)
    return Refused("\n\n".join(error_text(error, one) for error in errors.errors for one in languages))
