"""String literals of Python as texts with places: escapes undone, what an f-string fills in as markers."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuajing.embedded.markers import marker
from kuajing.embedded.placed import Placed, joined, literal, standing

OPENING = re.compile(r"(?P<prefix>(?<!\w)[rbuftRBUFT]{1,2})?(?P<quote>\"\"\"|'''|\"|')")
_ESCAPE = re.compile(
    r"\\(?:\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^{}\n]*\}|.)", re.DOTALL
)
_STOPS = {
    quote: re.compile(rf"\\.|{quote}" + ("" if len(quote) == 3 else r"|\n"), re.DOTALL)  # noqa: PLR2004  three quotes
    for quote in ('"""', "'''", '"', "'")
}
_FORMATTED_STOPS = {
    quote: re.compile(rf"\\.|\{{\{{|\}}\}}|\{{|{quote}" + ("" if len(quote) == 3 else r"|\n"), re.DOTALL)  # noqa: PLR2004
    for quote in ('"""', "'''", '"', "'")
}
_IN_FIELD = re.compile(r"[()\[\]{}'\"]|!=|![rsa]|:=?|(?<![=!<>])=(?!=)|#[^\n]*")
_PLAIN = {
    "\n": "", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
    "v": "\v",
}  # fmt: skip
_BETWEEN = re.compile(r"(?:\s+|#[^\n]*|\\\n)*")
_NOTHING_KNOWN: Mapping[str, str] = {}
DEEPEST = 8
LONGEST_FIELD = 5_000
_COST_OF_TRIPLE = 50
MOST_BROKEN = 1_000
"""How many literals that never close are borne in one text: past it, it is no program."""


@dataclass(frozen=True, slots=True)
class StringLiteral:
    """One literal: its text, where it ends, whether it is of bytes, and whether it fills in anything."""

    placed: Placed
    begin: int
    end: int
    is_bytes: bool
    is_formatted: bool


def literal_at(
    text: str, at: int, depth: int = 0, known: Mapping[str, str] = _NOTHING_KNOWN
) -> StringLiteral | None:
    """The literal that begins at an offset; None where none does, or where it never closes.

    `known` are names whose values are filled in.
    """
    opening = OPENING.match(text, at)
    if opening is None:
        return None
    prefix, quote = (opening["prefix"] or "").lower(), opening["quote"]
    is_raw, is_formatted = "r" in prefix, "f" in prefix or "t" in prefix
    pieces: list[Placed] = []
    begin = position = opening.end()
    stops = (_FORMATTED_STOPS if is_formatted else _STOPS)[quote]
    while (stop := stops.search(text, position)) is not None:
        sign = stop.group()
        if sign == quote:
            pieces += _undone(text, begin, stop.start(), is_raw=is_raw)
            return StringLiteral(joined(pieces), at, stop.end(), "b" in prefix, is_formatted)
        if sign == "\n":
            return None
        position = stop.end()
        if sign in {"{", "{{", "}}"}:
            pieces += _undone(text, begin, stop.start(), is_raw=is_raw)
            if sign == "{":
                name_end, position = _field(text, position, depth)
                if position < 0:
                    return None
                shown = text[stop.end() : name_end]
                value = known.get(shown) if position == name_end + 1 else None
                pieces.append(standing(marker(shown) if value is None else value, stop.start(), position))
            else:
                pieces.append(standing(sign[0], stop.start(), stop.end()))
            begin = position
    return None


def literals_between(
    text: str, begin: int, end: int, known: Mapping[str, str] = _NOTHING_KNOWN
) -> Placed | None:
    """The literals that follow each other between two offsets, as one text; None where anything else stands there."""
    pieces: list[Placed] = []
    while begin < end:
        found = literal_at(text, begin, known=known)
        if found is None or found.is_bytes:
            return None
        pieces.append(found.placed)
        begin = _skipped(text, found.end)
    return joined(pieces)


def all_literals(text: str) -> Iterator[Placed]:
    """Every group of adjacent literals of a text that need not be Python as we know it; comments are passed over."""
    position = broken = 0
    group: list[Placed] = []
    starts = re.compile(rf"#[^\n]*|{OPENING.pattern}")
    while (match := starts.search(text, position)) is not None:
        if match.group().startswith("#"):
            position = match.end()
            continue
        found = literal_at(text, match.start())
        if found is None:
            position = match.end()
            broken += 1 if len(match["quote"]) == 1 else _COST_OF_TRIPLE
            if broken > MOST_BROKEN:
                return
            continue
        if not found.is_bytes:
            group.append(found.placed)
        position = _skipped(text, found.end)
        if group and OPENING.match(text, position) is None:
            yield joined(group)
            group = []
    if group:
        yield joined(group)


def _skipped(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between is not None else at


def _undone(text: str, begin: int, end: int, *, is_raw: bool) -> Iterator[Placed]:
    """The signs of a literal between two offsets with their escapes undone."""
    if is_raw or text.find("\\", begin, end) < 0:
        yield literal(text, begin, end)
        return
    position = begin
    for escape in _ESCAPE.finditer(text, begin, end):
        meant = _meant(escape.group()[1:])
        if meant is None:
            continue
        yield literal(text, position, escape.start())
        yield standing(meant, escape.start(), escape.end())
        position = escape.end()
    yield literal(text, position, end)


def _meant(escape: str) -> str | None:
    """What an escape means; None where the backslash stands for itself."""
    if escape in _PLAIN:
        return _PLAIN[escape]
    if escape.isdigit() and escape.isascii():
        return chr(int(escape, 8)) if escape[0] in "01234567" else None
    if escape[0] in "xuU" and len(escape) > 1:
        number = int(escape[1:], 16)
        is_sign = number < 0x110000 and not 0xD800 <= number < 0xE000  # noqa: PLR2004  what Unicode holds
        return chr(number) if is_sign else "\N{REPLACEMENT CHARACTER}"
    if escape.startswith("N{"):
        try:
            return unicodedata.lookup(escape[2:-1])
        except KeyError:
            return None
    return None


def _field(text: str, at: int, depth: int) -> tuple[int, int]:
    """Where the expression of a field ends and where the field ends; (-1, -1) where it never does."""
    open_brackets = 0
    expression_end = -1
    position = at
    while depth < DEEPEST and (stop := _IN_FIELD.search(text, position, at + LONGEST_FIELD)) is not None:
        sign, position = stop.group(), stop.end()
        if sign in {"'", '"'}:
            inner = literal_at(text, stop.start(), depth + 1)
            if inner is None:
                return -1, -1
            position = inner.end
        elif sign in {"(", "[", "{"}:
            open_brackets += 1
        elif sign == "}" and open_brackets == 0:
            return (stop.start() if expression_end < 0 else expression_end), stop.end()
        elif sign in {")", "]", "}"}:
            open_brackets -= 1
        elif open_brackets == 0 and expression_end < 0 and sign not in {"!=", ":="} and sign[0] in "!:=":
            expression_end = stop.start()
    return -1, -1
