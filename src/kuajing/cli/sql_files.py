"""The texts that a person names: files, folders, standard input, each with the rule of the estate it lies in."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kuajing.cli.saying import refusal
from kuajing.source.encoding import Undecodable, decode
from kuajing.source.errors import InputErrors
from kuajing.source.location import Location
from kuajing.source.text import SourceText, Unread
from kuajing.source.workspace import Workspace

if TYPE_CHECKING:
    from kuajing.journey.declared_around import Declared
    from kuajing.model.declaration import SourceRule

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A text under the path by which a person may open it, or why it is not read.

    `is_named` says that somebody named this very file; `estate` and `rule` are what a declaration says of it.
    """

    text: SourceText | Unread
    is_named: bool
    estate: "Declared | None" = None
    rule: "SourceRule | None" = None


def texts_in(paths: tuple[str, ...], language: str) -> Iterator[Found]:
    """Each text in the files, folders and standard input named that may hold SQL, once.

    Raises Refused for a path that leads nowhere, and for a declaration with faults.
    """
    seen: set[Path] = set()
    for name in paths:
        if not name:  # an unset variable of a shell must not mean the folder at hand
            raise refusal("no_file", language, path="''")
        path = Path(name)
        if name == STANDARD_INPUT:
            yield Found(_standard_input(), is_named=True)
        elif not path.exists():
            raise refusal("no_file", language, path=name)
        else:
            estates = _estates(path, language)
            found = _folder(path, estates) if path.is_dir() else (_file(path, estates),)
            for real, one in found:
                if real not in seen:
                    seen.add(real)
                    yield one


def _estates(path: Path, language: str) -> "tuple[Declared, ...]":
    from kuajing.cli.journeys import refused  # noqa: PLC0415
    from kuajing.journey.declared_around import declared_around  # noqa: PLC0415  loads pydantic

    try:
        return declared_around(path.resolve())
    except InputErrors as errors:
        raise refused(errors, language) from errors


def _standard_input() -> SourceText | Unread:
    try:
        decoded = decode(sys.stdin.buffer.read())
    except Undecodable as refused:
        return Unread(Location(STANDARD_INPUT), refused.reason, refused.values)
    return SourceText(STANDARD_INPUT, decoded.text, decoded.encoding, decoded.doubtful, "")


def _file(path: Path, estates: "Iterable[Declared]") -> tuple[Path, Found]:
    real = path.resolve()
    estate = next((one for one in estates if real.is_relative_to(one.root)), None)
    rule = estate.rule(real) if estate else None
    text = Workspace(path.parent).read(path.name, rule.encoding if rule else None)
    return real, Found(_at(path.parent, text), is_named=True, estate=estate, rule=rule)


def _folder(folder: Path, estates: "tuple[Declared, ...]") -> Iterator[tuple[Path, Found]]:
    """The texts that may hold SQL by their names or by a rule, and those that are missed where they cannot be read."""
    from kuajing.readers.blocks import may_hold_sql, must_hold_sql  # noqa: PLC0415  loads sqlglot

    workspace = Workspace(folder)
    root = folder.resolve()
    seen = workspace.survey()
    for file in seen.files:
        real = root / file.path
        estate = next((one for one in estates if real.is_relative_to(one.root)), None)
        rule = estate.rule(real) if estate else None
        is_sql = rule is not None and rule.dialect is not None
        if (estate and estate.excludes(real)) or not (is_sql or may_hold_sql(file.path)):
            continue
        text = workspace.read(file.path, rule.encoding if rule else None)
        if isinstance(text, SourceText) or is_sql or must_hold_sql(file.path):
            yield real, Found(_at(folder, text), is_named=False, estate=estate, rule=rule)
    for one in seen.unread:
        if must_hold_sql(one.location.path):
            yield root / one.location.path, Found(_at(folder, one), is_named=False)


def _at(folder: Path, text: SourceText | Unread) -> SourceText | Unread:
    """The text under the path that leads to it from where the command stands."""
    under = PurePosixPath(folder.as_posix())
    if isinstance(text, Unread):
        shown = (under / text.location.path).as_posix()
        return Unread(Location(shown, text.location.line), text.reason, text.values)
    return replace(text, path=(under / text.path).as_posix())
