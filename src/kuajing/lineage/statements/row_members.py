"""Tables whose rows are rows of another: partitions, heirs, synonyms, and partitions that are handed over."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.shims.synonyms import is_far, synonym_head
from kuajing.lineage.statements.context import Context
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.lineage.values.provenance import PLAIN, Source
from kuajing.lineage.values.relations import Output
from kuajing.model.lineage import ALL_COLUMNS, TableName


@dataclass(frozen=True, slots=True)
class Membership:
    """Rows of one table are, or become, rows of another; `shape` is the one whose columns both have."""

    source: TableName
    target: TableName
    shape: TableName


def memberships(words: Sequence[Token]) -> tuple[Membership, ...]:
    """What a statement says about whose rows are whose; empty for any other statement."""
    cursor = Cursor(words)
    if cursor.take("CREATE"):
        return _named_anew(words) or _created(cursor)
    if cursor.take("ALTER") and (cursor.take("TABLE") or cursor.take("FOREIGN", "TABLE")):
        return _altered(cursor)
    return ()


def _named_anew(words: Sequence[Token]) -> tuple[Membership, ...]:
    """CREATE SYNONYM name FOR table: what one name reads, the other holds; a table far away is a place instead."""
    cursor = synonym_head(words)
    name = cursor.take_name() if cursor is not None else None
    table = cursor.take_name() if cursor is not None and cursor.take("FOR") else None
    if name is None or table is None or is_far(table):
        return ()
    return (Membership(table, name, table),)


def _created(cursor: Cursor) -> tuple[Membership, ...]:
    """CREATE TABLE child PARTITION OF parent; CREATE TABLE child (...) INHERITS (parent, parent)."""
    if not (cursor.skip_to("TABLE") and cursor.take("TABLE")):
        return ()
    cursor.take("IF", "NOT", "EXISTS")
    child = cursor.take_name()
    if child is None:
        return ()
    if cursor.take("PARTITION", "OF"):
        return _part_of(child, cursor.take_name())
    if cursor.take_group() is not None and cursor.take("INHERITS"):
        group = cursor.take_group()
        parents = [part.take_name() for part in group.parts()] if group is not None else []
        return tuple(Membership(child, parent, parent) for parent in parents if parent)
    return ()


def _part_of(child: TableName, parent: TableName | None) -> tuple[Membership, ...]:
    """A partition: its rows are those of the whole, and rows written to the whole go there."""
    if parent is None:
        return ()
    return Membership(child, parent, parent), Membership(parent, child, parent)


def _altered(  # noqa: PLR0911  one return for each way rows are handed over
    cursor: Cursor,
) -> tuple[Membership, ...]:
    """ATTACH PARTITION, INHERIT, SQL Server's SWITCH, ClickHouse's partitions taken from and moved to a table."""
    cursor.take("IF", "EXISTS")
    cursor.take("ONLY")
    table = cursor.take_name()
    if table is None:
        return ()
    if cursor.take("APPEND", "FROM"):
        source = cursor.take_name()
        return (Membership(source, table, table),) if source else ()
    if cursor.take("INHERIT"):
        parent = cursor.take_name()
        return (Membership(table, parent, parent),) if parent else ()
    first = cursor.take_any("ATTACH", "REPLACE", "MOVE", "SWITCH")
    if not first or not (cursor.take("PARTITION") or first == "SWITCH"):
        return ()
    ahead = Cursor(cursor.tokens, cursor.position)
    if first in {"ATTACH", "REPLACE"} and ahead.skip_to("FROM") and not ahead.at("FROM", "("):
        ahead.take("FROM")
        other = ahead.take_name()
        if other:
            return (Membership(other, table, table),)
    if first == "ATTACH":
        return _part_of(cursor.take_name() or (), table) if cursor.word else ()
    if ahead.skip_to("TO") and ahead.take("TO") and (ahead.take("TABLE") or first == "SWITCH"):
        other = ahead.take_name()
        return (Membership(table, other, table),) if other else ()
    return ()


def share_rows(found: Membership, context: Context) -> None:
    """Notes that every column of one table reaches its like in another."""
    session = context.session
    source, target = session.qualified(found.source), session.qualified(found.target)
    columns = session.columns(session.qualified(found.shape))
    if columns is not None:
        for table in (source, target):
            if session.columns(table) is None:
                session.learn(table, columns)
    names = columns or (ALL_COLUMNS,)
    context.reading.reads.add(source)
    context.write(target, tuple(Output(name, {Source(source, name): PLAIN}) for name in names), {})
