"""What signs and functions of Terraform come to, of those without effect that names and regions are made with."""

import re
from collections.abc import Callable, Iterator, Mapping

from kuajing.readers.infrastructure.values import PLACE, Resource, Unknown, Value

LONGEST = 8192
"""Signs of the longest text that is put together."""
_DEEPEST = 8


def shown(part: Value) -> str:
    """A value inside a text."""
    if isinstance(part, bool):
        return "true" if part else "false"
    if isinstance(part, str | int | float):
        return str(part)
    if isinstance(part, Resource):
        return f"${{{'.'.join((part.key.rpartition('/')[2], *part.steps))}}}"
    return part.shown if isinstance(part, Unknown) else "${computed}"


def operate(sign: str, left: Value, right: Value) -> Value:
    """What a sign makes of two values, or of the one to its right; open where one of them is."""
    if sign in {"&&", "||"}:
        return _logical(left, right, decisive=sign == "||")
    if sign in {"==", "!="}:
        return _equal(left, right, is_wanted=sign == "==")
    waiting = next((Unknown(side.name) for side in (left, right) if isinstance(side, Unknown)), Unknown())
    if any("${" in str(one) or isinstance(one, Resource | Unknown) for one in (left, right)):
        return waiting
    if sign == "!":
        return not right if isinstance(right, bool) else waiting
    if isinstance(right, int) and (left is None or isinstance(left, int)):
        function = _SIGNS.get(sign)
        return function(left or 0, right) if function is not None else waiting
    return waiting


_SIGNS: Mapping[str, Callable[[int, int], Value]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    ">": lambda left, right: left > right,
    "<": lambda left, right: left < right,
    ">=": lambda left, right: left >= right,
    "<=": lambda left, right: left <= right,
}


def _equal(left: Value, right: Value, *, is_wanted: bool) -> Value:
    if {type(left), type(right)} == {Resource, type(None)}:
        # What a resource is called by is there.
        return not is_wanted
    if any("${" in str(one) or isinstance(one, Resource | Unknown) for one in (left, right)):
        return next((Unknown(side.name) for side in (left, right) if isinstance(side, Unknown)), Unknown())
    return (left == right) is is_wanted


def _logical(left: Value, right: Value, *, decisive: bool) -> Value:
    """Either side may decide alone."""
    if decisive in (left, right):
        return decisive
    if isinstance(left, bool) and isinstance(right, bool):
        return not decisive
    return next((Unknown(side.name) for side in (left, right) if isinstance(side, Unknown)), Unknown())


def _same(arguments: list[Value]) -> Value:
    return arguments[0]


def _first_told(arguments: list[Value]) -> Value:
    told = (one for one in arguments if one is not None and one != "" and not isinstance(one, Unknown))
    waiting = next((one for one in arguments if isinstance(one, Unknown)), None)
    # What is still open comes first where it stands first: it may turn out to be told.
    if waiting is not None and arguments.index(waiting) == 0:
        return waiting
    return next(told, waiting)


def _try(arguments: list[Value]) -> Value:
    """The first that does not ask for what is not there."""
    return next((one for one in arguments if not _is_missing(one)), Unknown())


def _is_missing(value: Value) -> bool:
    items = value if isinstance(value, tuple) else (value,)
    return any(isinstance(one, Unknown) and one.is_missing for one in items)


def _lookup(arguments: list[Value]) -> Value:
    held, key = arguments[0], arguments[1] if len(arguments) > 1 else None
    if isinstance(key, Unknown) or isinstance(held, Unknown):
        return key if isinstance(key, Unknown) else held
    if isinstance(held, Mapping) and isinstance(key, str):
        return held[key] if key in held else (arguments[2] if len(arguments) > 2 else Unknown())  # noqa: PLR2004
    return Unknown()


def _join(arguments: list[Value]) -> Value:
    separator, *rest = arguments
    items = [item for one in rest for item in (one if isinstance(one, tuple) else (one,))]
    told = separator.join(shown(item) for item in items) if isinstance(separator, str) else ""
    return told if told and len(told) <= LONGEST else Unknown()


