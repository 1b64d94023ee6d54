"""A text of SQL as the tables it defines: columns with types and comments, views with the columns they give."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sqlglot import exp

from kuajing.lineage.endpoints import Place
from kuajing.lineage.grammar.create_clauses import plain_create
from kuajing.lineage.grammar.parser import obstacle, parsed, quiet
from kuajing.lineage.querying.queries import Queries
from kuajing.lineage.querying.tables import ReadTables
from kuajing.lineage.reading import Reading, mention_of
from kuajing.lineage.session import Session
from kuajing.lineage.shims.bindings import bind
from kuajing.lineage.statements.targets import parts_of_target
from kuajing.lineage.statements.triage import use_database
from kuajing.lineage.text.alterations import altered, commented
from kuajing.lineage.text.budget import TooMuchWorkError
from kuajing.lineage.text.column_definitions import Column
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.definitions import defined_table, view_columns
from kuajing.lineage.text.dialects import Dialect, dialect_named
from kuajing.lineage.text.lexer import Token, tokens
from kuajing.lineage.text.placeholders import Neutral, neutralise
from kuajing.lineage.text.positions import Positions
from kuajing.lineage.text.splitter import split
from kuajing.lineage.values.relations import Relation
from kuajing.lineage.values.scopes import Scope, table_name
from kuajing.lineage.values.tags import Tagger
from kuajing.model.lineage import ColumnDefinition, StatementText, TableDefinition, TableName

_DEFINING = frozenset({"CREATE", "ALTER", "COMMENT", "USE"})


def read_structure(
    text: str,
    *,
    dialect: str | None,
    default_database: str | None = None,
    default_schema: str | None = None,
) -> tuple[TableDefinition, ...]:
    """What a text says about the shape of tables, statement by statement, in order.

    Views and tables made from a query are given where the query lets all their columns be known. Only statements
    that define are looked at.
    """
    reader = _Structure(dialect_named(dialect), Session.opened({}, default_database, default_schema))
    with quiet():
        return tuple(definition for piece in split(text, dialect) for definition in reader.read(piece))


def is_temporary_view(words: Sequence[Token]) -> bool:
    """Whether a statement creates a view that only its own session sees."""
    head = [token.word for token in words[:7]]
    before = head[: head.index("VIEW")] if "VIEW" in head else []
    return "AS" not in before and bool({"TEMP", "TEMPORARY"}.intersection(before))


@dataclass(frozen=True, slots=True)
class _Structure:
    """Reads the defining statements of one text in turn."""

    dialect: Dialect
    session: Session
    defined: dict[TableName, tuple[Column, ...]] = field(default_factory=dict)
    markers: dict[str, str] = field(default_factory=dict)

    def read(self, piece: StatementText) -> Iterator[TableDefinition]:
        """What one statement defines."""
        neutral = neutralise(piece.text, conditional_comments=self.dialect.conditional_comments).knowing(
            self.markers
        )
        first = next(tokens(neutral.text[:200], self.dialect), None)
        if first is None or first.word not in _DEFINING:
            return
        words = list(tokens(neutral.text, self.dialect))
        positions = Positions(piece.text, piece.line, piece.column)
        if first.word == "USE":
            use_database(Cursor(words), self.session)
        elif first.word == "ALTER":
            yield from self._changed(altered(words), positions, neutral)
        elif first.word == "COMMENT":
            yield from self._changed(commented(words), positions, neutral)
        else:
            yield from self._created(words, positions, neutral)

    def _changed(
        self,
        found: tuple[TableName, tuple[Column, ...], str | None] | None,
        positions: Positions,
        neutral: Neutral,
    ) -> Iterator[TableDefinition]:
        if found is not None:
            name, columns, comment = found
            yield self._definition(name, columns, comment, positions, neutral, complete=False)

    def _created(
        self, words: list[Token], positions: Positions, neutral: Neutral
    ) -> Iterator[TableDefinition]:
        bound = bind(words, self.session)
        table = defined_table(words)
        place = bound.place if bound is not None else None
        if table is not None and table.like is not None:
            columns = self.defined.get(self.session.qualified(table.like))
            yield self._definition(
                table.name,
                tuple(replace(column, offset=0) for column in columns or ()),
                table.comment,
                positions,
                neutral,
                complete=columns is not None,
                place=place,
            )
        elif any(word.word in {"SELECT", "WITH"} for word in words) and (table is None or not table.columns):
            found = self._from_query(words, positions, neutral, table.comment if table else None, place)
            kept = tuple(found)  # read in any case, as the text itself goes on to use the view
            yield from () if is_temporary_view(words) else kept
        elif table is not None:
            yield self._definition(
                table.name,
                table.columns,
                table.comment,
                positions,
                neutral,
                complete=bool(table.columns),
                place=place,
            )

    def _from_query(
        self,
        words: list[Token],
        positions: Positions,
        neutral: Neutral,
        comment: str | None,
        place: Place | None,
    ) -> Iterator[TableDefinition]:
        """A view or table made from a query, when its query can be read and gives columns that are all known."""
        text = plain_create(words, neutral.text, self.dialect)
        tree = None if obstacle(text, words) else parsed(text, self.dialect).tree
        if not isinstance(tree, exp.Create):
            return
        target, listed = parts_of_target(tree.this)
        if not isinstance(target, exp.Table) or not isinstance(tree.args.get("expression"), exp.Query):
            return
        relation = self._relation(tree)
        if relation is None:
            return
        names = listed or tuple(output.name for output in relation.columns if not output.is_star)
        complete = bool(listed) or not relation.is_open
        columns = view_columns(words) or tuple(Column(name, None, None, 0) for name in names)
        yield self._definition(
            table_name(target, self.dialect),
            columns,
            comment,
            positions,
            neutral,
            complete=complete,
            place=place,
        )

    def _relation(self, tree: exp.Create) -> Relation | None:
        reading = Reading()

        def read_write(node: exp.Expr, scope: Scope) -> Relation:  # noqa: ARG001  a definition writes nothing
            return Relation(())

        def read_remote(query: str, outside: object) -> None:  # noqa: ARG001  other databases are not at hand here
            return None

        queries = Queries(
            self.dialect,
            Tagger({}),
            reading.notes,
            ReadTables(self.session, reading, self.dialect, read_remote),
            read_write,
        )
        try:
            scope = Scope(common=queries.common(tree, Scope()))
            return queries.relation(tree.args["expression"], scope)
        except (RecursionError, TooMuchWorkError):
            return None

    def _definition(
        self,
        name: TableName,
        columns: tuple[Column, ...],
        comment: str | None,
        positions: Positions,
        neutral: Neutral,
        *,
        complete: bool,
        place: Place | None = None,
    ) -> TableDefinition:
        table = self.session.qualified(name)
        if complete:
            self.session.learn(table, tuple(column.name for column in columns))
            self.defined[table] = columns
        line, column = positions.place(0)
        named = tuple(neutral.restored(part) for part in table)
        return TableDefinition(
            named,
            tuple(
                ColumnDefinition(
                    neutral.restored(item.name), item.type, item.comment, *positions.place(item.offset)
                )
                for item in columns
            ),
            comment,
            line,
            column,
            complete,
            None if place is None else neutral.restored(place.uri),
            None if place is None else mention_of(named, "out", _restored(place, neutral)),
        )


def _restored(place: Place, neutral: Neutral) -> Place:
    """The place with markers of templates put back."""
    inside = tuple(neutral.restored(part) for part in place.inside)
    return replace(place, address=neutral.restored(place.address), inside=inside)
