"""A HOCON text as it is written: in order, with the place of every value, a key that stands twice kept twice."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TypeAlias

from kuajing.source.location import Location

DEEPEST = 64
MOST_VALUES = 1 << 18


@dataclass(frozen=True, slots=True)
class Words:
    """A single value as text; `text` is None for a bare `null`."""

    text: str | None
    location: Location


@dataclass(frozen=True, slots=True)
class Substitution:
    """`${path}` outside of quotes, with the text as it stands."""

    path: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: "tuple[Written, ...]"
    location: Location


@dataclass(frozen=True, slots=True)
class Fields:
    """An object: keys as written, quotes taken off, dots kept."""

    entries: "tuple[tuple[Words, Written], ...]"
    location: Location


@dataclass(frozen=True, slots=True)
class Joined:
    """Values that stand side by side and make one."""

    parts: "tuple[Written, ...]"
    location: Location


Written: TypeAlias = Words | Substitution | Items | Fields | Joined


@dataclass(frozen=True, slots=True)
class Document:
    """The object that a text is, and the places of what it wants included."""

    root: Fields
    includes: tuple[Location, ...]


class Malformed(Exception):  # noqa: N818  a refusal with its place, not a fault of the programme
    """The text stops being HOCON at a place; nothing of the text is kept."""

    def __init__(self, location: Location, *, is_limit: bool = False) -> None:
        super().__init__(str(location))
        self.location = location
        self.is_limit = is_limit


def read_hocon(path: str, text: str) -> Document:
    """The object of a text, its outermost braces optional; raises Malformed."""
    reader = _Reader(path, text, (0, *(found.end() for found in re.finditer("\n", text))))
    root = reader.document()
    return Document(root, tuple(reader.includes))


_COMMENT = r"\#[^\n]*+|//[^\n]*+"
_BETWEEN = re.compile(rf"(?:[\s,\ufeff]++|{_COMMENT})*+")
_BLANK = re.compile(rf"(?:[\s\ufeff]++|{_COMMENT})*+")
_SPACES = re.compile(r"[^\S\n]*+")
_KEY = re.compile(r"(?:\"(?:[^\"\\\n]|\\.)*+\"|[^\"{}\[\]=:,#\n+$`]++)++")
_SEPARATOR = re.compile(r"\+?=|:")
_INCLUDE = re.compile(r"include\s++(?:\"|(?:required|file|url|classpath)\()[^\n]*+")
_RAW = re.compile(r'"""(.*?"*)"""(?!")', re.DOTALL)
_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*+)\"")
_SUBSTITUTION = re.compile(r"\$\{\??([^{}\n]*+)\}")
_BARE = re.compile(r"(?:[^\"{}\[\],\n#$/]++|\$(?!\{)|/(?!/)|(?<=:)//)++")
_QUOTED_PART = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _unescaped(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        return chr(int(found[1], 16)) if found[1] else _ESCAPES.get(found[2], found[2])

    return _ESCAPE.sub(one, text) if "\\" in text else text


@dataclass(slots=True)
class _Reader:
    path: str
    text: str
    line_starts: tuple[int, ...]
    at: int = 0
    values: int = 0
    includes: list[Location] = field(default_factory=list)

    def document(self) -> Fields:
        self._skip(_BETWEEN)
        begin = self._place()
        if self._peek() == "{":
            root = self._fields(1)
            self._skip(_BETWEEN)
            if self.at < len(self.text):
                raise self._wrong()
            return root
        entries = self._entries(0)
        if self.at < len(self.text):
            raise self._wrong()
        return Fields(entries, begin)

    def _fields(self, depth: int) -> Fields:
        begin = self._place()
        self.at += 1
        entries = self._entries(depth)
        if self._peek() != "}":
            raise self._wrong(begin)
        self.at += 1
        return Fields(entries, begin)

    def _entries(self, depth: int) -> tuple[tuple[Words, Written], ...]:
        """Keys and values up to a closing brace or the end."""
        if depth > DEEPEST:
            raise self._wrong(is_limit=True)
        entries: list[tuple[Words, Written]] = []
        while True:
            self._skip(_BETWEEN)
            if self._peek() in {"", "}"}:
                return tuple(entries)
            include = _INCLUDE.match(self.text, self.at)
            if include is not None:
                self.includes.append(self._place())
                self.at = include.end()
                continue
            key = self._key()
            self._skip(_BLANK)
            if self._peek() != "{":
                separator = _SEPARATOR.match(self.text, self.at)
                if separator is None:
                    raise self._wrong(key.location)
                self.at = separator.end()
                self._skip(_BLANK)
            entries.append((key, self._value(depth)))

    def _key(self) -> Words:
        found = _KEY.match(self.text, self.at)
        place = self._place()
        if found is None or not found.group().strip():
            raise self._wrong(place)
        self.at = found.end()
        text = _QUOTED_PART.sub(lambda part: _unescaped(part[1]), found.group().strip())
        return Words(text, place)

    def _value(self, depth: int) -> Written:
        self.values += 1
        place = self._place()
        if self.values > MOST_VALUES:
            raise self._wrong(place, is_limit=True)
        parts: list[Written] = []
        while True:
            space = self._skip(_SPACES) if parts else ""
            sign = self._peek()
            if sign in {"", "\n", ",", "}", "]", "#"} or (
                self.text.startswith("//", self.at) and not _BARE.match(self.text, self.at)
            ):
                break
            if parts and isinstance(parts[-1], Fields | Items) and sign not in "{[$":
                break
            if space and isinstance(parts[-1], Words | Substitution):
                parts.append(Words(space, place))
            parts.append(self._part(sign, depth))
        if not parts:
            raise self._wrong(place)
        return parts[0] if len(parts) == 1 else Joined(tuple(parts), place)

    def _part(self, sign: str, depth: int) -> Written:
        place = self._place()
        if sign == "{":
            return self._fields(depth + 1)
        if sign == "[":
            return self._items(depth + 1)
        for pattern in (_RAW, _STRING):
            found = pattern.match(self.text, self.at) if sign == '"' else None
            if found is not None:
                self.at = found.end()
                return Words(found[1] if pattern is _RAW else _unescaped(found[1]), place)
        found = _SUBSTITUTION.match(self.text, self.at)
        if found is not None:
            self.at = found.end()
            return Substitution(found[1].strip(), found.group(), place)
        found = _BARE.match(self.text, self.at) if sign != '"' else None
        if found is None:
            raise self._wrong(place)
        text = found.group().rstrip()
        # What follows a blank and two strokes is a comment, even where the strokes follow a colon.
        self.at += len(text)
        return Words(None if text == "null" else text, place)

    def _items(self, depth: int) -> Items:
        begin = self._place()
        if depth > DEEPEST:
            raise self._wrong(is_limit=True)
        self.at += 1
        items: list[Written] = []
        while True:
            self._skip(_BETWEEN)
            sign = self._peek()
            if sign == "]":
                self.at += 1
                return Items(tuple(items), begin)
            if sign in {"", "}"}:
                raise self._wrong(begin)
            items.append(self._value(depth))

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        begin, self.at = self.at, found.end() if found else self.at
        return self.text[begin : self.at]

    def _place(self) -> Location:
        line = bisect_right(self.line_starts, self.at)
        return Location(self.path, line, self.at - self.line_starts[line - 1] + 1)

    def _wrong(self, place: Location | None = None, *, is_limit: bool = False) -> Malformed:
        return Malformed(place or self._place(), is_limit=is_limit)
