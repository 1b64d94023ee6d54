"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import click

from kuajing.messages import LANGUAGES

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The clock by which legal days are told; it has had no summer time since before any law applied here."""

Function = Callable[..., Any]


class Day(click.ParamType[date]):
    """A day as `2026-11-30`."""

    name = "DATE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or say what form is wanted."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is no date; write it as 2026-11-30 日期写作 2026-11-30", param, ctx)


def today() -> date:
    """The day in Shanghai."""
    return datetime.now(SHANGHAI).date()


def default_language() -> str:
    """The language of the reader: KUAJING_LANG, else the locale, else English."""
    said = os.environ.get("KUAJING_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return next((language for language in LANGUAGES if said.lower().startswith(language)), "en")


def path_argument(function: Function) -> Function:
    """The folder to read; the one the command stands in by default."""
    kind = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.argument("path", type=kind, default=".")(function)


def path_option(function: Function) -> Function:
    """The folder to read, where the argument is something else."""
    kind = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option("--in", "path", type=kind, default=".", help="The folder to read 读取的文件夹.")(
        function
    )


def on_option(function: Function) -> Function:
    """The day whose law applies."""
    return click.option(
        "--on",
        type=Day(),
        default=today,
        help="Judge by the law of this day (default: today in Shanghai) 以该日有效的法律判断.",
    )(function)


def language_option(*, both: bool) -> Callable[[Function], Function]:
    """The language of the answer; `both` where a report can speak two at once."""
    words = [*LANGUAGES, "both"] if both else list(LANGUAGES)
    return click.option(
        "--lang",
        "language",
        type=click.Choice(words),
        default=default_language,
        help="Language of the answer 输出语言.",
    )


def output_option(function: Function) -> Function:
    """Where the result goes."""
    return click.option(
        "--output",
        "-o",
        type=click.Path(dir_okay=False),
        default="-",
        help="File to write, - for standard output 输出文件.",
    )(function)
