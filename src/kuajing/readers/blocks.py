"""The SQL that a file holds, block by block: a script as a whole, or what stands in a program, notebook, mapper or model."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from kuajing.embedded import blocks, may_hold_blocks
from kuajing.readers.embedded_sql import hides_sql, script_of, sql_blocks
from kuajing.readers.embedded_sql import recognises as is_host
from kuajing.readers.sql import Script
from kuajing.readers.sql import recognises as is_sql_name
from kuajing.source.text import SourceText, Unread

_HOSTS = frozenset(
    {".bash", ".ipynb", ".j2", ".jinja", ".jinja2", ".ksh", ".py", ".pyw", ".sh", ".xml", ".zpln", ".zsh"}
)
"""Endings of files that may hold SQL which something runs; a file without one may be a script as well."""
_ZEPPELIN = "note.json"


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of SQL with its places in its file; `doubts` say what of it could not be taken from the file."""

    script: Script
    doubts: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Blocks:
    """The SQL of one file in order, and what of the file could not be looked through."""

    blocks: tuple[Block, ...] = ()
    unread: tuple[Unread, ...] = ()


def may_hold_sql(path: str) -> bool:
    """Whether a file may hold SQL that something runs, going by its name alone."""
    name = PurePosixPath(path.lower())
    return is_sql_name(path, "") or name.suffix in {*_HOSTS, ""} or name.name == _ZEPPELIN


def must_hold_sql(path: str) -> bool:
    """Whether a file whose text is not to be had is missed, going by its name alone."""
    return is_sql_name(path, "") or is_host(path, "")


def blocks_of(text: SourceText, *, is_named: bool = False, is_sql: bool = False) -> Blocks:
    """The SQL in a file.

    `is_named` says that somebody named this very file: examples in it count too, and a file that is nothing else is read
    as a script. `is_sql` says that a declaration calls it SQL.
    """
    if may_hold_blocks(text.path, text.text):
        found = blocks(text.path, text.text)
        held = sql_blocks(found, with_examples=is_named)
        if held or is_named or hides_sql(found):
            return Blocks(tuple(Block(script_of(one, text), one.reasons) for one in held), found.unread)
        return Blocks()
    if is_named or is_sql or is_sql_name(text.path, text.text):
        return Blocks((Block(Script(text)),))
    return Blocks()
