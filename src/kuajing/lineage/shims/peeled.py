"""A movement statement taken apart: what goes where, and the query inside it."""

from dataclasses import dataclass

from kuajing.lineage.shims.table_functions import Arguments, Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.model.lineage import TableName


@dataclass(frozen=True, slots=True)
class Peeled:
    """One movement to or from a place outside.

    What is read is `query` (of the same length as the statement, all around it blank), or the `table`, or the
    place `source`. It goes to the place `sink`, or into the table `into`. `columns` are those read where they are
    listed, `into_columns` those written, `fixed` those that get one value for all rows. `sets` are assignments `column = value` made on the way, `filters` the
    conditions that rows must meet; with `has_temporaries` a column that is only assigned from need not be one of the
    table. `more` are further movements of the same statement.
    """

    kind: str
    query: str | None = None
    table: TableName | None = None
    source: Outside | None = None
    sink: Outside | None = None
    into: TableName | None = None
    columns: tuple[str, ...] = ()
    into_columns: tuple[str, ...] = ()
    sets: str | None = None
    fixed: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    has_temporaries: bool = False
    more: "tuple[Peeled, ...]" = ()


def fixed_columns(cursor: Cursor) -> tuple[str, ...]:
    """The columns of PARTITION (dt = '...') that stands here, which no file brings."""
    group = cursor.take_group() if cursor.take("PARTITION") else None
    parts = group.parts() if group is not None else []
    return tuple(name[-1] for part in parts if (name := part.take_name()) and part.is_sign("="))


def only(text: str, start: int, end: int) -> str:
    """The text with all before `start` and from `end` on made blank, so that offsets stay."""
    return " " * start + text[start:end]


def span(cursor: Cursor, text: str) -> tuple[int, int]:
    """Where what is left of a cursor begins and ends in the text."""
    if cursor.position >= cursor.end:
        return len(text), len(text)
    return cursor.tokens[cursor.position].start, cursor.tokens[cursor.end - 1].end


def inner_query(group: Cursor, text: str) -> str:
    """The query a group in brackets holds, at its place."""
    return only(text, *span(group, text))


def arguments_of(group: Cursor) -> Arguments:
    """The arguments of a table function from its tokens."""
    positional = []
    named: dict[str, str] = {}
    for part in group.parts():
        option = Cursor(part.tokens, part.position, part.end)
        if any(token.text in {"=", "=>"} for token in part.tokens[part.position : part.end]):
            named |= option.properties()
            continue
        value = option.take_string()
        if value is None:
            value = ".".join(option.take_name() or ())
        positional.append(value)
    return Arguments(tuple(positional), named)
