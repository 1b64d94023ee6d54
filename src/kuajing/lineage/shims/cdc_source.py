"""EXECUTE CDCSOURCE of Dinky: tables of one server streamed to another, all in options."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kuajing.lineage.endpoints import Place
from kuajing.lineage.shims.option_places import place_of_options
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_BETWEEN_TABLES = re.compile(r"\s*,\s*(?![^(\[{]*[)\]}])")
"""The comma between two tables, not one inside the brackets of a pattern."""


def cdc_source(words: Sequence[Token], text: str) -> Peeled | None:
    """The captured tables and the place they are streamed to."""
    del text
    cursor = Cursor(words)
    if not (cursor.take("EXECUTE", "CDCSOURCE") and cursor.skip_to("WITH") and cursor.take("WITH")):
        return None
    group = cursor.take_group()
    said = group.properties() if group is not None else {}
    sink = {key.removeprefix("sink."): value for key, value in said.items() if key.startswith("sink.")}
    own = {key: value for key, value in said.items() if not key.startswith("sink.")}
    source_place = place_of_options(own, own.get("connector"))
    sink_place = place_of_options(sink, sink.get("connector"))
    if source_place is None or sink_place is None:
        return None
    written = sink.get("table-name") or sink.get("table.identifier") or sink.get("topic") or sink.get("index")
    sink_table = Outside((_named(sink_place, written),), sink_place)
    streams = [
        Peeled("stream", source=Outside((_named(source_place, table),), source_place), sink=sink_table)
        for table in _BETWEEN_TABLES.split(own.get("table-name") or "")
    ]
    return replace(streams[0], more=tuple(streams[1:]))


def _named(place: Place, table: str | None) -> str:
    """The place and the table there; a database that stands before the table's name is not said twice."""
    name = (table or "").replace("\\.", ".")
    database = place.address.partition("/")[2]
    if database:
        name = name.removeprefix(f"{database}.")
    return f"{place.kind}://{place.address}{'.' + name if name else ''}"
