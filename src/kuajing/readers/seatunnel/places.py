"""Places inside the strings of a HOCON text: those of three quotes hold their text as it is."""

from bisect import bisect_right
from dataclasses import dataclass

from kuajing.readers.datax.strings import Strings
from kuajing.source.location import Location
from kuajing.source.nodes import Scalar

_RAW = '"""'


@dataclass(frozen=True, slots=True)
class Quoted:
    """Finds where a character of a value stands in its file."""

    strings: Strings

    def places(self, text: Scalar, offsets: tuple[int, ...]) -> tuple[Location, ...]:
        """The places of characters by their offsets in a value; its beginning where they cannot be told."""
        starts, place = self.strings.line_starts, text.location
        if place.line > len(starts):
            return (place,) * len(offsets)
        begin = starts[place.line - 1] + place.column - 1
        if not self.strings.text.startswith(_RAW, begin):
            return self.strings.places(text, offsets)
        return tuple(self._place(begin + len(_RAW) + offset) for offset in offsets)

    def _place(self, index: int) -> Location:
        starts = self.strings.line_starts
        line = bisect_right(starts, index)
        return Location(self.strings.path, line, index - starts[line - 1] + 1)
