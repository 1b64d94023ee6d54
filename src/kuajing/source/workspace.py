"""The files under one root: found, matched by pattern, and read safely."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kuajing.source.encoding import Undecodable, decode
from kuajing.source.globs import matches_any
from kuajing.source.location import Location
from kuajing.source.paths import parts_inside
from kuajing.source.survey import Survey, survey
from kuajing.source.text import FoundFile, SourceText, Unread

LARGEST_FILE = 50_000_000
"""Bytes of the largest file that is read; a larger one is almost always a dump of rows."""

# At either end of a file that cannot be read; what a file is about stands near its beginning or its end.
_LOOKED_AT = 4_000_000

# Absent on systems that lack the notion; there the check of the resolved path stands alone.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0)
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Workspace:
    """All text under a folder; nothing outside it is ever opened.

    `exclude` holds globs from the root; `largest` is the size in bytes above which a file is not read; `declared`
    holds globs of files that are read even in folders of products.
    """

    root: Path
    exclude: tuple[str, ...] = ()
    largest: int = LARGEST_FILE
    declared: tuple[str, ...] = ()

    def survey(self) -> Survey:
        """What lies under the root: files, what was passed over, and what cannot be read."""
        return survey(self.root, self.exclude, self.declared)

    def files(self) -> tuple[FoundFile, ...]:
        """All regular files that no rule or `exclude` passes over, sorted by path."""
        return self.survey().files

    def within(self, folder: str) -> "Workspace | None":
        """The workspace of a folder directly under the root; None where there is none, or a link."""
        found = self.root / folder
        return Workspace(found) if found.is_dir() and not found.is_symlink() else None

    def names(self) -> tuple[str, ...]:
        """The names of the regular files that lie directly under the root, sorted; none where it cannot be listed."""
        try:
            with os.scandir(self.root) as found:
                return tuple(sorted(one.name for one in found if one.is_file(follow_symlinks=False)))
        except OSError:
            return ()

    def glob(self, patterns: Iterable[str]) -> tuple[FoundFile, ...]:
        """The files whose path fits one of the patterns, sorted by path; a pattern never leads out of the root."""
        wanted = tuple(patterns)
        return tuple(file for file in self.files() if matches_any(file.path, wanted))

    def read(self, path: str, declared: str | None = None) -> SourceText | Unread:
        """The text of a file by its path from the root, or why it cannot be had.

        `declared` names the encoding where somebody has stated one.
        """
        parts = parts_inside(path)
        if not parts:
            return Unread(Location(path), "unread.outside_root")
        place = "/".join(parts)
        try:
            data = self._bytes(parts)
        except FileNotFoundError:
            return Unread(Location(place), "unread.missing")
        except OSError as error:
            return Unread(
                Location(place), "unread.file", (("problem", error.strerror or type(error).__name__),)
            )
        if isinstance(data, _Refusal):
            return Unread(Location(place), data.reason, data.values)
        return _text(place, data, declared)

    def holds(self, path: str, words: Iterable[str]) -> bool:
        """Whether all the words, of ASCII letters, stand in a file that may be no text; only its ends are looked at.

        Zero bytes are passed over, so text of two bytes a letter is seen as well.
        """
        parts = parts_inside(path)
        try:
            handle = _opened(Path(os.path.realpath(self.root)), parts) if parts else None
        except OSError:
            return False
        if not isinstance(handle, int):
            return False
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return False
            data = file.read(_LOOKED_AT)
            if status.st_size > 2 * _LOOKED_AT:
                file.seek(-_LOOKED_AT, os.SEEK_END)
            data += b" " + file.read(_LOOKED_AT)
        data = data.replace(b"\x00", b"")
        return all(re.search(rb"\b" + word.encode("ascii") + rb"\b", data) for word in words)

    def _bytes(self, parts: tuple[str, ...]) -> "bytes | _Refusal":
        handle = _opened(Path(os.path.realpath(self.root)), parts)
        if isinstance(handle, _Refusal):
            return handle
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            os.close(handle)
            return _Refusal("unread.special")
        with os.fdopen(handle, "rb") as file:
            data = b"" if status.st_size > self.largest else file.read(self.largest + 1)
        size = max(status.st_size, len(data))
        if size > self.largest:
            return _Refusal(
                "unread.too_large", (("size", _megabytes(size)), ("limit", _megabytes(self.largest)))
            )
        return data


@dataclass(frozen=True, slots=True)
class _Refusal:
    reason: str
    values: tuple[tuple[str, str], ...] = ()


def _opened(root: Path, parts: tuple[str, ...]) -> "int | _Refusal":
    """A handle on the file, reached folder by folder so that no link is followed on the way."""
    if os.open not in os.supports_dir_fd:
        target = root.joinpath(*parts)
        if target.resolve() != target:
            return _Refusal("unread.link_on_the_way")
        return os.open(target, os.O_RDONLY | _BINARY)
    handle = os.open(root, os.O_RDONLY | _FOLDER)
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        flags = os.O_RDONLY | _NO_FOLLOW | (_NO_WAIT if last else _FOLDER)
        folder = handle
        try:
            if stat.S_ISLNK(os.stat(part, dir_fd=folder, follow_symlinks=False).st_mode):
                return _Refusal("unread.link_on_the_way")
            handle = os.open(part, flags, dir_fd=folder)
        finally:
            os.close(folder)
    return handle


def _text(path: str, data: bytes, declared: str | None) -> SourceText | Unread:
    try:
        decoded = decode(data, declared)
    except Undecodable as refusal:
        return Unread(Location(path), refusal.reason, refusal.values)
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(path, decoded.text, decoded.encoding, decoded.doubtful, digest)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
