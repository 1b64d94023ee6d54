"""UNLOAD and EXPORT: a query or table written to a bucket, by Redshift, MaxCompute, Doris, StarRocks, BigQuery, Trino."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.shims.peeled import Peeled, inner_query, only
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_REGIONS = ("aws.s3.region", "s3.region", "oss.region", "region")


def unload(words: Sequence[Token], text: str) -> Peeled | None:
    """UNLOAD ('query') TO, UNLOAD (query) TO, UNLOAD FROM (query) | table INTO LOCATION."""
    cursor = Cursor(words)
    if not cursor.take("UNLOAD"):
        return None
    cursor.take("FROM")
    query: str | None = None
    table = None
    group = cursor.take_group()
    if group is None:
        table = cursor.take_name()
    elif group.token is not None and group.token.kind is Kind.STRING:
        query = " " * (group.token.start + 1) + group.token.value
    else:
        query = inner_query(group, text)
    if not (cursor.skip_to("LOCATION") or cursor.skip_to("TO")):
        return None
    cursor.position += 1
    path = cursor.take_string()
    if path is None or (query is None and table is None):
        return None
    region = None
    if cursor.skip_to("REGION"):
        cursor.take("REGION")
        cursor.take("AS")
        region = cursor.take_string()
    return Peeled("unload", query=query, table=table, sink=_outside(path, region))


def export(words: Sequence[Token], text: str) -> Peeled | None:
    """EXPORT TABLE t TO 'path' and EXPORT DATA OPTIONS(uri = 'path') AS query."""
    cursor = Cursor(words)
    if cursor.take("EXPORT", "TABLE"):
        table = cursor.take_name()
        where = Cursor(words, cursor.position)
        listed = _columns_listed(cursor)
        if table is None or not cursor.skip_to("TO"):
            return None
        cursor.take("TO")
        path = cursor.take_string()
        if path is None:
            return None
        columns = listed or _exported_columns(Cursor(words, cursor.position))
        query = None
        if where.skip_to("WHERE"):
            clause = text[where.tokens[where.position].start : cursor.tokens[cursor.position - 2].start]
            selected = ", ".join(columns) or "*"
            query = f"SELECT {selected} FROM {'.'.join(table)} {clause}"  # noqa: S608  it is read, never run
        return Peeled(
            "export", query=query, table=table, sink=_outside(path, _region(cursor)), columns=columns
        )
    if cursor.take("EXPORT", "DATA"):
        return _export_data(cursor, text)
    return None


def _columns_listed(cursor: Cursor) -> tuple[str, ...]:
    """The columns StarRocks lists behind the table and its partitions."""
    cursor.take("TEMPORARY")
    if cursor.take_any("PARTITION", "PARTITIONS"):
        cursor.take_group()
    group = cursor.take_group()
    return group.names() if group is not None else ()


def _export_data(cursor: Cursor, text: str) -> Peeled | None:
    cursor.take("WITH", "CONNECTION")
    if not cursor.skip_to("OPTIONS"):
        return None
    cursor.take("OPTIONS")
    group = cursor.take_group()
    said = group.properties() if group is not None else {}
    path = said.get("uri") or said.get("path")
    if path is not None and "/" not in path and group is not None:
        strings = (
            token.value for token in group.tokens[group.position : group.end] if token.kind is Kind.STRING
        )
        path = next((value for value in strings if "://" in value), None)  # put together: its first part
    if path is None or not cursor.take("AS") or cursor.token is None:
        return None
    return Peeled("export", query=only(text, cursor.token.start, len(text)), sink=_outside(path, None))


def _outside(path: str, region: str | None) -> Outside:
    place = file_place(path)
    return Outside((place.address,), Place(place.kind, place.address, region))


def _options(cursor: Cursor) -> dict[str, str]:
    """What PROPERTIES and WITH S3|BROKER lists say."""
    said: dict[str, str] = {}
    ahead = Cursor(cursor.tokens, cursor.position)
    while ahead.position < ahead.end:
        group = ahead.take_group()
        if group is not None:
            said |= group.properties()
        else:
            ahead.position += 1
    return said


def _region(cursor: Cursor) -> str | None:
    said = _options(cursor)
    return next((said[key] for key in sorted(said) if key.endswith("region") and said[key]), None)


def _exported_columns(cursor: Cursor) -> tuple[str, ...]:
    columns = _options(cursor).get("columns", "")
    return tuple(name.strip().lower() for name in columns.split(",") if name.strip())
