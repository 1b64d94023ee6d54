"""Views and tables made from queries whose `*` only the definitions of other files resolve."""

import re
from collections.abc import Callable, Iterator

from kuajing.lineage.text.splitter import split
from kuajing.model.facts import ColumnFact, TableFact
from kuajing.model.lineage import Statement, TableName
from kuajing.readers.selections import Surroundings, select
from kuajing.readers.sql_names import Names
from kuajing.source.location import Location

_DEFINING = re.compile(r"(?:CREATE|USE|ALTER)\b", re.IGNORECASE)
_TEMPORARY_VIEW = re.compile(
    r"\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:GLOBAL\s+|LOCAL\s+)?TEMP(?:ORARY)?\s+(?:RECURSIVE\s+)?VIEW\s+"
    r"(?:IF\s+NOT\s+EXISTS\s+)?(?:[`\"]?\w+[`\"]?\.)*[`\"]?(\w+)",
    re.IGNORECASE,
)
"""A view that other files cannot see."""
_PLAIN = re.compile(r"\w+")
# BigQuery takes the name of a project with its hyphens as it stands.
_PROJECT = re.compile(r"\w[\w\-]*")


def learnt(
    text: str,
    statements: tuple[Statement, ...],
    around: Surroundings,
    names: Names,
    place: Callable[[int, int], Location],
) -> Iterator[TableFact]:
    """The shape of every table that a statement creates from a query, where all its columns can be told."""
    created = {
        table: place(statement.line, statement.column)
        for statement in statements
        if statement.kind == "create" and statement.fate != "unread"
        for table in statement.writes
        if table not in around.schema and _is_plain(table, around.dialect)
    }
    if created:
        passing = {found[1].lower() for found in _TEMPORARY_VIEW.finditer(text)}
        created = {table: where for table, where in created.items() if table[-1] not in passing}
    if not created:
        return
    pieces = (piece.text for piece in split(text, around.dialect) if _DEFINING.match(piece.text))
    before = "".join(f"{piece}\n;\n" for piece in pieces)
    for table in sorted(created):
        columns = _columns(table, around, before)
        if columns:
            facts = tuple(ColumnFact(column, created[table]) for column in columns)
            yield TableFact(names.mention(table), facts, created[table], complete=True)


def _is_plain(table: TableName, dialect: str | None) -> bool:
    """Whether a name may stand in a query without quotes."""
    first = _PROJECT if dialect == "bigquery" and len(table) > 1 else _PLAIN
    return bool(first.fullmatch(table[0])) and all(_PLAIN.fullmatch(part) for part in table[1:])


def _columns(table: TableName, around: Surroundings, before: str) -> tuple[str, ...]:
    selection = select(f"SELECT * FROM {'.'.join(table)}", around, before)  # noqa: S608  read, never run
    columns = tuple(
        found[0].column for found in selection.outputs if len(found) == 1 and found[0].table == table
    )
    return columns if selection.is_counted and len(columns) == len(selection.outputs) else ()
