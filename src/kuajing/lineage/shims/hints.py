"""Flink's hints behind a table, `/*+ OPTIONS('path' = '...') */`: options that hold for one statement only."""

import re
from collections.abc import Iterator

from kuajing.lineage.endpoints import Place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.option_places import known_there, place_of_options
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.lexer import tokens
from kuajing.model.lineage import TableName

_HINT = re.compile(
    r"(?P<name>(?:[\w$]+|`[^`]+`)(?:\s*\.\s*(?:[\w$]+|`[^`]+`))*)\s*/\*\+\s*(?P<said>OPTIONS\s*\([^)]*\))",
    re.IGNORECASE,
)


def hinted_places(text: str, dialect: Dialect, session: Session) -> dict[TableName, Place]:
    """The places that tables stand for in this statement, where hints say so."""
    return dict(_hinted(text, dialect, session)) if "/*+" in text else {}


def _hinted(text: str, dialect: Dialect, session: Session) -> Iterator[tuple[TableName, Place]]:
    for match in _HINT.finditer(text):
        name = Cursor(list(tokens(match["name"], dialect))).take_name()
        cursor = Cursor(list(tokens(match["said"], dialect)), 1)
        group = cursor.take_group()
        if name is None or group is None:
            continue
        table = session.qualified(name)
        said = {**session.options.get(table, {}), **group.properties()}
        place = place_of_options(said, said.get("connector"))
        if place is not None:
            yield table, known_there(place, said)
