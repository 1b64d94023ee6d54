"""Answers kept from earlier runs: the same text, read by the same engine where the same is known, is not read again.

What an answer hangs on of the tables that are known are the columns that were looked up while the text was read. Each
answer is kept with these names and what stood behind them, so that a table that no statement asked for changes nothing.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING, Protocol

from kuajing.lineage.movement import Answer, answered
from kuajing.lineage.request import Request
from kuajing.lineage.written import FORMAT, written, written_names
from kuajing.lineage.written_back import names_in, statements_in, texts_in
from kuajing.model.lineage import Statement, TableName
from kuajing.source.bare_names import bare

if TYPE_CHECKING:
    from hashlib import _Hash

Schema = Mapping[TableName, tuple[str, ...]]
Kept = tuple[bytes, bytes, bytes]
"""The names that were looked up, a digest of what stood behind them, and the statements."""

SHORTEST = 24
"""Characters of a text; reading a shorter one costs less than looking for it."""

_DIGEST = 20
_PASSING = frozenset({"unread.sql_reader_died", "unread.sql_too_slow"})
"""Reasons that hang on the machine: another run may fare better."""


class Store(Protocol):
    """Where answers are kept; several may stand under one key. It may forget, and it may hold anything at all."""

    def found(self, key: bytes) -> Iterable[Kept]:
        """What was kept under a key."""

    def keep(self, key: bytes, kept: Kept) -> None:
        """Keeps one more answer under a key."""


class Remembered:
    """Reads texts as the engine does, asking first whether the answer is known; `engine` names its version."""

    def __init__(self, store: Store, engine: str) -> None:
        self._store = store
        self._engine = engine
        self._known = _Known({})
        self._begun: dict[object, _Hash] = {}

    def find(self, request: Request) -> tuple[Statement, ...] | None:
        """The statements of a request, where it was kept and still holds."""
        if len(request.text) < SHORTEST:
            return None
        for names, behind, data in self._store.found(self._key(request)):
            if behind or request.schema:
                looked_up = names_in(names)
                if looked_up is None or self._behind(looked_up, request.schema) != behind:
                    continue
            statements = statements_in(data)
            if statements is not None:
                return statements
        return None

    def keep(self, request: Request, answer: Answer) -> None:
        """Keeps an answer, unless it hangs on the machine or holds what somebody wrote as a value."""
        if len(request.text) < SHORTEST or is_passing(answer.statements):
            return
        data = written(answer.statements)
        names = written_names(answer.looked_up)
        if all(bare(text) == text for text in _texts(data, answer.looked_up)):
            behind = self._behind(answer.looked_up, request.schema)
            self._store.keep(self._key(request), (names, behind, data))

    def statements(self, request: Request) -> tuple[Statement, ...]:
        """The statements of a request, read anew where they are not known."""
        found = self.find(request)
        if found is not None:
            return found
        answer = answered(request)
        self.keep(request, answer)
        return answer.statements

    def read(
        self,
        text: str,
        *,
        dialect: str | None,
        schema: Schema,
        default_database: str | None = None,
        default_schema: str | None = None,
        functions: Mapping[str, str] | None = None,
        with_queries: bool = False,
    ) -> tuple[Statement, ...]:
        """What `read_movement` gives for the same."""
        request = Request(
            text, dialect, schema, default_database, default_schema, functions or {}, with_queries
        )
        return self.statements(request)

    def _key(self, request: Request) -> bytes:
        around = (
            request.dialect,
            request.default_database,
            request.default_schema,
            tuple(sorted(request.functions.items())) if request.functions else (),
            request.with_queries,
        )
        begun = self._begun.get(around)
        if begun is None:
            said = repr((self._engine, FORMAT, around)).encode() + b"\0"
            begun = self._begun[around] = sha256(said)  # most processors do it by themselves
        key = begun.copy()
        key.update(request.text.encode(errors="surrogatepass"))
        return key.digest()[:_DIGEST]

    def _behind(self, looked_up: Iterable[TableName], schema: Schema) -> bytes:
        if not schema:
            return b""
        if self._known.schema is not schema:
            self._known = _Known(schema)
        return self._known.behind(looked_up)


class _Known:
    """The tables of one schema by the last part of their names, as a session finds them."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._by_last: dict[str, list[TableName]] = {}
        for table in schema:
            self._by_last.setdefault(table[-1].lower(), []).append(table)

    def behind(self, looked_up: Iterable[TableName]) -> bytes:
        """A digest of all tables that any of the names may stand for, with their columns; empty where there are none."""
        by_last = self._by_last
        found = [table for name in looked_up for table in by_last.get(name[-1], ())]
        if not found:
            return b""
        said = self._said(found).lower().encode(errors="surrogatepass")
        return blake2b(said, digest_size=_DIGEST).digest()

    def _said(self, tables: list[TableName]) -> str:
        """Tables with their columns as one text that no others have."""
        parts = []
        for table in tables:
            columns = self.schema[table]
            parts += [f"{len(table)} {len(columns)}", *table, *columns]
        said = "\0".join(parts)
        return said if said.count("\0") == len(parts) - 1 else repr(parts)


def _texts(data: bytes, looked_up: Iterable[TableName]) -> Iterable[str]:
    yield from texts_in(data)
    for table in looked_up:
        yield from table


def is_passing(statements: Iterable[Statement]) -> bool:
    """Whether an answer hangs on the machine that gave it."""
    return any(reason.key in _PASSING for statement in statements for reason in statement.reasons)
