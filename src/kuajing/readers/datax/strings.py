"""Places inside the strings of a JSON text: where a character of a query stands in the file that holds it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.source.location import Location
from kuajing.source.nodes import Scalar
from kuajing.source.text import SourceText

_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_SIGN = rf'{_PAIR}|\\u[0-9a-fA-F]{{4}}|\\.|[^"\\]'
_SIGNS = re.compile(_SIGN, re.DOTALL)
_STRING = re.compile(rf'"(?:[^"\\]++|{_SIGN})*+"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Strings:
    """Knows the lines of a text, to find places within its strings."""

    path: str
    text: str
    line_starts: tuple[int, ...]

    @classmethod
    def of(cls, text: SourceText) -> "Strings":
        """The strings of a text."""
        return cls(text.path, text.text, (0, *(found.end() for found in re.finditer("\n", text.text))))

    def places(self, string: Scalar, offsets: tuple[int, ...]) -> tuple[Location, ...]:
        """The places of characters by their offsets in a string's value; its beginning where they cannot be told."""
        begin = self.line_starts[string.location.line - 1] + string.location.column - 1
        found = _STRING.match(self.text, begin)
        if found is None:
            return (string.location,) * len(offsets)
        indexes: Sequence[int] = range(begin + 1, found.end() - 1)
        if "\\" in found.group():
            indexes = [sign.start() for sign in _SIGNS.finditer(self.text, begin + 1, found.end() - 1)]
        return tuple(
            self._place(indexes[offset]) if offset < len(indexes) else string.location for offset in offsets
        )

    def _place(self, index: int) -> Location:
        line = bisect_right(self.line_starts, index)
        return Location(self.path, line, index - self.line_starts[line - 1] + 1)
