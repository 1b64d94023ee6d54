"""The text of a pattern to its parts: signs, groups with their ways, and how often each comes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LONGEST = 2_048
_DEEPEST = 24
_MOST_TIMES = 64
_TIMES = re.compile(r"\{(\d{1,4})(?:(,)(\d{1,4})?)?\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\\[])*\]", re.DOTALL)
_GROUP = re.compile(r"\(\?(?:(?P<plain>:)|P?<(?P<name>[A-Za-z]\w*)>)")
_KINDS = frozenset("wdsWDS")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


class Unsupported(Exception):  # noqa: N818  a refusal, not a fault of the programme
    """The pattern uses something that plain patterns do not."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One letter: this one, or any that a class means."""

    letter: str | None = None
    kind: re.Pattern[str] | None = None
    is_any: bool = False

    def means(self, letter: str) -> bool:
        """Whether it means a letter."""
        if self.letter is not None:
            return self.letter == letter
        return self.is_any or (self.kind is not None and self.kind.fullmatch(letter) is not None)


@dataclass(frozen=True, slots=True)
class Group:
    """Ways of which one is gone; `number` is set where its text is kept."""

    ways: "tuple[tuple[Node, ...], ...]"
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part that comes so many times; without `most`, any number of times."""

    inner: "Node"
    least: int
    most: int | None
    is_lazy: bool = False


Node = Sign | Group | Repeat


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole pattern."""

    root: Group
    groups: int
    names: Mapping[str, int]


def parsed(text: str) -> Tree:
    """The parts of a pattern; raises Unsupported."""
    if len(text) > _LONGEST:
        raise Unsupported
    reader = _Reader(text)
    root = reader.group(None, 0)
    if reader.at != len(text):
        raise Unsupported
    return Tree(root, reader.groups, reader.names)


class _Reader:
    """One pass over one pattern."""

    def __init__(self, text: str) -> None:
        self.at = 0
        self.groups = 0
        self.names: dict[str, int] = {}
        self._text = text

    def group(self, number: int | None, depth: int) -> Group:
        if depth > _DEEPEST:
            raise Unsupported
        ways: list[tuple[Node, ...]] = []
        way: list[Node] = []
        while self.at < len(self._text) and self._text[self.at] != ")":
            letter = self._text[self.at]
            if letter == "|":
                ways.append(tuple(way))
                way = []
                self.at += 1
            elif self._is_anchor(depth, is_first=not way):
                self.at += 1
            else:
                way.append(self._times(self._one(letter, depth)))
        return Group((*ways, tuple(way)), number)

    def _is_anchor(self, depth: int, *, is_first: bool) -> bool:
        """Whether this is a sign of the beginning or end, which whole matches need not."""
        letter = self._text[self.at]
        if letter not in "^$":
            return False
        is_end = self.at == len(self._text) - 1
        if depth == 0 and (is_first if letter == "^" else is_end):
            return True
        raise Unsupported

    def _one(self, letter: str, depth: int) -> Node:
        if letter == "(":
            return self._inner(depth)
        if letter == "[":
            found = _CLASS.match(self._text, self.at)
            if found is None or "&&" in found.group():
                raise Unsupported
            self.at = found.end()
            return Sign(kind=_class(found.group()))
        if letter in "*+?{}]":
            raise Unsupported
        self.at += 1
        if letter == ".":
            return Sign(is_any=True)
        return self._escaped() if letter == "\\" else Sign(letter)

    def _inner(self, depth: int) -> Node:
        found = _GROUP.match(self._text, self.at)
        if found is None and self._text.startswith("(?", self.at):
            raise Unsupported
        number = None
        if found is None or found["name"]:
            self.groups += 1
            number = self.groups
            if found is not None:
                self.names[found["name"]] = number
        self.at = found.end() if found is not None else self.at + 1
        inner = self.group(number, depth + 1)
        if not self._text.startswith(")", self.at):
            raise Unsupported
        self.at += 1
        return inner

    def _escaped(self) -> Node:
        if self.at == len(self._text):
            raise Unsupported
        letter = self._text[self.at]
        self.at += 1
        if letter in _KINDS:
            return Sign(kind=re.compile(f"\\{letter}", re.ASCII))
        if letter in _CONTROLS:
            return Sign(_CONTROLS[letter])
        if letter.isalnum():
            raise Unsupported
        return Sign(letter)

    def _times(self, node: Node) -> Node:
        letter = self._text[self.at : self.at + 1]
        found = _TIMES.match(self._text, self.at)
        if found is not None:
            least = int(found[1])
            most = int(found[3]) if found[3] else None if found[2] else least
            self.at = found.end()
        elif letter and letter in "*+?":
            least, most = int(letter == "+"), 1 if letter == "?" else None
            self.at += 1
        else:
            return node
        if least > _MOST_TIMES or (most is not None and not least <= most <= _MOST_TIMES):
            raise Unsupported
        mark = self._text[self.at : self.at + 1]
        if mark == "+":
            raise Unsupported
        self.at += mark == "?"
        return Repeat(node, least, most, is_lazy=mark == "?")


def _class(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.ASCII)
    except re.error:
        raise Unsupported from None
