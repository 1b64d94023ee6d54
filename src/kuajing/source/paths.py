"""Whether a path that somebody wrote stays under the root, whatever signs it is written in."""

import re
import unicodedata
from urllib.parse import unquote

# Slashes and dots that look alike but that Unicode's own folding (NFKC) leaves as they are.
_LOOK_ALIKES = str.maketrans("\u2044\u2215\u2216\u29f5\u29f8\u29f9\\", "///////")
_DRIVE_OR_SCHEME = re.compile(r"[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*://")
_HOME = re.compile(r"~$|~[^/]*/")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def inside(path: str) -> bool:
    """Whether a path or glob, taken from the root, can only lead to what lies under it."""
    readings = {path, unquote(path), unquote(unquote(path))}
    return all(_stays(reading) and _stays(_folded(reading)) for reading in readings)


def parts_inside(path: str) -> tuple[str, ...] | None:
    """The folders and the file of a path from the root, `.` and `..` resolved; None where it leaves the root."""
    if not inside(path):
        return None
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return tuple(parts)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFKC", path).translate(_LOOK_ALIKES)


def _stays(path: str) -> bool:
    if (
        _CONTROL.search(path)
        or path.startswith(("/", "\\"))
        or _HOME.match(path)
        or _DRIVE_OR_SCHEME.match(path.lstrip())
    ):
        return False
    depth = 0
    for part in path.split("/"):
        name = part.strip()
        if name == "..":
            depth -= 1
        elif name not in {"", "."}:
            depth += 1
        if depth < 0:
            return False
    return True
