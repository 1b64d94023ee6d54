"""The names of output columns that were given none, and of projections that give several."""

import re

from sqlglot import exp

from kuajing.lineage.text.dialects import Dialect

_STRING = re.compile(r"'(?:[^']|'')*'")
_NUMBER = re.compile(r"(?<![\w$.])\d[\d._]*+(?:e[+-]?\d+)?(?!\w)", re.IGNORECASE)
_LONG = 7
"""Digits from which on a number may be somebody's: a telephone, a card, an identity."""

_LONGEST_NAME = 120
_OPENERS = (exp.Explode, exp.Posexplode)
_MAPS = (exp.Map, exp.VarMap, exp.StrToMap, exp.MapFromEntries)


def names_of_many(item: exp.Expr) -> tuple[str, ...]:
    """The names of the columns one projection such as `explode(m) AS (k, v)` gives; empty for plain projections."""
    if isinstance(item, exp.Aliases):
        return tuple(alias.name.lower() for alias in item.aliases)
    if isinstance(item, exp.QueryTransform):
        schema = item.args.get("schema")
        return tuple(column.name.lower() for column in schema.expressions) if schema is not None else ()
    return ()


def opened_names(item: exp.Expr) -> tuple[str, ...]:
    """The columns that Hive's and Spark's explode and posexplode give where nobody names them.

    A map gives keys and values; that it is one shows in what the query around asks for.
    """
    if not isinstance(item, _OPENERS):
        return ()
    inner = item.find_ancestor(exp.Select)
    around = inner.find_ancestor(exp.Select) if inner is not None else None
    asked = {column.name.lower() for column in around.find_all(exp.Column)} if around is not None else set()
    is_map = "col" not in asked and bool(asked & {"key", "value"})
    names = ("key", "value") if is_map or isinstance(item.this, _MAPS) else ("col",)
    return ("pos", *names) if isinstance(item, exp.Posexplode) else names


def name_of(item: exp.Expr, dialect: Dialect) -> str:
    """The name of a column: its alias, the column it copies, else its text, literal strings and long numbers left out."""
    if isinstance(item, exp.Alias):
        return item.alias.lower()
    inner = item
    while isinstance(inner, exp.Paren) or (dialect.dollar_quotes and isinstance(inner, exp.Cast)):
        inner = inner.this
    if isinstance(inner, exp.Column):
        return inner.name.lower()
    if isinstance(inner, exp.Dot):
        return inner.name.lower()
    text = _STRING.sub("'?'", item.sql(dialect.grammar, comments=False))
    return _NUMBER.sub(_without_digits, text).lower()[:_LONGEST_NAME]


def _without_digits(match: re.Match[str]) -> str:
    number = match.group()
    return "'?'" if sum(map(str.isdigit, number)) >= _LONG else number
