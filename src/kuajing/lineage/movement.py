"""A text of SQL as what moves in it: one statement, one fate, none dropped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kuajing.lineage.grammar.parser import quiet
from kuajing.lineage.request import Request
from kuajing.lineage.script import Read, Script
from kuajing.lineage.session import Session
from kuajing.lineage.text.dialects import dialect_named
from kuajing.lineage.text.splitter import split
from kuajing.lineage.values.tags import Tagger
from kuajing.model.lineage import Statement, TableName


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
    request = Request(text, dialect, schema, default_database, default_schema, functions or {}, with_queries)
    return answered(request).statements


@dataclass(frozen=True, slots=True)
class Answer:
    """The statements of a text, and the tables whose columns were looked up while it was read.

    With the same columns behind these names the same text has the same statements, whatever else is known.
    """

    statements: tuple[Statement, ...]
    looked_up: tuple[TableName, ...]


def answered(
    request: Request,
    begins: Callable[[int], None] | None = None,
    refused: Mapping[int, str] | None = None,
) -> Answer:
    """The answer to a request.

    `begins` is told the number of each statement before it is read. `refused` are the numbers of those that are not to be
    read, with the key of the message that says why: their tables are kept.
    """
    session = Session.opened(request.schema, request.default_database, request.default_schema)
    spoken = dialect_named(request.dialect)
    session.counts_by_itself = spoken.batch_separator
    script = Script(
        spoken,
        session,
        Tagger(request.functions),
        with_queries=request.with_queries,
    )
    found: list[Read] = []
    with quiet():
        for number, piece in enumerate(split(request.text, request.dialect)):
            if begins is not None:
                begins(number)
            reason = (refused or {}).get(number)
            found += script.read(piece) if reason is None else [script.refuse(piece, reason)]
    known = session.known_by_last()
    statements = tuple(read.statement(session.looked_through, known) for read in found)
    return Answer(statements, tuple(sorted(session.looked_up)))
