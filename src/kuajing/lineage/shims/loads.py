"""Loads by other names: BULK INSERT, Doris's LOAD and ROUTINE LOAD, BigQuery's LOAD DATA, Hive's IMPORT and EXPORT."""

from collections.abc import Sequence

from kuajing.lineage.cursor import Cursor
from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.lexer import Kind, Token
from kuajing.lineage.shims.option_places import place_of_options
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.table_functions import Outside


def load(words: Sequence[Token], text: str) -> Peeled | None:
    """Any of these loads taken apart."""
    del text
    cursor = Cursor(words)
    first = cursor.word
    if first == "BULK":
        return _bulk_insert(cursor)
    if first in {"LOAD", "CREATE"}:
        return _routine_load(cursor) or _labelled_load(Cursor(words)) or _load_from(Cursor(words))
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


def _labelled_load(cursor: Cursor) -> Peeled | None:
    """Doris's LOAD LABEL name (DATA INFILE('path') INTO TABLE table ... (columns)) WITH S3 (...)."""
    if not cursor.take("LOAD", "LABEL"):
        return None
    cursor.take_name()
    body = cursor.take_group()
    if body is None or not body.skip_to("INFILE"):
        return None
    body.take("INFILE")
    files = body.take_group()
    path = files.take_string() if files is not None else None
    if path is None or not body.skip_to("INTO", "TABLE"):
        return None
    body.take("INTO", "TABLE")
    table = body.take_name()
    columns: tuple[str, ...] = ()
    while body.position < body.end and body.word not in {"SET", "WHERE"}:
        group = body.take_group()
        if group is None:
            body.position += 1
        else:
            columns = group.names() or columns
    region = _region(cursor)
    return Peeled("load", source=_file(path, region), into=table, columns=columns, into_columns=columns)


def _region(cursor: Cursor) -> str | None:
    while cursor.position < cursor.end:
        group = cursor.take_group()
        if group is None:
            cursor.position += 1
            continue
        said = group.properties()
        region = next((said[key] for key in sorted(said) if key.endswith("region") and said[key]), None)
        if region is not None:
            return region
    return None


def _routine_load(cursor: Cursor) -> Peeled | None:
    """Doris's CREATE ROUTINE LOAD job ON table COLUMNS(...) FROM KAFKA (...)."""
    if not (cursor.take("CREATE", "ROUTINE", "LOAD") and cursor.take_name() and cursor.take("ON")):
        return None
    table = cursor.take_name()
    listed = Cursor(cursor.tokens, cursor.position)
    group = listed.take_group() if listed.skip_to("COLUMNS") and listed.take("COLUMNS") else None
    columns = group.names() if group is not None else ()
    if table is None or not cursor.skip_to("FROM"):
        return None
    cursor.take("FROM")
    kind = cursor.take_any("KAFKA", "PULSAR")
    options = cursor.take_group()
    said = options.properties() if options is not None else {}
    place = place_of_options(said, kind.lower() or None)
    if place is None:
        return None
    topic = said.get("kafka_topic") or said.get("pulsar_topic") or ""
    source = Outside((f"{place.kind}://{place.address}.{topic}".rstrip("."),), place)
    return Peeled("load", source=source, into=table, columns=columns, into_columns=columns)


def _load_from(cursor: Cursor) -> Peeled | None:
    """LOAD DATA INTO table FROM FILES(uris = [...]); LOAD OVERWRITE TABLE table FROM LOCATION 'path'."""
    if not cursor.take("LOAD"):
        return None
    cursor.take("DATA")
    cursor.take_any("INTO", "OVERWRITE")
    cursor.take("TABLE")
    cursor.take_any("TEMP", "TEMPORARY")
    table = cursor.take_name()
    listed = cursor.take_group()
    columns = listed.names() if listed is not None else ()
    if table is None or not cursor.skip_to("FROM"):
        return None
    path = next((token.value for token in cursor.tokens[cursor.position :] if _is_path(token)), None)
    if path is None:
        return None
    return Peeled("load", source=_file(path), into=table, columns=columns, into_columns=columns)


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
