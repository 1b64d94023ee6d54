"""INSERT INTO FUNCTION and INSERT INTO FILES: a query written to the place a table function names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kuajing.lineage.endpoints import Place
from kuajing.lineage.shims.outside_calls import called
from kuajing.lineage.shims.peeled import Peeled, arguments_of, only
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_TARGET = re.compile(r"\s*SELECT\s+(?P<columns>[^()]+?)\s+FROM\s+(?P<table>[\w.\[\]\"]+)", re.IGNORECASE)


def function_target(words: Sequence[Token], text: str) -> Peeled | None:  # noqa: PLR0911  one return for each miss
    """The place, the columns listed behind it, and the query."""
    cursor = Cursor(words)
    if not (cursor.take("INSERT", "INTO") or cursor.take("INSERT", "OVERWRITE") or cursor.take("INSERT")):
        return None
    if cursor.at("OPENQUERY"):
        return _linked(cursor, text)
    cursor.take("TABLE")
    is_function = cursor.take("FUNCTION")
    name = cursor.take_name()
    if name is None or len(name) > 1 or not cursor.is_sign("("):
        return None
    group = cursor.take_group()
    is_called = group is not None and group.token is not None and group.token.kind is Kind.STRING
    if not is_function and not is_called:
        return None
    if group is None:
        return None
    call = (name[0].upper(), arguments_of(group))
    sink = called(*call)
    if sink is None:
        return None
    sink = replace(sink, call=call)
    listed = cursor.take_group()
    columns = listed.names() if listed is not None else sink.columns or ()
    if cursor.take("WITH", "LABEL"):
        cursor.take_name()
    cursor.take("PARTITION", "BY")
    while cursor.position < cursor.end and cursor.word not in {"SELECT", "WITH", "FROM"}:
        cursor.position += 1
    if cursor.token is None:
        return None
    return Peeled("insert", query=only(text, cursor.token.start, len(text)), sink=sink, into_columns=columns)


def _linked(cursor: Cursor, text: str) -> Peeled | None:
    """T-SQL's INSERT OPENQUERY(server, 'SELECT columns FROM table') query: the columns of that table are written."""
    cursor.take("OPENQUERY")
    group = cursor.take_group()
    server = group.take_name() if group is not None else None
    target = group.take_string() if group is not None and group.take_sign(",") else None
    found = _TARGET.match(target or "")
    if server is None or found is None or cursor.token is None:
        return None
    table = f"{server[-1]}.{found['table'].lower()}"
    columns = tuple(name.strip().strip("[]").lower() for name in found["columns"].split(","))
    sink = Outside((table,), Place("sqlserver", server[-1]))
    listed = () if "*" in columns else columns
    return Peeled("insert", query=only(text, cursor.token.start, len(text)), sink=sink, into_columns=listed)
