"""ALTER TABLE and COMMENT ON read from their tokens: columns added or changed, comments given."""

from collections.abc import Sequence

from kuajing.lineage.text.column_definitions import Column, column_of
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import TableName

Changed = tuple[TableName, tuple[Column, ...], str | None]


def altered(words: Sequence[Token]) -> Changed | None:
    """The columns an ALTER TABLE adds or changes, and a table comment it sets."""
    cursor = Cursor(words)
    if not (cursor.take("ALTER") and (cursor.take("TABLE") or cursor.take("FOREIGN", "TABLE"))):
        return None
    cursor.take("IF", "EXISTS")
    cursor.take("ONLY")
    name = cursor.take_name()
    if name is None:
        return None
    columns: list[Column] = []
    for part in cursor.parts():
        columns += _changed_columns(part)
    comment = _table_comment(Cursor(words, cursor.position))
    return (name, tuple(columns), comment) if columns or comment is not None else None


def _changed_columns(part: Cursor) -> list[Column]:
    if part.take_any("ADD", "REPLACE"):
        part.take_any("COLUMN", "COLUMNS")
        part.take("IF", "NOT", "EXISTS")
        group = part.take_group()
        if group is not None:
            return [column for item in group.parts() if (column := column_of(item)) is not None]
    elif part.take_any("MODIFY", "CHANGE", "ALTER"):
        is_change = part.tokens[part.position - 1].word == "CHANGE"
        part.take("COLUMN")
        if is_change:
            part.take_name()
    else:
        return []
    column = column_of(part)
    return [column] if column is not None and (column.type or column.comment) else []


def _table_comment(cursor: Cursor) -> str | None:
    """The comment of `ALTER TABLE t COMMENT = '...'`, which stands right behind the name or a comma."""
    for part in cursor.parts():
        if part.take("COMMENT") or part.take("SET", "COMMENT"):
            part.take_sign("=")
            return part.take_string()
    return None


def commented(words: Sequence[Token]) -> Changed | None:
    """The comment that COMMENT ON gives a table or a column."""
    cursor = Cursor(words)
    cursor.take("COMMENT", "ON")
    kind = cursor.take_any("TABLE", "COLUMN", "VIEW", "FOREIGN", "MATERIALIZED")
    cursor.take_any("TABLE", "VIEW")
    token = cursor.token
    name = cursor.take_name()
    if not kind or name is None or token is None or not cursor.take("IS"):
        return None
    text = cursor.take_string()
    if kind != "COLUMN":
        return name, (), text
    if len(name) == 1:
        return None
    return name[:-1], (Column(name[-1], None, text, token.start),), None
