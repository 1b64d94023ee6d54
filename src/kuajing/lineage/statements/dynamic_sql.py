"""SQL run from a string: read when the string is one literal, scanned for tables when it is put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import TableName

_FIRST_WORDS = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "SELECT", "CREATE", "WITH", "REPLACE"})


@dataclass(frozen=True, slots=True)
class Dynamic:
    """The literal pieces of a string that is run, or kept in a variable to be run.

    `is_whole` when the string is one literal and nothing beside it; `variable` is the variable that holds it,
    `prepared` the name a PREPARE gives it, `server` the other server it is sent to.
    """

    pieces: tuple[Token, ...]
    is_whole: bool
    variable: str = ""
    prepared: str = ""
    server: str = ""


_GLUE = "\N{LATIN LETTER DENTAL CLICK}"
"""The letter that stands for what is put between two pieces at run time: no SQL is written with it."""


def joined(pieces: Sequence[Token]) -> str:
    """The pieces as one text, with a letter for what stands between them."""
    return _GLUE.join(token.value for token in pieces)


def settled(table: TableName) -> TableName | None:
    """A table of a text put together, as far as its name is sure; None where only a part of it is written."""
    stem, glue, _ = table[-1].partition(_GLUE)
    if not glue and _GLUE not in "".join(table):
        return table
    return None if not stem or stem.endswith("_") or _GLUE in "".join(table[:-1]) else (*table[:-1], stem)


def dynamic(words: Sequence[Token]) -> Dynamic | None:
    """What a statement runs from a string; None when it runs none, as in the call of a procedure by name."""
    cursor = Cursor(words)
    if cursor.at("EXECUTE", "TASK"):
        return None
    if cursor.take_any("EXECUTE", "EXEC", "PREPARE"):
        return _run(cursor, words)
    if cursor.take("OPEN") and cursor.take_name() and cursor.take("FOR"):
        return Dynamic(_strings(cursor), is_whole=False)
    cursor.position = 0
    return _kept(cursor, words)


def _run(cursor: Cursor, words: Sequence[Token]) -> Dynamic | None:
    cursor.take("IMMEDIATE")
    prepared = _prepared(cursor) if words[0].word == "PREPARE" else ""
    cursor.take_sign(":")
    name = cursor.take_name()  # a statement's name, sp_executesql, or a variable
    if name is not None and name[-1] in {"sp_executesql", "sp_sqlexec"}:
        name = None
    if name is not None:
        if name[-1].startswith("@") or words[0].word != "EXEC":
            return Dynamic(_strings(cursor), is_whole=False, variable=name[-1], prepared=prepared)
        return None
    inner = cursor.take_group()
    run = Cursor(inner.tokens, inner.position, inner.end) if inner is not None else cursor
    first = run.token
    if first is not None and first.kind is Kind.WORD and first.text.startswith("@"):
        return Dynamic((), is_whole=False, variable=first.name, prepared=prepared)
    strings = _strings(run)
    run.position += 1
    is_here = inner is None or not cursor.take("AT")  # AT sends the string to another server
    if first is not None and first.kind is Kind.STRING and _ends(run) and is_here:
        return Dynamic(strings[:1], is_whole=True, prepared=prepared)
    sent_to = "" if is_here else (cursor.take_name() or ("",))[-1]
    return Dynamic(strings, is_whole=False, prepared=prepared, server=sent_to)


def prepared_statement(words: Sequence[Token]) -> tuple[str, int] | None:
    """The name and the place of a statement that PREPARE keeps as it is, not as a string; None for any other one."""
    cursor = Cursor(words)
    if not cursor.take("PREPARE"):
        return None
    name = _prepared(cursor)
    token = cursor.token
    if not name or token is None or token.word not in _FIRST_WORDS:
        return None
    return name, token.start


def executed_statement(words: Sequence[Token]) -> int | None:
    """The place of a statement that Flink's EXECUTE runs as it is; None for any other one."""
    is_whole = len(words) > _SHORTEST and words[0].word == "EXECUTE" and words[1].word in _FIRST_WORDS
    return words[1].start if is_whole else None


_SHORTEST = 3


def _prepared(cursor: Cursor) -> str:
    """The name behind PREPARE, passed with FROM or AS."""
    name = cursor.take_name()
    cursor.take_group()
    _ = cursor.take("FROM") or cursor.take("AS")
    return name[-1] if name else ""


def _kept(cursor: Cursor, words: Sequence[Token]) -> Dynamic | None:
    """SET variable = 'SQL', DECLARE variable type = 'SQL', variable := 'SQL' || ..."""
    is_assignment = cursor.take_any("SET", "LET", "DECLARE", "SELECT") or (
        len(words) > 1 and words[1].text == ":="
    )
    if not is_assignment or not any(_is_sql(token) for token in words if token.kind is Kind.STRING):
        return None
    name = cursor.take_name()
    if name is None:
        return None
    while cursor.token is not None and cursor.token.text not in {"=", ":="}:
        cursor.position += 1
    cursor.position += 1
    first = cursor.token
    strings = _strings(cursor)
    cursor.position += 1
    if first is None or not strings or (words[0].word == "SELECT" and not name[-1].startswith("@")):
        return None
    return Dynamic(strings, is_whole=first.kind is Kind.STRING and cursor.token is None, variable=name[-1])


def _ends(cursor: Cursor) -> bool:
    """Whether nothing more belongs to the string: the end, the values bound to it, or another argument."""
    token = cursor.token
    return token is None or token.word in {"USING", "INTO"} or token.text == ","


def _strings(cursor: Cursor) -> tuple[Token, ...]:
    return tuple(token for token in cursor.tokens[cursor.position : cursor.end] if token.kind is Kind.STRING)


def _is_sql(token: Token) -> bool:
    first = token.value.lstrip().split(None, 1)
    return bool(first) and first[0].upper() in _FIRST_WORDS
