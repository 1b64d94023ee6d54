"""A text of SQL as its statements: quotes, comments, dollar quotes, DELIMITER, GO, `/` and BEGIN..END bodies kept.

Only the marks that can end a statement or hide such a mark are looked at, so a dump of megabytes costs little.
"""

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kuajing.lineage.text.client_lines import client_line, sending_pattern, without_prompts
from kuajing.lineage.text.dialects import Dialect, dialect_named
from kuajing.lineage.text.lexer import (
    comment_patterns,
    delimited_pattern,
    end_of_comment,
    end_of_delimited,
    quoted_patterns,
    string_patterns,
)
from kuajing.lineage.text.placeholders import neutralise
from kuajing.model.lineage import StatementText

_ROUTINE = re.compile(
    r"(?:CREATE|ALTER)\s+(?:OR\s+(?:REPLACE|ALTER)\s+)?(?:DEFINER\s*=\s*\S+\s+)?(?:(?:NON)?EDITIONABLE\s+)?"
    r"(?:AGGREGATE\s+)?(?P<kind>PROCEDURE|PROC|FUNCTION|TRIGGER|EVENT|PACKAGE|TYPE\s+BODY)\b",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"BEGIN\b(?!\s*(?:;|TRAN|WORK|ISOLATION|READ|NOT|DEFERR|$))|<<", re.IGNORECASE)
_DECLARE = re.compile(r"DECLARE\b", re.IGNORECASE)
_CONTROL = re.compile(r"(?:IF|WHILE)\b", re.IGNORECASE)
_STATEMENT_SET = re.compile(r"EXECUTE\s+STATEMENT\s+SET\b", re.IGNORECASE)
_CLOSED_PART = re.compile(r"\s+(IF|LOOP|WHILE|REPEAT|FOR)\b", re.IGNORECASE)
_DELIMITER = re.compile(r"[ \t]+(\S+)[^\n]*")


