"""Snowflake's whole databases that are copied to another account, and those that come from one."""

from collections.abc import Sequence

from kuajing.lineage.cursor import Cursor
from kuajing.lineage.endpoints import Place
from kuajing.lineage.lexer import Token
from kuajing.lineage.session import Session
from kuajing.lineage.shims.servers import Binding
from kuajing.lineage.shims.shares import Shared


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
    name = cursor.take_name()
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
        origin = ahead.take_name()
        return Shared((name,), "in", Place("replication", ".".join(origin))) if origin else None
    if not (_names_after(cursor, "ALLOWED_ACCOUNTS") or _names_after(cursor, "ACCOUNTS")):
        return None
    return Shared((name,), "out", Place("replication", ".".join(name)))


def _names_after(cursor: Cursor, word: str) -> list[str]:
    """The dotted names listed behind a word."""
    ahead = Cursor(cursor.tokens, cursor.position)
    if not (ahead.skip_to(word) and ahead.take(word)):
        return []
    ahead.take_sign("=")
    found = []
    while (name := ahead.take_name()) is not None:
        found.append(".".join(name))
        if not ahead.take_sign(","):
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
