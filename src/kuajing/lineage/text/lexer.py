"""SQL text as tokens, by one regular expression per way of quoting; linear in the text, whatever stands in it."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from kuajing.lineage.text.dialects import Dialect


class Kind(Enum):
    """What a token is; comments are no tokens."""

    WORD = "word"
    QUOTED = "quoted"
    STRING = "string"
    NUMBER = "number"
    SIGN = "sign"
    BROKEN = "broken"


class Token(NamedTuple):
    """A token and its place: character offsets into the text it came from.

    `word` is an unquoted word in upper case, what keywords are compared with; empty for any other token.
    """

    kind: Kind
    text: str
    start: int
    end: int
    word: str = ""

    @property
    def name(self) -> str:
        """The identifier the token writes, folded to lower case, quotes taken off."""
        if self.kind is Kind.QUOTED:
            closing = self.text[-1]
            return self.text[1:-1].replace(closing * 2, closing).lower()
        return self.text.lower()

    @property
    def value(self) -> str:
        """The text inside a string literal, its doubled quotes undone; other tokens as written."""
        if self.kind is not Kind.STRING:
            return self.text
        if self.text[0] == "$":
            width = self.text.index("$", 1) + 1
            return self.text[width:-width]
        if self.text[0] in "nNqQ" and "q'" in self.text[:3].lower():
            return self.text[self.text.index("'") + 2 : -2]
        opening = self.text.index(self.text[-1])
        quote = self.text[opening]
        if self.text.startswith(quote * 3, opening) and len(self.text) >= opening + 6:
            return self.text[opening + 3 : -3]
        return _ESCAPE.sub(r"\1", self.text[opening + 1 : -1].replace(quote * 2, quote))


_ESCAPE = re.compile(r"\\(['\"])")
_PAIRS = {"[": "]", "{": "}", "(": ")", "<": ">"}
_NESTED = re.compile(r"/\*|\*/")


def _body(quote: str, *, backslash: bool) -> str:
    if backslash:
        return rf"{quote}(?:[^{quote}\\]++|\\.|{quote}{quote})*+{quote}"
    return rf"{quote}(?:[^{quote}]++|{quote}{quote})*+{quote}"


def string_patterns(dialect: Dialect) -> list[str]:
    """Regular expressions of the dialect's string literals, the longest form first."""
    forms = []
    if dialect.triple_quotes:
        forms += [
            r"[rRbB]{0,2}'''(?:[^'\\]++|\\.|'(?!''))*+'''",
            r'[rRbB]{0,2}"""(?:[^"\\]++|\\.|"(?!""))*+"""',
        ]
    if dialect.dollar_quotes:
        forms.append(r"\b[eE]" + _body("'", backslash=True))
    forms.append(r"(?:\b[nNxXbBrRuU]&?)?" + _body("'", backslash=dialect.backslash_escapes))
    if dialect.double_quoted_strings:
        forms.append(_body('"', backslash=dialect.backslash_escapes))
    return forms


def delimited_pattern(dialect: Dialect) -> str:
    """The opening of strings that name their own end: `$tag$` of PostgreSQL, `q'[` of Oracle."""
    if dialect.dollar_quotes:
        return r"\$(?:[^\W\d]\w*)?\$"
    return r"\b[nN]?[qQ]'[^\s\w']" if dialect.block_declarations else r"(?!)"


def end_of_delimited(text: str, opening: re.Match[str]) -> int | None:
    """Where a string that names its own end is closed; None when it never is."""
    mark = opening["delimited"]
    closing = mark if mark[0] == "$" else _PAIRS.get(mark[-1], mark[-1]) + "'"
    found = text.find(closing, opening.end())
    return None if found < 0 else found + len(closing)


def quoted_patterns(dialect: Dialect) -> list[str]:
    """Regular expressions of the dialect's quoted identifiers."""
    forms = [_body("`", backslash=False)]
    if not dialect.double_quoted_strings:
        forms.append(_body('"', backslash=False))
    if dialect.bracket_quotes:
        forms.append(r"\[(?:[^\]\n]|\]\]){1,256}+\]")
    return forms


def comment_patterns(dialect: Dialect) -> list[str]:
    """Regular expressions of the dialect's comments, nested block comments apart."""
    line = r"--(?=[\s]|$)[^\n]*+" if dialect.conditional_comments else r"--[^\n]*+"
    forms = [line, r"/\*(?:[^*]++|\*(?!/))*+\*/"]
    if dialect.hash_comments:
        forms.append(r"\#[^\n]*+")
    if dialect.slash_comments:
        forms.append(r"(?<![:/])//[^\n]*+")
    return forms


@lru_cache(maxsize=32)
def _pattern(dialect: Dialect) -> re.Pattern[str]:
    strings = "|".join(string_patterns(dialect))
    return re.compile(
        r"\s*+(?:(?P<plain>[^\W\d][\w$#]*+(?!['\"&]))|(?P<mark>[(),.;]|=(?!>))"
        rf"|(?P<comment>{'|'.join(comment_patterns(dialect))})"
        rf"|(?P<delimited>{delimited_pattern(dialect)})|(?P<string>{strings})"
        rf"|(?P<quoted>{'|'.join(quoted_patterns(dialect))})"
        r"|(?P<word>[#@]{0,2}[^\W\d][\w$#]*+)|(?P<number>\d[\w.]*+)"
        r"|(?P<broken>['\"`]|/\*)|(?P<sign>:=|::|=>|->>?|<=>|[<>!]=|<>|\|\||.))",
        re.DOTALL,
    )


_KINDS = {
    "plain": Kind.WORD,  # begins no string, for no quote follows: nothing else need be tried before
    "mark": Kind.SIGN,
    "string": Kind.STRING,
    "quoted": Kind.QUOTED,
    "word": Kind.WORD,
    "number": Kind.NUMBER,
    "sign": Kind.SIGN,
}


def tokens(text: str, dialect: Dialect) -> Iterator[Token]:
    """The tokens of a text; an unclosed quote or comment is one BROKEN token that takes the rest."""
    pattern = _pattern(dialect)
    position, size = 0, len(text.rstrip())
    word, kinds, make = Kind.WORD, _KINDS, tuple.__new__
    while position < size:
        for match in pattern.finditer(text, position, size):
            group = match.lastgroup or "sign"
            start, end = match.span(group)
            kind = kinds.get(group)
            if kind is not None:
                written = text[start:end]
                folded = written.upper() if kind is word else ""
                yield make(
                    Token, (kind, written, start, end, folded)
                )  # past its own initialiser: there are very many
            elif group == "delimited":
                closed = end_of_delimited(text, match)
                end = size if closed is None else closed
                yield Token(Kind.BROKEN if closed is None else Kind.STRING, text[start:end], start, end)
                break
            elif group == "broken":
                yield Token(Kind.BROKEN, text[start:], start, size)
                return
            elif group == "comment" and dialect.nested_comments and text.startswith("/*", start):
                end = end_of_comment(text, start)
                break
        position = end


def end_of_comment(text: str, start: int) -> int:
    """Where the block comment that opens at `start` ends when such comments nest; the text's end if it never does."""
    depth = 0
    for match in _NESTED.finditer(text, start):
        depth += 1 if match.group() == "/*" else -1
        if depth == 0:
            return match.end()
    return len(text)
