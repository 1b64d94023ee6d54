"""Loads by other names: BULK INSERT, BigQuery's LOAD DATA, Hive's IMPORT and EXPORT."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.shims.peeled import Peeled, fixed_columns
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token


def load(words: Sequence[Token], text: str) -> Peeled | None:
    """Any of these loads taken apart."""
    del text
    cursor = Cursor(words)
    first = cursor.word
    if first == "BULK":
        return _bulk_insert(cursor)
    if first == "LOAD":
        return _load_from(cursor)
    if first in {"IMPORT", "EXPORT"}:
        return _hive(cursor)
    return None


def _file(path: str, region: str | None = None) -> Outside:
    place = file_place(path)
    return Outside((place.address,), Place(place.kind, place.address, region))


def _bulk_insert(cursor: Cursor) -> Peeled | None:
    """T-SQL's BULK INSERT table FROM 'path'."""
    cursor.take("BULK", "INSERT")
    table = cursor.take_name()
    path = cursor.take_string() if cursor.take("FROM") else None
    return Peeled("load", source=_file(path), into=table) if table and path else None


def _load_from(cursor: Cursor) -> Peeled | None:
    """LOAD DATA INTO table FROM FILES(uris = [...]); LOAD OVERWRITE TABLE table FROM LOCATION 'path'."""
    if not cursor.take("LOAD"):
        return None
    cursor.take("DATA")
    cursor.take_any("INTO", "OVERWRITE")
    cursor.take_any("TEMP", "TEMPORARY")
    cursor.take("TABLE")
    cursor.take_any("TEMP", "TEMPORARY")
    table = cursor.take_name()
    listed = cursor.take_group()
    columns = listed.names() if listed is not None else ()
    fixed = fixed_columns(cursor)
    if table is None or not cursor.skip_to("FROM"):
        return None
    path = next((token.value for token in cursor.tokens[cursor.position :] if _is_path(token)), None)
    if path is None:
        return None
    return Peeled("load", source=_file(path), into=table, columns=columns, into_columns=columns, fixed=fixed)


def _is_path(token: Token) -> bool:
    return token.kind is Kind.STRING and "/" in token.value


def _hive(cursor: Cursor) -> Peeled | None:
    """IMPORT [EXTERNAL] TABLE table FROM 'path'; EXPORT TABLE table PARTITION (...) TO 'path'."""
    is_import = cursor.take("IMPORT")
    if not is_import:
        cursor.take("EXPORT")
    cursor.take("EXTERNAL")
    table = cursor.take_name() if cursor.take("TABLE") else None
    if table is None or not cursor.skip_to("FROM" if is_import else "TO"):
        return None
    cursor.position += 1
    path = cursor.take_string()
    if path is None:
        return None
    if is_import:
        return Peeled("load", source=_file(path), into=table)
    return Peeled("export", table=table, sink=_file(path))
