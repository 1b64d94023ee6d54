"""The parameters and declared variables of a routine: names in its body that are no columns."""

import re
from collections.abc import Iterator, Sequence

from kuajing.lineage.cursor import Cursor
from kuajing.lineage.dialects import Dialect
from kuajing.lineage.lexer import Kind, Token

_MODES = ("IN", "OUT", "INOUT", "VARIADIC")
_DECLARED_OTHERWISE = frozenset({"CURSOR", "CONDITION", "HANDLER"})
_TELLING = re.compile(r"(?:p|v|i|o|l|in|out|var|par|param|para)_\w+")
"""Names nobody gives a column; elsewhere than in MySQL a column of the same name would win."""
_BEFORE_KIND = 9


def routine_names(words: Sequence[Token], dialect: Dialect) -> frozenset[str]:
    """The names a routine gives its parameters and variables, of those that a bare name is sure to mean."""
    names = {*_parameters(words), *(_declared(words) if dialect.conditional_comments else ())}
    if dialect.conditional_comments:
        return frozenset(names)
    return frozenset(name for name in names if _TELLING.fullmatch(name))


def _parameters(words: Sequence[Token]) -> Iterator[str]:
    cursor = Cursor(words)
    for _ in range(_BEFORE_KIND):
        if cursor.take_any("PROCEDURE", "PROC", "FUNCTION"):
            break
        cursor.position += 1
    else:
        return
    cursor.take("IF", "NOT", "EXISTS")
    group = cursor.take_group() if cursor.take_name() else None
    for part in group.parts() if group is not None else ():
        part.take_any(*_MODES)
        token = part.token
        if token is not None and token.kind in {Kind.WORD, Kind.QUOTED}:
            yield token.name


def _declared(words: Sequence[Token]) -> Iterator[str]:
    """The names of DECLARE a, b type."""
    for position, token in enumerate(words):
        if token.word != "DECLARE":
            continue
        cursor = Cursor(words, position + 1)
        names = []
        while (name := cursor.take_name()) is not None:
            names.append(name[-1])
            if not cursor.take_sign(","):
                break
        if cursor.word not in _DECLARED_OTHERWISE:
            yield from names
