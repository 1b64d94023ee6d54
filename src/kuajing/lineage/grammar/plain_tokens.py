"""Which tokens of a grammar are plain: what they are hangs on their own signs and on nothing that stands around them."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from sqlglot.dialects.dialect import Dialect
from sqlglot.tokenizer_core import TokenType
from sqlglot.tokens import Tokenizer

APART = frozenset({TokenType.SEMICOLON, TokenType.PARAMETER})
"""Signs that sqlglot reads together with what stands around them."""

_WORD = re.compile(r"\w+")


class Plain(NamedTuple):
    """The plain tokens of a grammar.

    Each match of `pattern` has the name of what it is: a `plain` word or sign, a `number`, `name` or `string`, a
    `comment`, a `newline`; none where nothing plain stands. `kinds` are those of words and signs, None for a word that
    is not plain after all; a word that is not in it is a name.
    """

    pattern: re.Pattern[str]
    kinds: Mapping[str, TokenType | None]


@lru_cache(maxsize=64)
def plain_tokens(dialect: type[Dialect]) -> Plain:
    """The plain tokens of a grammar: those whose beginning begins nothing longer."""
    grammar = dialect.tokenizer_class
    tables = (grammar.KEYWORDS, grammar._COMMENTS, grammar._QUOTES, grammar._FORMAT_STRINGS)  # noqa: SLF001
    openings = {opening.upper() for table in tables for opening in table}
    words = _words(grammar, openings)
    openings = {one for one in openings if not _WORD.match(one)}
    signs = _signs(grammar, openings)
    ends = _any_of(grammar.SINGLE_TOKENS.keys() - grammar.VAR_SINGLE_TOKENS)
    strings = {sign: end for sign, end in grammar._QUOTES.items() if _behind(sign, openings) <= {sign}}  # noqa: SLF001
    pattern = re.compile(
        rf"[ \t]*+(?:(?P<plain>[^\W\d]\w*+(?=[\s{ends}]|\Z)|{_alone(signs, openings)})|(?P<newline>\r?\n)"
        rf"|(?P<number>[0-9]++(?=[\s,)]|\Z))|(?P<name>{_between(grammar._IDENTIFIERS)})"  # noqa: SLF001
        rf"|(?P<string>{_between(strings)})|{_comments(grammar, openings)}|.)",
        re.DOTALL,
    )
    return Plain(pattern, {**words, **signs})


def _words(grammar: type[Tokenizer], openings: Iterable[str]) -> dict[str, TokenType | None]:
    """The keywords of one word; those that begin a longer one, or take the rest of the statement, are not plain."""
    words = {word: kind for word, kind in grammar.KEYWORDS.items() if _WORD.fullmatch(word)}
    begun = {match.group() for one in openings if (match := _WORD.match(one)) and match.end() < len(one)}
    commands = {word for word, kind in words.items() if kind in grammar.COMMANDS}
    return {**words, **dict.fromkeys(begun | commands)}


def _signs(grammar: type[Tokenizer], openings: Collection[str]) -> dict[str, TokenType]:
    singles = {sign: kind for sign, kind in grammar.SINGLE_TOKENS.items() if sign not in openings}
    longer = {
        sign: kind
        for sign, kind in grammar.KEYWORDS.items()
        if len(sign) > 1 and grammar.SINGLE_TOKENS.keys() >= set(sign) and sign not in grammar._COMMENTS  # noqa: SLF001
    }
    found = {**singles, **longer}
    return {
        sign: kind
        for sign, kind in found.items()
        if kind not in APART and kind not in grammar.COMMANDS and sign[0] not in grammar._IDENTIFIERS  # noqa: SLF001
    }


def _comments(grammar: type[Tokenizer], openings: Collection[str]) -> str:
    """A pattern of comments that end in their line and hold no other."""
    kinds = grammar._COMMENTS  # noqa: SLF001
    line = {sign: _begun(sign, openings) for sign, end in kinds.items() if end is None}
    if grammar.DASH_COMMENT_REQUIRES_BOUNDARY:
        line["--"] = r"--(?=[\s\x00-\x1f\x7f]|\Z)"
    closes = r"(?=\n|\Z)" if grammar.COMMENTS_TERMINATE_AT_NEWLINE_ONLY else r"(?=\r?\n|\Z)"
    block = _begun("/*", openings) if kinds.get("/*") == "*/" else "(?!)"
    return rf"(?:{'|'.join(line.values())})(?P<comment>[^\n\r]*+){closes}|{block}(?P<remark>[^*/\n\r]*+)\*/"


def _between(quotes: Mapping[str, str]) -> str:
    """A pattern of what stands between quotes on one line, nothing in it escaped."""
    forms = [
        rf"{re.escape(sign)}[^{re.escape(end)}\\\n\r]++{re.escape(end)}(?!{re.escape(end)})"
        for sign, end in quotes.items()
        if len(sign) == len(end) == 1
    ]
    return "|".join(forms) or "(?!)"


def _alone(signs: Iterable[str], openings: Collection[str]) -> str:
    """A pattern of signs where nothing longer begins with them."""
    return "|".join(_begun(sign, openings) for sign in sorted(signs))


def _begun(sign: str, openings: Iterable[str]) -> str:
    behind = _behind(sign, openings)
    return re.escape(sign) + (rf"(?![{_any_of(behind)}])" if behind else "")


def _behind(sign: str, openings: Iterable[str]) -> set[str]:
    """What stands behind a sign where something longer begins with it."""
    found = {one[len(sign)] for one in openings if len(one) > len(sign) and one.startswith(sign)}
    return found | {sign.lower() for sign in found}


def _any_of(signs: Iterable[str]) -> str:
    """Signs as they are written in a class of a pattern; a blank stands for every one."""
    return "".join(r"\s" if sign == " " else re.escape(sign) for sign in sorted(signs))