def split(text: str, dialect: str | None) -> tuple[StatementText, ...]:
    """The statements of a text in order, each with the place of its first real token."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    statements = []
    spoken = dialect_named(dialect)
    text = without_prompts(text, spoken)
    neutral = neutralise(text, conditional_comments=spoken.conditional_comments)
    for start, end in _Splitter(neutral.text, spoken).pieces():
        line = bisect_right(starts, start)
        statements.append(StatementText(text[start:end], line, start - starts[line - 1] + 1))
    return tuple(statements)


_NO_MARK = r"(?:[^\WBCDEGNQRUX]\w*+|[(),.=<>*+]|\n[ \t]*+(?!GO\b|/|DELIMITER\b))"
"""A word, sign or new line with which no mark begins in any dialect, so that none need be tried there."""


@lru_cache(maxsize=32)
def _marks(dialect: Dialect) -> re.Pattern[str]:
    """The next mark from a place on; it runs word by word past what is none, for no mark begins within a word."""
    hidden = [*comment_patterns(dialect), *string_patterns(dialect), *quoted_patterns(dialect)]
    marks = (
        rf"(?P<delimited>{delimited_pattern(dialect)})|(?P<hidden>{'|'.join(hidden)})"
        r"|(?P<broken>['\"`]|/\*)"
        rf"|(?P<end>{_end_mark(dialect)})"
        rf"|(?P<once>{sending_pattern(dialect)})"
        r"|(?P<line>^[ \t]*(?:GO(?:[ \t]+\d+)?|/)[ \t]*\r?$)"
        r"|(?P<delimiter>^[ \t]*DELIMITER\b)"
        r"|\b(?P<word>BEGIN|CASE|END)\b"
    )
    unnamed = re.sub(r"\(\?P<\w+>", "(?:", marks)
    return re.compile(
        rf"(?:{_NO_MARK}[ \t]*+|(?!{unnamed})(?:(?:\w++|[^\w\n])[ \t]*+|\n))*+(?:{marks})",
        re.IGNORECASE | re.MULTILINE | re.DOTALL,
    )


def _end_mark(dialect: Dialect) -> str:
    """The sign that ends statements; T-SQL also puts it between a server, a user and a password."""
    return r";(?!\s*')" if dialect.batch_separator else ";"


@lru_cache(maxsize=32)
def _blank(dialect: Dialect) -> re.Pattern[str]:
    comments = [
        form for form in comment_patterns(dialect) if not (dialect.nested_comments and form[0] == "/")
    ]
    return re.compile(rf"(?:\s++|{'|'.join(comments)})*+", re.DOTALL)


@dataclass(slots=True)
class _Block:
    """How deep inside BEGIN..END the statement at hand is; `waits` while its first BEGIN has not come yet."""

    is_block: bool = False
    depth: int = 0
    waits: bool = False


class _Splitter:
    def __init__(self, text: str, dialect: Dialect) -> None:
        self._text = text
        self._dialect = dialect
        self._delimiter = ";"

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Start and end of every statement, surrounding blanks and comments left out."""
        text, pattern = self._text, _marks(self._dialect)
        start = position = yield from self._client_lines(self._skip(0))
        block = self._block_at(start)
        while (match := pattern.match(text, position)) is not None:
            kind, position = match.lastgroup, match.end()
            if kind == "hidden":
                position = self._after_comment(match.start(kind), position)
                continue
            if kind == "broken":
                break
            if kind == "delimited":
                position = end_of_delimited(text, match) or len(text)
                continue
            if kind == "word":
                _count(block, match, text)
                continue
            if not self._ends(kind, match, block):
                continue
            # What sends a statement off stays with it: it says where the rows go.
            yield from self._piece(start, match.end() if kind == "once" else match.start(kind or 0))
            position = self._after_end(kind, match)
            start = position = yield from self._client_lines(self._skip(position))
            block = self._block_at(start)
        yield from self._piece(start, len(text))

    def _client_lines(self, start: int) -> Generator[tuple[int, int], None, int]:
        """The commands of a client that stand here, one a line; gives where the next statement begins."""
        while (end := client_line(self._text, start, self._dialect)) is not None:
            yield from self._trimmed(start, end)
            start = self._skip(end)
        return start

    def _ends(self, kind: str | None, match: re.Match[str], block: _Block) -> bool:
        if kind == "line":
            word = match["line"].strip()[:2].upper()
            return self._dialect.batch_separator if word == "GO" else bool(self._dialect.link_engine)
        if kind == "delimiter":
            return self._dialect.conditional_comments
        if self._delimiter != ";":
            return False
        if not block.is_block:
            return True
        return block.depth <= 0 and not block.waits

    def _after_end(self, kind: str | None, match: re.Match[str]) -> int:
        """Where the next statement may begin; a DELIMITER line sets what ends statements from here on."""
        if kind != "delimiter":
            return match.end()
        said = _DELIMITER.match(self._text, match.end())
        self._delimiter = said.group(1) if said else ";"
        return said.end() if said else match.end()

    def _piece(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The statement, or the several that an own delimiter parts it into."""
        if self._delimiter == ";" or self._delimiter not in self._text[start:end]:
            end = start + len(self._text[start:end].rstrip())
            if end > start:
                yield start, end
            return
        while (cut := self._text.find(self._delimiter, start, end)) >= 0:
            yield from self._trimmed(start, cut)
            start = self._skip(cut + len(self._delimiter))
        yield from self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        piece = self._text[start:end].rstrip().rstrip(";").rstrip()
        if piece:
            yield start, start + len(piece)

    def _skip(self, position: int) -> int:
        match = _blank(self._dialect).match(self._text, position)
        position = match.end() if match else position
        if self._dialect.nested_comments and self._text.startswith("/*", position):
            return self._skip(end_of_comment(self._text, position))
        return position

    def _after_comment(self, start: int, end: int) -> int:
        nests = self._dialect.nested_comments and self._text.startswith("/*", start)
        return end_of_comment(self._text, start) if nests else end

    def _block_at(self, start: int) -> _Block:
        text, dialect = self._text, self._dialect
        routine = _ROUTINE.match(text, start)
        if routine:
            package = routine.group("kind").upper() not in {
                "PROCEDURE",
                "PROC",
                "FUNCTION",
                "TRIGGER",
                "EVENT",
            }
            waits = dialect.block_declarations or dialect.batch_separator
            return _Block(is_block=True, depth=1 if package else 0, waits=waits and not package)
        if _BLOCK.match(text, start):
            return _Block(is_block=True)
        if _STATEMENT_SET.match(text, start):
            return _Block(is_block=True, waits=True)
        if dialect.block_declarations and _DECLARE.match(text, start):
            return _Block(is_block=True, waits=True)
        return _Block(is_block=dialect.batch_separator and _CONTROL.match(text, start) is not None)


def _count(block: _Block, match: re.Match[str], text: str) -> None:
    if not block.is_block:
        return
    word = match["word"].upper()
    if word != "END":
        block.depth += 1
        block.waits = block.waits and word != "BEGIN"
    elif not _CLOSED_PART.match(text, match.end()):
        block.depth -= 1
