"""MySQL grants that let an account at a host outside read: nothing is copied, and yet rows can be taken there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import TableName

_READING = word_set("SELECT ALL REPLICATION")
_INSIDE = re.compile(r"(?:localhost|%|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[^.:]*$)")
"""This machine, any host, private networks, and bare names that only their own network knows."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A host outside whose accounts may read a table; `table` is None for a whole database or all of them."""

    table: TableName | None
    scope: str
    host: str


def granted(words: Sequence[Token]) -> tuple[Grant, ...]:
    """The hosts outside that a GRANT of reading names; empty for any other statement, a role or a user without host."""
    cursor = Cursor(words)
    if not cursor.take("GRANT"):
        return ()
    start = cursor.position
    if not (cursor.skip_to("ON") and _READING & {token.word for token in words[start : cursor.position]}):
        return ()
    cursor.take("ON")
    cursor.take_any("TABLE")
    first = cursor.position
    if not cursor.skip_to("TO"):
        return ()
    scope = words[first : cursor.position]
    table = None
    if not any(token.text in {"*", "("} for token in scope):
        table = Cursor(words, first, cursor.position).take_name()
    said = "".join(token.name if token.kind is Kind.QUOTED else token.text for token in scope)
    hosts = {host for host in _hosts(words[cursor.position :]) if _is_outside(host)}
    return tuple(Grant(table, said, host) for host in sorted(hosts))


def _hosts(words: Sequence[Token]) -> list[str]:
    """What stands behind the `@` of every account."""
    found = []
    for position, token in enumerate(words):
        if token.text == "@" and position + 1 < len(words):
            host = words[position + 1]
            found.append(host.value if host.kind is Kind.STRING else host.name)
        elif token.kind is Kind.WORD and token.text.startswith("@"):
            found.append(token.text[1:])
    return [host.lower() for host in found]


def _is_outside(host: str) -> bool:
    try:
        return not ip_address(host).is_private
    except ValueError:
        return _INSIDE.match(host) is None
