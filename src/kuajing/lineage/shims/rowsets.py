"""T-SQL's rows from elsewhere, OPENDATASOURCE, OPENROWSET, EXEC AT, in spellings that sqlglot reads."""

import re
from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.connections import provider_place
from kuajing.lineage.shims.table_functions import Outside, table_at
from kuajing.lineage.text.column_definitions import column_of
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.lexer import Kind, Token

_OPENERS = frozenset({"OPENDATASOURCE", "OPENROWSET", "OPENQUERY"})
_OPENS = re.compile("OPEN(?:DATASOURCE|ROWSET|QUERY)", re.IGNORECASE)
_RUNS = frozenset({"EXEC", "EXECUTE"})
_TARGET = re.compile(r"\bFROM\s+(?P<table>[\w.$\[\]\"]+)", re.IGNORECASE)


def plain_rowsets(words: Sequence[Token], text: str, session: Session, dialect: Dialect) -> str:
    """The statement with places outside put as names that the session keeps, every character else at its place."""
    if not dialect.batch_separator:
        return text
    text = _run_inside(words, text)
    for position in range(len(words) if _OPENS.search(text) else 0):
        if words[position].word in _OPENERS:
            text = _replaced(words, position, text, session)
    return text


def _run_inside(words: Sequence[Token], text: str) -> str:
    """INSERT ... EXEC ('query') [AT server] as INSERT ... SELECT."""
    if not words or words[0].word != "INSERT":
        return text
    start = next((place for place, token in enumerate(words) if token.word in _RUNS), None)
    if start is None:
        return text
    cursor = Cursor(words, start + 1)
    group = cursor.take_group()
    run = group or cursor
    if group is None and (cursor.take_name() or ("",))[-1] not in {"sp_executesql", "sp_sqlexec"}:
        return text
    literal, following = run.token, Cursor(words, run.position + 1, run.end).token
    if literal is None or literal.kind is not Kind.STRING or (following and following.text != ","):
        return text
    head = text[: words[start].start]
    if group is not None and cursor.take("AT"):
        server = cursor.token
        called = f"OPENQUERY({server.text if server else ''}, {literal.text.lstrip('nN')})"
        return f"{head}SELECT * FROM {called}"  # noqa: S608  it is read, never run
    return head + literal.value


def _replaced(words: Sequence[Token], position: int, text: str, session: Session) -> str:
    """The text with the call at a position replaced by the name of what it opens, where it has to be."""
    cursor = Cursor(words, position + 1)
    group = cursor.take_group()
    if group is None:
        return text
    word, end = words[position].word, group.end
    outside: Outside | None
    if word == "OPENDATASOURCE":
        outside = _data_source(group, cursor)
        end = cursor.position - 1
    elif word == "OPENQUERY":
        is_written = position > 0 and words[position - 1].word in {"UPDATE", "DELETE"}
        outside = _linked(group) if is_written else None
    elif group.word == "BULK":
        outside = _bulk(group, session)
        end = _with_columns(cursor, outside, session)
    else:
        return _without_login(group, text)
    if outside is None:
        return text
    name = f"[rowset {position}]"
    session.stand_ins[name[1:-1]] = outside
    session.places[outside.table] = outside.place
    stop = words[end].end
    start = words[position].start
    return text[:start] + name + " " * (stop - start - len(name)) + text[stop:]


def _data_source(group: Cursor, behind: Cursor) -> Outside | None:
    """OPENDATASOURCE('provider', 'connection').database.schema.table."""
    provider = group.take_string()
    connection = group.take_string() if group.take_sign(",") else None
    table = behind.take_name() if behind.take_sign(".") else None
    if provider is None or connection is None or table is None:
        return None
    return table_at(provider_place(provider, connection), table)


def _linked(group: Cursor) -> Outside | None:
    """OPENQUERY(server, 'SELECT ... FROM table') that is written to."""
    server = group.take_name()
    query = group.take_string() if group.take_sign(",") else None
    found = _TARGET.search(query or "")
    if server is None or found is None:
        return None
    table = re.sub(r'[\[\]"]', "", found["table"]).lower()
    return Outside((f"{server[-1]}.{table}",), Place("sqlserver", server[-1]))


def _bulk(group: Cursor, session: Session) -> Outside | None:
    """OPENROWSET(BULK 'path' | ('path', ...), DATA_SOURCE = 'name', ...)."""
    group.take("BULK")
    files = group.take_group()
    path = (files or group).take_string()
    if path is None:
        return None
    source = group.properties().get("data_source", "").lower()
    known = session.servers.get(source)
    if known is not None and "://" not in path:
        path = f"{known.address.rstrip('/')}/{path.lstrip('/')}"
        return Outside((path,), Place(known.kind, path, known.region))
    if source and known is None and "://" not in path:
        return Outside((path,), Place("data_source", source))
    place = file_place(path)
    return Outside((place.address,), place)


def _with_columns(cursor: Cursor, outside: Outside | None, session: Session) -> int:
    """Index of the last token of the call and of WITH (column type, ...) behind it, whose columns are kept."""
    end = cursor.position - 1
    listed = cursor.take_group() if cursor.take("WITH") else None
    if listed is None:
        return end
    columns = [column.name for part in listed.parts() if (column := column_of(part)) is not None]
    if outside is not None:
        session.learn(outside.table, tuple(columns))
    return listed.end


def _without_login(group: Cursor, text: str) -> str:
    """OPENROWSET('provider', 'server'; 'user'; 'password', ...) without the user and the password."""
    words = group.tokens[group.position : group.end]
    signs = [place for place, token in enumerate(words) if token.text == ";"]
    if not signs:
        return text
    commas = [place for place, token in enumerate(words) if token.text == "," and place > signs[-1]]
    end = commas[0] if commas else len(words)
    start, stop = words[signs[0]].start, words[end - 1].end
    return text[:start] + " " * (stop - start) + text[stop:]
