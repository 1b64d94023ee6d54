"""Named collections of ClickHouse: the arguments of engines and table functions kept under a name."""

import re
from collections.abc import Mapping, Sequence

from kuajing.lineage.shims.table_functions import Arguments
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_NAME = re.compile(r"[A-Za-z_]\w*")


def named_collection(words: Sequence[Token]) -> tuple[str, dict[str, str]] | None:
    """What CREATE NAMED COLLECTION name AS key = value, ... says; None for any other statement."""
    cursor = Cursor(words)
    if not cursor.take("CREATE", "NAMED", "COLLECTION"):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None or not (cursor.skip_to("AS") and cursor.take("AS")):
        return None
    return name[-1], Cursor(words, cursor.position).properties()


def spelt_out(arguments: Arguments, collections: Mapping[str, Mapping[str, str]]) -> Arguments:
    """The arguments with what the collection they begin with says, where the text defines it."""
    first = arguments.positional[0].lower() if arguments.positional else ""
    said = collections.get(first)
    if said is None:
        return arguments
    return Arguments(arguments.positional[1:], {**said, **arguments.named})


def collection_name(arguments: Arguments) -> str | None:
    """The name of a collection defined elsewhere, where the arguments begin with one; None where they say a place."""
    values = arguments.positional
    alone = len(values) == 1 and _NAME.fullmatch(values[0]) and values[0].lower() != "localhost"
    return values[0].lower() if alone else None
