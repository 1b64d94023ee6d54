"""A first look at a statement, by its first words: whether it is worth parsing at all."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kuajing.lineage.session import Session
from kuajing.lineage.shims.bindings import bind
from kuajing.lineage.statements.creation import look_at_create
from kuajing.lineage.statements.looks import Look, Task
from kuajing.lineage.statements.routine_values import fill_variables
from kuajing.lineage.text.column_definitions import column_of
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Token, tokens
from kuajing.model.lineage import TableName

_MOVES = frozenset({"PIVOT", "UNPIVOT", "MERGE", "UPDATE", "DELETE", "FROM", "UPSERT", "CACHE"})
_STILL = word_set(
    "SET GRANT REVOKE DROP TRUNCATE ANALYZE EXPLAIN SHOW DESC DESCRIBE COMMIT ROLLBACK START BEGIN END "
    "LOCK UNLOCK VACUUM REFRESH MSCK FLUSH OPTIMIZE RESET DECLARE PRINT USE COMMENT SAVEPOINT RELEASE "
    "DISCARD CLUSTER CHECKPOINT KILL PURGE PROMPT SPOOL WHENEVER EXIT QUIT ADD LIST UNCACHE CLEAR RETURN "
    "GO HELP PRAGMA DETACH CHECK REPAIR INSTALL REINDEX CLOSE FETCH OPEN DEALLOCATE SOURCE ABORT NOTIFY LISTEN "
    "UNLISTEN LET UNTIL LEAVE BREAK CONTINUE ITERATE RAISE ASSERT UNDROP REMOVE RM LS ACTIVATE SUSPEND RESUME STOP DENY SWITCH"
    " HANDLER SIGNAL RESIGNAL XA"
)
_EXTENSION_WORDS = 2
"""LOAD and the name or path of an extension: no data is loaded."""
_CALLS = frozenset({"EXECUTE", "EXEC", "CALL", "PERFORM"})


def first_look(  # noqa: C901, PLR0911, PLR0912  one return for each first word that is treated apart
    words: Sequence[Token], session: Session
) -> Look:
    """What to do with a statement; also keeps in the session what it defines and which database it goes on with."""
    cursor = Cursor(words)
    first = cursor.word
    if not first and words and words[0].text == "(":
        first = next((token.word for token in words if token.text != "("), "")
    if first in {"SELECT", "SEL", "WITH"} or (first == "TABLE" and not cursor.skip_to("AS")):
        return _query(cursor, session)
    if first in {"INSERT", "REPLACE"}:
        return _insert(cursor, session)
    if first == "CREATE":
        return look_at_create(cursor, session)
    if first == "ALTER":
        bind(words, session)
        return Look("update", Task.PARSE) if _is_mutation(cursor) else Look("alter", Task.NOTHING)
    if first in _MOVES:
        return Look(first.lower(), Task.PARSE)
    if first in {"IMPORT", "ATTACH"} and bind(words, session) is not None:
        return Look(first.lower(), Task.NOTHING)
    if first in {"USE", "SWITCH"} or cursor.at("SET", "CATALOG"):
        use_database(cursor, session)
    if first == "DECLARE":
        _table_variable(cursor, session)
        _variables(Cursor(words), session)
    if first in _STILL or not words:
        return Look(first.lower() or "empty", Task.NOTHING)
    if first == "LOAD" and len(words) <= _EXTENSION_WORDS:
        return Look("load", Task.NOTHING)
    if first in _CALLS:
        if bind(words, session) is not None:
            return Look("call", Task.NOTHING)
        return _call(cursor, session)
    if first in _EXITS:
        return _left(cursor)
    return Look(first.lower() or "unknown", Task.UNKNOWN)


def _is_mutation(cursor: Cursor) -> bool:
    """Whether an ALTER TABLE is ClickHouse's way to update rows."""
    ahead = Cursor(cursor.tokens)
    if not (ahead.take("ALTER", "TABLE") and ahead.take_name()):
        return False
    if ahead.take("ON", "CLUSTER"):
        ahead.position += 1
    return ahead.take("UPDATE") and bool(ahead.take_name()) and ahead.is_sign("=")


_EXITS = word_set("UTL_FILE UTL_HTTP UTL_SMTP UTL_MAIL DBMS_CLOUD DBMS_DATAPUMP DBMS_XSLPROCESSOR")
"""Packages of Oracle through which values leave the database."""
_SENDS = ("put", "write", "send", "request", "export", "copy", "clob2file", "start_job")


def _left(cursor: Cursor) -> Look:
    """A call that hands values to a file or a server; opening and closing it moves nothing."""
    name = cursor.take_name() or ("",)
    if name[-1].startswith(_SENDS):
        return Look("call", Task.UNKNOWN, reason="unread.sql_call")
    return Look("call", Task.NOTHING)


_CONNECTS = frozenset({"DBLINK_CONNECT", "DBLINK_CONNECT_U"})
_REMOTE_RUNS = word_set(
    "DBLINK_EXEC DBLINK_SEND_QUERY QUERY_EXPORT_TO_S3 TABLE_IMPORT_FROM_S3 LO_EXPORT PG_FILE_WRITE"
)


