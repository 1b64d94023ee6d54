"""Marks of the YAML parser to places in the text."""

import re
from bisect import bisect_right
from typing import Protocol

from kuajing.source.location import Location

# Line ends to YAML 1.1 but to nobody's editor: where they occur, places are counted anew.
_ODD_LINE_ENDS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")


class Mark(Protocol):
    """Where the parser stood, from 0; the C parser and the pure one have a class each."""

    @property
    def index(self) -> int:
        """Characters before it."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters before it on its line."""


class Places:
    """The places of one text."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._starts: list[int] = []
        if _ODD_LINE_ENDS.search(text):
            self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, mark: Mark | None) -> Location:
        """The place of a mark; the whole file where the parser gave none."""
        if mark is None:
            return Location(self._path)
        if self._starts:
            line = bisect_right(self._starts, mark.index)
            return Location(self._path, line, mark.index - self._starts[line - 1] + 1)
        return Location(self._path, mark.line + 1, mark.column + 1)
