"""The SQL that a person names: files, folders, standard input."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kuajing.cli.saying import refusal
from kuajing.source.encoding import Undecodable, decode
from kuajing.source.location import Location
from kuajing.source.text import SourceText, Unread
from kuajing.source.workspace import Workspace

if TYPE_CHECKING:
    from kuajing.readers.blocks import Block

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A block of SQL and the path of its file as a person may open it."""

    path: str
    block: "Block"


def sql_in(paths: tuple[str, ...], dialect: str | None, language: str) -> Iterator[Found | Unread]:
    """Each block of SQL in the files, folders and standard input named, or why a file is not read.

    A file that is named is read whatever it is called; of a folder, what a reader knows. Raises Refused for a
    path that leads nowhere.
    """
    from kuajing.readers.blocks import blocks_of  # noqa: PLC0415  loads sqlglot

    for text, is_named in _texts(paths, language):
        if isinstance(text, Unread):
            yield text
            continue
        for block in blocks_of(text, dialect, is_sql=is_named):
            yield Found(text.path, block)


def _texts(paths: tuple[str, ...], language: str) -> Iterator[tuple[SourceText | Unread, bool]]:
    for name in paths:
        path = Path(name)
        if name == STANDARD_INPUT:
            yield _standard_input(), True
        elif path.is_dir():
            yield from ((text, False) for text in _folder(path))
        elif path.exists():
            yield _at(path.parent, Workspace(path.parent).read(path.name)), True
        else:
            raise refusal("no_file", language, path=name)


def _standard_input() -> SourceText | Unread:
    try:
        decoded = decode(sys.stdin.buffer.read())
    except Undecodable as refused:
        return Unread(Location(STANDARD_INPUT), refused.reason, refused.values)
    return SourceText(STANDARD_INPUT, decoded.text, decoded.encoding, decoded.doubtful, "")


def _folder(folder: Path) -> Iterator[SourceText | Unread]:
    """The texts that a reader knows by their names, and those of them that cannot be read."""
    from kuajing.readers.sql import recognises  # noqa: PLC0415  loads sqlglot

    workspace = Workspace(folder)
    seen = workspace.survey()
    for file in seen.files:
        if recognises(file.path, ""):
            yield _at(folder, workspace.read(file.path))
    for one in seen.unread:
        if recognises(one.location.path, ""):
            yield _at(folder, one)


def _at(folder: Path, text: SourceText | Unread) -> SourceText | Unread:
    """The text under the path that leads to it from where the command stands."""
    if isinstance(text, Unread):
        shown = (PurePosixPath(folder.as_posix()) / text.location.path).as_posix()
        return Unread(Location(shown, text.location.line), text.reason, text.values)
    shown = (PurePosixPath(folder.as_posix()) / text.path).as_posix()
    return SourceText(shown, text.text, text.encoding, text.doubtful, text.digest)
