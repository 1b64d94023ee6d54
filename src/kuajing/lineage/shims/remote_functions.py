"""Functions and models that run elsewhere: what they are called with is sent to an address."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import TableName

_MODIFIERS = ("OR", "REPLACE", "SECURE", "TEMP", "TEMPORARY")


def remote_function(words: Sequence[Token]) -> tuple[TableName, Place] | None:
    """Snowflake's and Redshift's EXTERNAL FUNCTION, BigQuery's REMOTE WITH CONNECTION; None for any other statement."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    while cursor.take_any(*_MODIFIERS):
        continue
    is_external = cursor.take("EXTERNAL")
    if not cursor.take_any("FUNCTION", "MODEL"):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None:
        return None
    place = _external(cursor) if is_external else _remote(cursor)
    return None if place is None else (name, place)


def _external(cursor: Cursor) -> Place | None:
    for word, kind in (("AS", ""), ("LAMBDA", "lambda"), ("SAGEMAKER", "sagemaker")):
        ahead = Cursor(cursor.tokens, cursor.position)
        if ahead.skip_to(word) and ahead.take(word):
            address = ahead.take_string()
            if address is not None:
                return Place(kind, address) if kind else file_place(address)
    return None


def _remote(cursor: Cursor) -> Place | None:
    if not (cursor.skip_to("REMOTE", "WITH", "CONNECTION") and cursor.take("REMOTE", "WITH", "CONNECTION")):
        return None
    connection = cursor.take_name()
    group = cursor.take_group() if cursor.skip_to("OPTIONS") and cursor.take("OPTIONS") else None
    said = group.properties() if group is not None else {}
    endpoint = said.get("endpoint", "")
    if "://" in endpoint:
        return file_place(endpoint)
    return Place("connection", ".".join(connection or ("",)))
