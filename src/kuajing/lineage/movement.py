"""A text of SQL as what moves in it: one statement, one fate, none dropped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlglot import exp

from kuajing.lineage.context import Context
from kuajing.lineage.creates import read_alter, read_create, read_into
from kuajing.lineage.dialects import Dialect, dialect_named
from kuajing.lineage.inserts import read_insert, read_multiple
from kuajing.lineage.lexer import Token, tokens
from kuajing.lineage.merges import read_merge
from kuajing.lineage.parser import Parsed, obstacle, parsed, quiet
from kuajing.lineage.peeled_movement import read_peeled
from kuajing.lineage.placeholders import Neutral, neutralise
from kuajing.lineage.positions import Positions
from kuajing.lineage.provenance import Path, Source, Transform
from kuajing.lineage.queries import Queries
from kuajing.lineage.reading import Reading
from kuajing.lineage.relations import Relation
from kuajing.lineage.scopes import Scope
from kuajing.lineage.session import Session
from kuajing.lineage.shims.peel import peel
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.splitter import split
from kuajing.lineage.statement import ALL_COLUMNS, Statement, StatementText, TableName
from kuajing.lineage.tables import ReadTables, RemoteTables
from kuajing.lineage.tags import Tagger
from kuajing.lineage.token_scan import scanned
from kuajing.lineage.triage import Task, first_look
from kuajing.lineage.updates import read_delete, read_update


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
    script = _Script(
        dialect_named(dialect),
        Session.opened(schema, default_database, default_schema),
        Tagger(functions or {}),
        with_queries,
    )
    with quiet():
        return tuple(statement for piece in split(text, dialect) for statement in script.read(piece))


@dataclass(frozen=True, slots=True)
class _Script:
    """Reads the statements of one text in turn."""

    dialect: Dialect
    session: Session
    tagger: Tagger
    with_queries: bool

    def read(self, piece: StatementText) -> Iterator[Statement]:
        """One statement, or the several that the body of a routine holds."""
        neutral = neutralise(piece.text, conditional_comments=self.dialect.conditional_comments)
        reading = Reading()
        words = list(tokens(neutral.text, self.dialect))
        look = first_look(words, self.session, self.dialect)
        reading.kind = look.kind
        peeled = peel(words, neutral.text)
        if peeled is not None:
            reading.kind = peeled.kind
            self._read_peeled(peeled, words, reading)
        elif look.task is Task.PARSE or (look.task is Task.QUERY and self.with_queries):
            self._read_tree(neutral, words, reading)
        elif look.task is Task.UNKNOWN:
            self._keep_tables(
                words, reading, "unread.sql_dynamic" if look.kind == "dynamic" else "unread.sql_opaque"
            )
        elif look.written:
            reading.writes.add(look.written)
        yield reading.statement(Positions(piece.text, piece.line, piece.column), neutral)

    def _read_tree(self, neutral: Neutral, words: list[Token], reading: Reading) -> None:
        failure = obstacle(neutral.text, words)
        offset = -1
        if failure is None:
            result = parsed(neutral.text, self.dialect)
            failure, offset = result.failure, result.offset
            if result.tree is not None:
                failure = self._move(result.tree, reading)
        if failure is not None:
            reading.edges.clear()
            reading.influences.clear()
            self._keep_tables(words, reading, failure, offset)

    def _read_peeled(self, peeled: Peeled, words: list[Token], reading: Reading) -> None:
        failure = obstacle(peeled.query or "", words)
        offset = -1
        if failure is None:
            try:
                failed = read_peeled(peeled, self._parse, self._context(reading))
            except RecursionError:
                failed = ("unread.sql_too_deep", -1)
            if failed is not None:
                failure, offset = failed
        if failure is not None:
            self._keep_tables(words, reading, failure, offset)

    def _parse(self, text: str) -> Parsed:
        return parsed(text, self.dialect)

    def _move(self, tree: exp.Expr, reading: Reading) -> str | None:
        """Reads a tree into the reading; gives the key of what went wrong."""
        try:
            _dispatch(tree, Scope(), self._context(reading), with_queries=self.with_queries)
        except RecursionError:
            return "unread.sql_too_deep"
        return None

    def _context(self, reading: Reading) -> Context:
        def read_write(node: exp.Expr, scope: Scope) -> Relation:
            return _write(node, scope, context, is_inner=True)

        def read_remote(query: str, outside: Outside) -> Relation | None:
            tree = parsed(query, self.dialect).tree
            if not isinstance(tree, exp.Query):
                return None
            tables = RemoteTables(outside, reading)
            return Queries(self.dialect, self.tagger, reading.notes, tables, read_write).relation(
                tree, Scope()
            )

        tables = ReadTables(self.session, reading, self.dialect, read_remote)
        queries = Queries(self.dialect, self.tagger, reading.notes, tables, read_write)
        context = Context(self.dialect, self.session, reading, queries)
        return context

    def _keep_tables(self, words: list[Token], reading: Reading, key: str, offset: int = -1) -> None:
        """What is left of a statement nobody could read: its tables, every one to every written one."""
        found = scanned(words)
        reads = {self.session.qualified(table) for table in found.reads}
        writes = {self.session.qualified(table) for table in found.writes}
        reading.is_unread = True
        reading.notes.add(key, offset)
        reading.reads |= reads
        reading.writes |= writes
        for source in sorted(reading.reads):
            for target in sorted(reading.writes):
                reading.edges[Source(source, ALL_COLUMNS), target, ALL_COLUMNS] = Path(Transform.DERIVED)


def _dispatch(tree: exp.Expr, scope: Scope, context: Context, *, with_queries: bool) -> None:
    """Reads one tree by what it is."""
    if isinstance(tree, exp.MultitableInserts):
        read_multiple(tree, scope, context)
    elif isinstance(tree, exp.Create):
        read_create(tree, scope, context)
    elif isinstance(tree, exp.Alter):
        read_alter(tree, context)
    elif isinstance(tree, exp.Cache):
        _cache(tree, scope, context)
    elif isinstance(tree, exp.DML) or isinstance(tree, exp.Merge):
        _write(tree, scope, context, is_inner=False)
    elif isinstance(tree, exp.Select) and tree.args.get("into") is not None:
        read_into(tree, scope, context)
    elif isinstance(tree, exp.Query):
        relation = context.queries.relation(tree, scope)
        if with_queries:
            context.reading.write((), relation.columns, relation.rows)
            context.reading.writes.discard(())


def _write(node: exp.Expr, scope: Scope, context: Context, *, is_inner: bool) -> Relation:
    if isinstance(node, exp.Insert):
        return read_insert(node, scope, context)
    if isinstance(node, exp.Update):
        return read_update(node, scope, context)
    if isinstance(node, exp.Delete):
        return read_delete(node, scope, context, is_inner=is_inner)
    if isinstance(node, exp.Merge):
        return read_merge(node, scope, context)
    return Relation(())


def _cache(node: exp.Cache, scope: Scope, context: Context) -> None:
    query = node.args.get("expression")
    if isinstance(query, exp.Query):
        name = context.name(node.this)
        context.session.fill_temporary(name, context.queries.relation(query, scope), replace=True)