def _query(cursor: Cursor, session: Session) -> Look:
    """A query moves something when it has an INTO, or when what follows WITH is no query."""
    words = {token.word for token in cursor.tokens}
    if words & _CONNECTS:
        bind(cursor.tokens, session)
    job = [token.word for token in cursor.tokens[1:4]]
    if words & _REMOTE_RUNS or (job[:1] == ["CRON"] and job[-1].startswith("SCHEDULE")):
        return Look("dynamic", Task.UNKNOWN, reason="unread.sql_dynamic")
    signs = {token.text[0] for token in cursor.tokens}
    sets = "@" in signs and any(
        before.text[0] == "@" and token.text == "=" for before, token in pairwise(cursor.tokens)
    )
    if sets or words & {"INTO", "INSERT", "UPDATE", "DELETE", "MERGE"}:
        return Look("select", Task.PARSE)
    return Look("select", Task.QUERY)


_LITERAL_HEAD = re.compile(r"(?:INSERT|REPLACE)\b[^'\"]*?\b(?:VALUES?|SET)\b", re.IGNORECASE)
_NO_LITERALS = re.compile(
    r"\b(?:SELECT|FROM|WITH|COPY|LOAD|UNLOAD|EXPORT|MERGE|RENAME|UPDATE|CALL|EXEC\w*|RETURNING)\b",
    re.IGNORECASE,
)
_LONGEST_HEAD = 20_000


def literal_insert(text: str, dialect: Dialect) -> TableName | None:
    """The table an INSERT of literal rows writes: such rows are never parsed, their values go nowhere from here."""
    head = _LITERAL_HEAD.match(text, 0, _LONGEST_HEAD)
    if head is None or _NO_LITERALS.search(text):
        return None
    if dialect.block_declarations and not text[head.end() :].lstrip().startswith("("):
        return None  # a whole record, no literals
    return _target(Cursor(list(tokens(head.group(), dialect))))


def _target(cursor: Cursor) -> TableName | None:
    while cursor.word in _INSERT_WORDS:
        cursor.position += 1
    return None if cursor.word == "FUNCTION" else cursor.take_name()


_INSERT_WORDS = word_set(
    "INSERT REPLACE INTO TABLE OVERWRITE IGNORE LOW_PRIORITY DELAYED HIGH_PRIORITY OR ABORT"
)


def _insert(cursor: Cursor, session: Session) -> Look:
    """An INSERT of literal rows is not parsed, unless its values may be variables of a routine."""
    if _is_fed_by_call(cursor.tokens):
        return Look("insert", Task.UNKNOWN, reason="unread.sql_call")
    if (
        any(token.word in {"SELECT", "FROM", "WITH", "TABLE", "EXEC", "RETURNING"} for token in cursor.tokens)
        or session.variables
        or session.rows
        or session.handed_out
    ):
        return Look("insert", Task.PARSE)
    name = _target(Cursor(cursor.tokens))
    if name is not None and any(
        token.word in {"VALUES", "VALUE", "SET", "DEFAULT"} for token in cursor.tokens
    ):
        return Look("insert", Task.NOTHING, session.qualified(name))
    return Look("insert", Task.PARSE)


def _is_fed_by_call(words: Sequence[Token]) -> bool:
    """Whether T-SQL's INSERT ... EXEC procedure takes the rows of a routine, and not those of a string that is run."""
    cursor = Cursor(words)
    if not (cursor.skip_to("EXEC") or cursor.skip_to("EXECUTE")):
        return False
    cursor.position += 1
    name = cursor.take_name()
    return name is not None and name[-1] not in {"sp_executesql", "sp_sqlexec"}


def _call(cursor: Cursor, session: Session) -> Look:
    """The call of a routine: what it does is read where the text defines it, else nobody here knows."""
    cursor.position += 1
    cursor.take("TASK")
    name = cursor.take_name()
    if name is not None and name[-1] in session.routines:
        fill_variables(cursor.take_group(), session.handed_out.get(name[-1], {}), session)
        return Look("call", Task.NOTHING)
    return Look("call", Task.UNKNOWN, reason="unread.sql_call")


def _table_variable(cursor: Cursor, session: Session) -> None:
    """Keeps the columns of `DECLARE @t TABLE (...)`."""
    cursor.take("DECLARE")
    name = cursor.take_name()
    cursor.take("AS")
    group = cursor.take_group() if name and cursor.take("TABLE") else None
    if name is not None and group is not None:
        columns = tuple(column.name for part in group.parts() if (column := column_of(part)) is not None)
        session.declare_temporary(session.qualified(name), columns)


def _variables(cursor: Cursor, session: Session) -> None:
    """Keeps the names of `DECLARE a, b INT64 DEFAULT 1`, so that none is taken for a column."""
    cursor.take("DECLARE")
    if any(token.text.startswith("@") or token.word in {"CURSOR", "TABLE"} for token in cursor.tokens[:4]):
        return
    while (name := cursor.take_name()) is not None:
        session.variables.setdefault(name[-1], {})
        if not cursor.take_sign(","):
            return


def use_database(cursor: Cursor, session: Session) -> None:
    """Lets later names be completed by the database a USE names."""
    cursor.take_any("USE", "SET")
    kind = cursor.take_any("DATABASE", "SCHEMA", "CATALOG", "WAREHOUSE", "ROLE", "SECONDARY", "SWITCH")
    if kind in {"WAREHOUSE", "ROLE", "SECONDARY"}:
        return
    name = cursor.take_name()
    if not name:
        return
    if kind in {"CATALOG", "SWITCH"}:
        session.catalog, session.defaults = name[-1], ()
    elif kind == "SCHEMA" and len(session.defaults) > 1:
        session.defaults = (*session.defaults[:-1], *name)
    else:
        session.defaults = name
