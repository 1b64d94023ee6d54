"""`kuajing init`: a working start, or a proposal made from the files found."""

from pathlib import Path

import click

from kuajing.cli.journeys import journey
from kuajing.cli.options import language_option, path_argument, today
from kuajing.cli.printing import write


@click.command("init")
@path_argument
@click.option(
    "--from",
    "found",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Propose a declaration from the files in this folder 根据该文件夹中的文件生成建议.",
)
@language_option(both=False)
def init_command(path: Path, found: Path | None, language: str) -> int:
    """Write a small estate with one planted unapproved exit, or a proposal from what files show 初始化.

    Nothing that exists is overwritten.
    """
    from kuajing.readers.declaration import SCHEMA_PATH, propose, schema_text, write_start  # noqa: PLC0415

    if found is None:
        files = write_start()
    else:
        done, _ = journey(found, today(), language)
        estate = done.analysis.estate
        proposal = propose(estate.datasets, estate.systems, done.analysis.labelling)
        files = (("flows/estate.yaml", proposal), (SCHEMA_PATH, schema_text()))
    taken = sorted(name for name, _ in files if (path / name).exists() and not name.endswith(".schema.json"))
    if taken:
        raise click.UsageError(f"already there, left as it is 已存在，未改动: {', '.join(taken)}")
    for name, text in files:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        write(text, str(path / name))
        click.echo(str(path / name), err=True)
    return 0
