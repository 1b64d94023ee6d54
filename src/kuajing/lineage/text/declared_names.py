"""Names that a routine declares for itself, parameters and variables: in its body they are no columns."""

import re
from collections.abc import Sequence

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Token

_DIRECTIONS = ("IN", "OUT", "INOUT", "VARIADIC")
_NO_VARIABLE = word_set(
    "CURSOR TYPE SUBTYPE PROCEDURE FUNCTION PRAGMA BEGIN SELECT WITH INSERT UPDATE DELETE MERGE CONTINUE EXIT"
)
_MARKED = re.compile(
    r"(?:p|v|i|o|l|g|in|out|io|pi|po|pio|lv|gv|lc|ln|ld|var|par|prm|param|arg)_\w+|\w+_(?:in|out|param|arg)"
)
"""How people name parameters and variables to tell them from columns."""
_MOST_ITEMS = 300


def declared_names(words: Sequence[Token], position: int, dialect: Dialect) -> tuple[str, ...]:
    """What is declared by the word here: the parameters behind FUNCTION and its like, the variables behind DECLARE.

    Where a column wins over a variable of its name, as in Oracle, only names that show what they are count.
    """
    word = words[position].word
    if dialect.batch_separator:
        return ()
    if word in {"PROCEDURE", "FUNCTION"}:
        names = _parameters(Cursor(words, position + 1))
    elif word == "DECLARE" or (word in {"IS", "AS"} and dialect.block_declarations):
        has_section = dialect.block_declarations or dialect.dollar_quotes
        names = _variables(Cursor(words, position + 1), _MOST_ITEMS if has_section else 1)
    else:
        return ()
    columns_win = dialect.block_declarations or (word in {"PROCEDURE", "FUNCTION"} and _is_plain_sql(words))
    return tuple(name for name in names if _MARKED.fullmatch(name)) if columns_win else names


def _is_plain_sql(words: Sequence[Token]) -> bool:
    """Whether a function of PostgreSQL is written in SQL, where a column wins over a parameter."""
    cursor = Cursor(words)
    return cursor.skip_to("LANGUAGE", "SQL")


def _parameters(cursor: Cursor) -> tuple[str, ...]:
    """The names in the list of parameters, each with a type behind it."""
    cursor.take("IF", "NOT", "EXISTS")
    group = cursor.take_group() if cursor.take_name() else None
    names = []
    for part in group.parts() if group is not None else ():
        part.take_any(*_DIRECTIONS)
        name = part.take_name()
        if name is not None and part.token is not None:
            names.append(name[-1])
    return tuple(names)


def _variables(cursor: Cursor, items: int) -> tuple[str, ...]:
    """The names of so many declarations, at most up to BEGIN."""
    names: list[str] = []
    for _ in range(items):
        if not cursor.word or cursor.word in _NO_VARIABLE:
            if not cursor.at("CURSOR") and not cursor.at("TYPE"):
                break
        elif not Cursor(cursor.tokens, cursor.position + 1).at("CURSOR"):
            while (name := cursor.take_name()) is not None:
                names.append(name[-1])
                if not cursor.take_sign(","):
                    break
        while cursor.token is not None and not cursor.is_sign(";"):
            cursor.position += 1
        cursor.take_sign(";")
    return tuple(names)
