"""What stands in one text beside jobs of another format, or is held by them: read as if it stood alone, and counted in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kuajing.embedded import Block
from kuajing.model.facts import Fact, InfluenceFact, MoveFact, ReadFact, UnreadFact
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
    yield from counted(EMBEDDED_SQL.movement(text, context, catalogue), fates)


def counted(facts: Iterable[Fact], fates: Counter[str]) -> Iterator[Fact]:
    """What another reader says of a part of a text; how that part fared is counted in, and is none of a whole file."""
    for fact in facts:
        if isinstance(fact, ReadFact):
            fates.update(resolved=fact.resolved, partial=fact.partial, unread=fact.unread, idle=fact.idle)
        elif isinstance(fact, UnreadFact) and fact.grain == "file":
            fates["unread"] += 1
            yield replace(fact, grain="statement")
        else:
            yield fact


def placed(fact: Fact, block: Block) -> Fact:
    """A fact of what a block holds, at its place in the file."""
    if isinstance(fact, MoveFact | InfluenceFact | UnreadFact):
        return replace(fact, location=block.location(fact.location.line, fact.location.column))
    return fact
