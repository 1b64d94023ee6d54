"""Snowflake's stages: named places of files, what they stand for, and files put there and fetched from there."""

import re
from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.copies import stage_or_file
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.servers import Binding
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_MODIFIERS = ("OR", "REPLACE", "ALTER", "TEMPORARY", "TEMP")
_NAMED = frozenset({"connection", "catalog", "postgres", "mysql"})
_FILE = re.compile(r"(?i)file://[^\s;]+")


def stage(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE STAGE name URL = 'place', and the place an ALTER STAGE gives one."""
    del session
    cursor = Cursor(words)
    if not cursor.take_any("CREATE", "ALTER"):
        return None
    while cursor.take_any(*_MODIFIERS):
        continue
    if not cursor.take("STAGE"):
        return None
    _ = cursor.take("IF", "NOT", "EXISTS") or cursor.take("IF", "EXISTS")
    name = cursor.take_name()
    if name is None:
        return None
    place = None
    if cursor.skip_to("URL") and cursor.take("URL"):
        cursor.take_sign("=")
        url = cursor.take_string()
        place = file_place(url) if url is not None else None
    return Binding("server", (f"@{'.'.join(name)}",), place)


def stage_location(cursor: Cursor) -> Place | None:
    """The stage behind LOCATION = @stage/path/ of an external table."""
    ahead = Cursor(cursor.tokens, cursor.position, cursor.end)
    if not (ahead.skip_to("LOCATION") and ahead.take("LOCATION")):
        return None
    ahead.take_sign("=")
    if ahead.token is None or not ahead.token.text.startswith("@"):
        return None
    outside = stage_or_file(ahead)
    return outside.place if outside is not None else None


def resolved(place: Place, session: Session) -> Place:
    """The place a stage, connection or attached database stands for where the text itself defines it."""
    if place.kind in _NAMED and "/" not in place.address:
        name = place.address.lower()
        return session.servers.get(name) or session.catalogs.get(name) or place
    if place.kind != "stage":
        return place
    name, _, path = place.address.partition("/")
    known = session.servers.get(name.lower()) or _alike(name.lower().lstrip("@"), session)
    if known is None:
        return place
    root = known.address.rstrip("/")
    return Place(known.kind, f"{root}/{path}" if path else known.address, known.region)


def _alike(name: str, session: Session) -> Place | None:
    """The one stage whose name ends alike, as `stage` and `schema.stage` do."""
    found = [
        place
        for key, place in session.servers.items()
        if key.startswith("@") and f".{key[1:]}".endswith(f".{name}") | f".{name}".endswith(f".{key[1:]}")
    ]
    return found[0] if len(found) == 1 else None


def transfer(words: Sequence[Token], text: str) -> Peeled | None:
    """PUT file stage, GET stage file, and COPY FILES INTO stage FROM stage: whole files, of unknown columns."""
    cursor = Cursor(words)
    first = cursor.take_any("PUT", "GET")
    if first == "PUT":
        source = _file(cursor, text)
        sink = stage_or_file(cursor) if source is not None else None
        return Peeled("put", source=source, sink=sink) if source and sink else None
    if first == "GET":
        source = stage_or_file(cursor)
        sink = _file(cursor, text) if source is not None else None
        return Peeled("get", source=source, sink=sink) if source and sink else None
    if not cursor.take("COPY", "FILES", "INTO"):
        return None
    target = stage_or_file(cursor)
    origin = stage_or_file(cursor) if cursor.take("FROM") else None
    return Peeled("copy", source=origin, sink=target) if origin and target else None


def _file(cursor: Cursor, text: str) -> Outside | None:
    """A path such as file:///tmp/x, which needs no quotes."""
    if cursor.token is None:
        return None
    path = cursor.take_string()
    if path is None:
        match = _FILE.match(text, cursor.token.start)
        path = match.group() if match is not None else ""
        end = cursor.token.start + len(path)
        while cursor.position < cursor.end and cursor.tokens[cursor.position].start < end:
            cursor.position += 1
    if not path.lower().startswith("file://"):
        return None
    place = file_place(path)
    return Outside((place.address,), place)
