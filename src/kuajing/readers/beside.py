"""SQL that stands in one script with jobs of another format: read as if no job stood beside it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kuajing.model.facts import Fact, ReadFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.embedded_sql import EMBEDDED_SQL
from kuajing.readers.seams import SourceContext
from kuajing.source.text import SourceText


def shapes_beside(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """The tables that SQL in a script defines."""
    if EMBEDDED_SQL.recognises(text.path, text.text):
        yield from EMBEDDED_SQL.structure(text, context)


def sql_beside(
    text: SourceText, context: SourceContext, catalogue: Catalogue, fates: Counter[str]
) -> Iterator[Fact]:
    """What SQL in the same script moves, as if no job stood beside it; its fates are counted in."""
    if not EMBEDDED_SQL.recognises(text.path, text.text):
        return
    for fact in EMBEDDED_SQL.movement(text, context, catalogue):
        if isinstance(fact, ReadFact):
            counted = {
                "resolved": fact.resolved,
                "partial": fact.partial,
                "unread": fact.unread,
                "idle": fact.idle,
            }
            fates.update(counted)
        elif isinstance(fact, UnreadFact) and fact.grain == "file":
            fates["unread"] += 1
            yield replace(fact, grain="statement")
        else:
            yield fact
