"""LOAD DATA of MySQL, Hive and Spark: a file read into a table."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import file_place
from kuajing.lineage.shims.peeled import Peeled, fixed_columns, only, span
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_MODIFIERS = ("LOW_PRIORITY", "CONCURRENT", "LOCAL", "REPLACE", "IGNORE", "OVERWRITE", "REMOTE_OSS")


def load_data(words: Sequence[Token], text: str) -> Peeled | None:
    """The file, the table and the columns of a LOAD DATA or LOAD XML statement."""
    cursor = Cursor(words)
    if not (cursor.take("LOAD", "DATA") or cursor.take("LOAD", "XML")):
        return None
    _pass(cursor)
    if cursor.take("FROM", "S3"):
        cursor.take_any("FILE", "PREFIX", "MANIFEST")
    elif not cursor.take_any("INFILE", "INPATH"):
        return None
    path = cursor.take_string()
    _pass(cursor)
    if path is None or not cursor.take("INTO"):
        return None
    cursor.take("TABLE")
    table = cursor.take_name()
    if table is None:
        return None
    place = file_place(path)
    fixed = fixed_columns(Cursor(words, cursor.position))
    columns, sets = _columns(cursor, text)
    return Peeled(
        "load",
        fixed=fixed,
        source=Outside((place.address,), place),
        into=table,
        columns=columns,
        into_columns=columns,
        sets=sets,
    )


def _pass(cursor: Cursor) -> None:
    while cursor.take_any(*_MODIFIERS):
        continue


def _columns(cursor: Cursor, text: str) -> tuple[tuple[str, ...], str | None]:
    """The list of columns and variables, and the text of the SET clause behind it."""
    columns: tuple[str, ...] = ()
    while cursor.position < cursor.end and cursor.word != "SET":
        if cursor.take("PARTITION"):
            cursor.take_group()
        cursor.take("CHARACTER", "SET")
        group = cursor.take_group()
        if group is not None:
            columns = tuple(name for name in group.names())
        elif cursor.word != "SET":
            cursor.position += 1
    if cursor.take("SET"):
        return columns, only(text, *span(cursor, text))
    return columns, None


def insert_infile(words: Sequence[Token], text: str) -> Peeled | None:
    """ClickHouse's INSERT INTO table (columns) FROM INFILE 'path' COMPRESSION ... FORMAT ...: a client's file."""
    del text
    cursor = Cursor(words)
    if not cursor.take("INSERT", "INTO"):
        return None
    cursor.take("TABLE")
    table = cursor.take_name()
    group = cursor.take_group()
    path = cursor.take_string() if cursor.take("FROM", "INFILE") else None
    if table is None or path is None:
        return None
    columns = group.names() if group is not None else ()
    place = file_place(path)
    source = Outside((place.address,), place)
    return Peeled("load", source=source, into=table, columns=columns, into_columns=columns)
