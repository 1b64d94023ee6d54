"""Tables made as a copy of another without a query: CLONE, COPY, snapshots, and streams of a table's changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import TableName

_BEFORE_TABLE = (
    "OR",
    "REPLACE",
    "TRANSIENT",
    "TEMPORARY",
    "TEMP",
    "VOLATILE",
    "LOCAL",
    "GLOBAL",
    "SNAPSHOT",
    "DYNAMIC",
    "EXTERNAL",
    "HYBRID",
    "ICEBERG",
    "EVENT",
)
_KINDS = ("TABLE", "VIEW", "STAGE", "DIRECTORY")


@dataclass(frozen=True, slots=True)
class Cloned:
    """One table holds, from here on, what another one holds."""

    source: TableName
    target: TableName
    is_temporary: bool = False


def cloned(words: Sequence[Token]) -> Cloned | None:
    """What a statement makes a copy of; None for any other statement."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    before = set()
    while word := cursor.take_any(*_BEFORE_TABLE):
        before.add(word)
    if cursor.take("STREAM"):
        return _stream(cursor)
    if not cursor.take_any("TABLE", "SCHEMA", "DATABASE"):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    target = cursor.take_name()
    if target is None or not cursor.take_any("CLONE", "COPY"):
        return None
    cursor.take("AS")
    source = cursor.take_name()
    return Cloned(source, target, bool(before & {"TEMPORARY", "TEMP", "VOLATILE"})) if source else None


def _stream(cursor: Cursor) -> Cloned | None:
    """Snowflake's CREATE STREAM name ON TABLE table: the rows that change in it."""
    cursor.take("IF", "NOT", "EXISTS")
    target = cursor.take_name()
    if target is None or not (cursor.skip_to("ON") and cursor.take("ON")):
        return None
    cursor.take_any("EXTERNAL", "DYNAMIC", "EVENT", "ICEBERG")
    if not cursor.take_any(*_KINDS):
        return None
    source = cursor.take_name()
    return Cloned(source, target) if source else None
