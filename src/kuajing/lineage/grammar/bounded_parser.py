"""sqlglot's parsers with a bound: where a grammar tries in vain again and again, the cost doubles with every nesting.

A column that is a whole expression, as most are, is read as one: a grammar asks for some ten levels of operators first.
"""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import Protocol, cast

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect as Grammar
from sqlglot.parser import Parser
from sqlglot.tokenizer_core import Token, TokenType

from kuajing.lineage.grammar.quick_tokens import quick_tokens
from kuajing.lineage.text.budget import TooMuchWorkError

_TRIES_OF_A_TOKEN = 20
"""How often a parser may turn back for each token; real statements do so once in three."""
_TRIES_BESIDE = 40_000
_ENDS = frozenset({TokenType.COMMA, TokenType.R_PAREN, TokenType.ALIAS, TokenType.FROM})
"""What ends an expression in every grammar."""


class _Reading(Protocol):
    """What is used of a parser that counts."""

    left: int
    IDENTIFIER_TOKENS: Collection[TokenType]
    _index: int
    _curr: Token
    _next: Token
    _tokens: Sequence[Token]

    def _advance(self, times: int) -> None: ...
    def _parse_column(self) -> exp.Expr | None: ...


def trees_of(text: str, read: str | type[Grammar] | None) -> list[exp.Expr | None]:
    """The trees of a text in a grammar.

    Raises TooMuchWorkError where the parser turns back too often, and sqlglot's own errors.
    """
    grammar = Grammar.get_or_raise(read)
    words = quick_tokens(text, grammar)
    parser = _bounded(grammar.parser_class)(dialect=grammar)
    cast("_Reading", parser).left = _TRIES_BESIDE + _TRIES_OF_A_TOKEN * len(words)
    return parser.parse(words, text)


@lru_cache(maxsize=64)
def _bounded(parser: type[Parser]) -> type[Parser]:
    """The parser of a grammar that counts how often it turns back, and reads a lone column as one."""
    by_operators = cast("Callable[[_Reading], exp.Expr | None]", parser._parse_disjunction)  # noqa: SLF001

    def parse_disjunction(self: _Reading) -> exp.Expr | None:
        column = self._parse_column() if _is_lone_column(self) else None
        return by_operators(self) if column is None else column

    own = {"_retreat": _retreat, "_parse_disjunction": parse_disjunction}
    return cast("type[Parser]", type(f"Bounded{parser.__name__}", (parser,), own))


def _retreat(self: _Reading, index: int) -> None:
    if index != self._index:
        self.left -= 1
        if self.left < 0:
            raise TooMuchWorkError
        self._advance(index - self._index)


def _is_lone_column(self: _Reading) -> bool:
    """Whether `name` or `table.name` stands here as a whole expression."""
    names, tokens = self.IDENTIFIER_TOKENS, self._tokens
    if self._curr.token_type not in names:
        return False
    if self._next.token_type != TokenType.DOT:
        return self._next.token_type in _ENDS
    name, end = self._index + 2, self._index + 3
    return end < len(tokens) and tokens[name].token_type in names and tokens[end].token_type in _ENDS
