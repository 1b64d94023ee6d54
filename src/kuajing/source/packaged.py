"""The law, the vocabulary and the regions that are shipped inside the package as data."""

import os
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Node

RULES = "kuajing.rules"
"""The package that holds the law, the vocabulary and the regions."""


def packaged_text(path: str, package: str = RULES) -> str:
    """The text of a file under `rules/`, or in another package, by its path from there with forward slashes."""
    return files(package).joinpath(*path.split("/")).read_text(encoding="utf-8")


def packaged_digest(folder: str, ending: str, *, but: str, package: str = RULES) -> str | None:
    """A digest of the names and bytes of all files beneath a folder whose names end so, `but` not with this ending.

    None where the package is no folder on a disk.
    """
    start = os.path.join(str(files(package)), folder)  # noqa: PTH118  pathlib would cost as much as all reading
    digest = sha256()
    try:
        for path in _on_disk(start):
            if path.endswith(ending) and not path.endswith(but):
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123
                    digest.update(path[len(start) :].encode() + b"\0" + file.read() + b"\0")
    except OSError:
        return None
    return digest.hexdigest()


def _on_disk(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _on_disk(entry.path)
        else:
            yield entry.path


def packaged_yaml(path: str) -> Node:
    """The one document of a YAML file under `rules/`; raises InputErrors, also where it holds none or several."""
    from kuajing.source.yaml_text import parse_yaml  # noqa: PLC0415  what is compiled is had without the YAML library

    documents = parse_yaml(f"rules/{path}", packaged_text(path))
    if len(documents) != 1:
        count = (("count", str(len(documents))),)
        raise InputErrors([InputError(Location(f"rules/{path}"), "input_errors.yaml_documents", count)])
    return documents[0]


def packaged_files(folder: str, ending: str) -> tuple[str, ...]:
    """The paths under `rules/` of all files beneath a folder whose name ends so, sorted."""
    start = files(RULES).joinpath(*[part for part in folder.split("/") if part])
    return tuple(sorted(_beneath(start, folder.strip("/"), ending)))


def _beneath(folder: Traversable, path: str, ending: str) -> list[str]:
    found: list[str] = []
    for entry in folder.iterdir():
        below = f"{path}/{entry.name}" if path else entry.name
        if entry.is_dir():
            found += _beneath(entry, below, ending)
        elif entry.name.endswith(ending):
            found.append(below)
    return found


def stamp_of(package: str) -> str:
    """A digest of the code of a package: it changes with every change there, whatever the version says."""
    start = files(package)
    digest = sha256()
    for path in sorted(_beneath(start, "", ".py")):
        digest.update(path.encode() + b"\0" + start.joinpath(*path.split("/")).read_bytes() + b"\0")
    return digest.hexdigest()
