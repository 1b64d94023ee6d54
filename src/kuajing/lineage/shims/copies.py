"""COPY of PostgreSQL, Redshift and Snowflake: a table or query to a file, bucket, stage or program, and back."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.shims.peeled import Peeled, inner_query
from kuajing.lineage.shims.program_places import program_name, program_place
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import TableName


def copy(words: Sequence[Token], text: str) -> Peeled | None:  # noqa: PLR0911  one return for each form
    """Any COPY statement taken apart."""
    cursor = Cursor(words)
    cursor.take_sign("\\")
    if not cursor.take("COPY"):
        return None
    if cursor.take("INTO"):
        return _copy_into(cursor, text)
    cursor.take("BINARY")
    group = cursor.take_group()
    if group is not None:
        sink = _after(cursor, "TO")
        return Peeled("copy", query=inner_query(group, text), sink=sink) if sink else None
    table = cursor.take_name()
    if table is None:
        return None
    listed = cursor.take_group()
    columns = listed.names() if listed is not None else ()
    if cursor.at("TO"):
        sink = _after(cursor, "TO")
        return Peeled("copy", table=table, sink=sink, columns=columns) if sink else None
    source = _after(cursor, "FROM")
    if source is None:
        return None
    return Peeled("copy", source=source, into=table, columns=columns, into_columns=columns)


def _after(cursor: Cursor, word: str) -> Outside | None:
    """The file, program or standard stream behind TO or FROM."""
    if not cursor.take(word):
        return None
    if cursor.take("PROGRAM"):
        command = cursor.take_string()
        return Outside((program_name(command),), program_place(command)) if command is not None else None
    stream = cursor.take_any("STDIN", "STDOUT")
    if stream:
        return Outside((stream.lower(),), Place("stream", stream.lower()))
    path = cursor.take_string()
    if path is None:
        return None
    place = file_place(path)
    return Outside((place.address,), Place(place.kind, place.address, _region(cursor)))


def _region(cursor: Cursor) -> str | None:
    """The region Redshift names behind the bucket."""
    ahead = Cursor(cursor.tokens, cursor.position)
    if not (ahead.skip_to("REGION") and ahead.take("REGION")):
        return None
    ahead.take("AS")
    return ahead.take_string()


def _copy_into(cursor: Cursor, text: str) -> Peeled | None:
    """Snowflake's COPY INTO: a stage or bucket as target, or a table."""
    sink = stage_or_file(cursor)
    into: TableName | None = None
    columns: tuple[str, ...] = ()
    if sink is None:
        into = cursor.take_name()
        listed = cursor.take_group()
        columns = listed.names() if listed is not None else ()
    if (sink is None and into is None) or not cursor.skip_to("FROM"):
        return None
    cursor.take("FROM")
    group = cursor.take_group()
    if group is not None:
        query = inner_query(group, text)
        return Peeled("copy", query=query, sink=sink, into=into, into_columns=columns)
    source = stage_or_file(cursor)
    if source is not None:
        return Peeled("copy", source=source, sink=sink, into=into, columns=columns, into_columns=columns)
    table = cursor.take_name()
    return Peeled("copy", table=table, sink=sink, into=into, into_columns=columns) if table else None


def stage_or_file(cursor: Cursor) -> Outside | None:
    """A stage such as `@db.stage/path/`, or a path in quotes."""
    token = cursor.token
    if token is None:
        return None
    if token.kind is Kind.STRING:
        path = cursor.take_string() or ""
        if path.startswith("@"):
            return Outside((path,), Place("stage", path))
        place = file_place(path)
        return Outside((place.address,), place)
    if not token.text.startswith("@"):
        return None
    pieces = [token]
    cursor.position += 1
    while (
        (ahead := cursor.token) is not None
        and ahead.start == pieces[-1].end
        and ahead.text not in {")", ";", ","}
    ):
        pieces.append(ahead)
        cursor.position += 1
    name = "".join(piece.text for piece in pieces)
    return Outside((name,), Place("stage", name))
