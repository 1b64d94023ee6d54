"""The files of an organisation's own rules, read from the folders that the declaration names and from nowhere else."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location
from kuajing.source.paths import parts_inside
from kuajing.source.survey import Survey
from kuajing.source.text import SourceText, Unread
from kuajing.source.workspace import Workspace

_YAML = frozenset({".yaml", ".yml"})
_OF_RULES = re.compile(r"instrument\.yaml|conditions\.yaml|article-[^/]+(?<!\.cases)\.yaml")


def policy_files(
    workspace: Workspace, seen: Survey, folders: Iterable[tuple[str, Location]]
) -> tuple[SourceText, ...]:
    """The texts of all rules, sorted by path.

    Raises InputErrors for a folder that holds none or lies behind a link, and for a file in it that is none of theirs:
    a rule that is not read is never passed over.
    """
    texts: dict[str, SourceText] = {}
    errors: list[InputError] = []
    for folder, place in folders:
        inside = "/".join(parts_inside(folder) or ())
        if not inside:
            errors.append(_problem(place, "root", folder=folder))
        elif any(_is_beneath(inside, one.location.path) for one in seen.unread):
            errors.append(_problem(place, "link", folder=folder))
        else:
            texts |= _rules(workspace, seen, _Folder(inside, folder, place), errors)
    return _in_order(texts, errors)


def policy_files_in(folder: Path) -> tuple[SourceText, ...]:
    """The texts of all rules in a folder that is named by itself, without an estate around it; raises InputErrors."""
    workspace = Workspace(folder)
    name = folder.as_posix()
    errors: list[InputError] = []
    texts = _rules(workspace, workspace.survey(), _Folder("", name, Location(name)), errors)
    return _in_order(texts, errors)


class _Folder(NamedTuple):
    """A folder of rules from the root, as it was named, and where that was."""

    inside: str
    named: str
    place: Location


def _rules(
    workspace: Workspace, seen: Survey, folder: _Folder, errors: list[InputError]
) -> dict[str, SourceText]:
    """The texts in one folder by path, and whatever keeps one from being read among the errors."""
    texts: dict[str, SourceText] = {}
    unread = [one for one in seen.unread if _is_beneath(one.location.path, folder.inside)]
    paths = [file.path for file in seen.files if _is_beneath(file.path, folder.inside)]
    rules = [path for path in paths if PurePosixPath(path).suffix.lower() in _YAML]
    if not rules and not unread:
        errors.append(_problem(folder.place, "empty", folder=folder.named))
    errors += map(_unread, unread)
    for path in rules:
        found = workspace.read(path)
        if not _OF_RULES.fullmatch(PurePosixPath(path).name):
            errors.append(_problem(Location(path), "file", folder=folder.named))
        elif isinstance(found, SourceText):
            texts[path] = found
        else:
            errors.append(_unread(found))
    return texts


def _in_order(texts: dict[str, SourceText], errors: list[InputError]) -> tuple[SourceText, ...]:
    if errors:
        raise InputErrors(dict.fromkeys(errors))
    return tuple(texts[path] for path in sorted(texts))


def _is_beneath(path: str, folder: str) -> bool:
    """Whether a path is a folder, or lies in it; everything lies in the root."""
    return not folder or path == folder or path.startswith(f"{folder}/")


def _unread(one: Unread) -> InputError:
    return _problem(one.location, "unread", why=one.reason, **dict(one.values))


def _problem(place: Location, name: str, **values: str) -> InputError:
    return InputError(place, f"policies.{name}", tuple(sorted(values.items())))
