"""ClickHouse's ENGINE = Buffer(database, table, ...): rows written to it are handed on to another table."""

from collections.abc import Sequence

from kuajing.lineage.shims.peeled import Peeled, arguments_of
from kuajing.lineage.shims.servers import group_after
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.definitions import defined_table
from kuajing.lineage.text.lexer import Token


def buffer(words: Sequence[Token], text: str) -> Peeled | None:
    """The buffer as what is read, the table behind it as what is written."""
    del text
    if not words or words[0].word != "CREATE" or not any(token.word == "BUFFER" for token in words):
        return None
    table = defined_table(words)
    if table is None:
        return None
    rest = Cursor(words, table.rest)
    if not (rest.skip_to("ENGINE") and rest.take("ENGINE")):
        return None
    rest.take_sign("=")
    group = group_after(rest, "BUFFER") if rest.at("BUFFER") else None
    values = arguments_of(group).positional[:2] if group is not None else ()
    target = tuple(value.lower() for value in values if value and value.lower() != "currentdatabase")
    if not target:
        return None
    columns = tuple(column.name for column in table.columns)
    return Peeled("create", table=table.name, into=target, columns=columns, into_columns=columns)
