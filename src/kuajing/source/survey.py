"""A walk over all that lies under a root: what is a file, what is passed over, what cannot be read."""

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from kuajing.source.globs import matches, matches_any
from kuajing.source.location import Location
from kuajing.source.text import FoundFile, Unread

PASSED_OVER = (
    ".git",
    ".hg",
    ".svn",
    ".idea",
    ".gradle",
    ".mypy_cache",
    ".nox",
    ".pytest_cache",
    ".ruff_cache",
    ".tox",
    ".venv",
    "__pycache__",
    "build",
    "dist",
    "node_modules",
    "target",
    "venv",
)
"""Folders that hold copies, caches and products rather than sources; each one met is listed."""

OPENED = frozenset({"build", "dist", "node_modules", "target", "venv"})
"""Those of them whose name may be that of a folder of sources: what a declared path names in them is read."""

_WILDCARD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Survey:
    """All that a walk met, each sorted by path: files to read, what was passed over, what cannot be read."""

    files: tuple[FoundFile, ...]
    passed_over: tuple[Unread, ...]
    unread: tuple[Unread, ...]


def survey(root: Path, exclude: tuple[str, ...] = (), declared: tuple[str, ...] = ()) -> Survey:
    """What lies under `root`, an existing folder; links are never followed.

    What a glob of `declared` names is found in folders of products too.
    """
    walk = _Walk(root, exclude, declared)
    while walk.folders:
        walk.look_into(walk.folders.pop())
    return Survey(tuple(sorted(walk.files)), tuple(sorted(walk.passed_over)), tuple(sorted(walk.unread)))


class _Walk:
    """The state of one walk; a stack of folders instead of recursion, so depth costs nothing."""

    def __init__(
        self,
        root: Path | str,
        exclude: tuple[str, ...],
        declared: tuple[str, ...],
        opened: frozenset[str] = frozenset(),
    ) -> None:
        self.root = os.path.realpath(root)
        self.exclude = exclude
        self.declared = declared
        self.opened = opened
        self.folders = [""]
        self.files: list[FoundFile] = []
        self.passed_over: list[Unread] = []
        self.unread: list[Unread] = []

    def look_into(self, folder: str) -> None:
        try:
            with os.scandir(os.path.join(self.root, folder)) as entries:  # noqa: PTH118  names that are no UTF-8 are kept
                for entry in entries:
                    self._meet(entry, f"{folder}/{entry.name}" if folder else entry.name)
        except OSError as error:
            self._cannot(folder or ".", "unread.folder", ("problem", _problem(error)))

    def _meet(self, entry: "os.DirEntry[str]", path: str) -> None:
        if not _is_sayable(entry.name):
            shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            self._cannot(shown, "unread.name")
            return
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError as error:
            self._cannot(path, "unread.file", ("problem", _problem(error)))
            return
        self._sort(path, entry.name, status)

    def _sort(self, path: str, name: str, status: os.stat_result) -> None:
        is_folder = stat.S_ISDIR(status.st_mode)
        if matches_any(path, self.exclude) or (is_folder and self._all_beneath_excluded(path)):
            self.passed_over.append(Unread(Location(path), "unread.excluded"))
        elif is_folder and name in PASSED_OVER and name not in self.opened:
            if name in OPENED and self._meets_declared(path):
                return
            self.passed_over.append(Unread(Location(path), "unread.folder_by_rule", (("name", name),)))
        elif is_folder:
            self.folders.append(path)
        elif stat.S_ISREG(status.st_mode):
            self.files.append(FoundFile(path, status.st_size))
        elif stat.S_ISLNK(status.st_mode):
            self._cannot(path, *_link(self.root, path))
        else:
            self._cannot(path, "unread.special")

    def _meets_declared(self, folder: str) -> bool:
        """Whether a declared path names something in a folder of products; if so it is met, and nothing else there."""
        wanted = tuple(pattern for pattern in self.declared if _may_lead_into(folder, pattern))
        if not wanted:
            return False
        inside = _Walk(self.root, self.exclude, (), OPENED)
        inside.folders = [folder]
        while inside.folders:
            inside.look_into(inside.folders.pop())
        files = [file for file in inside.files if matches_any(file.path, wanted)]
        unread = [one for one in inside.unread if matches_any(one.location.path, wanted)]
        self.files += files
        self.unread += unread
        self.passed_over += inside.passed_over if files or unread else ()
        return bool(files or unread)

    def _all_beneath_excluded(self, folder: str) -> bool:
        return any(
            matches(folder, pattern.removesuffix("/**").removesuffix("/"))
            for pattern in self.exclude
            if pattern.endswith(("/", "/**"))
        )

    def _cannot(self, path: str, reason: str, *values: tuple[str, str]) -> None:
        self.unread.append(Unread(Location(path), reason, values))


def _may_lead_into(folder: str, pattern: str) -> bool:
    """Whether what a pattern says before its first wildcard agrees with a folder: others cost no walk."""
    said = takewhile(
        lambda part: not _WILDCARD.search(part),
        (part for part in pattern.split("/") if part not in {"", "."}),
    )
    return all(part == here for part, here in zip(said, folder.split("/"), strict=False))


def _is_sayable(name: str) -> bool:
    """Whether a name can be written in one line of text: no byte that is not UTF-8, no control character."""
    return not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in name)


def _link(root: str, path: str) -> tuple[str] | tuple[str, tuple[str, str]]:
    """The reason for a link: what it points at is read under its own path, or lies elsewhere, or is gone."""
    try:
        target = os.path.realpath(os.path.join(root, path), strict=True)  # noqa: PTH118  names that are no UTF-8 are kept
    except OSError:
        return ("unread.link_broken",)
    if target == root or not target.startswith(root.rstrip(os.sep) + os.sep):
        return ("unread.link_outside",)
    return ("unread.link_inside", ("target", os.path.relpath(target, root).replace(os.sep, "/")))


def _problem(error: OSError) -> str:
    return error.strerror or type(error).__name__
