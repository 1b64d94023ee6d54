"""Placeholders filled with values: in addresses with any value, in names only with what can be a name.

Nothing is run and no environment is asked. What has no value stays as it is written, and is then a name of its own.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.addresses.placeholders import ASKED

_NAME = r"[A-Za-z_\u4e00-\u9fff][\w.\-]*"
_FORMS = re.compile(
    rf"(?<!\$)\$\{{[ \t]*\??(?:(?:hiveconf|hivevar|env|system):)?(?P<braced>{_NAME})[ \t]*"
    r"(?::[-=]?(?P<default>(?:[^{}\n]|\$\{[^{}\n]*\})*))?\}"
    rf"|(?<!\$)\$\((?P<round>{_NAME})\)"
    rf"|\{{\{{-?[ \t]*(?:\.Values\.)?(?P<double>{_NAME})[ \t]*-?\}}\}}"
    rf"|(?<![\w.])@(?P<between>{_NAME})@(?!\w)"
    r"|(?<!\$)\$(?P<bare>[A-Za-z_]\w*)(?![\w$])"
)
_SIGNS = ("$", "{{", "@")
_IN_SQL = re.compile(r"[\w$]+(?:\.[\w$]+)*")
_IN_NAMES = re.compile(r"[\w$.\-]+")
_UNQUOTED = re.compile(r"[^'\"`\\{}]+")
_AUTHORITY = re.compile(r"[^/]*//[^/?;]*")

Chosen = Callable[[re.Match[str], str | None, str | None], str | None]
"""What to put for a placeholder, told its value and its default; None leaves it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with placeholders filled, and where each of its signs stood before.

    `pieces` are (begin, end) of what was put in and (begin, end) of what it stands for; `lines` are the offsets at
    which each line begins, in the filled text and before.
    """

    text: str
    pieces: tuple[tuple[int, int, int, int], ...] = ()
    lines: tuple[tuple[int, int], ...] = ()

    def offset(self, at: int) -> int:
        """The offset in the text before of a sign of the filled text; within a value that of its placeholder."""
        index = bisect_right(self.pieces, at, key=lambda piece: piece[0]) - 1
        if index < 0:
            return at
        _, end, begin_before, end_before = self.pieces[index]
        return begin_before if at < end else at - end + end_before

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Line and column before of a line and column of the filled text; lines are the same in both."""
        if not self.pieces:
            return line, column
        begin, begin_before = self.lines[line - 1]
        return line, self.offset(begin + column - 1) - begin_before + 1


def names_in(text: str) -> Iterator[str]:
    """The names of all placeholders of a text, those in defaults too."""
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _FORMS.finditer(text):
        yield _name(match)
        yield from names_in(match["default"] or "")


def fill_address(text: str, values: Mapping[str, str]) -> str:
    """An address with its placeholders filled.

    The default of a whole address or a host is left in place, for `read_address` to tell it from a value: it may be
    replaced where the job runs. Ports, databases and paths take their default.
    """
    authority = _AUTHORITY.match(text)
    inside = authority.end() if authority else len(text)

    def chosen(match: re.Match[str], value: str | None, default: str | None) -> str | None:
        if value is not None or default is None:
            return value
        is_port = default.isdigit() and text[: match.start()].endswith(":")
        if (is_port or match.start() >= inside) and _IN_NAMES.fullmatch(default):
            return default
        is_same = default == match["default"] or "{" in default or "}" in default
        return None if is_same else f"${{{_name(match)}:-{default}}}"

    return _fill(text, values, chosen).text


def fill_name(text: str, values: Mapping[str, str]) -> str:
    """The name of a table, topic, bucket or the like with its placeholders filled by values that can be names."""
    return _fill(
        text, values, lambda _, value, default: _if_name(_IN_NAMES, default if value is None else value)
    ).text


def fill_sql(text: str, values: Mapping[str, str]) -> Filled:
    """SQL with its placeholders filled: within quotes by any value, elsewhere by values that can be names.

    A string may be an address, so that there, too, the default is left for `read_address`.
    """
    if not any(sign in text for sign in _SIGNS):
        return Filled(text)
    open_at = _quotes_of(text)

    def chosen(match: re.Match[str], value: str | None, default: str | None) -> str | None:
        quotes = open_at(match.start())
        if value is None:
            return None if quotes & {"'", '"'} else _if_name(_IN_SQL, default)
        return value if quotes and _UNQUOTED.fullmatch(value) else _if_name(_IN_SQL, value)

    return _fill(text, values, chosen)


def _quotes_of(text: str) -> Callable[[int], set[str]]:
    """A function that gives the quotes that stand open at an offset, as far as its line tells."""
    lines = _lines(text)
    quotes = {quote: [found.start() for found in re.finditer(quote, text)] for quote in "'\"`"}

    def open_at(at: int) -> set[str]:
        begin = lines[bisect_right(lines, at) - 1]
        return {
            quote
            for quote, offsets in quotes.items()
            if (bisect_left(offsets, at) - bisect_left(offsets, begin)) % 2
        }

    return open_at


def _if_name(shape: re.Pattern[str], text: str | None) -> str | None:
    return text if text is not None and shape.fullmatch(text) else None


def _fill(text: str, values: Mapping[str, str], chosen: Chosen) -> Filled:
    if not any(sign in text for sign in _SIGNS):
        return Filled(text)
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    length = end = 0
    for match in _FORMS.finditer(text):
        put = chosen(match, values.get(_name(match)), _default(match, values))
        if put is None:
            continue
        kept = text[end : match.start()]
        begin, end = length + len(kept), match.end()
        length = begin + len(put)
        parts += [kept, put]
        pieces.append((begin, length, match.start(), end))
    if not pieces:
        return Filled(text)
    filled = "".join([*parts, text[end:]])
    return Filled(filled, tuple(pieces), tuple(zip(_lines(filled), _lines(text), strict=True)))


def _default(match: re.Match[str], values: Mapping[str, str]) -> str | None:
    """The default of a placeholder, itself filled: `${A:-${B}}`."""
    default = match["default"]
    if default is None or match["braced"] in ASKED:
        return None
    return _fill(default, values, lambda _, value, inner: inner if value is None else value).text


def _name(match: re.Match[str]) -> str:
    return next(name for group in ("braced", "round", "double", "between", "bare") if (name := match[group]))


def _lines(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in re.finditer("\n", text)))
