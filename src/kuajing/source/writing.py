"""Files written whole or not at all."""

import os
import stat
import tempfile
from pathlib import Path

_LEFT_OVER = 3_600
"""Seconds after which the temporary file of another run is taken for one that was killed."""


def write_atomically(path: Path, data: str) -> None:
    """Put `data` as UTF-8 into `path`, so that a reader sees the old content or the new and nothing between.

    The mode of an old file is kept. A link is replaced, not followed, unless it leads to a device or pipe, which
    is written straight. Raises OSError and leaves the old file as it was.
    """
    content = data.encode()
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and _is_stream(path):
        path.write_bytes(content)
        return
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(21, os.strerror(21), str(path))
    handle, name = tempfile.mkstemp(prefix=_prefix(path), dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(mode))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _settle(path)


def _is_stream(path: Path) -> bool:
    try:
        kind = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind))


def _mode(old: int | None) -> int:
    if old is not None and stat.S_ISREG(old):
        return stat.S_IMODE(old)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _settle(path: Path) -> None:
    """Make the rename last through a power cut, and remove what killed runs left beside the file."""
    written = path.stat().st_mtime
    for left in path.parent.glob(f"{_prefix(path)}*"):
        if written - left.stat().st_mtime > _LEFT_OVER:
            left.unlink(missing_ok=True)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _prefix(path: Path) -> str:
    return f".{path.name}.kuajing-"
