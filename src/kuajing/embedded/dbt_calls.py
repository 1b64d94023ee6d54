"""What the macros that every dbt project may call put into a text: tables, queries over them, expressions over columns."""

import re
from collections.abc import Callable

from kuajing.embedded.dbt_queries import deduplicated, pivot, spine, star, union
from kuajing.embedded.jinja_values import UNKNOWN, Relation, Value, Values, bounded, shown

_PACKAGES = ("dbt_utils.", "dbt.", "dbt_date.", "fivetran_utils.", "")
_NAME = re.compile(r"[\w$]+")
_COLUMN = re.compile(r"[\w.$\"`\[\]]+")
_MOST_COLUMNS = 99
_KNOWN_BARE = frozenset({"star", "surrogate_key", "generate_surrogate_key", "group_by"})
"""Macros that projects also call without the name of their package."""


def is_known(path: str) -> bool:
    """Whether what is called by a name may give something known."""
    name = path.rsplit(".", maxsplit=1)[-1]
    return path in _OF_JINJA or name in _OVER_COLUMNS or name in _OF_DBT


def called(path: str, given: list[Value], named: Values) -> Value:
    """What a call of Jinja or of dbt gives; unknown where another project decides."""
    package = next(one for one in _PACKAGES if path.startswith(one))
    name = path.removeprefix(package)
    if package == "" and name in _OF_JINJA:
        return _OF_JINJA[name](given, named)
    if package == "" and name not in _KNOWN_BARE:
        return UNKNOWN
    if name in _OVER_COLUMNS:
        return _over_columns(name, given, named)
    known = _OF_DBT.get(name)
    return known(given, named) if known is not None else UNKNOWN


def _ref(given: list[Value], named: Values) -> Value:
    """The table of a model; a version is part of the name of its file."""
    name = given[-1] if given else None
    version = shown(named.get("v", named.get("version")))
    return _relation([name if version is None else f"{name}_v{version}"])


def _source(given: list[Value], _: Values) -> Value:
    return _relation(given) if len(given) > 1 else UNKNOWN


def _relation(parts: list[Value]) -> Value:
    names = [one for one in parts if isinstance(one, str) and _NAME.fullmatch(one)]
    return Relation(".".join(names)) if names and len(names) == len(parts) else UNKNOWN


def _range(given: list[Value], _: Values) -> Value:
    bounds = [one for one in given if isinstance(one, int)]
    if len(bounds) != len(given) or not 1 <= len(bounds) <= 3 or 0 in bounds[2:]:  # noqa: PLR2004  as Python's own
        return UNKNOWN
    found = range(*bounds)
    return bounded(list(found)) if len(found) <= _MOST_COLUMNS * 5 else UNKNOWN


def _namespace(_: list[Value], named: Values) -> Value:
    return named


def _key(given: list[Value], named: Values) -> Value:
    """A key made of columns; no other value reaches it."""
    columns = named.get("field_list", given[0] if given else UNKNOWN)
    columns = columns if isinstance(columns, list) else given
    names = [one for one in columns if isinstance(one, str)]
    return f"md5(concat({', '.join(names)}))" if names and len(names) == len(columns) else UNKNOWN


def _group_by(given: list[Value], named: Values) -> Value:
    count = named.get("n", given[0] if given else UNKNOWN)
    if not isinstance(count, int) or not 1 <= count <= _MOST_COLUMNS:
        return UNKNOWN
    return "group by " + ", ".join(str(number + 1) for number in range(count))


def _quoted(given: list[Value], _: Values) -> Value:
    """A name between quotes that every dialect may drop: the bare name."""
    return given[0] if given and isinstance(given[0], str) and _COLUMN.fullmatch(given[0]) else UNKNOWN


def _slug(given: list[Value], _: Values) -> Value:
    """A text as a name."""
    text = shown(given[0]) if given else None
    if text is None:
        return UNKNOWN
    slug = re.sub(r"[^a-z0-9_]+", "", re.sub(r"[ -]+", "_", text.lower()))
    return f"_{slug}" if slug[:1].isdecimal() else slug


