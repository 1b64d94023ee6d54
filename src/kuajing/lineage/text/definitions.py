"""CREATE TABLE read from its tokens: columns with types and comments, options, partitions, likeness."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.text.column_definitions import Column, column_of
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import TableName

_KINDS = ("TABLE", "STREAM")
_BEFORE_KIND = 8


@dataclass(frozen=True, slots=True)
class Table:
    """What a CREATE TABLE says, before it is turned into a value with lines."""

    name: TableName
    columns: tuple[Column, ...]
    comment: str | None
    like: TableName | None
    is_temporary: bool
    options: dict[str, str]
    location: str | None
    rest: int
    """Index of the first token behind the columns."""


def defined_table(words: Sequence[Token]) -> Table | None:
    """The table that a CREATE TABLE defines; None when the tokens are no such statement."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    before: set[str] = set()
    while not cursor.take_any(*_KINDS):
        if not cursor.word or len(before) > _BEFORE_KIND or cursor.word in {"VIEW", "AS", "INDEX"}:
            return None
        before.add(cursor.word)
        cursor.position += 1
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None:
        return None
    like = cursor.take_name() if cursor.take("LIKE") else None
    columns: list[Column] = []
    group = cursor.take_group()
    if group is not None:
        like = like or _like_inside(group)
        items = group.parts()
        is_mixed = any(
            item.word == "LIKE" for item in items[1:]
        )  # whose columns stand where, nobody here knows
        columns = [column for part in items if (column := column_of(part)) is not None and not is_mixed]
    rest = cursor.position
    columns += _partition_columns(Cursor(words, rest), {column.name for column in columns})
    like = like or _like_behind(Cursor(words, rest))
    return Table(
        name,
        tuple(columns),
        _comment(Cursor(words, rest)),
        like,
        bool(before & {"TEMPORARY", "TEMP", "VOLATILE"}) or name[-1].startswith("#"),
        _options(Cursor(words, rest)),
        _location(Cursor(words, rest)),
        rest,
    )


def function_after_as(cursor: Cursor) -> str | None:
    """The function that CREATE TABLE name AS function(...) makes a table of; the cursor is left before its arguments."""
    if not cursor.take("AS"):
        return None
    name = cursor.take_name()
    ahead = Cursor(cursor.tokens, cursor.position + 1, cursor.end).token
    is_called = cursor.is_sign("(") and ahead is not None and ahead.kind is Kind.STRING
    return name[-1] if name is not None and len(name) == 1 and is_called else None


def _like_inside(group: Cursor) -> TableName | None:
    inner = Cursor(group.tokens, group.position, group.end)
    return inner.take_name() if inner.take("LIKE") else None


def _like_behind(rest: Cursor) -> TableName | None:
    """The table that Flink's LIKE behind the options names."""
    ahead = Cursor(rest.tokens, rest.position, rest.end)
    if ahead.skip_to("AS") or not (rest.skip_to("LIKE") and rest.take("LIKE")):
        return None
    return rest.take_name()


def _partition_columns(cursor: Cursor, known: set[str]) -> list[Column]:
    """The columns that Hive's PARTITIONED BY adds, where they are given a type."""
    if not cursor.skip_to("PARTITIONED", "BY"):
        return []
    cursor.position += 2
    group = cursor.take_group()
    parts = group.parts() if group is not None else []
    columns = [column for part in parts if (column := column_of(part)) is not None]
    return [column for column in columns if column.type is not None and column.name not in known]


def _comment(cursor: Cursor) -> str | None:
    if not cursor.skip_to("COMMENT"):
        return None
    cursor.take("COMMENT")
    cursor.take_sign("=")
    return cursor.take_string()


def _location(cursor: Cursor) -> str | None:
    if not cursor.skip_to("LOCATION"):
        return None
    cursor.take("LOCATION")
    cursor.take_sign("=")
    return cursor.take_string()


def view_columns(words: Sequence[Token]) -> tuple[Column, ...]:
    """The columns listed behind the name of a view, with their comments."""
    cursor = Cursor(words)
    if not (cursor.skip_to("VIEW") and cursor.take("VIEW")):
        return ()
    cursor.take("IF", "NOT", "EXISTS")
    group = cursor.take_group() if cursor.take_name() else None
    return tuple(column for part in group.parts() if (column := column_of(part))) if group is not None else ()


_OPTION_LISTS = (("WITH",), ("OPTIONS",), ("PROPERTIES",), ("TBLPROPERTIES",))


def _options(cursor: Cursor) -> dict[str, str]:
    """All options of WITH, OPTIONS, PROPERTIES and TBLPROPERTIES lists."""
    said: dict[str, str] = {}
    for words in _OPTION_LISTS:
        ahead = Cursor(cursor.tokens, cursor.position, cursor.end)
        if ahead.skip_to(*words) and ahead.take(*words):
            group = ahead.take_group()
            said |= group.properties() if group is not None else {}
    return said
