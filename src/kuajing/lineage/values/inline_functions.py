"""Functions whose body is one query or expression: their calls are read as that body with the arguments in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlglot import exp

from kuajing.lineage.grammar.parser import Parsed
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.lineage.values.provenance import Provenance
from kuajing.lineage.values.scopes import Scope

_MODIFIERS = ("OR", "REPLACE", "ALTER", "SECURE", "TEMP", "TEMPORARY", "TABLE")
_NO_BODY = frozenset({"BEGIN", "DECLARE", "EXTERNAL", "REMOTE"})
_WRITES = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "INTO"})
_HEAD = "SELECT "


@dataclass(frozen=True, slots=True)
class InlineFunction:
    """The parameters of a function in order, its body, and the columns it says to give; no columns for a single value."""

    parameters: tuple[str, ...]
    body: exp.Expr
    columns: tuple[str, ...] = ()
    is_table: bool = False

    def scope(self, arguments: Sequence[Provenance]) -> Scope:
        """The scope of the body, in which the parameters stand for the arguments."""
        given = [*arguments, *({} for _ in self.parameters[len(arguments) :])]
        named = dict(zip(self.parameters, given, strict=False))
        return Scope(variables={**named, **{f"@{place}": value for place, value in enumerate(given, 1)}})


def inline_function(
    words: Sequence[Token], text: str, parse: Callable[[str], Parsed]
) -> tuple[str, InlineFunction] | None:
    """The name and reading of a function that a statement creates from one query or expression; else None."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    before = set()
    while word := cursor.take_any(*_MODIFIERS):
        before.add(word)
    if not cursor.take_any("FUNCTION", "MACRO"):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    listed = cursor.take_group()
    if name is None or listed is None or _speaks_another(words):
        return None
    columns, is_table = _returned(Cursor(words, cursor.position))
    body = _body(cursor, text)
    if body is None or any(token.word in _WRITES for token in words):
        return None
    is_table = is_table or "TABLE" in before or _is_table_macro(cursor)
    tree = _parsed(body, parse, is_table=is_table)
    if tree is None:
        return None
    for part in tree.find_all(exp.Identifier):
        part.meta["start"] = -1  # a place in this statement means nothing where the function is called
    return name[-1], InlineFunction(listed.names(), tree, columns, is_table)


def _speaks_another(words: Sequence[Token]) -> bool:
    """Whether the body is written in another language than SQL."""
    return any(
        before.word == "LANGUAGE" and token.name.strip("'") != "sql" for before, token in pairwise(words)
    )


def _returned(cursor: Cursor) -> tuple[tuple[str, ...], bool]:
    """The columns named behind RETURNS TABLE, and whether rows are returned at all."""
    if not (cursor.skip_to("RETURNS") and cursor.take("RETURNS")):
        return (), False
    if cursor.take("SETOF"):
        return (), True
    if not cursor.take("TABLE"):
        return (), False
    group = cursor.take_group()
    return (group.names() if group is not None else ()), True


def _is_table_macro(cursor: Cursor) -> bool:
    """Whether the body is that of DuckDB's CREATE MACRO name() AS TABLE query; the word is passed."""
    return cursor.tokens[cursor.position - 1].word == "TABLE"


def _body(cursor: Cursor, text: str) -> str | None:
    """The text of the body at its place, all before it blank."""
    if cursor.skip_to("AS"):
        cursor.take("AS")
        _ = cursor.take("RETURN") or cursor.take("TABLE")
    elif cursor.skip_to("RETURN"):
        cursor.take("RETURN")
    else:
        return None
    token = cursor.token
    if token is None or token.word in _NO_BODY:
        return None
    if token.kind is Kind.STRING:
        start = token.start + token.text.find(token.value[:20])
        return " " * start + token.value.strip().rstrip(";")
    group = Cursor(cursor.tokens, cursor.position, cursor.end).take_group()
    if group is not None and group.end == cursor.end - 1 and group.position < group.end:
        return (
            " " * group.tokens[group.position].start
            + text[group.tokens[group.position].start : group.tokens[group.end - 1].end]
        )
    return " " * token.start + text[token.start : cursor.tokens[cursor.end - 1].end].rstrip(";")


def _parsed(body: str, parse: Callable[[str], Parsed], *, is_table: bool) -> exp.Expr | None:
    start = len(body) - len(body.lstrip())
    if is_table or body[start : start + 6].upper() in {"SELECT", "WITH"}:
        tree = parse(body).tree
        return tree if isinstance(tree, exp.Query) else None
    tree = parse(" " * max(start - len(_HEAD), 0) + _HEAD + body[start:]).tree
    return tree.expressions[0] if isinstance(tree, exp.Select) and len(tree.expressions) == 1 else None
