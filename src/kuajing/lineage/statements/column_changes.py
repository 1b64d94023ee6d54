"""ALTER TABLE as what it does to the columns of a table: renamed, added, moved, dropped, all replaced."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.statements.context import Context
from kuajing.lineage.text.column_definitions import column_of
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.lineage.values.provenance import PLAIN, Source
from kuajing.lineage.values.relations import Output, Relation
from kuajing.model.lineage import TableName

_NO_COLUMN = word_set("TO AS INDEX KEY CONSTRAINT PARTITION ROLLUP ATTRIBUTE VALUE TABLE")
_NOT_ADDED = word_set(
    "PARTITION PARTITIONS CONSTRAINT INDEX KEY UNIQUE PRIMARY FOREIGN CHECK FULLTEXT SPATIAL ROLLUP "
    "SUPPLEMENTAL PROJECTION TABLE STATISTICS ROW SEARCH"
)


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A column that takes the place of another.

    `old` is None for one that is added, `new` None for one that is dropped. `after` is the column it is put behind,
    empty for the front, None where it stays or goes to the end. `all_new` are the columns that replace every other.
    """

    old: str | None
    new: str | None
    after: str | None = None
    all_new: tuple[str, ...] = ()


def column_changes(words: Sequence[Token]) -> tuple[TableName, tuple[ColumnChange, ...]] | None:
    """The table an ALTER is about and what happens to its columns; None for any other statement."""
    cursor = Cursor(words)
    if not cursor.take("ALTER"):
        return None
    cursor.take_any("FOREIGN", "MATERIALIZED", "EXTERNAL", "ICEBERG", "DYNAMIC")
    if not cursor.take_any("TABLE", "VIEW"):
        return None
    cursor.take("IF", "EXISTS")
    cursor.take("ONLY")
    name = cursor.take_name()
    if name is None:
        return None
    if cursor.take("PARTITION"):
        cursor.take_group()
    changes: list[ColumnChange] = []
    is_adding = False
    for part in cursor.parts():
        is_adding = part.word == "ADD" or (is_adding and _goes_on(part))
        changes += _added(part) if is_adding else _changed(part)
    return (name, tuple(changes)) if changes else None


def _goes_on(part: Cursor) -> bool:
    """Whether a part carries on the list of an ADD before it, as in T-SQL's `ADD a int, b int`."""
    return part.word not in {
        "RENAME",
        "CHANGE",
        "MODIFY",
        "ALTER",
        "DROP",
        "REPLACE",
        "SET",
        "OWNER",
        "COMMENT",
    }


def _added(part: Cursor) -> list[ColumnChange]:
    part.take("ADD")
    is_said = bool(part.take_any("COLUMN", "COLUMNS"))
    part.take("IF", "NOT", "EXISTS")
    group = part.take_group()
    if group is not None:
        columns = [column for item in group.parts() if (column := column_of(item)) is not None]
        return [ColumnChange(None, column.name) for column in columns]
    if not is_said and part.word in _NOT_ADDED:
        return []
    return _with_place(part, None)


def _with_place(part: Cursor, old: str | None) -> list[ColumnChange]:
    """The column defined here and the place FIRST or AFTER gives it."""
    start = part.position
    column = column_of(part)
    if column is None:
        return []
    ahead, after = Cursor(part.tokens, start + 1, part.end), None
    if ahead.skip_to("AFTER") and ahead.take("AFTER"):
        after = (ahead.take_name() or (None,))[-1]
    elif part.end - start > 1 and part.tokens[part.end - 1].word == "FIRST":
        after = ""
    return [ColumnChange(old, column.name, after)]


def _changed(part: Cursor) -> list[ColumnChange]:
    if part.take("RENAME"):
        return _renamed(part)
    if part.take("CHANGE"):
        part.take("COLUMN")
        old = _one(part)
        return _with_place(part, old) if old is not None else []
    if part.take("MODIFY"):
        part.take("COLUMN")
        token = part.token
        return _with_place(part, token.name) if token is not None and token.text != "(" else []
    if part.take("DROP", "COLUMN"):
        part.take("IF", "EXISTS")
        old = _one(part)
        return [ColumnChange(old, None)] if old is not None else []
    if part.take("REPLACE", "COLUMNS"):
        group = part.take_group()
        columns = [column_of(item) for item in group.parts()] if group is not None else []
        return [
            ColumnChange(None, None, all_new=tuple(column.name for column in columns if column is not None))
        ]
    return []


def _renamed(part: Cursor) -> list[ColumnChange]:
    """RENAME COLUMN a TO b, PostgreSQL's RENAME a TO b, and Doris's RENAME COLUMN a b."""
    is_said = part.take("COLUMN")
    if is_said:
        part.take("IF", "EXISTS")
    elif part.word in _NO_COLUMN:
        return []
    old = _one(part)
    if old is None or not (part.take("TO") or is_said):
        return []
    new = _one(part)
    return [ColumnChange(old, new)] if new is not None else []


def _one(part: Cursor) -> str | None:
    """A single name passed."""
    token = part.token
    if token is None or token.kind not in {Kind.WORD, Kind.QUOTED}:
        return None
    part.position += 1
    return token.name


def change_columns(name: TableName, changes: Sequence[ColumnChange], context: Context) -> None:
    """Notes which columns carry on under another name, and lets the session know the columns from here on."""
    table = context.session.qualified(name)
    for change in changes:
        known = context.session.columns(table)
        pairs = (
            ((change.old, change.new),)
            if not change.all_new
            else tuple(zip(known or (), change.all_new, strict=False))
        )
        moved = {old: new for old, new in pairs if old is not None and new is not None and old != new}
        held = context.session.temporary.get(table)
        if held is not None:
            context.session.temporary[table] = _held(held, change, moved)
            continue
        if moved:
            outputs = tuple(Output(new, {Source(table, old): PLAIN}) for old, new in moved.items())
            context.reading.write(table, outputs, {})
        if known is not None:
            context.session.learn(table, change.all_new or _columns_after(known, change))


def _held(held: Relation, change: ColumnChange, moved: dict[str, str]) -> Relation:
    """A temporary table after a change, under its new names; a column added to it holds nothing yet."""
    outputs = [Output(moved.get(output.name, output.name), output.provenance) for output in held.columns]
    if change.old is None and change.new is not None:
        outputs.append(Output(change.new, {}))
    return Relation(tuple(outputs), held.rows, alias=held.alias, table=held.table, element=held.element)


def _columns_after(known: tuple[str, ...], change: ColumnChange) -> tuple[str, ...]:
    """The columns of a table in order, once one of them has changed."""
    columns = list(known)
    place = columns.index(change.old) if change.old in columns else len(columns)
    if change.old in columns:
        columns.remove(change.old)
    if change.new is None or change.new in columns:
        return tuple(columns)
    if change.after == "":
        place = 0
    elif change.after in columns:
        place = columns.index(change.after) + 1
    columns.insert(place, change.new)
    return tuple(columns)
