"""Paths by pattern: `*`, `?` and `[...]` within a name, `**` for any folders between."""

from collections.abc import Iterable
from fnmatch import fnmatchcase


def matches(path: str, pattern: str) -> bool:
    """Whether a path from the root fits a pattern; a pattern that ends in `/` fits all that lies beneath."""
    wanted = [part for part in pattern.split("/") if part not in {"", "."}]
    if pattern.endswith("/"):
        wanted.append("**")
    return _fits(path.split("/"), wanted)


def matches_any(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path fits one of the patterns."""
    return any(matches(path, pattern) for pattern in patterns)


def _fits(parts: list[str], wanted: list[str]) -> bool:
    """Greedy with one way back, so that no pattern costs more than length times length."""
    at, expected, after_stars, resumed = 0, 0, -1, 0
    while at < len(parts):
        if expected < len(wanted) and wanted[expected] == "**":
            after_stars, resumed = expected + 1, at
            expected = after_stars
        elif expected < len(wanted) and fnmatchcase(parts[at], wanted[expected]):
            at, expected = at + 1, expected + 1
        elif after_stars >= 0:
            resumed += 1
            at, expected = resumed, after_stars
        else:
            return False
    return all(part == "**" for part in wanted[expected:])
