"""Variables that take what a write returns: RETURNING ... INTO of Oracle and PostgreSQL, which names no table."""

from collections.abc import Sequence

from kuajing.lineage.statements.variables import Assignment
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.lexer import Token

_WRITES = ("INSERT", "UPDATE", "DELETE", "MERGE", "WITH")


def returned_into(words: Sequence[Token], text: str, dialect: Dialect) -> Assignment | None:
    """The variables behind RETURNING ... INTO, and the statement without them; T-SQL's OUTPUT INTO names a table."""
    cursor = Cursor(words)
    if dialect.batch_separator or cursor.word not in _WRITES:
        return None
    if not (cursor.skip_to("RETURNING") and cursor.skip_to("INTO")):
        return None
    is_bulk = [token.word for token in words[cursor.position - 2 : cursor.position]] == ["BULK", "COLLECT"]
    start = words[cursor.position - 2 if is_bulk else cursor.position].start
    cursor.take("INTO")
    cursor.take("STRICT")
    names = []
    while cursor.token is not None:
        cursor.take_sign(":")
        name = cursor.take_name()
        if name is None:
            return None
        names.append(name[-1])
        cursor.take_group()
        if not cursor.take_sign(","):
            break
    end = words[cursor.position - 1].end
    return Assignment(tuple(names), text[:start] + " " * (end - start) + text[end:]) if names else None
