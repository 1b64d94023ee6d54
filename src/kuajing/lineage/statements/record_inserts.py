"""Oracle's writes of a whole record: INSERT INTO t VALUES r, VALUES l(i); its columns go by position."""

from collections.abc import Sequence

from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.targets import placed
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import TableName


def record_insert(words: Sequence[Token]) -> tuple[TableName, tuple[str, ...], str] | None:
    """The table, the columns listed, and the record that an INSERT writes; None for any other statement."""
    cursor = Cursor(words)
    if not (cursor.take("INSERT", "INTO") and (table := cursor.take_name())):
        return None
    group = cursor.take_group()
    if not cursor.take("VALUES"):
        cursor.take_name()
        if not cursor.take("VALUES"):
            return None
    record = cursor.take_name()
    cursor.take_group()
    if record is None or not (cursor.token is None or cursor.is_sign(";") or cursor.word == "RETURNING"):
        return None
    return table, group.names() if group is not None else (), record[-1]


def write_record(table: TableName, listed: tuple[str, ...], record: str, context: Context) -> None:
    """Notes what a record brings to a table; one that nobody here has filled is a doubt."""
    target, rows = context.session.qualified(table), context.session.rows.get(record)
    context.reading.writes.add(target)
    if rows is None:
        context.reading.notes.add("unread.sql_opaque")
        return
    context.write(target, placed(rows.columns, target, listed, ((), ()), context), rows.rows)
