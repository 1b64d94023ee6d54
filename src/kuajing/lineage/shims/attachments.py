"""DuckDB's ATTACH: a server, a file or a lake whose tables go by a name from then on; and whole databases moved."""

import re
from collections.abc import Mapping, Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.connections import connection_place
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.servers import Binding
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_PREFIX = re.compile(r"(?i)^(postgres|postgresql|mysql|sqlite|ducklake|md|motherduck|iceberg|duckdb):(?!//)")
_SERVERS = {"postgres": "postgres", "postgresql": "postgres", "mysql": "mysql", "mssql": "sqlserver"}
_SECRET = re.compile(r"(?i)\b(?:password|passwd|pwd)\s*=")
_SCHEME = re.compile(r"(?i)^(postgres|postgresql|mysql|mssql)://")
_STEM = re.compile(r"([^/\\:]+?)(?:\.\w+)?$")


def attached(words: Sequence[Token], session: Session) -> Binding | None:
    """ATTACH 'place' [AS name] [(TYPE engine, DATA_PATH 'path')]."""
    del session
    cursor = Cursor(words)
    if not cursor.take("ATTACH"):
        return None
    cursor.take("OR", "REPLACE")
    cursor.take("DATABASE")
    cursor.take("IF", "NOT", "EXISTS")
    text = cursor.take_string()
    if text is None:
        return None
    name = cursor.take_name() if cursor.take("AS") else None
    stem = _STEM.search(text)
    if name is None and stem is not None:
        name = (stem.group(1).lower(),)
    group = cursor.take_group()
    said = _options(group) if group is not None else {}
    return Binding("catalog", name, attached_place(text, said)) if name is not None else None


def _options(group: Cursor) -> dict[str, str]:
    """Options such as `TYPE postgres`, `DATA_PATH 'path'`, `READ_ONLY`."""
    said = {}
    for part in group.parts():
        key = part.word
        part.position += 1
        part.take_sign("=")
        said[key] = part.take_value() or ""
    return said


def attached_place(text: str, said: Mapping[str, str]) -> Place:
    """The place a path or connection string names; a prefix such as `postgres:` says the engine as TYPE does."""
    prefix = _PREFIX.match(text)
    scheme = _SCHEME.match(text)
    kind = prefix.group(1).lower() if prefix is not None else said.get("TYPE", "").lower()
    kind = kind or (scheme.group(1).lower() if scheme is not None else "")
    rest = text[prefix.end() :] if prefix is not None else text
    if kind == "ducklake":
        return file_place(said["DATA_PATH"]) if "DATA_PATH" in said else attached_place(rest, {})
    if kind in {"md", "motherduck"}:
        return Place("motherduck", rest.split("?", 1)[0])
    if kind in _SERVERS or _SECRET.search(text):
        return connection_place(rest, _SERVERS.get(kind, "postgres"))
    if kind == "iceberg" and "ENDPOINT" in said:
        return file_place(said["ENDPOINT"])
    return file_place(rest)


def whole_database(words: Sequence[Token], text: str) -> Peeled | None:
    """EXPORT DATABASE [name TO] 'folder', IMPORT DATABASE 'folder', COPY FROM DATABASE name TO name."""
    del text
    cursor = Cursor(words)
    if cursor.take("COPY", "FROM", "DATABASE"):
        origin = cursor.take_name()
        target = cursor.take_name() if cursor.take("TO") else None
        return Peeled("copy", table=origin, into=target) if origin and target else None
    is_export = cursor.take("EXPORT", "DATABASE")
    if not is_export and not cursor.take("IMPORT", "DATABASE"):
        return None
    name = cursor.take_name()
    cursor.take("TO")
    path = cursor.take_string()
    if path is None:
        return None
    place = file_place(path)
    outside, database = Outside((place.address,), place), name or ("main",)
    if is_export:
        return Peeled("export", table=database, sink=outside)
    return Peeled("load", source=outside, into=database)
