"""A file of answers that may be thrown away at any time: the only door of the database that holds them.

What stands in it is trusted to be bytes and nothing more. A file that cannot be used, or is another's, is no fault: then
nothing is found and nothing is kept.
"""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

Kept = tuple[bytes, bytes, bytes]

LARGEST = 64_000_000
"""Bytes of the file above which the answers that were used least lately go."""

_NAME = "lineage.sqlite3"
_SHAPE = (
    "CREATE TABLE IF NOT EXISTS kept (key BLOB, names BLOB, behind BLOB, data BLOB, run INTEGER)",
    "CREATE INDEX IF NOT EXISTS kept_by_key ON kept (key)",
    "CREATE INDEX IF NOT EXISTS kept_by_run ON kept (run)",
)
_FIND = "SELECT names, behind, data FROM kept WHERE key = ? ORDER BY rowid DESC LIMIT 8"
_SETTINGS = (
    "trusted_schema = OFF",
    "auto_vacuum = INCREMENTAL",
    "journal_mode = WAL",
    "synchronous = OFF",
    "mmap_size = 67108864",
)
_BATCH = 1_000
_STALE = 4
"""Runs after which an answer that is used is marked as used again: most runs only read."""

_PATIENCE = 0.2
"""Seconds to wait for another run that holds the file."""


class KeptAnswers:
    """Answers under keys, read one by one and written together."""

    def __init__(self, database: sqlite3.Connection, largest: int) -> None:
        self._database = database
        self._largest = largest
        self._new: dict[bytes, list[Kept]] = {}
        self._used: set[bytes] = set()
        (mode,) = database.execute("PRAGMA journal_mode").fetchone()
        self._reads_together = mode == "wal"
        (last,) = database.execute("SELECT max(run) FROM kept").fetchone()
        self._run = last + 1 if isinstance(last, int) else 1
        self._begin_reading()

    def found(self, key: bytes) -> list[Kept]:
        """What was kept under a key, in this run or before."""
        try:
            rows = self._database.execute(_FIND, (key,)).fetchall()
        except sqlite3.Error:
            return []
        if not rows:
            return list(self._new.get(key, ()))
        self._used.add(key)
        kept = [row for row in rows if type(row[0]) is type(row[1]) is type(row[2]) is bytes]
        return [*kept, *self._new[key]] if key in self._new else kept

    def keep(self, key: bytes, kept: Kept) -> None:
        """Keeps an answer; it is on the disk when the answers are closed, if the disk takes it."""
        self._new.setdefault(key, []).append(kept)
        if len(self._new) >= _BATCH:
            self._write()
            self._begin_reading()

    def close(self) -> None:
        """Writes what is new, and drops what is too much."""
        self._write()
        with suppress(sqlite3.Error):
            self._prune()
        with suppress(sqlite3.Error):
            self._database.close()

    def _begin_reading(self) -> None:
        """Reads all in one transaction where this keeps nobody from writing: each one of its own costs as much again."""
        if self._reads_together:
            with suppress(sqlite3.Error):
                self._database.execute("BEGIN")

    def _write(self) -> None:
        new = [(key, *kept, self._run) for key, several in self._new.items() for kept in several]
        used = [(self._run, key, self._run - _STALE) for key in self._used]
        self._new.clear()
        self._used.clear()
        with suppress(sqlite3.Error):
            if self._database.in_transaction:
                self._database.execute("COMMIT")
            if new or used:
                self._database.execute("BEGIN IMMEDIATE")
                self._database.executemany("UPDATE kept SET run = ? WHERE key = ? AND run < ?", used)
                self._database.executemany("INSERT INTO kept VALUES (?, ?, ?, ?, ?)", new)
                self._database.execute("COMMIT")

    def _prune(self) -> None:
        """Drops all that was last used in the oldest runs, until the rest has room."""
        while self._size() > self._largest:
            (oldest,) = self._database.execute("SELECT min(run) FROM kept").fetchone()
            if oldest is None:
                return
            self._database.execute("DELETE FROM kept WHERE run = ?", (oldest,))
            self._database.execute("PRAGMA incremental_vacuum").fetchall()

    def _size(self) -> int:
        (pages,) = self._database.execute("PRAGMA page_count").fetchone()
        (each,) = self._database.execute("PRAGMA page_size").fetchone()
        return int(pages) * int(each)


def kept_answers(folder: Path, largest: int = LARGEST) -> KeptAnswers | None:
    """The answers in a folder, which is made where it is missing; None where none can be kept there."""
    path = folder / _NAME
    for _ in range(2):
        try:
            if not _is_ours(folder, path):
                return None
            return KeptAnswers(_opened(path), largest)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                return None
            with suppress(OSError):  # no database any more: begin anew
                path.unlink()
        except OSError:
            return None
    return None


def _is_ours(folder: Path, path: Path) -> bool:
    """Whether folder and file are there, plain, and nobody else's to read or write."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return _is_private(folder, stat.S_ISDIR) and _is_private(path, stat.S_ISREG)


def _is_private(path: Path, is_kind: Callable[[int], bool]) -> bool:
    status = path.lstat()
    if not hasattr(os, "geteuid"):
        return is_kind(status.st_mode)
    is_closed = stat.S_IMODE(status.st_mode) & 0o077 == 0
    return is_kind(status.st_mode) and is_closed and status.st_uid == os.geteuid()


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        for setting in _SETTINGS:
            database.execute(f"PRAGMA {setting}").fetchall()
        for part in _SHAPE:
            database.execute(part)
    except BaseException:
        database.close()
        raise
    return database
