"""A first look at a CREATE: whether it brings rows, and what it teaches about later names."""

from kuajing.lineage.session import Session
from kuajing.lineage.shims.bindings import bind
from kuajing.lineage.statements.looks import Look, Task
from kuajing.lineage.statements.rowless import holds_no_rows
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.definitions import Table, defined_table, function_after_as
from kuajing.lineage.text.keywords import word_set


def _has_query(cursor: Cursor) -> bool:
    """Whether AS stands outside brackets, before no file format and no table function: what follows must be a query."""
    ahead = Cursor(cursor.tokens)
    while ahead.skip_to("AS"):
        called = function_after_as(Cursor(ahead.tokens, ahead.position))
        if ahead.position and called is None and cursor.tokens[ahead.position - 1].word != "STORED":
            return True
        ahead.position += 1
    return False


_BEFORE_KIND = 20
_CREATED = word_set(
    "TABLE TABLES VIEW INDEX DATABASE SCHEMA USER ROLE LOGIN SEQUENCE TYPE DOMAIN EXTENSION CAST OPERATOR POLICY RULE "
    "TABLESPACE SYNONYM LINK SERVER MAPPING WRAPPER CATALOG CONNECTION SOURCE STAGE SHARE RECIPIENT PUBLICATION "
    "SUBSCRIPTION PIPE STREAM TASK WAREHOUSE INTEGRATION FORMAT TAG COLLATION CONVERSION AGGREGATE LANGUAGE STATISTICS "
    "TRANSFORM MACRO MODEL RESOURCE REPOSITORY FILTER PROFILE DIRECTORY CONTEXT DIMENSION CLUSTER OUTLINE LIBRARY JOB "
    "CREDENTIAL CERTIFICATE KEY ASSEMBLY QUEUE ROUTE SERVICE CONTRACT MESSAGE PARTITION FULLTEXT DEFAULT AUDIT "
    "ENDPOINT GROUP DICTIONARY COLLECTION QUOTA WORKLOAD EXTERNAL VOLUME STORAGE SECRET NETWORK PASSWORD SESSION ROW "
    "MASKING DATASHARE SNAPSHOT RESTORE LOAD ENCRYPTKEY STREAMING PERSPECTIVE SAMPLE SUMMARY PROJECT BINDING PROPERTY EDITION"
)
"""What may be created, so that a word nobody knows is not taken for something that moves nothing."""

_ROUTINES = word_set("PROCEDURE PROC FUNCTION TRIGGER EVENT PACKAGE")


def look_at_create(cursor: Cursor, session: Session) -> Look:
    """What to do with a CREATE; also keeps in the session what it defines, and the places it binds."""
    words = [token.word for token in cursor.tokens]
    if _is_routine(words[:8]):
        return Look("routine", Task.UNKNOWN)
    if not _CREATED.intersection(words[1:_BEFORE_KIND]):
        return Look("create", Task.UNKNOWN)
    binding = bind(cursor.tokens, session)
    if cursor.at("CREATE", "NAMED", "COLLECTION") or cursor.at("CREATE", "ENCRYPTKEY"):
        return Look("create", Task.NOTHING)
    if holds_no_rows(cursor) or (binding is not None and binding.kind != "table"):
        return Look("create", Task.NOTHING)
    if "SELECT" in words or "CLONE" in words or "COPY" in words[4:12] or _has_query(cursor):
        return Look("create", Task.PARSE)
    table = defined_table(cursor.tokens)
    if table is not None:
        _learn(table, session)
    return Look("create", Task.NOTHING)


def _is_routine(words: list[str]) -> bool:
    """Whether a routine is created, perhaps a table function; a mere table may be called `event`."""
    found = next((word for word in words if word in _ROUTINES or word in {"TABLE", "VIEW"}), "")
    return found in _ROUTINES or (found == "TABLE" and "FUNCTION" in words[words.index(found) + 1 :][:1])


def _learn(table: Table, session: Session) -> None:
    """Keeps the columns a table is defined with: those of the table it is like, and its own."""
    name = session.qualified(table.name)
    like = session.qualified(table.like) if table.like else None
    alike = (session.columns(like) or ()) if like else ()
    columns = (*alike, *(column.name for column in table.columns if column.name not in alike))
    if not columns or (like is not None and not alike):
        return
    if table.is_temporary and session.places.get(name) is None:
        session.declare_temporary(name, columns)
        return
    passed_over = {column.name for column in table.columns if session.passes_over(column)}
    if like is not None:
        passed_over |= set(alike) - set(session.given_columns(like) or ())
        session.computed[name] = dict(session.computed.get(like, {}))
    session.learn(name, columns, passed_over)
