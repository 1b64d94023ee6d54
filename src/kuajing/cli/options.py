"""Options that several commands share."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import click

from kuajing.cli.saying import BOTH, default_language, language_of, refusal
from kuajing.messages import LANGUAGES

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The clock by which legal days are told; it has had no summer time since before any law applied here."""

Function = Callable[..., Any]


class Day(click.ParamType[date]):
    """A day as `2026-11-30`."""

    name = "DATE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or say what form is wanted."""
        del param
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise refusal("no_date", language_of(ctx), found=str(value)) from None


class Folder(click.ParamType[Path]):
    """A folder, which must be there unless it may be a new one."""

    name = "FOLDER"

    def __init__(self, *, may_be_new: bool = False) -> None:
        self.may_be_new = may_be_new

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path of the folder, or what stands there instead."""
        del param
        path = Path(str(value))
        if path.is_dir() or (self.may_be_new and not path.exists()):
            return path
        if path.exists():
            held_in = str(path.parent)
            raise refusal("not_a_folder", language_of(ctx), path=str(value), folder=held_in)
        raise refusal("no_folder", language_of(ctx), path=str(value))


def today() -> date:
    """The day in Shanghai."""
    return datetime.now(SHANGHAI).date()


def path_argument(function: Function) -> Function:
    """The folder to read; the one the command stands in by default."""
    return click.argument("path", type=Folder(), default=".", metavar="[FOLDER]")(function)


def path_option(function: Function) -> Function:
    """The folder to read, where the argument is something else."""
    text = "The folder to read (default: this one) 读取的文件夹."
    return click.option("--in", "path", type=Folder(), default=".", help=text)(function)


def on_option(function: Function) -> Function:
    """The day whose law applies."""
    return click.option(
        "--on",
        type=Day(),
        default=today,
        help="Judge by the law of this day (default: today in Shanghai) 以该日有效的法律判断.",
    )(function)


def form_option(about: str) -> Callable[[Function], Function]:
    """Whether the result is for people or for programs; `about` says of what."""
    return click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=about)


def language_option(function: Function) -> Function:
    """The language of the answer; read before all else, so that a fault of another option is told in it."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice([*LANGUAGES, BOTH]),
        default=default_language,
        is_eager=True,
        help="Language of the answer (default: KUAJING_LANG, else the locale) 输出语言.",
    )(function)


def output_option(function: Function) -> Function:
    """Where the result goes."""
    return click.option(
        "--output",
        "-o",
        metavar="FILE",
        default="-",
        help="File to write, - for standard output 输出文件.",
    )(function)
