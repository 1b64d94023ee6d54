"""`kuajing export`: a whole estate in the format of another tool."""

from datetime import date
from pathlib import Path

import click

from kuajing.cli.journeys import journey
from kuajing.cli.options import language_option, on_option, output_option, path_argument
from kuajing.cli.printing import write


@click.command("export")
@click.argument("form", type=click.Choice(["openlineage"]), metavar="FORM")
@path_argument
@on_option
@language_option
@output_option
def export_command(form: str, path: Path, on: date, language: str, output: str) -> int:
    """Hand a whole estate on in the format of another tool 导出数据流图.

    FORM is openlineage: run events as JSON lines, one for all that one source moves into one dataset, with columns,
    categories and jurisdictions. The day of the events is that of --on.
    """
    from kuajing.reports import EXPORTS  # noqa: PLC0415

    done, _ = journey(path, on, language)
    write(EXPORTS[form](done.analysis), output, language)
    return 0
