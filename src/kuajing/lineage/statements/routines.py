"""What a routine is to the statements inside it and behind it: its name, a trigger's rows, a cursor's."""

from itertools import pairwise

from kuajing.lineage.reading import Reading
from kuajing.lineage.session import Session
from kuajing.lineage.statements.bodies import trigger_function, trigger_table
from kuajing.lineage.statements.row_sources import Part
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.lineage.text.unfinished import is_unfinished
from kuajing.lineage.values.provenance import Path, Source, Transform
from kuajing.lineage.values.relations import Output, base_relation
from kuajing.model.lineage import ALL_COLUMNS


def handed_over(words: list[Token], session: Session) -> Reading:
    """What a trigger without statements of its own does: PostgreSQL's hands its rows to a function."""
    reading = Reading(kind="routine")
    table, routine = trigger_table(words), trigger_function(words)
    if table is None or not routine:
        if is_unfinished(words):
            reading.leave_unread("unread.sql_unfinished")
        return reading
    source = session.qualified(table)
    written = session.written_by.get(routine)
    if written is None:
        reading.reads.add(source)
        reading.leave_unread("unread.sql_call")
    for target in sorted(written or ()):
        star = Output(ALL_COLUMNS, {Source(source, ALL_COLUMNS): Path(Transform.DERIVED)})
        reading.write(target, (star,), {})
    return reading


def know_routine(words: list[Token], session: Session) -> str:
    """Keeps the routine's name and gives it, if there is one; keeps the rows a trigger sees."""
    routine = ""
    for before, token in pairwise(words[:9]):
        if before.word in {"PROCEDURE", "PROC", "FUNCTION", "TASK"}:
            name_parts = Cursor(words, words.index(token)).take_name()
            routine = name_parts[-1] if name_parts else ""
            session.routines |= {token.name, routine}
            break
    table = trigger_table(words) if any(token.word == "TRIGGER" for token in words[:8]) else None
    if table is not None:
        name = session.qualified(table)
        for alias in ("new", "old", "inserted", "deleted"):
            session.rows[alias] = base_relation(name, session.columns(name), alias)
        return ""
    return routine


def fetch(part: Part, session: Session) -> None:
    """Lets a row, or variables by position, stand for the columns of a cursor."""
    rows = session.rows.get(part.name)
    if rows is None:
        return
    if len(part.names) == 1:
        session.rows[part.names[0]] = rows.named(part.names[0])
    for name, output in zip(part.names, rows.columns, strict=False):
        session.keep_variable(name, output.provenance, rows.rows)
