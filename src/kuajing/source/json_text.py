"""JSON text to nodes with places, as tolerant as the tools whose jobs it reads.

Comments, `#` lines ahead of the value, trailing commas, line breaks inside strings and bare placeholders
(`${name}`) are allowed; a key that stands twice is not, unless the last one is asked for.
"""

import math
import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder

from kuajing.source.errors import InputError, InputErrors
from kuajing.source.excerpts import excerpt, shown
from kuajing.source.full_width import NARROW, message, signs
from kuajing.source.guard import Guard, TooMuch
from kuajing.source.location import Location
from kuajing.source.nodes import Node, Scalar
from kuajing.source.open_nodes import Built, OpenMapping, OpenSequence
from kuajing.source.plain_json import plain_json
from kuajing.source.yaml_types import LONGEST_NUMBER

_STRINGS = JSONDecoder(strict=False)
_SPACE = re.compile(r"(?:[ \t\n\r\f\v\ufeff]++|//[^\n]*+|/\*.*?\*/)*+", re.DOTALL)
# A line that begins with `#` is a comment only ahead of the value: inside, nothing that is read so begins.
_HEAD = re.compile(r"(?:[ \t\n\r\f\v\ufeff]++|//[^\n]*+|#[^\n]*+|/\*.*?\*/)*+", re.DOTALL)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.])")
_PLACEHOLDER = re.compile(r"(?:\$\{[^{}\n]*\}|\{\{[^{}\n]*\}\}|\$\$\w+\$\$|\$\w+)+")
_WORD = re.compile(r"\w+|.", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def parse_json(
    path: str, text: str, passed_over: frozenset[str] = frozenset(), *, is_last_kept: bool = False
) -> Node:
    """The value of a JSON text; raises InputErrors with every fault that can be told apart.

    `passed_over` are keys of the outermost mapping under which nobody looks: they may be read as nothing. `is_last_kept`:
    of equal keys the last one counts, as in Jackson and most other readers.
    """
    plain = plain_json(path, text, passed_over)
    if plain is not None:
        return plain
    reader = _Reader(path, text, is_last_kept=is_last_kept)
    try:
        node = reader.document()
    except TooMuch as refusal:
        limit = (("limit", f"{refusal.limit:,}"),)
        place = refusal.location
        raise InputErrors(
            [*reader.faults, InputError(place, refusal.message, limit, excerpt(text, place))]
        ) from None
    except _Wrong as wrong:
        place = reader.place(wrong.at)
        fault = InputError(place, wrong.message, wrong.values, excerpt(text, place))
        raise InputErrors([*reader.faults, fault]) from None
    if reader.faults:
        raise InputErrors(reader.faults)
    return node


class _Wrong(Exception):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """The text stops being JSON at an index."""

    def __init__(self, at: int, message: str, *values: tuple[str, str]) -> None:
        super().__init__(message)
        self.at = at
        self.message = message
        self.values = values


class _Reader:
    """One pass over one text, with a stack of open lists and mappings instead of recursion."""

    def __init__(self, path: str, text: str, *, is_last_kept: bool) -> None:
        self.faults: list[InputError] = []
        self._is_last_kept = is_last_kept
        self._path = path
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._guard = Guard()
        self._open: list[OpenSequence | OpenMapping] = []
        self._at = 0

    def place(self, index: int) -> Location:
        """The place of an index of the text."""
        line = bisect_right(self._starts, index)
        return Location(self._path, line, index - self._starts[line - 1] + 1)

    def document(self) -> Node:
        """The one value of the text; raises _Wrong or TooMuch."""
        if (head := _HEAD.match(self._text)) is not None:
            self._at = head.end()
        self._skip()
        if self._at == len(self._text):
            raise _Wrong(0, "input_errors.json_empty")
        built = self._begin_or_scalar()
        while self._open:
            top = self._open[-1]
            if built is not None:
                top.add(built)
                self._comma_or_end(top)
            built = self._close() if self._ends(top) else self._next(top)
        self._skip()
        if self._at < len(self._text):
            raise self._unexpected("input_errors.json_after_end")
        if built is None:
            raise AssertionError("a document ended without a value")
        return built.node

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self._at)
        if found is not None:
            self._at = found.end()
        if self._text.startswith("/*", self._at):
            raise _Wrong(self._at, "input_errors.json_comment")

    def _ends(self, top: OpenSequence | OpenMapping) -> bool:
        self._skip()
        return self._text.startswith("}" if isinstance(top, OpenMapping) else "]", self._at)

    def _close(self) -> Built:
        self._at += 1
        closing = self._open.pop()
        return closing.close() if isinstance(closing, OpenSequence) else closing.close(self._guard)[0]

    def _comma_or_end(self, top: OpenSequence | OpenMapping) -> None:
        if self._ends(top):
            return
        if self._at == len(self._text):
            raise _Wrong(self._index(top.location), "input_errors.json_unclosed")
        if not self._text.startswith(",", self._at):
            raise self._unexpected("input_errors.json_comma")
        self._at += 1

    def _next(self, top: OpenSequence | OpenMapping) -> Built | None:
        if self._at == len(self._text):
            raise _Wrong(self._index(top.location), "input_errors.json_unclosed")
        if isinstance(top, OpenMapping):
            self._key(top)
        return self._begin_or_scalar()

    def _key(self, top: OpenMapping) -> None:
        location = self.place(self._at)
        if not self._text.startswith('"', self._at):
            raise self._unexpected("input_errors.json_key")
        text = self._string()
        key = Scalar(text, location, text)
        first = None
        if self._is_last_kept:
            top.again(key)
        else:
            first = top.begin(key, merges=False)
        if first is not None:
            values = (("key", shown(text)), ("first", f"{first.line}:{first.column}"))
            line = excerpt(self._text, location)
            self.faults.append(InputError(location, "input_errors.duplicate_key", values, line))
        self._skip()
        if not self._text.startswith(":", self._at):
            raise self._unexpected("input_errors.json_colon")
        self._at += 1

    def _begin_or_scalar(self) -> Built | None:
        """A finished scalar, or None where a list or mapping has been opened."""
        self._skip()
        location = self.place(self._at)
        self._guard.node(location)
        placeholder = _PLACEHOLDER.match(self._text, self._at)
        if placeholder is not None:
            self._at = placeholder.end()
            return Built(Scalar(placeholder.group(), location, placeholder.group()))
        sign = self._text[self._at : self._at + 1]
        if sign in {"{", "["}:
            self._at += 1
            self._guard.depth(location, len(self._open) + 1)
            kind = OpenMapping if sign == "{" else OpenSequence
            self._open.append(kind(location, None, in_flow=True))
            return None
        if sign == '"':
            text = self._string()
            return Built(Scalar(text, location, text))
        return Built(self._number_or_word(location))

    def _string(self) -> str:
        begin = self._at
        try:
            value, self._at = _STRINGS.raw_decode(self._text, begin)
        except JSONDecodeError as error:
            if error.msg.startswith("Unterminated"):
                raise _Wrong(begin, "input_errors.json_quote") from None
            raise _Wrong(error.pos, "input_errors.json_escape") from None
        text = str(value)
        if _SURROGATE.search(text):
            raise _Wrong(begin, "input_errors.json_surrogate")
        return text

    def _number_or_word(self, location: Location) -> Scalar:
        found = _NUMBER.match(self._text, self._at)
        if found is None:
            word = _WORD.match(self._text, self._at)
            if word is None or word.group() not in _WORDS:
                raise self._unexpected("input_errors.json_value")
            self._at = word.end()
            return Scalar(_WORDS[word.group()], location, word.group())
        text = found.group()
        value = float(text) if found["fraction"] else int(text) if len(text) <= LONGEST_NUMBER else math.inf
        if value in {math.inf, -math.inf}:
            raise _Wrong(self._at, "input_errors.number_too_long")
        self._at = found.end()
        return Scalar(value, location, text)

    def _unexpected(self, expected: str) -> _Wrong:
        """The fault of what stands here; a full-width sign is named as such."""
        sign = self._text[self._at : self._at + 1]
        if sign in NARROW:
            return _Wrong(self._at, message(sign), *signs(self._text, self._at))
        word = _WORD.match(self._text, self._at)
        if word is None:
            return _Wrong(max(len(self._text) - 1, 0), "input_errors.json_ends")
        return _Wrong(self._at, expected, ("found", shown(word.group())))

    def _index(self, location: Location) -> int:
        return self._starts[location.line - 1] + location.column - 1
