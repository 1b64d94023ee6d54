"""Tables handed to others without copying: shares, publications, and subscriptions to another server."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.endpoints import Place
from kuajing.lineage.shims.connections import connection_place
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import Direction, TableName


@dataclass(frozen=True, slots=True)
class Shared:
    """Tables that stand open to a place outside, or that a place outside fills."""

    tables: tuple[TableName, ...]
    direction: Direction
    place: Place


def shared(words: Sequence[Token]) -> Shared | None:
    """What a statement shares, publishes or subscribes to; None when it does neither."""
    cursor = Cursor(words)
    if cursor.take("GRANT"):
        return _granted(cursor)
    if cursor.take("ALTER", "SHARE") or cursor.take("ALTER", "DATASHARE"):
        return _added(cursor)
    if cursor.take("CREATE", "PUBLICATION") or cursor.take("ALTER", "PUBLICATION"):
        return _published(cursor)
    if cursor.take("CREATE", "SUBSCRIPTION") or cursor.take("ALTER", "SUBSCRIPTION"):
        return _subscribed(cursor)
    return None


def opens_everything(words: Sequence[Token]) -> bool:
    """Whether a statement publishes or shares a whole schema or database, so that nobody sees which tables."""
    cursor = Cursor(words)
    if cursor.take("CREATE", "PUBLICATION") or cursor.take("ALTER", "PUBLICATION"):
        return cursor.skip_to("ALL", "TABLES") or cursor.skip_to("TABLES", "IN")
    if cursor.take("ALTER", "DATASHARE"):
        return cursor.skip_to("ALL", "TABLES") or (
            cursor.skip_to("INCLUDENEW") and any(token.word == "TRUE" for token in words)
        )
    if not (cursor.take("GRANT", "SELECT") and cursor.take("ON")):
        return False
    return bool(cursor.take_any("ALL", "SCHEMA", "DATABASE")) and cursor.skip_to("TO", "SHARE")


def _granted(cursor: Cursor) -> Shared | None:
    """GRANT SELECT ON TABLE table TO SHARE share."""
    tables = Cursor(cursor.tokens, cursor.position)
    if not (cursor.skip_to("TO", "SHARE") and tables.skip_to("ON") and tables.take("ON")):
        return None
    end = cursor.position
    cursor.take("TO", "SHARE")
    share = cursor.take_name()
    kind = tables.take_any("TABLE", "VIEW", "SCHEMA", "DATABASE", "FUNCTION")
    if kind in {"SCHEMA", "DATABASE", "FUNCTION"} or share is None or tables.at("ALL"):
        return None
    listed = Cursor(cursor.tokens, tables.position, end)
    names = tuple(name for part in listed.parts() if (name := part.take_name()))
    return Shared(names, "out", Place("share", ".".join(share)))


def _added(cursor: Cursor) -> Shared | None:
    """ALTER SHARE share ADD TABLE table; ALTER DATASHARE share ADD TABLE table."""
    share = cursor.take_name()
    if share is None or not cursor.take("ADD") or not cursor.take_any("TABLE", "VIEW"):
        return None
    table = cursor.take_name()
    return Shared((table,), "out", Place("share", ".".join(share))) if table else None


def _published(cursor: Cursor) -> Shared | None:
    """CREATE PUBLICATION publication FOR TABLE table, table (columns)."""
    name = cursor.take_name()
    if name is None or not (cursor.skip_to("TABLE") and cursor.take("TABLE")):
        return None
    cursor.take("ONLY")
    tables = []
    for part in cursor.parts():
        part.take("TABLE")
        part.take("ONLY")
        table = part.take_name()
        if table is not None:
            tables.append(table)
    return Shared(tuple(tables), "out", Place("publication", name[-1]))


def _subscribed(cursor: Cursor) -> Shared | None:
    """CREATE SUBSCRIPTION subscription CONNECTION 'host=... dbname=...' PUBLICATION publication."""
    name = cursor.take_name()
    if name is None or not (cursor.skip_to("CONNECTION") and cursor.take("CONNECTION")):
        return None
    place = connection_place(cursor.take_string() or "", "postgres")
    return Shared((name,), "in", place)
