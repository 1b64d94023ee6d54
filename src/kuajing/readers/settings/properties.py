"""The entries of a `.properties` text with their places; a line `#---` begins another document."""

import re
from collections.abc import Iterator

from kuajing.readers.settings.setting import Setting, joined, setting
from kuajing.source.location import Location

_ENTRY = re.compile(r"(?P<name>(?:\\.|[^\s:=\\])+)(?P<sign>[ \t\f]*[:=]?[ \t\f]*)(?P<value>.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
_CONTINUES = re.compile(r"(?<!\\)(?:\\\\)*\\$")
_ENDS = frozenset({"#---", "!---"})
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f"}


def properties_of(path: str, text: str) -> Iterator[tuple[Setting, ...]]:
    """The settings of each document."""
    lines = _lines(text)
    is_over = False
    while not is_over:
        document = _Document(path, lines)
        # Taken one by one, so that of millions of lines under few keys only the keys are held.
        yield joined(document.settings())
        is_over = document.is_last


class _Document:
    """The lines up to the next that begins another document."""

    def __init__(self, path: str, lines: Iterator[tuple[int, str]]) -> None:
        self._path = path
        self._lines = lines
        self.is_last = False

    def settings(self) -> Iterator[Setting]:
        for line, entry in self._lines:
            if entry.strip() in _ENDS:
                return
            if (one := _entry(self._path, line, entry)) is not None:
                yield one
        self.is_last = True


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their number, those that go on joined to the next."""
    parts: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), start=1):
        if not parts:
            first = number
        is_comment = not parts and line.lstrip(" \t\f").startswith(("#", "!"))
        if line.endswith("\\") and not is_comment and _CONTINUES.search(line):
            parts.append((line.lstrip(" \t\f") if parts else line)[:-1])
            continue
        yield first, "".join([*parts, line.lstrip(" \t\f") if parts else line])
        parts = []
    if parts:
        yield first, "".join(parts)


def _entry(path: str, line: int, text: str) -> Setting | None:
    entry = text.strip(" \t\f")
    if not entry or entry.startswith(("#", "!")):
        return None
    found = _ENTRY.fullmatch(entry)
    if found is None:
        return None
    column = len(text) - len(text.lstrip(" \t\f")) + found.start("value") + 1
    return setting(_plain(found["name"]), _plain(found["value"]), Location(path, line, column))


def _plain(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPED.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _SIGNS.get(found[2], found[2]), text
    )
