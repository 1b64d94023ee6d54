"""Formats and the files they go to, for the commands that may write several at once."""

from collections.abc import Callable
from typing import Any

import click

from kuajing.cli.printing import STANDARD_OUTPUT
from kuajing.cli.saying import refusal

Function = Callable[..., Any]


def format_options(
    names: tuple[str, ...], text: str = "Form of the result", metavar: str | None = None
) -> Callable[[Function], Function]:
    """The options `--format` and `--output`, both of which may repeat."""

    def decorated(function: Function) -> Function:
        outputs = click.option(
            "--output",
            "-o",
            "outputs",
            multiple=True,
            metavar="FILE",
            help="File for the format at the same place, - for standard output 输出文件，可重复.",
        )
        formats = click.option(
            "--format",
            "formats",
            type=click.Choice(names),
            multiple=True,
            metavar=metavar,
            help=f"{text}; may repeat 输出格式，可重复.",
        )
        return formats(outputs(function))

    return decorated


def pairs(formats: tuple[str, ...], outputs: tuple[str, ...], language: str) -> list[tuple[str, str]]:
    """Each format with the output that stands at the same place; what is left goes to standard output."""
    if len(outputs) > len(formats):
        raise refusal("more_outputs", language)
    found = list(zip(formats, (*outputs, *[STANDARD_OUTPUT] * (len(formats) - len(outputs))), strict=True))
    if sum(output == STANDARD_OUTPUT for _, output in found) > 1:
        raise refusal("one_standard_output", language)
    return found
