"""Routines of a vendor that write a query to a bucket or load one: aws_s3 of PostgreSQL, Oracle's DBMS_CLOUD."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_CALLED = frozenset({"AWS_S3", "DBMS_CLOUD"})
_PACKAGES = ("aws_s3", "dbms_cloud")
_NAMED = re.compile(r"\b(?:aws_s3|dbms_cloud)\s*\.", re.IGNORECASE)
_EXPORT = ("query", "s3_info", "options")
_IMPORT = ("table_name", "column_list", "options", "s3_info")
_CLOUD = {
    "export_data": ("credential_name", "file_uri_list", "format", "query"),
    "copy_data": ("table_name", "credential_name", "file_uri_list", "schema_name", "field_list", "format"),
    "create_external_table": ("table_name", "credential_name", "file_uri_list", "column_list"),
}


def routine_export(words: Sequence[Token], text: str) -> Peeled | None:
    """The query or table and the place that a call of such a routine names, all as literals."""
    folded = text.lower()
    named = any(package in folded for package in _PACKAGES)
    found = _call(words) if named and _NAMED.search(text) else None
    if found is None:
        return None
    package, routine, group = found
    if package == "aws_s3":
        return _exported(group) if routine == "query_export_to_s3" else _imported(group, routine)
    return _cloud(routine, group)


def _call(words: Sequence[Token]) -> tuple[str, str, Cursor] | None:
    """The package, the routine and the arguments of the first call of one of these packages."""
    if not words or words[0].word not in {"SELECT", "PERFORM", "CALL", "EXEC", "BEGIN", *_CALLED}:
        return None
    for place, (token, following) in enumerate(pairwise(words)):
        if token.word in _CALLED and following.text == ".":
            cursor = Cursor(words, place)
            name = cursor.take_name() or ()
            group = cursor.take_group()
            if group is not None and len(name) > 1:
                return name[-2], name[-1], group
    return None


def _arguments(group: Cursor, names: tuple[str, ...]) -> dict[str, Cursor]:
    """The arguments by name: those written with one, the others by their place."""
    said: dict[str, Cursor] = {}
    for place, part in enumerate(group.parts()):
        key = names[place] if place < len(names) else f"#{place}"
        named = Cursor(part.tokens, part.position, part.end)
        name = named.take_name()
        if name is not None and (named.take_sign("=>") or (named.take_sign(":=") or _takes_parted(named))):
            key, part = name[-1], named  # noqa: PLW2901  the value behind the name
        said[key] = part
    return said


def _takes_parted(cursor: Cursor) -> bool:
    """Whether the sign `=>` comes as two."""
    ahead = Cursor(cursor.tokens, cursor.position, cursor.end)
    if not (ahead.take_sign("=") and ahead.take_sign(">")):
        return False
    cursor.position = ahead.position
    return True


def _string(said: dict[str, Cursor], key: str) -> str | None:
    """A string literal given for an argument; None when it is put together or kept elsewhere."""
    part = said.get(key)
    if part is None or part.end - part.position != 1:
        return None
    return part.take_string()


def _query(said: dict[str, Cursor]) -> str | None:
    """The query at its place in the statement."""
    part = said.get("query")
    token = part.token if part is not None and part.end - part.position == 1 else None
    if token is None or token.kind is not Kind.STRING:
        return None
    return " " * (token.start + 1) + token.value


def _bucket(group: Cursor, said: dict[str, Cursor]) -> Outside | None:
    """The object that create_s3_uri(bucket, path, region) names, or the same three as arguments of their own."""
    info = said.get("s3_info")
    if info is None:
        return None
    ahead = Cursor(info.tokens, info.position, info.end)
    inner = ahead.take_group() if ahead.take_name() else None
    own = [part.take_string() for part in inner.parts()] if inner is not None else []
    if not own:
        own = [part.take_string() for part in Cursor(group.tokens, info.position, group.end).parts()][:3]
    if len(own) < 2 or own[0] is None or own[1] is None:  # noqa: PLR2004  bucket and path
        return None
    region = own[2] if len(own) > 2 else None  # noqa: PLR2004  the region is third
    path = f"s3://{own[0]}/{own[1].lstrip('/')}"
    return Outside((path,), Place("s3", path, region))


def _exported(group: Cursor) -> Peeled | None:
    """aws_s3.query_export_to_s3(query, place, options := ...)."""
    said = _arguments(group, _EXPORT)
    query, sink = _query(said), _bucket(group, said)
    return Peeled("export", query=query, sink=sink) if query and sink else None


def _imported(group: Cursor, routine: str) -> Peeled | None:
    """aws_s3.table_import_from_s3(table, columns, options, place)."""
    said = _arguments(group, _IMPORT)
    table, source = _string(said, "table_name"), _bucket(group, said)
    if routine != "table_import_from_s3" or table is None or source is None:
        return None
    columns = tuple(
        name.strip().strip('"').lower()
        for name in (_string(said, "column_list") or "").split(",")
        if name.strip()
    )
    return Peeled("load", source=source, into=_named(table), columns=columns, into_columns=columns)


def _named(table: str) -> tuple[str, ...]:
    return tuple(part.strip().strip('"').lower() for part in table.split("."))


def _cloud(routine: str, group: Cursor) -> Peeled | None:
    """DBMS_CLOUD.EXPORT_DATA and COPY_DATA."""
    names = _CLOUD.get(routine)
    if names is None:
        return None
    said = _arguments(group, names)
    uri = _string(said, "file_uri_list")
    if uri is None:
        return None
    place = file_place(uri.split(",", 1)[0].strip())
    outside = Outside((place.address,), place)
    if routine == "export_data":
        query = _query(said)
        return Peeled("export", query=query, sink=outside) if query else None
    table, schema = _string(said, "table_name"), _string(said, "schema_name")
    if table is None:
        return None
    return Peeled("load", source=outside, into=_named(f"{schema}.{table}" if schema else table))
