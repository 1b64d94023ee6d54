"""Regular expressions that name databases and tables, as names in which `*` stands for what the expression leaves open."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

ALL = "*"
_LITERAL = re.compile(r"[\w$\-]+|\\[^\w\\]|%")
_CHOICE = re.compile(r"(?P<before>[\w$\-]*)\((?:\?:)?(?P<names>[\w$\-]+(?:\|[\w$\-]+)*)\)(?P<after>[\w$\-]*)")
_REPEATS = frozenset("*+?{")
_LONGEST = 200

Pair = tuple[str, str]


def names_of(expression: str) -> Iterator[str]:
    """The names that an expression fits, one for each choice it spells out; `*` stands for what it leaves open."""
    expression = expression.strip()[:_LONGEST].removeprefix("^").removesuffix("$")
    choice = _CHOICE.fullmatch(expression)
    if choice is not None:
        for name in choice["names"].split("|"):
            yield f"{choice['before']}{name}{choice['after']}"
    elif "|" in expression:
        yield ALL
    else:
        yield _name_of(expression)


def _name_of(expression: str) -> str:
    name, at = "", 0
    while at < len(expression):
        found = _LITERAL.match(expression, at)
        if found is None:
            return f"{name}{ALL}"
        piece = found.group().removeprefix("\\")
        at = found.end()
        if at < len(expression) and expression[at] in _REPEATS:
            # What is repeated is only its last sign.
            return f"{name}{piece[:-1]}{ALL}"
        name += piece
    return name or ALL


def pairs_of(expression: str) -> Iterator[Pair]:
    r"""Databases and tables that `database\.table` fits; an expression without a table means every table."""
    database, table = _parted(expression.strip())
    for outer in names_of(database):
        for inner in names_of(table) if table else (ALL,):
            yield outer, inner


def _parted(expression: str) -> Pair:
    """The two halves: parted by an escaped dot, else by a plain one that stands for itself."""
    before, dot, after = expression.partition("\\.")
    if dot:
        return before, after
    for found in re.finditer(r"\.(?![*+?{])", expression):
        return expression[: found.start()], expression[found.end() :]
    return expression, ""


def path_of(pair: Pair) -> tuple[str, ...]:
    """The path of the tables of a pair: where the database is left open, the table cannot be told."""
    database, table = pair
    if ALL in database:
        return (database,)
    return (database, table)


def is_told_whole(pair: Pair) -> bool:
    """Whether the path of a pair means no more tables than the pair does."""
    database, table = pair
    return ALL not in database or table == ALL


def fits(pattern: Pair, pair: Pair) -> bool:
    """Whether tables of a pair may be among those of a pattern."""
    return all(
        fnmatchcase(one, other) or fnmatchcase(other, one) for one, other in zip(pattern, pair, strict=True)
    )


def narrowed(pattern: Pair, pair: Pair) -> Pair:
    """The narrower of two pairs that fit each other, part by part."""
    outer, inner = (
        one if fnmatchcase(one, other) else other for one, other in zip(pattern, pair, strict=True)
    )
    return outer, inner
