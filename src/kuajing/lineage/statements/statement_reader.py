"""One statement read by whatever way suits it; what cannot be read keeps its tables and says why."""

from collections.abc import Callable, Iterable, Sequence

from sqlglot import exp

from kuajing.lineage.endpoints import Place
from kuajing.lineage.grammar.bare_creates import bare_create
from kuajing.lineage.grammar.create_clauses import plain_create
from kuajing.lineage.grammar.parser import Parsed, obstacle, parsed
from kuajing.lineage.querying.queries import Queries
from kuajing.lineage.querying.tables import ReadTables, RemoteTables, place_of
from kuajing.lineage.reading import Reading
from kuajing.lineage.session import Session
from kuajing.lineage.shims.hints import hinted_places
from kuajing.lineage.shims.outfile import spooled
from kuajing.lineage.shims.peel import peel
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.rowsets import plain_rowsets
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.statements.assigned_values import keep_values, tables_behind
from kuajing.lineage.statements.clones import cloned
from kuajing.lineage.statements.column_changes import change_columns, column_changes
from kuajing.lineage.statements.computed_columns import read_computed
from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.creates import clone_table, move_name
from kuajing.lineage.statements.dynamic_sql import dynamic, joined, settled
from kuajing.lineage.statements.looks import Look, Task
from kuajing.lineage.statements.openings import read_opened
from kuajing.lineage.statements.peeled_movement import read_peeled
from kuajing.lineage.statements.record_inserts import record_insert, write_record
from kuajing.lineage.statements.renames import renamings
from kuajing.lineage.statements.returned_values import returned_into
from kuajing.lineage.statements.row_members import memberships, share_rows
from kuajing.lineage.statements.scanned_places import scanned_places
from kuajing.lineage.statements.token_scan import scanned
from kuajing.lineage.statements.tree_movement import kind_of, read_tree, read_write
from kuajing.lineage.statements.triage import first_look
from kuajing.lineage.statements.variables import Assignment, assignment
from kuajing.lineage.text.budget import TooMuchWorkError
from kuajing.lineage.text.column_definitions import COMPUTES
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.lexer import Kind, Token, tokens
from kuajing.lineage.text.placeholders import Neutral
from kuajing.lineage.text.unfinished import full_width_sign, is_unfinished
from kuajing.lineage.values.inline_functions import inline_function
from kuajing.lineage.values.provenance import Path, Source, Transform
from kuajing.lineage.values.relations import Relation
from kuajing.lineage.values.scopes import Scope
from kuajing.lineage.values.tags import Tagger
from kuajing.model.lineage import ALL_COLUMNS, Direction, TableName

_LEAST_OF_A_FUNCTION = 7
"""The tokens of `CREATE FUNCTION f() AS 1` and the like."""
Failure = tuple[str, int] | None
"""The key of the message that says what went wrong, and the offset it is about."""


