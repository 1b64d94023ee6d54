"""`kuajing where` and `kuajing whence`: where data goes, and where it comes from."""

from datetime import date
from pathlib import Path

import click

from kuajing.cli.journeys import journey
from kuajing.cli.options import language_option, on_option, output_option, path_option
from kuajing.cli.printing import write
from kuajing.cli.saying import refusal


@click.command("where")
@click.argument("what")
@path_option
@on_option
@language_option
@output_option
def where_command(what: str, path: Path, on: date, language: str, output: str) -> int:
    """Say where WHAT goes: a category, column, dataset, system or recipient's data 数据去向."""
    return _ask(what, path, on, language, output, forward=True)


@click.command("whence")
@click.argument("what")
@path_option
@on_option
@language_option
@output_option
def whence_command(what: str, path: Path, on: date, language: str, output: str) -> int:
    """Say where WHAT comes from: a column, dataset, system, recipient or jurisdiction 数据来源."""
    return _ask(what, path, on, language, output, forward=False)


def _ask(what: str, path: Path, on: date, language: str, output: str, *, forward: bool) -> int:
    from kuajing.journey.asking import Unmet, ask  # noqa: PLC0415  loads numpy
    from kuajing.reports import reach_text  # noqa: PLC0415

    done, tables = journey(path, on, language)
    answer = ask(done, tables.vocabulary, what, forward=forward)
    if isinstance(answer, Unmet):
        if answer.nearest:
            raise refusal("nothing_called_near", language, what=what, near=", ".join(answer.nearest))
        raise refusal("nothing_called", language, what=what)
    write(reach_text(answer, what, language, forward=forward), output, language)
    return 0
