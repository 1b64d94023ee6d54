"""One statement through sqlglot: a tree, or the reason there is none. Its log is kept silent and read."""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect as SqlglotDialect
from sqlglot.errors import ParseError, SqlglotError, TokenError

from kuajing.lineage.grammar.bounded_parser import trees_of
from kuajing.lineage.grammar.flink_dialect import Flink
from kuajing.lineage.grammar.own_dialects import LinkedPostgres, OutputTSQL, UpdatedQueryOracle
from kuajing.lineage.grammar.pipes import without_pipes
from kuajing.lineage.grammar.pivot_spelling import pivot_as_query
from kuajing.lineage.grammar.rewrites import readable
from kuajing.lineage.grammar.spliced import Spliced
from kuajing.lineage.text.budget import TooMuchWorkError
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.lexer import Kind, Token, tokens

MOST_BRACKETS = 150
MOST_CHARACTERS = 1_000_000
_GRAMMARS = {
    "flink": Flink,
    **dict.fromkeys(("kingbase", "opengauss", "gaussdb"), LinkedPostgres),
    **dict.fromkeys(("tsql", "mssql", "sqlserver"), OutputTSQL),
}
_FRAMES = 8_000
"""Python frames granted while a tree is built and read: 150 brackets need some 30 each."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a statement, or the key of the message that says why there is none, and the offset it is about."""

    tree: exp.Expr | None
    failure: str | None = None
    offset: int = -1


class _Listener(logging.Filter):
    """Keeps sqlglot's warnings off every log and remembers that there were any."""

    def __init__(self) -> None:
        super().__init__()
        self.warnings = 0

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002  the record is dropped whatever it says
        self.warnings += 1
        return False


@contextmanager
def quiet() -> Iterator[_Listener]:
    """Keeps sqlglot's log silent, and grants the frames its recursive parser needs."""
    logger, listener, limit = logging.getLogger("sqlglot"), _Listener(), sys.getrecursionlimit()
    logger.addFilter(listener)
    sys.setrecursionlimit(max(limit, _FRAMES))
    try:
        yield listener
    finally:
        sys.setrecursionlimit(limit)
        logger.removeFilter(listener)


_OPENING = frozenset("([{")


def obstacle(text: str, words: list[Token]) -> str | None:
    """The key of what keeps a statement from being given to the parser at all: its size, its depth, an open quote."""
    if len(text) > MOST_CHARACTERS:
        return "unread.sql_too_long"
    if words and words[-1].kind is Kind.BROKEN:
        return "unread.sql_unclosed_quote"
    if len([token for token in words if token.text in _OPENING]) <= MOST_BRACKETS:
        return None
    depth = deepest = 0
    for token in words:
        if token.kind is Kind.SIGN:
            if token.text in _OPENING:
                depth += 1
                deepest = max(deepest, depth)
            elif token.text in ")]}":
                depth -= 1
    return "unread.sql_too_deep" if deepest > MOST_BRACKETS else None


def parsed(text: str, dialect: Dialect) -> Parsed:
    """The tree of a text that holds one statement; to be called within `quiet`.

    Where a database has a second mode, a statement that names a link or row as it does is of that one, and so is what its first cannot
    read.
    """
    spliced = respelled(text, dialect)
    if spliced is not None:
        result = parsed(spliced.text, replace(dialect, pipes=False, pivot_statements=False))
        if result.tree is not None:
            spliced.place(result.tree)
            return result
    second = dialect.second_grammar
    if second is not None and _LINK.search(text):
        result = _parsed(text, dialect, second)
        if result.tree is not None:
            return result
    result = _parsed(text, dialect, dialect.grammar)
    if result.tree is None and second is not None:
        again = _parsed(text, dialect, second)
        return again if again.tree is not None else result
    return result


_LINK = re.compile(r"(?i)(?:\b(?:FROM|JOIN|INTO|UPDATE|USING)\s|,)\s*[\w$.\"]+@[\w.\"]+|:(?:NEW|OLD)\.")
"""A table behind a link, such as `db.table@link`, or a row of a trigger of that mode."""


def _own(grammar: str | None) -> str | type[SqlglotDialect] | None:
    """The grammar, or our own one in its place."""
    return UpdatedQueryOracle if grammar == "oracle" else grammar


def _parsed(  # noqa: PLR0911  one return for each way it can end
    text: str, dialect: Dialect, grammar: str | None
) -> Parsed:
    try:
        trees = [
            tree
            for tree in trees_of(readable(text, grammar), _GRAMMARS.get(dialect.name) or _own(grammar))
            if tree is not None
        ]
    except ParseError as error:
        return Parsed(None, "unread.sql_not_understood", _offset(error, text))
    except TokenError:
        return Parsed(None, "unread.sql_not_understood")
    except (RecursionError, TooMuchWorkError):
        return Parsed(None, "unread.sql_too_deep")
    except (SqlglotError, ValueError, AttributeError, TypeError, IndexError, KeyError):
        # sqlglot's grammar trips over some unfinished statements with errors of its own making
        return Parsed(None, "unread.sql_not_understood")
    if len(trees) != 1:
        return Parsed(None, "unread.sql_not_understood")
    if isinstance(trees[0], exp.Command):
        return Parsed(None, "unread.sql_opaque")
    return Parsed(trees[0])


def respelled(text: str, dialect: Dialect) -> Spliced | None:
    """A statement whose queries are written in a way of their own, put into plain ones; None for any other."""
    if dialect.pipes and "|>" in text:
        return without_pipes(text, list(tokens(text, dialect)))
    if dialect.pivot_statements and "PIVOT" in text.upper():
        return pivot_as_query(text, list(tokens(text, dialect)))
    return None


def _offset(error: ParseError, text: str) -> int:
    """Where in the text the parser stopped; it counts columns by the end of a token."""
    if not error.errors or not error.errors[0].get("line"):
        return -1
    line, column = error.errors[0]["line"], error.errors[0].get("col") or 1
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return min(start + max(column - 1, 0), len(text) - 1)
