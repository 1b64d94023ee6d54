"""sqlglot's parsers with a bound: where a grammar tries in vain again and again, the cost doubles with every nesting."""

from functools import lru_cache
from typing import Protocol, cast

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect as Grammar
from sqlglot.parser import Parser

from kuajing.lineage.grammar.quick_tokens import quick_tokens
from kuajing.lineage.text.budget import TooMuchWorkError

_TRIES_OF_A_TOKEN = 20
"""How often a parser may turn back for each token; real statements do so once in three."""
_TRIES_BESIDE = 40_000


class _Counting(Protocol):
    """What is used of a parser that counts."""

    left: int
    _index: int

    def _advance(self, times: int) -> None: ...


def trees_of(text: str, read: str | type[Grammar] | None) -> list[exp.Expr | None]:
    """The trees of a text in a grammar.

    Raises TooMuchWorkError where the parser turns back too often, and sqlglot's own errors.
    """
    grammar = Grammar.get_or_raise(read)
    words = quick_tokens(text, grammar)
    parser = _bounded(grammar.parser_class)(dialect=grammar)
    cast("_Counting", parser).left = _TRIES_BESIDE + _TRIES_OF_A_TOKEN * len(words)
    return parser.parse(words, text)


@lru_cache(maxsize=64)
def _bounded(parser: type[Parser]) -> type[Parser]:
    """The parser of a grammar that counts how often it turns back."""
    return cast("type[Parser]", type(f"Bounded{parser.__name__}", (parser,), {"_retreat": _retreat}))


def _retreat(self: _Counting, index: int) -> None:
    if index != self._index:
        self.left -= 1
        if self.left < 0:
            raise TooMuchWorkError
        self._advance(index - self._index)
