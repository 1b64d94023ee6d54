"""CREATE JOB ... ON STREAMING FROM engine and CREATE SYNC ... FROM BINLOG: tables of a server kept in step in Doris."""

from collections.abc import Sequence
from dataclasses import replace

from kuajing.lineage.endpoints import host_place
from kuajing.lineage.shims.option_places import place_of_options
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.table_functions import Outside, named_at
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import ALL_COLUMNS

_ENGINES = {"postgresql": "postgres"}


def streaming_job(words: Sequence[Token], text: str) -> Peeled | None:
    """The tables that are captured, each into the table of its name; all of them where none is listed."""
    del text
    cursor = Cursor(words)
    if cursor.take("CREATE", "SYNC"):
        return _synchronised(cursor)
    if not (cursor.take("CREATE", "JOB") and cursor.take_name() and cursor.take("ON", "STREAMING")):
        return None
    if not (cursor.skip_to("FROM") and cursor.take("FROM")):
        return None
    engine = (cursor.take_name() or ("",))[-1]
    group = cursor.take_group()
    said = group.properties() if group is not None else {}
    place = place_of_options(said, _ENGINES.get(engine, engine))
    target = cursor.take_name() if cursor.take("TO", "DATABASE") else None
    if place is None or target is None:
        return None
    listed = [name.strip().lower() for name in said.get("include_tables", "").split(",") if name.strip()]
    loads = [
        Peeled("stream", source=Outside((named_at(place, name),), place), into=(*target, name))
        for name in listed or [ALL_COLUMNS]
    ]
    return replace(loads[0], more=tuple(loads[1:]))


def _synchronised(cursor: Cursor) -> Peeled | None:
    """CREATE SYNC job (FROM database.table INTO table (columns), ...) FROM BINLOG (...)."""
    cursor.take_name()
    group = cursor.take_group()
    options = cursor.take_group() if cursor.take("FROM") and cursor.take_name() else None
    said = options.properties() if options is not None else {}
    host = said.get("canal.server.ip")
    if group is None or host is None:
        return None
    loads = []
    for part in group.parts():
        source = part.take_name() if part.take("FROM") else None
        target = part.take_name() if part.take("INTO") else None
        if source is None or target is None:
            continue
        columns = part.take_group()
        names = columns.names() if columns is not None else ()
        place = host_place(
            "mysql", host, said.get("canal.server.port"), source[0] if len(source) > 1 else None
        )
        there = Outside((named_at(place, source[-1]),), place)
        loads.append(Peeled("stream", source=there, into=target, columns=names, into_columns=names))
    return replace(loads[0], more=tuple(loads[1:])) if loads else None
