"""sqlglot's tokens, plain ones by one pattern: its own tokenizer goes sign by sign, which took a fifth of all the time."""

from sqlglot.dialects.dialect import Dialect as Grammar
from sqlglot.tokenizer_core import Token, TokenizerCore, TokenType
from sqlglot.tokens import Tokenizer

from kuajing.lineage.grammar.plain_tokens import APART, Plain, plain_tokens

_KINDS = {"number": TokenType.NUMBER, "name": TokenType.IDENTIFIER, "string": TokenType.STRING}


def quick_tokens(text: str, grammar: Grammar) -> list[Token]:
    """The tokens of a text, the same as from the grammar's own tokenizer; raises the same errors."""
    tokenizer = grammar.tokenizer()
    if type(tokenizer).tokenize is not Tokenizer.tokenize:  # one that tries several others in turn
        return tokenizer.tokenize(text)
    return _Quick(tokenizer, plain_tokens(type(grammar))).tokenize(text)


class _Quick(TokenizerCore):
    """sqlglot's tokenizer, which from a word or sign on takes all that is plain at once."""

    __slots__ = ("_plain",)

    def __init__(self, tokenizer: Tokenizer, plain: Plain) -> None:
        for name in TokenizerCore.__slots__:
            setattr(self, name, getattr(tokenizer._core, name))  # noqa: SLF001  there is no other way to a core
        self._plain = plain

    def _scan_keywords(self) -> None:
        found = self.tokens
        count = len(found)
        if not (self._comments or (found and found[-1].token_type in APART)):
            self._scan_plain()
        if len(found) == count:
            super()._scan_keywords()
        else:
            self._stand_behind(found[-1])

    def _scan_plain(self) -> None:
        """Adds the plain tokens that stand here in a row, each with the comments before it or behind it on its line."""
        (pattern, kinds), found, variable = self._plain, self.tokens, TokenType.VAR
        line, before, last_line = self._line, self._current - self._col, self._prev_token_line
        count, leading = len(found), list[str]()
        trailing = list[str]()
        for match in pattern.finditer(self.sql, self._start):
            group = match.lastgroup
            if group is None:
                return
            start, end = match.span(group)
            text = match[group]
            kind: TokenType | None
            if group == "plain":
                kind = kinds.get(text.upper(), variable)
                if kind is None:
                    return
            elif group == "newline":
                line, before = line + 1, end
                continue
            elif group in _KINDS:
                kind, text = _KINDS[group], text if group == "number" else text[1:-1]
            elif len(found) == count:
                return  # the comments before any token would be looked at again for each of them
            else:
                (trailing if line == last_line else leading).append(text)
                continue
            if trailing:
                found[-1].comments += trailing
                trailing = []
            found.append(Token(kind, text, line, end - before, start, end - 1, leading))
            leading, last_line = [], line

    def _stand_behind(self, token: Token) -> None:
        """Goes on behind a token as if all before had been read sign by sign."""
        self._start, self._line, self._prev_token_line = token.start, token.line, token.line
        self._col = token.col
        self._char = self.sql[token.end]
        self._current = token.end + 1
        self._end = self._current >= self.size
        self._peek = "" if self._end else self.sql[self._current]
