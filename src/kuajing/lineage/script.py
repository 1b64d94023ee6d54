"""The statements of a text in turn, followed into the bodies of routines and the strings that are run."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kuajing.lineage.reading import Reading
from kuajing.lineage.session import Session
from kuajing.lineage.shims.remote_functions import remote_function
from kuajing.lineage.shims.scheduled_jobs import scheduled
from kuajing.lineage.statements.bodies import body_of, is_routine, parts, trigger_function, trigger_table
from kuajing.lineage.statements.dynamic_sql import dynamic, executed_statement, prepared_statement
from kuajing.lineage.statements.routine_values import filled_parameters, returned_expressions
from kuajing.lineage.statements.routines import fetch, handed_over, know_routine
from kuajing.lineage.statements.row_sources import Part
from kuajing.lineage.statements.statement_reader import StatementReader
from kuajing.lineage.statements.triage import literal_insert
from kuajing.lineage.text.client_lines import ClientCommand, client_command, sent_once
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.foreign_bodies import ForeignBody, foreign_body
from kuajing.lineage.text.lexer import Token, tokens
from kuajing.lineage.text.placeholders import Neutral, neutralise
from kuajing.lineage.text.positions import Positions
from kuajing.lineage.text.splitter import split
from kuajing.lineage.values.tags import Tagger
from kuajing.model.lineage import Statement, StatementText, TableName

_KEEP_TO_THEMSELVES = frozenset({"CREATE", "ALTER", "DECLARE", "BEGIN", "DO"})
"""First words of what holds statements and keeps its variables to itself."""
_LEAST_OF_A_JOB = 6
"""Words of `SELECT cron.schedule(...)`."""


@dataclass(frozen=True, slots=True)
class Read:
    """A statement that has been read; what it says of temporary tables waits for the end of the text."""

    reading: Reading
    positions: Positions
    neutral: Neutral

    def statement(self, looked_through: set[TableName], known_by_last: Collection[str]) -> Statement:
        """The statement, once it is known which temporary tables were read."""
        self.reading.release(looked_through)
        return self.reading.statement(self.positions, self.neutral, known_by_last)


class Script:
    """Reads statements one after the other; what one defines, the next ones know."""

    def __init__(self, dialect: Dialect, session: Session, tagger: Tagger, *, with_queries: bool) -> None:
        self._dialect = dialect
        self._session = session
        self._tagger = tagger
        self._reader = StatementReader(dialect, session, tagger, with_queries=with_queries)
        self._depth = 0
        self._markers: dict[str, str] = {}
        self._trigger_bodies: dict[str, StatementText] = {}

    def read(self, piece: StatementText) -> Iterator[Read]:
        """One statement, or the several that the body of a routine or a string to be run holds."""
        neutral = self._neutral(piece.text)
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
        yield from self._read_words(piece, list(tokens(neutral.text, self._dialect)), positions, neutral)

    def _read_words(
        self, piece: StatementText, words: list[Token], positions: Positions, neutral: Neutral
    ) -> Iterator[Read]:
        """A statement of the server: plain, a routine, one in another language, or one that runs others."""
        if self._depth == 0 and self._reader.keep_function(words, neutral.text):
            yield Read(Reading(kind="routine"), positions, neutral)
            return
        foreign = foreign_body(words) if self._depth == 0 and is_routine(words, self._dialect) else None
        if foreign is not None:
            yield from self._read_foreign(foreign, words, positions, neutral)
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
        executed = executed_statement(words)
        if executed is not None:
            yield from self.read(StatementText(piece.text[executed:], *positions.place(executed)))
            return
        run = self._string_to_run(words)
        if run is not None:
            yield from self._read_string(run.value, *positions.place(run.start))
            return
        yield Read(self._reader.read(neutral, words, in_routine=self._depth > 0), positions, neutral)

    def _read_string(self, text: str, line: int, column: int) -> Iterator[Read]:
        """The statements that a literal holds, which stands at a line and column of the script."""
        for statement in split(text, self._dialect.name):
            place = (line + statement.line - 1, column if statement.line == 1 else statement.column)
            yield from self.read(StatementText(statement.text, *place))

    def _neutral(self, text: str) -> Neutral:
        """A text with its templates neutralised, and the markers of the texts before it known."""
        conditional = self._dialect.conditional_comments
        return neutralise(text, conditional_comments=conditional).knowing(self._markers)

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
            reading.leave_unread("unread.sql_opaque")
        yield Read(reading, positions, neutral)

    def _read_sent(self, piece: StatementText, end: int, output: str) -> Iterator[Read]:
        """A statement whose rows, and no others, the client sends to a file or program."""
        before, self._session.output = self._session.output, output
        yield from self.read(StatementText(piece.text[:end].rstrip(), piece.line, piece.column))
        self._session.output = before

    def refuse(self, piece: StatementText, reason: str) -> Read:
        """One statement that is not read, for a reason that lies outside; its tables are kept."""
        neutral = self._neutral(piece.text)
        words = list(tokens(neutral.text, self._dialect))
        return Read(
            self._reader.unread(words, reason), Positions(piece.text, piece.line, piece.column), neutral
        )

    def _literal_insert(self, text: str) -> TableName | None:
        """The table that gets only literal rows; where there are variables, a value may be one."""
        if self._session.variables or self._session.rows or self._session.handed_out:
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
            return self._batch(words)
        return None

    def _batch(self, words: list[Token]) -> list[Part] | None:
        """The statements of T-SQL that stand one behind the other, what comes before the first one too."""
        found = list(parts(words, self._dialect))
        if not found:
            return None
        first = found[0]
        if first.start > words[0].start and first.kind == "statement":
            head = [token for token in words if token.start < first.start]
            found.insert(0, Part("statement", head[0].start, head[-1].end))
        is_whole = len(found) == 1 and first.kind == "statement" and first.end == words[-1].end
        return None if is_whole else found

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
        routine = know_routine(words, self._session)
        self._depth += 1
        for part in found:
            for statement in self._read_part(part, piece, positions, neutral):
                count += 1
                written |= statement.reading.writes
                yield statement
        if count == 0:
            for statement in self._triggered(words):
                count += 1
                yield statement
        self._depth -= 1
        if routine:
            session.written_by[routine] = written
            self._keep_handed_back(routine, words, neutral.text)
        # variables and cursors of T-SQL live on to the end of the batch
        closes = {"CREATE", "ALTER"} if self._dialect.batch_separator else _KEEP_TO_THEMSELVES
        if words[0].word in closes:
            session.rows, session.variables = before
        if routine and Cursor(words).skip_to("RETURNS", "TRIGGER"):
            self._trigger_bodies[routine] = piece
        if count == 0:
            done = (
                handed_over(words, self._session)
                if is_routine(words, self._dialect)
                else Reading(kind="cursor")
            )
            yield Read(done, positions, neutral)

    def _read_part(
        self, part: Part, piece: StatementText, positions: Positions, neutral: Neutral
    ) -> Iterator[Read]:
        """What one part of a body says: statements are read, rows and names kept."""
        if part.kind == "statement":
            yield from self.read(
                StatementText(piece.text[part.start : part.end], *positions.place(part.start))
            )
        elif part.kind == "fetch":
            fetch(part, self._session)
        elif part.kind == "declared":
            self._session.variables |= {name: {} for name in part.names}
        else:
            failed = self._bind_rows(part, neutral)
            if failed is not None:
                yield Read(failed, positions, neutral)

    def _keep_handed_back(self, routine: str, words: list[Token], text: str) -> None:
        """Keeps where what a routine returns, or fills its parameters with, comes from, for those who call it."""
        session = self._session
        filled = filled_parameters(words).items()
        values = {place: value for place, name in filled if (value := session.variables.get(name))}
        if values:
            session.handed_out[routine] = values
        if not any(token.word == "FUNCTION" for token in words[:8]):
            return
        inner, body = body_of(words, text, self._dialect)
        for query in returned_expressions(inner, body):
            relation, _ = self._reader.rows(query, list(tokens(query, self._dialect)))
            if relation is not None and relation.everything():
                session.handed_out.setdefault(routine, {})
                self._tagger.keep_returned(routine, relation.everything())

    def _triggered(self, words: list[Token]) -> Iterator[Read]:
        """What PostgreSQL's trigger lets its function do, now that it is known whose rows NEW and OLD are."""
        body = self._trigger_bodies.get(trigger_function(words))
        if body is None or trigger_table(words) is None:
            return
        neutral = neutralise(body.text, conditional_comments=False).knowing(self._markers)
        inner = list(tokens(neutral.text, self._dialect))
        positions = Positions(body.text, body.line, body.column)
        yield from self._read_body(body, inner, list(parts(inner, self._dialect)), positions, neutral)

    def _read_foreign(
        self, foreign: ForeignBody, words: list[Token], positions: Positions, neutral: Neutral
    ) -> Iterator[Read]:
        """A routine in another language: a doubt for the whole, and what the SQL in its literals does."""
        know_routine(words, self._session)
        reading = Reading(kind="routine")
        reading.leave_unread("unread.sql_foreign_routine", language=foreign.language)
        yield Read(reading, positions, neutral)
        self._depth += 1
        for start, text in foreign.statements:
            yield from self._read_string(text, *positions.place(start))
        self._depth -= 1

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
            fetch(part, self._session)
        return None

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