def _format(arguments: list[Value]) -> Value:
    shape, *rest = arguments
    marks = re.findall(r"%[sdv]", shape) if isinstance(shape, str) else []
    if not isinstance(shape, str) or shape.count("%") != len(marks) or len(marks) != len(rest):
        return Unknown()
    pieces = re.split(r"%[sdv]", shape)
    told = "".join(piece + (shown(rest[at]) if at < len(rest) else "") for at, piece in enumerate(pieces))
    return told if len(told) <= LONGEST else Unknown()


def _merge(arguments: list[Value]) -> Value:
    merged: dict[str, Value] = {}
    for one in arguments:
        if isinstance(one, Mapping):
            merged |= one
    return merged


def _lower(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return told.lower() if isinstance(told, str) and "${" not in told else told


def _upper(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return told.upper() if isinstance(told, str) and "${" not in told else told


def _title(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return told.title() if isinstance(told, str) and "${" not in told else told


def _length(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    if isinstance(told, str):
        return Unknown() if "${" in told else len(told)
    return len(told) - (PLACE in told) if isinstance(told, tuple | Mapping) else _open(told)


def _keys(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return tuple(key for key in told if key != PLACE) if isinstance(told, Mapping) else _open(told)


def _values(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return (
        tuple(one for key, one in told.items() if key != PLACE) if isinstance(told, Mapping) else _open(told)
    )


def _flatten(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return tuple(_flat(told, _DEEPEST)) if isinstance(told, tuple) else _open(told)


def _flat(value: Value, depth: int) -> Iterator[Value]:
    for one in value if isinstance(value, tuple) else ():
        if isinstance(one, tuple) and depth:
            yield from _flat(one, depth - 1)
        else:
            yield one


def _concat(arguments: list[Value]) -> Value:
    waiting = next((one for one in arguments if isinstance(one, Unknown)), None)
    if waiting is not None:
        return waiting
    return tuple(item for one in arguments for item in (one if isinstance(one, tuple) else (one,)))


def _element(arguments: list[Value]) -> Value:
    told, *rest = arguments
    place = rest[0] if rest else None
    if isinstance(told, tuple) and told and isinstance(place, int):
        return told[place % len(told)]
    return _open(told) if not isinstance(told, Resource) else told


def _compact(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return tuple(one for one in told if one not in (None, "")) if isinstance(told, tuple) else _open(told)


def _contains(arguments: list[Value]) -> Value:
    held, *rest = arguments
    if not isinstance(held, tuple) or not rest or any(isinstance(one, Unknown) for one in (*held, *rest)):
        return _open(held)
    return rest[0] in held


def _first_full(arguments: list[Value]) -> Value:
    for one in arguments:
        if isinstance(one, Unknown | Resource) or (isinstance(one, tuple) and one):
            return one
    return Unknown()


def _boolean(arguments: list[Value]) -> Value:
    """A truth, also where it is written as a word; of anything else `try` takes what stands next."""
    (told, *_) = arguments
    if isinstance(told, bool):
        return told
    words: dict[Value, Value] = {"true": True, "false": False}
    return words.get(told, Unknown(is_missing=True)) if isinstance(told, str) else _open(told)


def _one(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    return next(iter(told), None) if isinstance(told, tuple) else told


def _set(arguments: list[Value]) -> Value:
    (told, *_) = arguments
    hashable = isinstance(told, tuple) and all(isinstance(one, str | int) for one in told)
    return tuple(dict.fromkeys(told)) if hashable and isinstance(told, tuple) else told


def _open(told: Value) -> Unknown:
    return told if isinstance(told, Unknown) else Unknown()


FUNCTIONS: Mapping[str, Callable[[list[Value]], Value]] = {
    "coalesce": _first_told,
    "format": _format,
    "join": _join,
    "jsonencode": _same,
    "lookup": _lookup,
    "lower": _lower,
    "merge": _merge,
    "nonsensitive": _same,
    "one": _one,
    "tolist": _same,
    "tomap": _same,
    "toset": _set,
    "tostring": _same,
    "trimspace": _same,
    "try": _try,
    "upper": _upper,
    "title": _title,
    "length": _length,
    "keys": _keys,
    "values": _values,
    "flatten": _flatten,
    "concat": _concat,
    "element": _element,
    "compact": _compact,
    "contains": _contains,
    "coalescelist": _first_full,
    "tobool": _boolean,
    "sensitive": _same,
}
