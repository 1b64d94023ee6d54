"""What the operators, filters and methods of Jinja make of known values; of anything unknown they make nothing known."""

from collections.abc import Callable

from kuajing.embedded.jinja_values import (
    LONGEST_STRING,
    MOST_ITEMS,
    UNKNOWN,
    Named,
    Relation,
    Unknown,
    Value,
    bounded,
    is_open,
    shown,
)

_OF_TEXT: dict[str, Callable[[str], str]] = {
    "capitalize": str.capitalize,
    "lower": str.lower,
    "strip": str.strip,
    "title": str.title,
    "trim": str.strip,
    "upper": str.upper,
}

_MOST_WITHIN = 20
"""How many items a list may hold that is itself put into a list."""


def joined_texts(one: Value, other: Value) -> Value:
    """Two values as one text."""
    texts = shown(one), shown(other)
    return bounded(texts[0] + texts[1]) if texts[0] is not None and texts[1] is not None else UNKNOWN


def sum_of(one: Value, other: Value, sign: str) -> Value:
    """Two numbers, texts or lists with a sign between them."""
    if isinstance(one, int) and isinstance(other, int):
        return _of_numbers(one, other, sign)
    if sign != "+":
        return UNKNOWN
    if isinstance(one, str) and isinstance(other, str):
        return bounded(one + other)
    return bounded([*one, *other]) if isinstance(one, list) and isinstance(other, list) else UNKNOWN


def _of_numbers(one: int, other: int, sign: str) -> Value:
    if max(abs(one), abs(other)) > 10**9 or (sign in {"/", "//", "%"} and other == 0):
        return UNKNOWN
    return {
        "+": lambda: one + other,
        "-": lambda: one - other,
        "*": lambda: one * other,
        "//": lambda: one // other,
        "%": lambda: one % other,
    }.get(sign, lambda: UNKNOWN)()


def compared(one: Value, other: Value, sign: str) -> Value:
    """Whether two values stand in a relation to each other."""
    if sign in {"in", "not in"}:
        found = _holds(other, one)
        return UNKNOWN if found is None else found is (sign == "in")
    if is_open(one) or is_open(other):
        return UNKNOWN
    if sign in {"==", "!="}:
        return (one == other) is (sign == "==")
    if isinstance(one, int | float) and isinstance(other, int | float):
        return {"<": one < other, ">": one > other, "<=": one <= other, ">=": one >= other}[sign]
    return UNKNOWN


def _holds(whole: Value, part: Value) -> bool | None:
    if is_open(part):
        return None
    if isinstance(whole, str):
        return part in whole if isinstance(part, str) else None
    if isinstance(whole, dict):
        return part in whole if isinstance(part, str) else False
    if isinstance(whole, list):
        return True if part in whole else (None if is_open(whole) else False)
    return None


def tested(value: Value, word: str) -> Value:
    """Whether a value `is` what a word says."""
    if word == "defined":
        return UNKNOWN if isinstance(value, Named | Unknown) else True
    if isinstance(value, Named | Unknown):
        return UNKNOWN
    known = {
        "none": value is None,
        "string": isinstance(value, str),
        "mapping": isinstance(value, dict),
        "iterable": isinstance(value, str | list | dict),
        "sequence": isinstance(value, str | list | dict),
        "number": isinstance(value, int | float),
    }
    return known.get(word, UNKNOWN)


def member(value: Value, key: Value) -> Value:
    """What a value holds under a key."""
    if isinstance(value, dict):
        return value.get(key, UNKNOWN) if isinstance(key, str) else UNKNOWN
    if isinstance(value, list | str) and isinstance(key, int):
        return value[key] if -len(value) <= key < len(value) else UNKNOWN
    if isinstance(value, Relation) and key in {"name", "identifier", "table"}:
        return value.name.rsplit(".", maxsplit=1)[-1]
    return UNKNOWN


def applied(value: Value, name: str, given: list[Value]) -> Value:
    """What a method or filter makes of a value."""
    if isinstance(value, str):
        return _of_text(value, name, given)
    if isinstance(value, list):
        return _of_list(value, name, given)
    if isinstance(value, dict):
        return _of_mapping(value, name, given)
    if name == "string":
        text = shown(value)
        return text if text is not None else UNKNOWN
    return value if name in {"int", "round"} and isinstance(value, int) else UNKNOWN


def _of_text(value: str, name: str, given: list[Value]) -> Value:  # noqa: PLR0911  one answer for each name
    texts = [one for one in given if isinstance(one, str)]
    if len(texts) < len(given):
        return UNKNOWN
    if name in _OF_TEXT and not given:
        return bounded(_OF_TEXT[name](value))
    if name == "replace" and len(texts) > 1:
        is_short = len(value) * max(1, len(texts[1])) <= LONGEST_STRING * 50
        return bounded(value.replace(texts[0], texts[1])) if is_short else UNKNOWN
    if name in {"startswith", "endswith"} and texts:
        return value.startswith(texts[0]) if name == "startswith" else value.endswith(texts[0])
    if name == "split" and len(texts) == 1 and texts[0]:
        return bounded(list(value.split(texts[0], MOST_ITEMS)))
    if name == "join" and not given:
        return value
    if name in {"string", "safe", "as_text"}:
        return value
    if name in {"int", "as_number"} and value.isdecimal() and len(value) < 10:  # noqa: PLR2004  no longer number is counted with
        return int(value)
    return len(value) if name in {"length", "count"} and not given else UNKNOWN


def _of_list(value: list[Value], name: str, given: list[Value]) -> Value:  # noqa: PLR0911  one answer for each name
    if name == "append" and len(given) == 1:
        return _added(value, given[0])
    if name in {"length", "count"}:
        return len(value)
    if name in {"list", "unique"}:
        return list(value) if name == "list" or is_open(value) else _unlike(value)
    if name in {"first", "last"} and value:
        return value[0 if name == "first" else -1]
    if name == "join":
        texts = [shown(one) for one in value]
        sign = given[0] if given else ""
        known = [one for one in texts if one is not None]
        return bounded(sign.join(known)) if isinstance(sign, str) and len(known) == len(texts) else UNKNOWN
    if name == "sort" and all(isinstance(one, str) for one in value):
        return sorted(value, key=str)
    return [*reversed(value)] if name == "reverse" else UNKNOWN


def _added(value: list[Value], one: Value) -> Value:
    """Put a value at the end of a list; lists are put as they are now, so that none ever holds itself."""
    copy: Value = [*one] if isinstance(one, list) else {**one} if isinstance(one, dict) else one
    if len(value) < MOST_ITEMS and bounded(copy, _MOST_WITHIN) is not UNKNOWN:
        value.append(copy)
    return None


def _unlike(value: list[Value]) -> list[Value]:
    found: list[Value] = []
    for one in value:
        if one not in found:
            found.append(one)
    return found


def _of_mapping(  # noqa: PLR0911  one answer for each name
    value: dict[str, Value], name: str, given: list[Value]
) -> Value:
    if name == "items":
        return bounded([[key, one] for key, one in value.items()])
    if name in {"keys", "list"}:
        return list(value)
    if name == "values":
        return list(value.values())
    if name in {"length", "count"}:
        return len(value)
    if name == "get" and given and isinstance(given[0], str):
        return value.get(given[0], given[1] if len(given) > 1 else None)
    if name == "update" and len(given) == 1 and isinstance(given[0], dict):
        merged = bounded(value | given[0])
        if isinstance(merged, dict) and not any(isinstance(one, list | dict) for one in given[0].values()):
            value.update(merged)
        return None
    return UNKNOWN
