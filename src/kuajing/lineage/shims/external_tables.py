"""Tables over files: Oracle's external tables in a directory, PostgreSQL's file_fdw, Greenplum's external tables."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.program_places import program_place
from kuajing.lineage.shims.servers import Binding, group_after
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

DIRECTORY = "directory "
"""Before the name of a directory among the servers of a session: the two may share a name."""


def directory(words: Sequence[Token], session: Session) -> Binding | None:
    """Oracle's CREATE DIRECTORY name AS 'path'."""
    del session
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    cursor.take("OR", "REPLACE")
    name = cursor.take_name() if cursor.take("DIRECTORY") else None
    if name is None or not cursor.skip_to("AS"):
        return None
    cursor.take("AS")
    path = cursor.take_string()
    return Binding("server", (DIRECTORY + name[-1],), file_place(path)) if path is not None else None


def external_table(words: Sequence[Token], session: Session) -> Binding | None:
    """Oracle's CREATE TABLE ... ORGANIZATION EXTERNAL (... DEFAULT DIRECTORY name ... LOCATION ('file'))."""
    cursor = Cursor(words)
    if not (cursor.take("CREATE") and cursor.skip_to("TABLE") and cursor.take("TABLE")):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    group = group_after(cursor, "ORGANIZATION", "EXTERNAL") or group_after(cursor, "EXTERNAL")
    if name is None or group is None:
        return None
    place = _place_in(group, session)
    return Binding("table", name, place) if place is not None else None


def _place_in(group: Cursor, session: Session) -> Place | None:
    """The first file of the LOCATION list, in its own directory or the one given for all."""
    owner = ""
    ahead = Cursor(group.tokens, group.position, group.end)
    if ahead.skip_to("DEFAULT", "DIRECTORY") and ahead.take("DEFAULT", "DIRECTORY"):
        owner = (ahead.take_name() or ("",))[-1]
    files = group_after(group, "LOCATION")
    file = None
    if files is not None:
        ahead = Cursor(files.tokens, files.position, files.end)
        own = ahead.take_name()
        if own is not None and ahead.take_sign(":"):
            owner = own[-1]
        file = ahead.take_string()
    return directory_place(owner, file, session)


def directory_place(owner: str, file: str | None, session: Session) -> Place | None:
    """A file in a directory the text defines, else the directory by its name; a URI is what it says."""
    if file is not None and "://" in file:
        return file_place(file)
    if not owner:
        return None
    known = session.servers.get(DIRECTORY + owner)
    if known is None:
        return Place("directory", owner)
    if file is None:
        return known
    return Place(known.kind, f"{known.address.rstrip('/')}/{file}", known.region)


def file_table(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE FOREIGN TABLE ... OPTIONS (filename 'path' | program 'command'); EXTERNAL TABLE of Greenplum and Dameng."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    cursor.take_any("READABLE", "WRITABLE")
    is_foreign = cursor.take("FOREIGN", "TABLE")
    if not is_foreign:
        cursor.take("EXTERNAL")
        cursor.take("WEB")
        if cursor.tokens[cursor.position - 1].word == "CREATE" or not cursor.take("TABLE"):
            return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None:
        return None
    place = _foreign_file(cursor) if is_foreign else _located(cursor, session)
    return Binding("table", name, place) if place is not None else None


def _foreign_file(cursor: Cursor) -> Place | None:
    group = group_after(cursor, "OPTIONS")
    said = group.properties() if group is not None else {}
    if "filename" in said:
        return file_place(said["filename"])
    return program_place(said["program"]) if "program" in said else None


def _located(cursor: Cursor, session: Session) -> Place | None:
    """What stands behind the columns: Greenplum's LOCATION or EXECUTE, Dameng's FROM a file or a directory."""
    rest = Cursor(cursor.tokens, cursor.position)
    if rest.skip_to("DEFAULT", "DIRECTORY"):
        return _place_in(rest, session)
    group = group_after(cursor, "LOCATION")
    if group is not None:
        uri = group.take_string()
        return file_place(uri.split(" ", 1)[0]) if uri is not None else None
    if cursor.take_group() is not None and cursor.take("FROM"):
        cursor.take("DATAFILE")
        path = cursor.take_string()
        return file_place(path) if path is not None else None
    if cursor.skip_to("EXECUTE") and cursor.take("EXECUTE"):
        command = cursor.take_string()
        return program_place(command) if command is not None else None
    return None
