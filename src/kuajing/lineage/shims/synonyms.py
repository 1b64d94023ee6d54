"""CREATE SYNONYM: another name for a table here, behind a link, or of a linked server."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.servers import Binding
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import TableName

_LINKED_PARTS = 4
"""A name of server, database, schema and table."""


def synonym(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE [PUBLIC] SYNONYM name FOR table@link | server.database.schema.table: the name stands for a place."""
    cursor = synonym_head(words)
    name = cursor.take_name() if cursor is not None else None
    target = cursor.take_name() if cursor is not None and cursor.take("FOR") else None
    if name is None or target is None or not is_far(target):
        return None
    link = target[-1].partition("@")[2]
    if link:
        return Binding("table", name, session.servers.get(link) or Place("", link))
    return Binding("table", name, session.servers.get(target[0]) or Place("sqlserver", target[0]))


def is_far(table: TableName) -> bool:
    """Whether a name leads to another database: behind a link, or on a linked server."""
    return "@" in table[-1][1:] or len(table) == _LINKED_PARTS


def synonym_head(words: Sequence[Token]) -> Cursor | None:
    """A cursor behind the words that open a CREATE SYNONYM."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    cursor.take("OR", "REPLACE")
    cursor.take_any("EDITIONABLE", "NONEDITIONABLE")
    cursor.take("PUBLIC")
    return cursor if cursor.take("SYNONYM") else None
