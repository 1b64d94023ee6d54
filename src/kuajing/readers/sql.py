"""SQL scripts to facts: what tables look like, which column moves into which, and what stayed unread."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from kuajing.lineage.structure import read_structure
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import (
    ColumnFact,
    Fact,
    ReadFact,
    TableFact,
    UnreadFact,
)
from kuajing.model.lineage import Statement, TableDefinition
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.placeholders import fill_sql
from kuajing.readers.places import without_keys
from kuajing.readers.seams import Reader, SourceContext
from kuajing.readers.sql_names import (
    Names,
    alias_of,
    aliases_of,
    is_of_job,
    names_of,
    surroundings,
    system_of,
)
from kuajing.readers.sql_shapes import learnt
from kuajing.readers.statements import moves_of
from kuajing.source.location import Location
from kuajing.source.text import SourceText

MECHANISM = "sql"
Place = Callable[[int, int], Location]

_ENDINGS = frozenset({".sql", ".hql", ".ddl", ".hive", ".psql", ".pgsql", ".mysql", ".plsql"})


def recognises(path: str, text: str) -> bool:
    """Whether a file is SQL, which only its name can tell."""
    del text
    return PurePosixPath(path.lower()).suffix in _ENDINGS


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """The tables and views that the script defines, and the addresses they are bound to."""
    yield from structure_of(Script(text), context)


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The moves of every statement, its one fate, and the tables whose columns only the catalogue lets be known."""
    facts, fates = movement_of(Script(text), context, catalogue)
    yield from facts
    yield read_fact(text.path, fates)


@dataclass(frozen=True, slots=True)
class Script:
    """SQL to be read; where it stands inside another text, `host_place` finds its places there.

    `endpoint` is where the host says that it runs: its tables are then those of that place.
    """

    text: SourceText
    dialect_hint: str | None = None
    host_place: Callable[[int, int], tuple[int, int]] | None = None
    endpoint: Endpoint | None = None

    def filled(self, context: SourceContext) -> tuple[SourceText, Place]:
        """The script with values in its placeholders, and what finds places of the script as it was written."""
        filled = fill_sql(self.text.text, context.values)

        def place(line: int, column: int) -> Location:
            line, column = filled.place(line, column)
            if self.host_place is not None:
                line, column = self.host_place(line, column)
            return Location(self.text.path, line, column)

        return replace(self.text, text=filled.text), place


def structure_of(script: Script, context: SourceContext) -> Iterator[Fact]:
    """The tables and views that a script defines, and the addresses they are bound to."""
    text, place = script.filled(context)
    around = surroundings(text, context, dialect_hint=script.dialect_hint, endpoint=script.endpoint)
    names = Names(system_of(context, script.endpoint), context.values, endpoint=script.endpoint)
    for definition in read_structure(
        text.text,
        dialect=around.dialect,
        default_database=around.default_database,
        default_schema=around.default_schema,
    ):
        bound = definition.place if "://" in (definition.location or "") else None
        is_placed = bound is not None and is_of_job(around.dialect)
        yield _table(definition, names.at(bound) if bound is not None and is_placed else names, place)
        if bound is not None:
            yield from alias_of(bound, names, place(definition.line, definition.column))


def movement_of(
    script: Script, context: SourceContext, catalogue: Catalogue, mechanism: str = MECHANISM
) -> tuple[tuple[Fact, ...], Counter[str]]:
    """The moves of every statement of a script, and how many statements met each fate."""
    text, place = script.filled(context)
    around = surroundings(text, context, catalogue, script.dialect_hint, script.endpoint)
    statements = context.read(
        text.text,
        dialect=around.dialect,
        schema=around.schema,
        default_database=around.default_database,
        default_schema=around.default_schema,
        functions=context.functions,
    )
    here = Names(system_of(context, script.endpoint), context.values, endpoint=script.endpoint)
    facts: list[Fact] = []
    for statement in statements:
        names = names_of(statement, here, around)
        facts += aliases_of(statement, names, place)
        facts += moves_of(statement, mechanism, names.mention, place)
        facts += _unread(statement, names, place)
    facts += learnt(text.text, statements, around, here, place)
    return tuple(facts), Counter(statement.fate for statement in statements)


def read_fact(path: str, fates: Counter[str]) -> ReadFact:
    """How the statements of a file fared."""
    return ReadFact(
        path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["no_movement"]
    )


def _table(definition: TableDefinition, names: Names, place: Place) -> TableFact:
    columns = tuple(
        ColumnFact(column.name, place(column.line, column.column), column.type or "", column.comment or "")
        for column in definition.columns
    )
    return TableFact(
        names.mention(definition.table),
        columns,
        place(definition.line, definition.column),
        definition.complete,
        definition.comment or "",
    )


def _unread(statement: Statement, names: Names, place: Place) -> Iterator[UnreadFact]:
    grain = "statement" if statement.fate == "unread" else "part"
    tables = tuple(sorted({names.shown(table) for table in (*statement.reads, *statement.writes)}))
    for reason in statement.reasons:
        column = statement.column if reason.line == statement.line else 1
        values = tuple((name, without_keys(value)) for name, value in reason.values)
        yield UnreadFact(place(reason.line, column), reason.key, grain, values, tables)


SQL = Reader("sql", recognises, structure, movement)
