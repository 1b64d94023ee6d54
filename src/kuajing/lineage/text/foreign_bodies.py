"""Routines in a language other than SQL, and the literals of their bodies that hold SQL."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Kind, Token

_READ = word_set("SQL PLPGSQL PLSQL PLTSQL EDBSPL PLORASQL PLISQL SPL C INTERNAL")
"""Languages that are read as they stand, and those of compiled functions, which a statement only names."""
_RUNS_SQL = re.compile(r"\b(?:plpy\s*\.|plv8\s*\.|spi_\w+|pg\.spi\.|GD\[|dbGetQuery\b)", re.IGNORECASE)
"""What a function of PostgreSQL calls to run SQL; one of a warehouse can run none."""
_LITERAL = re.compile(
    r"\"{3}(?P<a>.{1,20000}?)\"{3}|'{3}(?P<b>.{1,20000}?)'{3}|`(?P<c>[^`]{1,20000})`"
    r"|\"(?P<d>(?:[^\"\\\n]|\\.){1,20000})\"|'(?P<e>(?:[^'\\\n]|\\.){1,20000})'",
    re.DOTALL,
)
_STATEMENT = re.compile(
    r"\s*(?:INSERT|UPDATE|DELETE\s+FROM|MERGE|CREATE|SELECT|WITH|COPY|REPLACE\s+INTO)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ForeignBody:
    """The language of a routine, and each statement in a literal of its body with its offset."""

    language: str
    statements: tuple[tuple[int, str], ...]


def foreign_body(words: Sequence[Token]) -> ForeignBody | None:
    """The body of a routine that is not in SQL and may run some; None for any other statement."""
    language = next((_name(after) for before, after in pairwise(words) if before.word == "LANGUAGE"), "")
    if not language or language.upper() in _READ:
        return None
    body = next((after for before, after in pairwise(words) if _is_body(before, after)), None)
    text = body.value if body is not None else ""
    is_procedure = any(token.word in {"PROCEDURE", "DO"} for token in words[:8])
    if not is_procedure and _RUNS_SQL.search(text) is None:
        return None
    if body is None:
        return ForeignBody(language, ())
    begin = body.start + max(body.text.find(text), 0)
    return ForeignBody(language, tuple((begin + at, literal) for at, literal in _statements(text)))


def _name(token: Token) -> str:
    return (token.value if token.kind is Kind.STRING else token.name).lower()


def _is_body(before: Token, after: Token) -> bool:
    return after.kind is Kind.STRING and (before.word in {"AS", "DO"} or after.text[0] == "$")


def _statements(body: str) -> Iterator[tuple[int, str]]:
    """The literals of a program that begin as statements do."""
    for found in _LITERAL.finditer(body):
        group = found.lastgroup
        if group is not None and _STATEMENT.match(found[group]):
            yield found.start(group), found[group]
