"""INSERT OVERWRITE DIRECTORY of Hive and Spark: the result of a query written to a folder."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.shims.peeled import Peeled, only
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token


def directory(words: Sequence[Token], text: str) -> Peeled | None:
    """The folder and the query; the path may also stand in the options."""
    cursor = Cursor(words)
    if not cursor.take("INSERT", "OVERWRITE"):
        return None
    is_local = cursor.take("LOCAL")
    if not cursor.take("DIRECTORY"):
        return None
    path = cursor.take_string()
    if path is None:
        options = Cursor(words, cursor.position)
        group = options.take_group() if options.skip_to("OPTIONS") and options.take("OPTIONS") else None
        path = group.properties().get("path") if group is not None else None
    if path is None:
        return None
    while cursor.position < cursor.end and cursor.word not in {"SELECT", "WITH", "FROM", "TABLE", "VALUES"}:
        if cursor.take_group() is None:
            cursor.position += 1
    if cursor.position >= cursor.end:
        return None
    place = file_place(path)
    if is_local:
        place = Place("file", place.address)
    query = only(text, words[cursor.position].start, len(text))
    return Peeled("directory", query=query, sink=Outside((place.address,), place))
