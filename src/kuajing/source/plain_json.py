"""JSON as programs write it to nodes with places, at half the cost of the reader that knows all faults.

What is no plain JSON of a common depth and size gives None, and so does whatever is wrong with it: the other reader
says what it is, and reads what people wrote by hand.
"""

import re
from bisect import bisect_right
from json import JSONDecoder

from kuajing.source.guard import DEEPEST, MOST_NODES
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_STRINGS = JSONDecoder(strict=False)
_S = r"[ \t\n\r]*+"
_SPACE = re.compile(_S)
# An entry whose value is a text stands there with the sign behind it, as most do; of another only the key.
_ENTRY = re.compile(rf'"([^"\\]*+)"{_S}:{_S}(?:"([^"\\]*+)"{_S}([,}}]){_S})?')
_COLON = re.compile(rf"{_S}:{_S}")
_VALUE = re.compile(
    r'"(?P<text>[^"\\]*+)"|(?P<open>[{\[])|(?P<word>true|false|null)(?!\w)'
    r"|(?P<number>-?(?:0|[1-9][0-9]{0,17})(?P<fraction>\.[0-9]{1,17})?)(?![\w.])"
)
_NEXT = re.compile(rf"{_S}([,\]}}]){_S}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def plain_json(path: str, text: str, passed_over: frozenset[str] = frozenset()) -> Node | None:
    """The value of a text; None where another reader has to look at it.

    What stands under keys of the outermost mapping that are `passed_over` is only seen to end, and read as nothing.
    """
    if not text.isascii() and _SURROGATE.search(text) is not None:
        return None
    try:
        return _Plain(path, text, passed_over).document()
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """The text is not what this reader knows."""


class _Plain:
    """One pass over one text."""

    def __init__(self, path: str, text: str, passed_over: frozenset[str]) -> None:
        self._passed_over = passed_over
        self._path = path
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._at = 0
        self._nodes = 1

    def document(self) -> Node:
        """The one value of the text."""
        node = self._value(self._space(0), 0)
        if self._space(self._at) != len(self._text):
            raise _NotPlainError
        return node

    def _value(self, at: int, depth: int) -> Node:
        """The value at an index, which no blank precedes."""
        place = self._place(at)
        found = _VALUE.match(self._text, at)
        if found is None:
            text = self._escaped(at)
            return Scalar(text, place, text)
        self._at = found.end()
        kind, text = found.lastgroup, found.group()
        if kind == "text":
            text = text[1:-1]
            return Scalar(text, place, text)
        if kind == "open":
            if depth == DEEPEST:
                raise _NotPlainError
            return self._mapping(place, depth + 1) if text == "{" else self._sequence(place, depth + 1)
        if kind == "word":
            return Scalar(_WORDS[text], place, text)
        return Scalar(int(text) if found["fraction"] is None else float(text), place, text)

    def _mapping(self, place: Location, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        sign = self._end("}") or ","
        while sign == ",":
            at = self._at
            found = _ENTRY.match(self._text, at)
            if found is None or (depth == 1 and self._passed_over):
                key = self._key()
                entries.append((key, self._under(key, depth)))
                sign = self._sign()
                continue
            name, text, sign = found.groups()
            key = Scalar(name, self._place(at), name)
            self._at = found.end()
            if sign is None:
                entries.append((key, self._value(self._at, depth)))
                sign = self._sign()
            else:
                entries.append((key, Scalar(text, self._place(found.start(2) - 1), text)))
        if sign != "}" or (len(entries) > 1 and len({key.text for key, _ in entries}) < len(entries)):
            raise _NotPlainError
        self._count(len(entries))
        return Mapping(tuple(entries), place)

    def _sequence(self, place: Location, depth: int) -> Sequence:
        items: list[Node] = []
        sign = self._end("]") or ","
        while sign == ",":
            items.append(self._value(self._at, depth))
            sign = self._sign()
        if sign != "]":
            raise _NotPlainError
        self._count(len(items))
        return Sequence(tuple(items), place)

    def _key(self) -> Scalar:
        """The key at this place; what stands here next is its value."""
        at = self._at
        text = self._escaped(at)
        colon = _COLON.match(self._text, self._at)
        if colon is None:
            raise _NotPlainError
        self._at = colon.end()
        return Scalar(text, self._place(at), text)

    def _under(self, key: Scalar, depth: int) -> Node:
        """The value of a key, or nothing."""
        if depth > 1 or key.text not in self._passed_over:
            return self._value(self._at, depth)
        place = self._place(self._at)
        self._decoded(self._at)
        return Scalar(None, place)

    def _place(self, at: int) -> Location:
        line = bisect_right(self._starts, at)
        return Location(self._path, line, at - self._starts[line - 1] + 1)

    def _escaped(self, at: int) -> str:
        """A string that holds escapes."""
        if not self._text.startswith('"', at):
            raise _NotPlainError
        text = str(self._decoded(at))
        if _SURROGATE.search(text):
            raise _NotPlainError
        return text

    def _decoded(self, at: int) -> object:
        """A value without places."""
        try:
            value, self._at = _STRINGS.raw_decode(self._text, at)
        except (ValueError, RecursionError):
            raise _NotPlainError from None
        return value

    def _sign(self) -> str:
        """The sign behind a value: one that goes on, or one that ends."""
        found = _NEXT.match(self._text, self._at)
        if found is None:
            raise _NotPlainError
        self._at = found.end()
        return found[1]

    def _end(self, sign: str) -> str:
        """The sign that ends a list or mapping without anything in it; else nothing, and no blank is next."""
        self._at = self._space(self._at)
        if not self._text.startswith(sign, self._at):
            return ""
        self._at += 1
        return sign

    def _space(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return at if found is None else found.end()

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            raise _NotPlainError
