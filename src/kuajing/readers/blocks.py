"""The SQL that a file holds, block by block: the seam where files that are no SQL hand over what stands in them."""

from collections.abc import Callable
from dataclasses import dataclass

from kuajing.readers.dialect_of_text import dialect_of
from kuajing.readers.sql import recognises
from kuajing.source.text import SourceText

Place = Callable[[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of SQL; `place` gives the line and column in its file for those in its text."""

    text: str
    place: Place
    dialect: str | None


def blocks_of(text: SourceText, dialect: str | None, *, is_sql: bool = False) -> tuple[Block, ...]:
    """The SQL in a file, in order; none where no reader knows the file.

    `dialect` is the one that somebody named, else the text itself shows it. `is_sql` says that somebody named the
    file as SQL, whatever it is called. Extractors of SQL inside other files join here.
    """
    if not is_sql and not recognises(text.path, text.text):
        return ()
    return (Block(text.text, lambda line, column: (line, column), dialect or dialect_of(text.text)),)
