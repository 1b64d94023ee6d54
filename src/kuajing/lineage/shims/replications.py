"""Snowflake's whole databases that are copied to another account, and those that come from one."""

from collections.abc import Sequence

from kuajing.lineage.endpoints import Place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.servers import Binding
from kuajing.lineage.shims.shares import Shared
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.model.lineage import TableName


def replicated(words: Sequence[Token]) -> Shared | None:
    """What a failover or replication group, or a database's replication, opens to other accounts."""
    cursor = Cursor(words)
    if not cursor.take_any("CREATE", "ALTER"):
        return None
    cursor.take("OR", "REPLACE")
    if cursor.take("FAILOVER", "GROUP") or cursor.take("REPLICATION", "GROUP"):
        return _group(cursor)
    if not cursor.take("DATABASE"):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is not None and cursor.take("AS", "REPLICA", "OF"):
        return _replica(name, cursor)
    if name is None or not cursor.take("ENABLE") or not cursor.take_any("REPLICATION", "FAILOVER"):
        return None
    accounts = _names_after(cursor, "ACCOUNTS")
    return Shared((name,), "out", Place("replication", ", ".join(accounts))) if accounts else None


def _group(cursor: Cursor) -> Shared | None:
    _ = cursor.take("IF", "NOT", "EXISTS") or cursor.take("IF", "EXISTS")
    name = cursor.take_name()
    if name is None:
        return None
    ahead = Cursor(cursor.tokens, cursor.position)
    if ahead.take("AS", "REPLICA", "OF"):
        return _replica(name, ahead)
    if ahead.take("ADD"):
        return _added(name, ahead)
    accounts = _names_after(cursor, "ALLOWED_ACCOUNTS")
    databases = tuple(tuple(each.split(".")) for each in _names_after(cursor, "ALLOWED_DATABASES"))
    if not accounts:
        return Shared(databases, "out", Place("replication", ".".join(name))) if databases else None
    return Shared(databases or (name,), "out", Place("replication", ", ".join(accounts)))


def _replica(name: TableName, cursor: Cursor) -> Shared | None:
    origin = cursor.take_name()
    return Shared((name,), "in", Place("replication", ".".join(origin))) if origin else None


def _added(name: TableName, cursor: Cursor) -> Shared | None:
    """ALTER ... GROUP name ADD database, ... TO ALLOWED_DATABASES, or ADD account TO ALLOWED_ACCOUNTS."""
    listed = _listed(cursor)
    if not listed or not cursor.take("TO"):
        return None
    if cursor.take("ALLOWED_ACCOUNTS"):
        return Shared((name,), "out", Place("replication", ", ".join(listed)))
    if cursor.take("ALLOWED_DATABASES"):
        databases = tuple(tuple(each.split(".")) for each in listed)
        return Shared(databases, "out", Place("replication", ".".join(name)))
    return None


def _names_after(cursor: Cursor, word: str) -> list[str]:
    """The dotted names listed behind a word."""
    ahead = Cursor(cursor.tokens, cursor.position)
    if not (ahead.skip_to(word) and ahead.take(word)):
        return []
    ahead.take_sign("=")
    return _listed(ahead)


def _listed(cursor: Cursor) -> list[str]:
    """Dotted names that commas part."""
    found = []
    while (name := cursor.take_name()) is not None:
        found.append(".".join(name))
        if not cursor.take_sign(","):
            break
    return found


def database_of_another(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE DATABASE name FROM SHARE account.share, and AS REPLICA OF organisation.account.name."""
    del session
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    cursor.take("OR", "REPLACE")
    if not cursor.take("DATABASE"):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None:
        return None
    kind = "share" if cursor.take("FROM", "SHARE") else ""
    kind = kind or ("replication" if cursor.take("AS", "REPLICA", "OF") else "")
    origin = cursor.take_name() if kind else None
    return Binding("catalog", name, Place(kind, ".".join(origin))) if origin else None
