"""What texts inside tasks move: statements at a connection, queries into a table elsewhere, jobs of other formats."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention, Fact, UnreadFact
from kuajing.readers.beside import counted
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.embedded_sql import script_of
from kuajing.readers.held import Held
from kuajing.readers.placeholders import fill_sql
from kuajing.readers.seams import Reader, SourceContext
from kuajing.readers.sql import movement_of
from kuajing.readers.statements import moves_of
from kuajing.source.location import Location

MECHANISM = "dolphinscheduler"
Told = tuple[tuple[Fact, ...], Counter[str]]

_NUMBER = re.compile(r"\w{1,20}")
_TARGET = ("kuajing_target",)


@dataclass(frozen=True, slots=True)
class Reading:
    """What tasks are read with."""

    context: SourceContext
    catalogue: Catalogue

    def sql(self, held: Held | None, endpoint: Endpoint | None, dialect: str | None) -> Told:
        """What the statements of a text move, where they run at an endpoint."""
        if held is None:
            return (), Counter()
        script = script_of(held.block("sql", dialect), held.source())
        return movement_of(replace(script, endpoint=endpoint), self.context, self.catalogue, MECHANISM)

    def query(self, held: Held, at: Endpoint, dialect: str | None, target: DatasetMention) -> Told:
        """What a query brings into a table elsewhere, each output under its own name."""
        filled = fill_sql(held.text.rstrip().rstrip(";"), self.context.values)
        head = f"CREATE VIEW {_TARGET[0]} AS\n"
        statements = self.context.read(
            head + filled.text,
            dialect=dialect,
            schema=self.catalogue.schema_for(DatasetMention((), endpoint=at), filled.text),
            functions=self.context.functions,
        )

        def mention(table: tuple[str, ...]) -> DatasetMention:
            return target if table == _TARGET else DatasetMention(table, endpoint=at)

        def place(line: int, column: int) -> Location:
            if line < 2:  # noqa: PLR2004  the head is the first line
                return held.at(Location(held.path))
            return held.at(Location(held.path, *filled.place(line - 1, column)))

        facts: list[Fact] = []
        for one in statements:
            facts += moves_of(one, MECHANISM, mention, place)
            grain = "statement" if one.fate == "unread" else "part"
            facts += (UnreadFact(place(2, 1), why.key, grain, why.values) for why in one.reasons)
        return tuple(facts), Counter(one.fate for one in statements)

    def inner(self, reader: Reader, held: Held, path: str | None = None) -> Told:
        """What another reader makes of a text, with its places in the file."""
        source = held.source(path)
        found = [
            *reader.structure(source, self.context),
            *reader.movement(source, self.context, self.catalogue),
        ]
        fates: Counter[str] = Counter()
        return tuple(held.relocated(fact) for fact in counted(found, fates)), fates


def connection(number: str) -> Endpoint | None:
    """The place that a data source of the scheduler stands for: its own database alone knows it."""
    return read_address(f"conn:{number}") if _NUMBER.fullmatch(number) else None
