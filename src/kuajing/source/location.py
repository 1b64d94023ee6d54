"""Where a word stands: the place every fact, error and finding points at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source: path relative to the root with forward slashes, line and column from 1.

    Columns count characters, not bytes. `line` 1, `column` 1 stands for a whole file.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
