"""`kuajing init`: a working start, or a proposal made from the files found."""

from pathlib import Path

import click

from kuajing.cli.journeys import journey
from kuajing.cli.options import Folder, language_option, today
from kuajing.cli.printing import write
from kuajing.cli.saying import refusal, said


@click.command("init")
@click.argument("path", type=Folder(may_be_new=True), default=".", metavar="[FOLDER]")
@click.option(
    "--from",
    "found",
    type=Folder(),
    help="Propose a declaration from the files in this folder 根据该文件夹中的文件生成建议.",
)
@language_option
def init_command(path: Path, found: Path | None, language: str) -> int:
    """Write a small estate with one planted unapproved exit, or a proposal from what files show 初始化.

    Nothing that exists is overwritten.
    """
    files, told = (_start(), "") if found is None else _proposal(found, language)
    taken = [name for name, text in files if not _may_stand(path / name, text)]
    if taken:
        raise refusal("taken", language, files=", ".join(sorted(taken)))
    for name, text in files:
        _write(path / name, text, language)
    if told:
        click.echo(told, err=True)
    names = ", ".join(str(path / name) for name, _ in files)
    beside = path.resolve() if found is None else found.resolve()
    key, folder = ("start_written", path) if beside == path.resolve() else ("written_apart", beside)
    click.echo(said(key, language, files=names, folder=str(folder)), err=True)
    return 0


def _start() -> tuple[tuple[str, str], ...]:
    from kuajing.readers.declaration import write_start  # noqa: PLC0415  loads pydantic

    return write_start()


def _proposal(found: Path, language: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The files of a proposal, and what to say of it: how many exits it suspects and how much it asks."""
    from kuajing.readers.declaration import SCHEMA_PATH, propose, schema_text  # noqa: PLC0415  loads pydantic

    done, _ = journey(found, today(), language)
    proposal = propose(done.analysis)
    counts = {"exits": str(proposal.exits), "questions": str(proposal.questions)}
    files = (("flows/estate.yaml", proposal.text), (SCHEMA_PATH, schema_text()))
    return files, said("proposed", language, **counts)


def _may_stand(path: Path, text: str) -> bool:
    """Whether nothing would be lost by writing `text` there."""
    if not path.exists() and not path.is_symlink():
        return True
    return path.suffix == ".json" or (path.is_file() and path.read_bytes() == text.encode())


def _write(path: Path, text: str, language: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise refusal("cannot_write", language, file=str(path), problem=problem) from error
    write(text, str(path), language)
