"""Lines and columns of offsets within a statement, counted in the text the statement came from."""

from bisect import bisect_right


class Positions:
    """Turns offsets of a statement that begins at a line and column into places of the whole text."""

    def __init__(self, text: str, line: int, column: int) -> None:
        self._starts = [0]
        position = text.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)
        self._line = line
        self._column = column

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1; an offset below zero is the statement's own place."""
        if offset < 0:
            return self._line, self._column
        row = bisect_right(self._starts, offset) - 1
        within = offset - self._starts[row]
        return self._line + row, within + (self._column if row == 0 else 1)

    def line(self, offset: int) -> int:
        """The line of an offset."""
        return self.place(offset)[0]
