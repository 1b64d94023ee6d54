"""`kuajing check`: findings, and the exit code that a build hangs on."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kuajing.cli.formats import format_options, pairs
from kuajing.cli.journeys import estates_in, journey
from kuajing.cli.options import language_option, on_option, path_argument
from kuajing.cli.printing import STANDARD_OUTPUT, is_coloured, write, write_coloured
from kuajing.cli.remembering import cache_options

if TYPE_CHECKING:
    from kuajing.model.analysis import Analysis

FORMATS = ("text", "json", "sarif")
LEVELS = ("report", "warn", "block")
FOUND, OPEN = 1, 3


@click.command("check")
@path_argument
@format_options(FORMATS)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    default="block",
    show_default=True,
    help="Level from which findings fail the build 使构建失败的级别.",
)
@cache_options
@on_option
@language_option
def check_command(
    path: Path,
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    fail_on: str,
    cache: str | None,
    on: date,
    language: str,
    *,
    no_cache: bool,
) -> int:
    """Find transfers that are not shown to be in order 检查出境活动.

    Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 bad command line or declaration; 3 no violation, but
    coverage below a declared floor or an undetermined crossing; 4 internal error; 130 interrupted.
    """
    wanted = pairs(formats or ("text",), outputs, language)
    several = estates_in(path)
    if len(several) > 1 and wanted == [("text", STANDARD_OUTPUT)]:
        return _gravest(
            [_check_one_of_several(root, fail_on, on, language, cache, no_cache=no_cache) for root in several]
        )
    done, tables = journey(path, on, language, cache, no_cache=no_cache)
    for form, output in wanted:
        _write(done.analysis, tables.names, form, output, language)
    return exit_code(done.analysis, fail_on)


def _check_one_of_several(
    root: Path, fail_on: str, on: date, language: str, cache: str | None, *, no_cache: bool
) -> int:
    write(f"== {root.as_posix()}\n\n", STANDARD_OUTPUT, language)
    done, tables = journey(root, on, language, cache, no_cache=no_cache)
    _write(done.analysis, tables.names, "text", STANDARD_OUTPUT, language)
    write("\n", STANDARD_OUTPUT, language)
    return exit_code(done.analysis, fail_on)


def _gravest(codes: list[int]) -> int:
    return FOUND if FOUND in codes else max(codes)


def _write(
    analysis: "Analysis", names: Mapping[str, tuple[str, str]], form: str, output: str, language: str
) -> None:
    from kuajing.reports import REPORTS, text_lines  # noqa: PLC0415  only this command renders

    if form == "text" and output == STANDARD_OUTPUT and is_coloured():
        write_coloured(text_lines(analysis, language, names), language)
    else:
        write(REPORTS[form](analysis, language, names), output, language)


def exit_code(analysis: "Analysis", fail_on: str) -> int:
    """The code that the command leaves with; findings win over open questions."""
    from kuajing.checks import LEAVES_OPEN  # noqa: PLC0415  loaded with the journey

    counted = [finding for finding in analysis.findings if not finding.accepted]
    if any(LEVELS.index(finding.level.value) >= LEVELS.index(fail_on) for finding in counted):
        return FOUND
    return OPEN if any(finding.check in LEAVES_OPEN for finding in counted) else 0
