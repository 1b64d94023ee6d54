"""SELECT ... INTO OUTFILE of MySQL, Doris, StarRocks and ClickHouse: the result of a query written to a file.

Clients do the same with all results once they are told to: SPOOL, TEE, `.output`.
"""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.program_places import program_name, program_place
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_FILES = frozenset({"OUTFILE", "DUMPFILE"})


def outfile(words: Sequence[Token], text: str) -> Peeled | None:
    """The query without its INTO OUTFILE clause, which may stand before FROM or at the end, and the file."""
    cursor = Cursor(words)
    if cursor.word not in {"SELECT", "WITH", "TABLE"} and not cursor.is_sign("("):
        return None
    if _FILES.isdisjoint([token.word for token in words]):
        return None
    if not (cursor.skip_to("INTO", "OUTFILE") or cursor.skip_to("INTO", "DUMPFILE")):
        return None
    start = cursor.tokens[cursor.position].start
    cursor.position += 2
    cursor.take("S3")
    path = cursor.take_string()
    if path is None:
        return None
    options = Cursor(words, cursor.position)
    end = len(text)
    if cursor.skip_to("FROM"):
        end = cursor.tokens[cursor.position].start
    place = file_place(path)
    region = _region(options)
    query = text[:start] + " " * (end - start) + text[end:]
    return Peeled(
        "outfile", query=query, sink=Outside((place.address,), Place(place.kind, place.address, region))
    )


def spooled(text: str, path: str) -> Peeled:
    """A query whose result the client writes to a file or sends through `| program`, because it was told to."""
    if path.startswith("|"):
        command = path[1:].strip()
        return Peeled("spool", query=text, sink=Outside((program_name(command),), program_place(command)))
    place = file_place(path)
    return Peeled("spool", query=text, sink=Outside((place.address,), place))


def _region(options: Cursor) -> str | None:
    if not (options.skip_to("PROPERTIES") and options.take("PROPERTIES")):
        return None
    group = options.take_group()
    said = group.properties() if group is not None else {}
    return next((said[key] for key in sorted(said) if key.endswith("region") and said[key]), None)
