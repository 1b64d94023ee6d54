"""The SQL that a job runs before and after it copies, which may move rows itself."""

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass

from kuajing.lineage.movement import read_movement
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention, InfluenceFact, MoveFact
from kuajing.model.lineage import ReadMovement
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.datax.jobs import End
from kuajing.readers.datax.pairing import MECHANISM
from kuajing.readers.datax.plugins import dialect_at
from kuajing.readers.datax.records import Note
from kuajing.readers.datax.stores import side_queries_of, stores_of
from kuajing.readers.places import beside, without_keys
from kuajing.readers.statements import moves_of
from kuajing.source.location import Location
from kuajing.source.nodes import Scalar

_OWN_TABLE = "@table"
"""What Addax puts the name of the written table for."""


@dataclass(frozen=True, slots=True)
class SideSql:
    """What the SQL beside a job moves, and what of it was not read."""

    moves: tuple[MoveFact | InfluenceFact, ...]
    notes: tuple[Note, ...]


def side_sql(
    end: End,
    catalogue: Catalogue,
    functions: Map[str, str],
    values: Map[str, str],
    read: ReadMovement = read_movement,
) -> SideSql:
    """The movements of `preSql` and `postSql` of one end, at each address they run at."""
    found = tuple(
        fact
        for text, endpoint in side_queries_of(end.parameter, end.plugin)
        for fact in _read(text, endpoint, end, catalogue, functions, values, read)
    )
    return SideSql(
        tuple(fact for fact in found if not isinstance(fact, Note)),
        tuple(fact for fact in found if isinstance(fact, Note)),
    )


def _read(
    text: Scalar,
    endpoint: Endpoint,
    end: End,
    catalogue: Catalogue,
    functions: Map[str, str],
    values: Map[str, str],
    read: ReadMovement,
) -> Iterator[MoveFact | InfluenceFact | Note]:
    here = DatasetMention((), endpoint=endpoint)
    own = next((".".join(store.mention.path) for store in stores_of(end.parameter, end.plugin)), "own_table")
    sql = str(text.value).replace(_OWN_TABLE, own)
    statements = read(
        sql,
        dialect=dialect_at(end.plugin, endpoint),
        schema=catalogue.schema_for(here, sql),
        functions=functions,
    )

    def mention(table: tuple[str, ...]) -> DatasetMention:
        return beside(here, table, values)

    def place(line: int, column: int) -> Location:
        del line, column
        return text.location

    for statement in statements:
        yield from moves_of(statement, MECHANISM, mention, place)
        for reason in statement.reasons:
            said = tuple((name, without_keys(value)) for name, value in reason.values)
            yield Note(reason.key, text.location, said)