class StatementReader:
    """Reads single statements; what one defines, the session keeps for the next ones."""

    def __init__(self, dialect: Dialect, session: Session, tagger: Tagger, *, with_queries: bool) -> None:
        self._dialect = dialect
        self._session = session
        self._tagger = tagger
        self._with_queries = with_queries

    def read(self, neutral: Neutral, words: list[Token], *, in_routine: bool) -> Reading:
        """What one statement turns out to do; nothing that happens on the way is silent."""
        hinted = hinted_places(neutral.text, self._dialect, self._session)
        if not hinted:
            return self._read(neutral, words, in_routine=in_routine)
        places = self._session.places
        self._session.places = {**places, **hinted}
        reading = self._read(neutral, words, in_routine=in_routine)
        self._session.places = places
        return reading

    def _read(self, neutral: Neutral, words: list[Token], *, in_routine: bool) -> Reading:
        reading = Reading()
        if words and words[-1].kind is Kind.BROKEN:
            return self._read_unclosed(words, reading)
        look = first_look(words, self._session)
        reading.kind = look.kind
        if self._read_apart(neutral, words, reading, look):
            return reading
        assigned = assignment(words, neutral.text, self._dialect, in_routine=in_routine)
        if assigned is not None:
            self._attempt(words, reading, lambda: self._assign(assigned, words, reading))
        elif look.task is Task.PARSE or (look.task is Task.QUERY and self._with_queries):
            self._attempt(words, reading, lambda: self._move(neutral.text, words, reading))
        elif look.task is Task.UNKNOWN:
            self._keep_tables(words, reading, look.reason)
        elif look.written:
            reading.writes.add(look.written)
        elif look.kind == "create" and any(token.word in COMPUTES for token in words):
            read_computed(words, neutral.text, self._parse, self._context(reading))
        wide = None if neutral.text.isascii() else full_width_sign(words)
        if wide is not None:
            reading.notes.add("unread.sql_full_width", wide.start, sign=wide.text)
        if not reading.moves and not reading.notes.found and is_unfinished(words):
            reading.leave_unread("unread.sql_unfinished")
        return reading

    def keep_function(self, words: list[Token], text: str) -> bool:
        """Whether a statement creates a function from one query or expression, kept for those that call it."""
        if len(words) < _LEAST_OF_A_FUNCTION or words[0].word != "CREATE" or obstacle(text, words):
            return False
        found = inline_function(words, text, self._parse)
        if found is not None:
            self._tagger.inline[found[0]] = found[1]
        return found is not None

    def unread(self, words: list[Token], reason: str) -> Reading:
        """What is left of a statement that is not to be read."""
        reading = Reading(kind=words[0].word.lower() if words else "unknown")
        self._keep_tables(words, reading, reason)
        return reading

    def _read_unclosed(self, words: list[Token], reading: Reading) -> Reading:
        """A statement whose last quote takes the rest of the text: what stands behind the quote is scanned too."""
        rest = tokens(words[-1].text.lstrip("'\"`/*"), self._dialect)
        reading.kind = words[0].word.lower() or "unknown"
        self._keep_tables([*words[:-1], *rest], reading, "unread.sql_unclosed_quote", words[-1].start)
        return reading

    def _read_apart(self, neutral: Neutral, words: list[Token], reading: Reading, look: Look) -> bool:
        """Whether a statement is one that sqlglot need not see: taken apart, run from a string, shared or renamed."""
        peeled = peel(words, neutral.text)
        if peeled is None and look.task is Task.QUERY and self._session.output:
            peeled = spooled(neutral.text, self._session.output)
        if peeled is not None:
            reading.kind = peeled.kind
            self._attempt(words, reading, lambda: self._move_peeled(peeled, words, reading))
            return True
        if self._read_dynamic(words, reading):
            reading.kind = "dynamic"
            return True
        is_given, renamed = read_opened(words, reading, self._session), renamings(words)
        changed = column_changes(words)
        if changed is not None:
            change_columns(*changed, self._context(reading))
        record = record_insert(words) if self._dialect.block_declarations else None
        if record is not None:
            write_record(*record, self._context(reading))
            return True
        clone = cloned(words)
        if clone is not None:
            clone_table(clone, self._context(reading))
        for item in renamed:
            move_name(item, self._context(reading))
        members = memberships(words)
        for member in members:
            share_rows(member, self._context(reading))
        return is_given or clone is not None or changed is not None or bool(renamed) or bool(members)

    def _attempt(self, words: Sequence[Token], reading: Reading, read: Callable[[], Failure]) -> None:
        """Reads a statement, or keeps its tables when that fails."""
        try:
            failure = read()
        except (RecursionError, TooMuchWorkError):
            failure = ("unread.sql_too_deep", -1)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            # sqlglot builds trees of unforeseen shape from unfinished text; that costs one statement, not the script
            failure = ("unread.sql_not_understood", -1)
        if failure is not None:
            reading.edges.clear()
            reading.influences.clear()
            self._keep_tables(words, reading, *failure)

    def _move(self, text: str, words: list[Token], reading: Reading) -> Failure:
        reason = obstacle(text, words)
        if reason is not None:
            return reason, -1
        returned = returned_into(words, text, self._dialect)
        text = text if returned is None else returned.query
        text = plain_rowsets(words, plain_create(words, text, self._dialect), self._session, self._dialect)
        result = self._parse(text)
        if result.tree is None and (bare := bare_create(text, words)) is not None:
            again = self._parse(bare)
            result = again if again.tree is not None else result
        if result.tree is None:
            return result.failure or "unread.sql_not_understood", result.offset
        reading.kind = kind_of(result.tree) or reading.kind
        outer, context = self._outer(), self._context(reading)
        relation = read_tree(result.tree, outer, context, with_queries=self._with_queries)
        if returned is not None:
            keep_values(returned.names, (), relation, self._session, reading)
        return None

    def _move_peeled(self, peeled: Peeled, words: list[Token], reading: Reading) -> Failure:
        reason = obstacle(peeled.query or "", words)
        return (reason, -1) if reason else read_peeled(peeled, self._parse, self._context(reading))

    def _assign(self, assigned: Assignment, words: list[Token], reading: Reading) -> Failure:
        """Lets variables stand for the columns of the query they are set from; what they are set from is no movement."""
        known = self._session
        if not (known.variables or known.rows or any(token.word == "FROM" for token in words)):
            return None
        reason = obstacle(assigned.query, words)
        tree = self._parse(assigned.query).tree if reason is None else None
        if not isinstance(tree, exp.Query):
            return (reason or "unread.sql_not_understood", -1) if assigned.is_table else None
        relation = self._context(Reading()).queries.relation(tree, self._outer())
        if assigned.is_table:
            self._session.fill_temporary((assigned.names[0],), relation, replace=True)
            return None
        keep_values(assigned.names, assigned.rows, relation, known, reading)
        return None

    def _parse(self, text: str) -> Parsed:
        return parsed(text, self._dialect)

    def _context(self, reading: Reading) -> Context:
        def write(node: exp.Expr, scope: Scope) -> Relation:
            return read_write(node, scope, context, is_inner=True)

        def read_remote(query: str, outside: Outside) -> Relation | None:
            tree = self._parse(query).tree
            if not isinstance(tree, exp.Query):
                return None
            remote = RemoteTables(outside, reading)
            return Queries(self._dialect, self._tagger, reading.notes, remote, write).relation(tree, Scope())

        tables = ReadTables(self._session, reading, self._dialect, read_remote)
        queries = Queries(self._dialect, self._tagger, reading.notes, tables, write)
        context = Context(self._dialect, self._session, reading, queries)
        return context

    def _keep_tables(
        self, words: Sequence[Token], reading: Reading, key: str, offset: int = -1, *, server: str = ""
    ) -> None:
        """What is left of a statement nobody could read: its tables, every one to every written one."""
        found = scanned(words)
        reading.leave_unread(key, offset)
        reading.reads |= self._kept(found.reads, reading, "in", server)
        reading.writes |= self._kept(found.writes, reading, "out", server)
        reading.reads |= tables_behind(words, self._session.rows)
        for outside, direction in scanned_places(words):
            (reading.reads if direction == "in" else reading.writes).add(outside.table)
            reading.mention(outside.table, direction, outside.place)
        seen = self._session.rows.get("new")
        if seen is not None and seen.table is not None and reading.writes:
            reading.reads.add(seen.table)  # the rows a trigger sees may go wherever its body writes
        for source in sorted(reading.reads):
            for target in sorted(reading.writes):
                reading.edges[Source(source, ALL_COLUMNS), target, ALL_COLUMNS] = Path(Transform.DERIVED)

    def _kept(
        self, found: Iterable[TableName], reading: Reading, direction: Direction, server: str
    ) -> set[TableName]:
        """Full names of tables found by their keywords; those in other databases are noted as places."""
        kept = set()
        for table in filter(None, map(settled, found)):
            name = (server, *table) if server else self._session.qualified(table)
            place = place_of(name, self._session, self._dialect)
            if server and place is None:
                place = self._session.servers.get(server) or Place("sqlserver", server)
            if place is not None:
                reading.mention(name, direction, place)
            kept.add(name)
        return kept

    def rows(self, text: str, words: Sequence[Token]) -> tuple[Relation | None, Reading]:
        """The relation of a query whose rows go by a name; None, and what is kept of it, when it cannot be read."""
        reading = Reading()
        found: list[Relation] = []

        def read() -> Failure:
            tree = self._parse(text).tree
            if not isinstance(tree, exp.Query):
                return "unread.sql_not_understood", words[0].start if words else -1
            found.append(self._context(Reading()).queries.relation(tree, self._outer()))
            return None

        self._attempt(words, reading, read)
        return (found[0] if found else None), reading

    def _read_dynamic(self, words: list[Token], reading: Reading) -> bool:
        """Whether a statement runs a string put together, or a procedure; its literal pieces are scanned."""
        found = dynamic(words)
        if found is None:
            return False
        known = self._session.known_strings
        is_known = not found.pieces and found.variable in known
        known.update(name for name in (found.variable, found.prepared) if name)
        if is_known:
            return True
        pieces = list(tokens(joined(found.pieces), self._dialect))
        self._keep_tables(pieces, reading, "unread.sql_dynamic", server=found.server)
        return True

    def _outer(self) -> Scope:
        """The scope around every statement: rows and variables of the routine at hand."""
        known = self._session
        return Scope(records=known.rows, variables=known.variables, variable_rows=known.variable_rows)
