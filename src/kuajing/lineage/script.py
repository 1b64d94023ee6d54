"""The statements of a text in turn, followed into the bodies of routines and the strings that are run."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kuajing.lineage.bodies import is_routine, parts, trigger_table
from kuajing.lineage.client_lines import ClientCommand, client_command, sent_once
from kuajing.lineage.cursor import Cursor
from kuajing.lineage.dialects import Dialect
from kuajing.lineage.dynamic_sql import dynamic, prepared_statement
from kuajing.lineage.lexer import Token, tokens
from kuajing.lineage.placeholders import Neutral, neutralise
from kuajing.lineage.positions import Positions
from kuajing.lineage.provenance import Path, Source, Transform
from kuajing.lineage.reading import Reading
from kuajing.lineage.relations import Output, base_relation
from kuajing.lineage.row_sources import Part
from kuajing.lineage.session import Session
from kuajing.lineage.shims.remote_functions import remote_function
from kuajing.lineage.shims.scheduled_jobs import scheduled
from kuajing.lineage.splitter import split
from kuajing.lineage.statement_reader import StatementReader
from kuajing.lineage.tags import Tagger
from kuajing.lineage.triage import literal_insert
from kuajing.lineage.unfinished import is_unfinished
from kuajing.model.lineage import ALL_COLUMNS, Statement, StatementText, TableName

_LEAST_OF_A_JOB = 6
"""Words of `SELECT cron.schedule(...)`."""


@dataclass(frozen=True, slots=True)
class Read:
    """A statement that has been read; what it says of temporary tables waits for the end of the text."""

    reading: Reading
    positions: Positions
    neutral: Neutral

    def statement(self, looked_through: set[TableName]) -> Statement:
        """The statement, once it is known which temporary tables were read."""
        self.reading.release(looked_through)
        return self.reading.statement(self.positions, self.neutral)


class Script:
    """Reads statements one after the other; what one defines, the next ones know."""

    def __init__(self, dialect: Dialect, session: Session, tagger: Tagger, *, with_queries: bool) -> None:
        self._dialect = dialect
        self._session = session
        self._reader = StatementReader(dialect, session, tagger, with_queries=with_queries)
        self._depth = 0
        self._markers: dict[str, str] = {}

    def read(self, piece: StatementText) -> Iterator[Read]:  # noqa: PLR0911  one return for each form
        """One statement, or the several that the body of a routine or a string to be run holds."""
        neutral = neutralise(piece.text, conditional_comments=self._dialect.conditional_comments).knowing(
            self._markers
        )
        positions = Positions(piece.text, piece.line, piece.column)
        command = client_command(neutral.text, self._dialect)
        if command is not None:
            yield from self._obey(command, piece, positions, neutral)
            return
        sent = sent_once(neutral.text, self._dialect)
        if sent is not None:
            yield from self._read_sent(piece, *sent)
            return
        target = self._literal_insert(neutral.text)
        if target is not None:
            yield Read(Reading(writes={target}, kind="insert"), positions, neutral)
            return
        words = list(tokens(neutral.text, self._dialect))
        if self._depth == 0 and self._reader.keep_function(words, neutral.text):
            yield Read(Reading(kind="routine"), positions, neutral)
            return
        inner = self._inner(words)
        if inner is not None:
            yield from self._read_body(piece, words, inner, positions, neutral)
            return
        prepared = prepared_statement(words)
        if prepared is not None:
            self._session.known_strings.add(prepared[0])
            start = prepared[1]
            yield from self.read(StatementText(piece.text[start:], *positions.place(start)))
            return
        run = self._string_to_run(words)
        if run is not None:
            line, column = positions.place(run.start)
            for statement in split(run.value, self._dialect.name):
                place = (line + statement.line - 1, column if statement.line == 1 else statement.column)
                yield from self.read(StatementText(statement.text, *place))
            return
        yield Read(self._reader.read(neutral, words, in_routine=self._depth > 0), positions, neutral)

    def _obey(
        self, command: ClientCommand, piece: StatementText, positions: Positions, neutral: Neutral
    ) -> Iterator[Read]:
        """What a client's command does: results go to a file from here on, a table is copied, a program is run."""
        if command.is_copy:
            yield from self.read(StatementText(" " + piece.text[1:], piece.line, piece.column))
            return
        if command.is_output:
            self._session.output = command.output
        reading = Reading(kind="client")
        if command.is_shell:
            reading.notes.add("unread.sql_opaque")
            reading.is_unread = True
        yield Read(reading, positions, neutral)

    def _read_sent(self, piece: StatementText, end: int, output: str) -> Iterator[Read]:
        """A statement whose rows, and no others, the client sends to a file or program."""
        before, self._session.output = self._session.output, output
        yield from self.read(StatementText(piece.text[:end].rstrip(), piece.line, piece.column))
        self._session.output = before

    def refuse(self, piece: StatementText, reason: str) -> Read:
        """One statement that is not read, for a reason that lies outside; its tables are kept."""
        neutral = neutralise(piece.text, conditional_comments=self._dialect.conditional_comments).knowing(
            self._markers
        )
        words = list(tokens(neutral.text, self._dialect))
        return Read(
            self._reader.unread(words, reason), Positions(piece.text, piece.line, piece.column), neutral
        )

    def _literal_insert(self, text: str) -> TableName | None:
        """The table that gets only literal rows; where there are variables, a value may be one."""
        if self._session.variables or self._session.rows:
            return None
        target = literal_insert(text, self._dialect)
        return self._session.qualified(target) if target is not None else None

    def _inner(self, words: list[Token]) -> list[Part] | None:
        """The parts of a routine or block, or of T-SQL that does without semicolons; None for a plain statement."""
        if is_routine(words, self._dialect):
            if remote_function(words) is not None:
                return None
            return list(parts(words, self._dialect)) if self._depth == 0 else None
        if self._dialect.batch_separator and self._depth == 0:
            found = list(parts(words, self._dialect))
            return found if len(found) > 1 else None
        return None

    def _read_body(
        self,
        piece: StatementText,
        words: list[Token],
        found: list[Part],
        positions: Positions,
        neutral: Neutral,
    ) -> Iterator[Read]:
        session, count, written = self._session, 0, set[TableName]()
        before = (dict(session.rows), dict(session.variables))
        routine = self._know_routine(words)
        self._depth += 1
        for part in found:
            if part.kind == "statement":
                inner = StatementText(piece.text[part.start : part.end], *positions.place(part.start))
                for statement in self.read(inner):
                    count += 1
                    written |= statement.reading.writes
                    yield statement
            elif part.kind == "fetch":
                self._fetch(part)
            elif part.kind == "declared":
                session.variables |= {name: {} for name in part.names}
            else:
                failed = self._bind_rows(part, neutral)
                if failed is not None:
                    count += 1
                    yield Read(failed, positions, neutral)
        self._depth -= 1
        if routine:
            session.written_by[routine] = written
        if words[0].word in {"CREATE", "ALTER", "DECLARE", "BEGIN", "DO"}:
            session.rows, session.variables = before
        if count == 0:
            yield Read(self._handed_over(words), positions, neutral)

    def _handed_over(self, words: list[Token]) -> Reading:
        """What a trigger without statements of its own does: PostgreSQL's hands its rows to a function."""
        reading = Reading(kind="routine")
        table, cursor = trigger_table(words), Cursor(words)
        if table is None or not (cursor.skip_to("EXECUTE") and cursor.take("EXECUTE")):
            if is_unfinished(words):
                reading.notes.add("unread.sql_unfinished")
                reading.is_unread = True
            return reading
        cursor.take_any("FUNCTION", "PROCEDURE")
        routine, source = cursor.take_name(), self._session.qualified(table)
        written = self._session.written_by.get(routine[-1]) if routine else None
        if written is None:
            reading.reads.add(source)
            reading.notes.add("unread.sql_call")
            reading.is_unread = True
        for target in sorted(written or ()):
            star = Output(ALL_COLUMNS, {Source(source, ALL_COLUMNS): Path(Transform.DERIVED)})
            reading.write(target, (star,), {})
        return reading

    def _know_routine(self, words: list[Token]) -> str:
        """Keeps the routine's name and gives it, if there is one; keeps the rows a trigger sees."""
        routine = ""
        for before, token in pairwise(words[:9]):
            if before.word in {"PROCEDURE", "PROC", "FUNCTION", "TASK"}:
                name_parts = Cursor(words, words.index(token)).take_name()
                routine = name_parts[-1] if name_parts else ""
                self._session.routines |= {token.name, routine}
                break
        table = trigger_table(words) if any(token.word == "TRIGGER" for token in words[:8]) else None
        if table is not None:
            name = self._session.qualified(table)
            for alias in ("new", "old", "inserted", "deleted"):
                self._session.rows[alias] = base_relation(name, self._session.columns(name), alias)
            return ""
        return routine

    def _bind_rows(self, part: Part, neutral: Neutral) -> Reading | None:
        """Lets a cursor or loop row stand for the columns of a query; gives what is left of one that cannot be read."""
        text = " " * part.start + neutral.text[part.start : part.end]
        words = list(tokens(text, self._dialect))
        relation, reading = self._reader.rows(text, words)
        if relation is None:
            reading.kind = "cursor"
            return reading
        self._session.rows[part.name] = relation.named(part.name)
        if part.names:
            self._fetch(part)
        return None

    def _fetch(self, part: Part) -> None:
        """Lets a row, or variables by position, stand for the columns of a cursor."""
        session = self._session
        rows = session.rows.get(part.name)
        if rows is None:
            return
        if len(part.names) == 1:
            session.rows[part.names[0]] = rows.named(part.names[0])
        for name, output in zip(part.names, rows.columns, strict=False):
            session.keep_variable(name, output.provenance, rows.rows)

    def _string_to_run(self, words: list[Token]) -> Token | None:
        """The one literal that a statement runs, or keeps to be run."""
        job = scheduled(words) if len(words) > _LEAST_OF_A_JOB and words[1].word == "CRON" else None
        if job is not None:
            return job
        found = dynamic(words)
        if found is None or not found.is_whole:
            return None
        self._session.known_strings.update(name for name in (found.variable, found.prepared) if name)
        return found.pieces[0]