def _string(given: list[Value], _: Values) -> Value:
    text = shown(given[0]) if given else None
    return f"'{text}'" if text is not None and "'" not in text else UNKNOWN


def _type(word: str) -> Callable[[list[Value], Values], Value]:
    def put(_: list[Value], __: Values) -> Value:
        return word

    return put


def _cast(given: list[Value], named: Values) -> Value:
    field, kind = _columns(["field", "type"], (0, 1), given, named)
    return (
        f"cast({field} as {kind})"
        if field and kind and re.fullmatch(r"[\w ()]+,?[\w ()]*", kind)
        else UNKNOWN
    )


def _over_columns(name: str, given: list[Value], named: Values) -> Value:
    """An expression over those of the values given that are expressions themselves; the others are parts of a date."""
    words, places = _OVER_COLUMNS[name]
    if given and isinstance(given[0], list):
        given = given[0]
        places = tuple(range(len(given)))
    elif not words:
        places = tuple(range(len(given)))
    found = _columns(list(words), places, given, named)
    texts = [one for one in found if one]
    return (
        f"{_SAID_AS.get(name, name)}({', '.join(texts)})" if texts and len(texts) == len(found) else UNKNOWN
    )


def _columns(
    words: list[str], places: tuple[int, ...], given: list[Value], named: Values
) -> list[str | None]:
    return [
        shown(given[place])
        if place < len(given)
        else shown(named.get(words[index], UNKNOWN))
        if index < len(words)
        else None
        for index, place in enumerate(places)
    ]


_OVER_COLUMNS: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    "any_value": (("expression",), (0,)),
    "bool_or": (("expression",), (0,)),
    "cast_bool_to_text": (("field",), (0,)),
    "concat": ((), ()),
    "date_trunc": (("date",), (1,)),
    "dateadd": (("interval", "from_date_or_timestamp"), (1, 2)),
    "datediff": (("first_date", "second_date"), (0, 1)),
    "get_url_host": (("field",), (0,)),
    "get_url_parameter": (("field",), (0,)),
    "get_url_path": (("field",), (0,)),
    "hash": (("field",), (0,)),
    "last_day": (("date",), (0,)),
    "length": (("expression",), (0,)),
    "listagg": (("measure",), (0,)),
    "replace": (("field",), (0,)),
    "right": (("string_text",), (0,)),
    "safe_add": ((), ()),
    "safe_divide": (("numerator", "denominator"), (0, 1)),
    "safe_subtract": ((), ()),
    "split_part": (("string_text",), (0,)),
}
"""By the name of a macro, how and where it is given expressions; none where all that it is given are."""
_SAID_AS = {
    "cast_bool_to_text": "lower", "date_trunc": "dbt_date_trunc", "dateadd": "dbt_dateadd", "datediff": "dbt_datediff",
    "hash": "md5", "listagg": "max", "any_value": "max", "bool_or": "max", "last_day": "dbt_last_day",
    "replace": "dbt_replace", "right": "dbt_right", "split_part": "dbt_split_part",
}  # fmt: skip
"""What such an expression is read as, so that it is read in every dialect."""
_OF_JINJA: dict[str, Callable[[list[Value], Values], Value]] = {
    "namespace": _namespace,
    "range": _range,
    "ref": _ref,
    "source": _source,
    "adapter.quote": _quoted,
}
_OF_DBT: dict[str, Callable[[list[Value], Values], Value]] = {
    "cast": _cast,
    "current_timestamp": _type("current_timestamp"),
    "date_spine": spine,
    "deduplicate": deduplicated,
    "generate_surrogate_key": _key,
    "group_by": _group_by,
    "pivot": pivot,
    "safe_cast": _cast,
    "slugify": _slug,
    "star": star,
    "string_literal": _string,
    "surrogate_key": _key,
    "type_bigint": _type("bigint"),
    "type_boolean": _type("boolean"),
    "type_float": _type("float"),
    "type_int": _type("int"),
    "type_numeric": _type("numeric"),
    "type_string": _type("varchar"),
    "type_timestamp": _type("timestamp"),
    "union_relations": union,
}
