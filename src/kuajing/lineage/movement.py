"""A text of SQL as what moves in it: one statement, one fate, none dropped."""

from collections.abc import Mapping

from kuajing.lineage.dialects import dialect_named
from kuajing.lineage.parser import quiet
from kuajing.lineage.script import Script
from kuajing.lineage.session import Session
from kuajing.lineage.splitter import split
from kuajing.lineage.statement import Statement, TableName
from kuajing.lineage.tags import Tagger


def read_movement(
    text: str,
    *,
    dialect: str | None,
    schema: Mapping[TableName, tuple[str, ...]],
    default_database: str | None = None,
    default_schema: str | None = None,
    functions: Mapping[str, str] | None = None,
    with_queries: bool = False,
) -> tuple[Statement, ...]:
    """Every statement of a text with its fate, its edges and what stayed unknown, in order.

    `schema` gives the columns of known tables; what the text itself defines is added on the way. `functions`
    says what user functions do: identity, derived, masked, hashed or aggregated. With `with_queries` a bare
    SELECT has edges too, to the empty name; without, it moves nothing.
    """
    session = Session.opened(schema, default_database, default_schema)
    spoken = dialect_named(dialect)
    session.counts_by_itself = spoken.batch_separator
    script = Script(
        spoken,
        session,
        Tagger(functions or {}),
        with_queries=with_queries,
    )
    with quiet():
        found = [read for piece in split(text, dialect) for read in script.read(piece)]
    return tuple(read.statement(session.looked_through) for read in found)
