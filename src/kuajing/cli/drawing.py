"""`kuajing diagram`: the picture of where data goes."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePath

import click

from kuajing.cli.journeys import journey
from kuajing.cli.options import language_option, on_option, output_option, path_argument
from kuajing.cli.printing import write
from kuajing.cli.saying import Refused, refusal, said

OTHER_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".pdf", ".webp"})
"""Endings of pictures that this command does not write."""


@click.command("diagram")
@path_argument
@click.option(
    "--level",
    type=click.Choice(["jurisdiction", "system"]),
    default="system",
    show_default=True,
    help="What a box stands for 图的层级.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["svg", "dot", "mermaid"]),
    default="svg",
    show_default=True,
    help="Form of the picture 图的格式.",
)
@click.option(
    "--layout",
    type=click.Choice(["own", "dot"]),
    default="own",
    show_default=True,
    help="Who lays the svg out; dot needs Graphviz 布局程序.",
)
@click.option("--transfer", help="Bring out this transfer 突出显示的出境活动.")
@on_option
@language_option
@output_option
def diagram_command(
    path: Path, level: str, form: str, layout: str, transfer: str | None, on: date, language: str, output: str
) -> int:
    """Draw systems or jurisdictions and what goes between them 绘制数据流图."""
    from kuajing.reports import PICTURES, laid_out, picture  # noqa: PLC0415

    if PurePath(output).suffix.lower() in OTHER_PICTURES:
        raise refusal("no_such_picture", language, file=output)
    done, tables = journey(path, on, language)
    known = sorted(judgement.transfer.id for judgement in done.analysis.judgements)
    if transfer is not None and transfer not in known:
        raise _no_such(transfer, known, language)
    drawn = picture(done.analysis, level, language, transfer, tables.names)
    text = PICTURES[form](drawn)
    if form == "svg" and layout == "dot":
        laid = laid_out(PICTURES["dot"](drawn))
        if laid is None:
            click.echo(said("no_dot", language), err=True)
        else:
            text = laid
    write(text, output, language)
    return 0


def _no_such(transfer: str, known: list[str], language: str) -> Refused:
    if not known:
        return refusal("no_transfers", language, found=transfer)
    near = get_close_matches(transfer, known, n=3, cutoff=0.3) or known[:3]
    return refusal("no_such_transfer", language, found=transfer, near=", ".join(near))
