"""SQL Server's procedures that carry rows out: bcp started by xp_cmdshell, and the mail that holds a query's result."""

import re
from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place
from kuajing.lineage.shims.peeled import Peeled, only
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.source.shell_words import ShellWord, shell_words

_DIRECTIONS = frozenset({"in", "out", "queryout"})
_FEWEST = 4
"""bcp, what it copies, the way, and the file."""
_DOMAIN = re.compile(r"@([\w.-]+)")


def server_procedure(words: Sequence[Token], text: str) -> Peeled | None:
    """The rows that `EXEC xp_cmdshell 'bcp ...'` or `EXEC sp_send_dbmail @query = ...` moves; None for any other."""
    cursor = Cursor(words)
    if not cursor.take_any("EXEC", "EXECUTE"):
        return None
    name = (cursor.take_name() or ("",))[-1]
    if name == "xp_cmdshell":
        token = next((token for token in words if token.kind is Kind.STRING), None)
        return _bulk_copied(token, text) if token is not None else None
    return _mailed(cursor, text) if name == "sp_send_dbmail" else None


def _bulk_copied(token: Token, text: str) -> Peeled | None:
    # A backslash parts folders there and escapes nothing.
    command = token.value.replace("\\", "/")
    parts = [word for word in shell_words(command) if not word.is_operator]
    if len(parts) < _FEWEST or parts[0].value.lower().rpartition("/")[2].removesuffix(".exe") != "bcp":
        return None
    copied, way = parts[1], parts[2].value.lower()
    if way not in _DIRECTIONS:
        return None
    path = token.value[parts[3].start : parts[3].end].strip("\"'")
    file = file_place(path)
    outside = Outside((file.address,), Place("file", file.address))
    if way == "queryout":
        query = _query_at(copied, token, text)
        return Peeled("copy", query=query, sink=outside) if query is not None else None
    table = tuple(part.strip("[]").lower() for part in copied.value.split("."))
    return (
        Peeled("copy", source=outside, into=table)
        if way == "in"
        else Peeled("copy", table=table, sink=outside)
    )


def _query_at(copied: ShellWord, token: Token, text: str) -> str | None:
    """The query at its place in the statement; None where doubled quotes move it."""
    query = copied.raw.strip('"')
    start = text.find(query, token.start, token.end)
    return only(text, start, start + len(query)).ljust(len(text)) if start >= 0 else None


def _mailed(cursor: Cursor, text: str) -> Peeled | None:
    said = _parameters(cursor)
    query = said.get("@query")
    if query is None:
        return None
    start = text.find(query.value, query.start, query.end)
    if start < 0:
        return None
    to = said.get("@recipients")
    # Whose mailbox it is stays unsaid.
    domains = sorted(set(_DOMAIN.findall(to.value.lower()))) if to is not None else []
    address = ",".join(domains) or "mail"
    sink = Outside((f"mail:{address}",), Place("mail", address))
    return Peeled("mail", query=only(text, start, start + len(query.value)).ljust(len(text)), sink=sink)


def _parameters(cursor: Cursor) -> dict[str, Token]:
    """The strings that parameters are set to, by the parameters' names."""
    tokens = cursor.tokens[cursor.position : cursor.end]
    return {
        name.text.lower(): value
        for name, sign, value in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if sign.text == "=" and value.kind is Kind.STRING
    }
