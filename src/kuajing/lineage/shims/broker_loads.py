"""LOAD LABEL and CREATE ROUTINE LOAD of Doris and StarRocks: files and topics read into tables, changed on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.shims.option_places import place_of_options
from kuajing.lineage.shims.peeled import Peeled, only, span
from kuajing.lineage.shims.table_functions import Outside, named_at
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_CLAUSES = (
    "SET",
    "WHERE",
    "PRECEDING",
    "COLUMNS",
    "DELETE",
    "ORDER",
    "PARTITION",
    "ROWS",
    "PROPERTIES",
    "FROM",
)


@dataclass(frozen=True, slots=True)
class _Mapping:
    """The columns that come in, the assignments made of them, and the conditions they must meet."""

    columns: tuple[str, ...] = ()
    sets: str | None = None
    filters: tuple[str, ...] = ()


def broker_load(words: Sequence[Token], text: str) -> Peeled | None:
    """Either of the two loads taken apart; a label may hold several files for several tables."""
    cursor = Cursor(words)
    if cursor.take("LOAD", "LABEL"):
        return _labelled(cursor, text)
    if cursor.take("CREATE", "ROUTINE", "LOAD"):
        return _routine(cursor, text)
    return None


def _labelled(cursor: Cursor, text: str) -> Peeled | None:
    """LOAD LABEL name (DATA INFILE('path') INTO TABLE table ... (columns) SET (...)) WITH S3 (...)."""
    cursor.take_name()
    body = cursor.take_group()
    if body is None:
        return None
    region = _region(cursor)
    loads = [load for part in body.parts() for load in _files(part, text, region)]
    return replace(loads[0], more=tuple(loads[1:])) if loads else None


def _files(part: Cursor, text: str, region: str | None) -> list[Peeled]:
    """One item of a label: its files, or the table it reads, each into the one table."""
    origin = Cursor(part.tokens, part.position, part.end)
    if not (part.skip_to("INTO", "TABLE") and part.take("INTO", "TABLE")):
        return []
    table = part.take_name()
    mapping = _mapping(part, text)
    load = Peeled(
        "load",
        into=table,
        columns=mapping.columns,
        into_columns=mapping.columns,
        sets=mapping.sets,
        filters=mapping.filters,
        has_temporaries=True,
    )
    if origin.skip_to("INFILE") and origin.take("INFILE"):
        group = origin.take_group()
        paths = [item.take_string() for item in group.parts()] if group is not None else []
        return [replace(load, source=_file(path, region)) for path in paths if path]
    if origin.skip_to("FROM", "TABLE") and origin.take("FROM", "TABLE"):
        return [replace(load, table=origin.take_name())]
    return []


def _file(path: str, region: str | None) -> Outside:
    place = file_place(path)
    return Outside((place.address,), Place(place.kind, place.address, region))


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


def _routine(cursor: Cursor, text: str) -> Peeled | None:
    """CREATE ROUTINE LOAD job ON table COLUMNS(...), WHERE ... FROM KAFKA (...); without a table the rows name it."""
    cursor.take_name()
    table = cursor.take_name() if cursor.take("ON") else None
    before = Cursor(cursor.tokens, cursor.position, cursor.end)
    if not cursor.skip_to("FROM"):
        return None
    before.end = cursor.position
    cursor.take("FROM")
    kind = (cursor.take_name() or ("",))[-1]
    options = cursor.take_group()
    said = options.properties() if options is not None else {}
    place = place_of_options(said, kind or None)
    if place is None:
        return None
    topic = said.get("kafka_topic") or said.get("pulsar_topic") or said.get("kinesis_stream") or ""
    mapping = _mapping(before, text)
    return Peeled(
        "load",
        source=Outside((named_at(place, topic),), place),
        into=table,
        columns=mapping.columns,
        into_columns=mapping.columns,
        sets=mapping.sets,
        filters=mapping.filters,
    )


def _mapping(cursor: Cursor, text: str) -> _Mapping:
    """All that stands between the table and the options, in any order."""
    found = _Mapping()
    while cursor.position < cursor.end:
        if cursor.take_any("PARTITION", "PARTITIONS", "PROPERTIES"):
            cursor.take_group()
        elif cursor.take("SET"):
            group = cursor.take_group()
            found = replace(found, sets=only(text, *span(group, text)) if group is not None else None)
        elif cursor.take("WHERE") or cursor.take("PRECEDING", "FILTER"):
            found = replace(found, filters=(*found.filters, _condition(cursor, text)))
        elif (group := cursor.take_group()) is not None:
            found = _listed(found, group, text)
        else:
            cursor.position += 1
    return found


def _condition(cursor: Cursor, text: str) -> str:
    """An expression up to the next clause, at its place."""
    first, depth = cursor.position, 0
    while (token := cursor.token) is not None:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and (token.text == "," or token.word in _CLAUSES):
            break
        cursor.position += 1
    return only(text, *span(Cursor(cursor.tokens, first, cursor.position), text))


def _listed(found: _Mapping, group: Cursor, text: str) -> _Mapping:
    """A list of columns, of which some may be assignments; lists of the options of a format are none."""
    parts = group.parts()
    plain = [part for part in parts if part.position + 1 == part.end]
    assigned = [part for part in parts if _is_assignment(part)]
    if len(plain) + len(assigned) < len(parts) or not plain:
        return found
    columns = (*found.columns, *(name[-1] for part in plain if (name := part.take_name())))
    if not assigned:
        return replace(found, columns=columns)
    return replace(found, columns=columns, sets=_joined(assigned, text))


def _is_assignment(part: Cursor) -> bool:
    ahead = Cursor(part.tokens, part.position, part.end)
    token = ahead.token
    return (
        token is not None and token.kind is not Kind.STRING and bool(ahead.take_name()) and ahead.is_sign("=")
    )


def _joined(parts: list[Cursor], text: str) -> str:
    """Assignments that plain columns stand between, as one list at their places."""
    pieces: list[str] = []
    position = 0
    for part in parts:
        start, end = span(part, text)
        comma = "," if pieces else " "
        pieces += [" " * (start - position - 1), comma, text[start:end]]
        position = end
    return "".join(pieces)
