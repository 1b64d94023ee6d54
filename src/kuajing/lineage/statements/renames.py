"""Tables that get another name or change places: RENAME TABLE, ALTER TABLE ... RENAME, SWAP, EXCHANGE PARTITION, CLONE."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import TableName

_NO_TABLE = ("COLUMN", "INDEX", "KEY", "CONSTRAINT", "PARTITION", "ROLLUP", "FIELD", "ATTRIBUTE", "VALUE")


@dataclass(frozen=True, slots=True)
class Renaming:
    """Rows that are under one name go to another; `is_rename` when the old name ends with it."""

    old: TableName
    new: TableName
    is_rename: bool


def renamings(words: Sequence[Token]) -> tuple[Renaming, ...]:
    """What a statement renames, swaps or exchanges; empty for any other statement."""
    cursor = Cursor(words)
    if cursor.take("RENAME", "TABLE") or cursor.take("RENAME", "TABLES"):
        return tuple(found for part in cursor.parts() if (found := _to(part)) is not None)
    if cursor.take("ALTER") and cursor.take_any("TABLE", "VIEW", "MATERIALIZED", "FOREIGN"):
        cursor.take_any("VIEW", "TABLE")
        return _altered(cursor)
    if cursor.take("EXCHANGE"):
        return _exchanged(cursor)
    return _cloned(Cursor(words))


def _exchanged(cursor: Cursor) -> tuple[Renaming, ...]:
    """ClickHouse's EXCHANGE TABLES a AND b: the rows of each go under the name of the other."""
    if not cursor.take_any("TABLES", "DICTIONARIES"):
        return ()
    first = cursor.take_name()
    second = cursor.take_name() if cursor.take("AND") else None
    if first is None or second is None:
        return ()
    return (Renaming(first, second, is_rename=False), Renaming(second, first, is_rename=False))


def _cloned(cursor: Cursor) -> tuple[Renaming, ...]:
    """MaxCompute's CLONE TABLE a TO b, Databricks' CREATE TABLE b DEEP | SHALLOW CLONE a, ClickHouse's CREATE TABLE b CLONE AS a."""
    if cursor.take("CLONE", "TABLE"):
        old = cursor.take_name()
        new = cursor.take_name() if cursor.skip_to("TO") and cursor.take("TO") else None
        return (Renaming(old, new, is_rename=False),) if old and new else ()
    if not (cursor.take("CREATE") and cursor.skip_to("TABLE") and cursor.take("TABLE")):
        return ()
    cursor.take("IF", "NOT", "EXISTS")
    new = cursor.take_name()
    if not (cursor.take("CLONE", "AS") or (cursor.take_any("DEEP", "SHALLOW") and cursor.take("CLONE"))):
        return ()
    old = cursor.take_name()
    return (Renaming(old, new, is_rename=False),) if old and new else ()


def _to(part: Cursor) -> Renaming | None:
    part.take("IF", "EXISTS")
    old = part.take_name()
    new = part.take_name() if part.take("TO") else None
    return Renaming(old, new, is_rename=True) if old and new else None


def _altered(  # noqa: PLR0911  one return for each way a table changes its name
    cursor: Cursor,
) -> tuple[Renaming, ...]:
    cursor.take("IF", "EXISTS")
    cursor.take("ONLY")
    name = cursor.take_name()
    if name is None:
        return ()
    ahead = Cursor(cursor.tokens, cursor.position)
    if ahead.skip_to("RENAME"):
        ahead.take("RENAME")
        if not ahead.take_any(*_NO_TABLE):
            is_said = ahead.take("TO") or ahead.take("AS")
            new = ahead.take_name()
            is_column = not is_said and ahead.at("TO")  # PostgreSQL's RENAME column TO column
            return (Renaming(name, new, is_rename=True),) if new and not is_column else ()
    ahead = Cursor(cursor.tokens, cursor.position)
    if ahead.take("SET", "SCHEMA"):
        schema = ahead.take_name()
        return (Renaming(name, (*name[:-2], *schema, name[-1]), is_rename=True),) if schema else ()
    ahead = Cursor(cursor.tokens, cursor.position)
    if ahead.take("SWAP", "WITH") or (ahead.take("REPLACE", "WITH", "TABLE")):
        other = ahead.take_name()
        return _both(name, other)
    ahead = Cursor(cursor.tokens, cursor.position)
    if ahead.skip_to("EXCHANGE", "PARTITION"):
        ahead.take("EXCHANGE", "PARTITION")
        is_one_way = ahead.is_sign("(")  # Hive moves the partition here, others swap it
        other = ahead.take_name() if ahead.skip_to("WITH", "TABLE") and ahead.take("WITH", "TABLE") else None
        if is_one_way and other is not None:
            return (Renaming(other, name, is_rename=False),)
        return _both(name, other)
    return ()


def _both(one: TableName, other: TableName | None) -> tuple[Renaming, ...]:
    if other is None:
        return ()
    return Renaming(one, other, is_rename=False), Renaming(other, one, is_rename=False)
