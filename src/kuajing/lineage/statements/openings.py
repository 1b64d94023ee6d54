"""Statements that open tables to a place outside: shares, publications, replicas, grants, functions that run elsewhere."""

from kuajing.lineage.endpoints import Place
from kuajing.lineage.reading import Reading
from kuajing.lineage.session import Session
from kuajing.lineage.shims.grants import granted
from kuajing.lineage.shims.remote_functions import remote_function
from kuajing.lineage.shims.replications import replicated
from kuajing.lineage.shims.servers import foreign_schema
from kuajing.lineage.shims.shares import opens_everything, shared
from kuajing.lineage.text.lexer import Token


def read_opened(words: list[Token], reading: Reading, session: Session) -> bool:
    """Whether a statement opens tables to a place outside, by a share, a publication or a grant."""
    given = shared(words)
    if given is not None:
        for table in given.tables:
            name = session.qualified(table)
            (reading.reads if given.direction == "out" else reading.writes).add(name)
            reading.mention(name, given.direction, given.place)
    copied = replicated(words)
    if copied is not None:
        is_group = words[1].word != "DATABASE" and copied.direction == "out"
        (reading.reads if is_group else reading.writes).update(copied.tables)
        for table in copied.tables:
            reading.mention(table, copied.direction, copied.place)
    imported = foreign_schema(words, session)
    if imported is not None and imported.place is not None:
        reading.imported.append((imported.name, imported.place))
    sent = remote_function(words)
    if sent is not None:
        reading.mention(sent[0], "out", sent[1])
    for grant in granted(words):
        reading.notes.add("unread.sql_granted_outside", scope=grant.scope, host=grant.host)
        if grant.table is not None:
            table = session.qualified(grant.table)
            reading.reads.add(table)
            reading.mention(table, "out", Place("mysql", grant.host))
    if opens_everything(words):
        reading.notes.add("unread.sql_opaque")
    return given is not None or copied is not None or sent is not None
