"""The JSON values of a text, one or many, each with its place: a broken one does not hide the others."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Node, relocated

_PIECE = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[{]|[\]}]', re.DOTALL)
_SPACE = re.compile(r"[\s,\ufeff]*")


@dataclass(frozen=True, slots=True)
class Value:
    """One value, with its places in the text."""

    node: Node


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a value cannot be read; its words are not kept. `is_whole` where the text is that one value."""

    location: Location
    is_whole: bool = False


def values_in(path: str, text: str) -> Iterator[Value | Broken]:
    """Every value: the one that the text is, those on its lines, or those that follow one another."""
    end = _end_of_first(text)
    if end is None or not text[end:].strip(" \t\r\n,\ufeff"):
        yield _read(path, text, 0, is_whole=True)
        return
    begin = len(text) - len(text.lstrip(" \t\r\n\ufeff"))
    if "\n" not in text[begin:end]:
        yield from _lines(path, text)
        return
    yield from _following(path, text)


def _lines(path: str, text: str) -> Iterator[Value | Broken]:
    for number, line in enumerate(text.split("\n")):
        if line.strip(" \t\r,\ufeff"):
            yield _read(path, line.rstrip(" \t\r,"), number)


def _following(path: str, text: str) -> Iterator[Value | Broken]:
    """Values one after another, each over several lines."""
    at, line = 0, 0
    while at < len(text):
        space = _SPACE.match(text, at)
        start = space.end() if space is not None else at
        if start == len(text):
            return
        end = _end_of_first(text, start) or len(text)
        # The line's beginning is kept, so that places on it are true.
        head = text.rfind("\n", 0, start) + 1
        line += text.count("\n", at, start)
        yield _read(path, " " * (start - head) + text[start:end], line)
        line += text.count("\n", start, end)
        at = end


def _end_of_first(text: str, start: int = 0) -> int | None:
    """The offset behind the first value; None where it does not end."""
    depth = 0
    for found in _PIECE.finditer(text, start):
        sign = found.group()
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth <= 0:
                return found.end()
    return None


def _read(path: str, text: str, before: int, *, is_whole: bool = False) -> Value | Broken:
    try:
        node = parse_json(path, text)
        return Value(relocated(node, _further(before)) if before else node)
    except InputErrors as problem:
        # The sentence of a fault may quote the text, and with it a password: only its place is kept.
        place = problem.errors[0].location
        return Broken(Location(path, place.line + before, place.column), is_whole)


def _further(lines: int) -> Callable[[Location], Location]:
    """A function from places in a piece to places in the text that has so many lines before it."""
    return lambda place: Location(place.path, place.line + lines, place.column)
