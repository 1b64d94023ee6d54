"""BACKUP and RESTORE of ClickHouse, Doris and StarRocks: tables written to a store or a repository, and back."""

from collections.abc import Sequence
from dataclasses import replace

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.engine_places import place_of_engine
from kuajing.lineage.shims.option_places import region_of
from kuajing.lineage.shims.peeled import Peeled, arguments_of
from kuajing.lineage.shims.servers import Binding, created, options_behind
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import ALL_COLUMNS, TableName


def backup(words: Sequence[Token], text: str) -> Peeled | None:
    """Every table that is named, to the store or from it; of a whole database all tables."""
    del text
    cursor = Cursor(words)
    is_backup = cursor.take("BACKUP")
    if not is_backup and not cursor.take("RESTORE"):
        return None
    word = "TO" if is_backup else "FROM"
    if cursor.take_any("SNAPSHOT", "GLOBAL"):
        tables, outside = _snapshot(cursor, word)
    else:
        tables, outside = _listed(cursor, word), _store(cursor, word)
    if outside is None or not tables:
        return None
    moves = [
        Peeled("backup", table=table, sink=outside)
        if is_backup
        else Peeled("restore", source=outside, into=table)
        for table in tables
    ]
    return replace(moves[0], more=tuple(moves[1:]))


def _listed(cursor: Cursor, word: str) -> list[TableName]:
    """TABLE a, DATABASE b, ALL: what stands before TO or FROM."""
    end = Cursor(cursor.tokens, cursor.position)
    if not end.skip_to(word):
        return []
    found: list[TableName] = []
    for part in Cursor(cursor.tokens, cursor.position, end.position).parts():
        part.take("TEMPORARY")
        kind = part.take_any("TABLE", "VIEW", "DICTIONARY", "DATABASE", "ALL")
        name = part.take_name()
        if part.take("AS"):
            name = part.take_name()
        if kind == "ALL":
            found.append((ALL_COLUMNS,))
        elif name is not None:
            found.append((*name, ALL_COLUMNS) if kind == "DATABASE" else name)
    cursor.position = end.position
    return found


def _store(cursor: Cursor, word: str) -> Outside | None:
    """`S3('url', ...)`, `Disk('name', 'path')`, `File('path')`, or a path in quotes."""
    if not cursor.take(word):
        return None
    token = cursor.token
    if token is not None and token.kind is Kind.STRING:
        place = file_place(cursor.take_string() or "")
        return Outside((place.address,), place)
    name = cursor.take_name()
    group = cursor.take_group()
    if name is None or group is None:
        return None
    arguments = arguments_of(group)
    place_there = place_of_engine(name[-1], arguments, {})
    if place_there is None and arguments.positional:
        place_there = Place(name[-1], "/".join(arguments.positional))
    return Outside((place_there.address,), place_there) if place_there is not None else None


def _snapshot(cursor: Cursor, word: str) -> tuple[list[TableName], Outside | None]:
    """SNAPSHOT database.label TO repository ON (table PARTITION (...) AS other, ...)."""
    label = cursor.take_name() or ()
    repository = cursor.take_name() if cursor.take(word) else None
    if repository is None:
        return [], None
    outside = Outside((repository[-1],), Place("repository", repository[-1]))
    database = label[:-1]
    group = cursor.take_group() if cursor.skip_to("ON") and cursor.take("ON") else None
    if group is None:
        return [(*database, ALL_COLUMNS)], outside
    found: list[TableName] = []
    for part in group.parts():
        part.take("TABLE")
        name = part.take_name()
        if part.skip_to("AS") and part.take("AS"):
            name = part.take_name()
        if name is not None:
            found.append(name if len(name) > 1 else (*database, *name))
    return found, outside


def repository(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE REPOSITORY name WITH S3 | BROKER ON LOCATION 'place' PROPERTIES (...)."""
    del session
    cursor = created(words, ("REPOSITORY",), ("READ", "ONLY", "REPOSITORY"))
    name = cursor.take_name() if cursor is not None else None
    if cursor is None or name is None or not cursor.skip_to("LOCATION"):
        return None
    cursor.take("LOCATION")
    location = cursor.take_string()
    if location is None:
        return None
    place = file_place(location)
    region = region_of(options_behind(cursor, "PROPERTIES"))
    return Binding("server", (name[-1],), Place(place.kind, place.address, region))
