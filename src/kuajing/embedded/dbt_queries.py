"""The macros of dbt_utils that put queries, stars and pivots: their own SQL in short, over the same tables and columns."""

import re

from kuajing.embedded.jinja_values import UNKNOWN, Relation, Value, Values, bounded, shown

_COLUMN = re.compile(r"[\w$]+")
_PART = re.compile(r"[A-Za-z]+")
_NAME_OF_TABLE = re.compile(r"[\w.$]+")
_SOURCE_COLUMN = "_dbt_source_relation"


def star(given: list[Value], named: Values) -> Value:
    """All columns of a table but for some; unknown where they are called otherwise."""
    if shown(named.get("prefix", "")) != "" or shown(named.get("suffix", "")) != "":
        return UNKNOWN
    alias = shown(named.get("relation_alias", given[1] if len(given) > 1 else ""))
    without = _without(named.get("except", given[2] if len(given) > 2 else []))  # noqa: PLR2004  the third is `except`
    return f"{alias}.*{without}" if alias else f"*{without}"


def _without(columns: Value) -> str:
    """The columns that a star leaves out; all of it stays where they are not known."""
    names = [one for one in columns if isinstance(one, str)] if isinstance(columns, list) else []
    names = [name for name in names if _COLUMN.fullmatch(name)]
    return f" except ({', '.join(names)})" if names else ""


def union(given: list[Value], named: Values) -> Value:
    """All rows of some tables, their columns met by name."""
    relations = named.get("relations", given[0] if given else UNKNOWN)
    tables = [_table(one) for one in relations] if isinstance(relations, list) else [None]
    included = named.get("include", [])
    columns = _listed(included) or "*" + _without(named.get("exclude", []))
    own = named.get("source_column_name", _SOURCE_COLUMN)
    queries = []
    for table in tables:
        if table is None:
            return UNKNOWN
        marked = f", '{table}' as {own}" if isinstance(own, str) and _COLUMN.fullmatch(own) else ""
        queries.append(f"select {columns}{marked} from {table}")  # noqa: S608  it is read, not run
    return bounded(" union all by name ".join(queries)) if queries else UNKNOWN


def _listed(columns: Value) -> str:
    names = [one for one in columns if isinstance(one, str)] if isinstance(columns, list) else []
    is_whole = isinstance(columns, list) and len(names) == len(columns) and all(map(_COLUMN.fullmatch, names))
    return ", ".join(names) if is_whole else ""


def _table(value: Value) -> str | None:
    if isinstance(value, Relation):
        return value.name
    return value if isinstance(value, str) and _NAME_OF_TABLE.fullmatch(value) else None


def deduplicated(given: list[Value], named: Values) -> Value:
    """The rows of a table, each once."""
    table = _table(named.get("relation", given[0] if given else UNKNOWN))
    keys = shown(named.get("partition_by", given[1] if len(given) > 1 else UNKNOWN))
    if table is None:
        return UNKNOWN
    query = f"select * from {table}"  # noqa: S608  it is read, not run
    return f"{query} where ({keys}) is not null" if keys and _NAME_OF_TABLE.fullmatch(keys) else query


def spine(given: list[Value], named: Values) -> Value:
    """A row for each date between two; where they are not known a marker stands for them."""
    part, begin, end = (
        shown(named.get(word, given[place] if place < len(given) else UNKNOWN))
        for place, word in enumerate(("datepart", "start_date", "end_date"))
    )
    if part is None or not _PART.fullmatch(part):
        return UNKNOWN
    begin, end = begin or "${start_date}", end or "${end_date}"
    # A date may be asked of a table, and then it is that table which decides.
    return f"select * from (select {begin} as date_{part}) as spine where date_{part} < {end}"  # noqa: S608


def pivot(given: list[Value], named: Values) -> Value:
    """A column for each value that a column may have; one marker where the values are not known."""
    column = shown(named.get("column", given[0] if given else UNKNOWN))
    values = named.get("values", given[1] if len(given) > 1 else UNKNOWN)
    aggregate = shown(named.get("agg", "sum"))
    counted, other = (
        shown(named.get(word, default)) for word, default in (("then_value", 1), ("else_value", 0))
    )
    if not column or not aggregate or counted is None or other is None:
        return UNKNOWN
    texts = [shown(one) for one in values] if isinstance(values, list) else []
    known = [one for one in texts if one is not None and not re.search(r"['\"]", one)]
    names = known if known and len(known) == len(texts) else ["${value}"]
    before, behind = (shown(named.get(word, "")) or "" for word in ("prefix", "suffix"))
    return bounded(
        ", ".join(
            f"{aggregate}(case when {column} = '{name}' then {counted} else {other} end) as \"{before}{name}{behind}\""
            for name in names
        )
    )
