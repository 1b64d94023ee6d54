"""What expressions come to: plain values, references to resources, and what stays unknown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kuajing.source.location import Location

PLACE = "@"
"""The key under which a mapping made of a block keeps the block's place: no attribute is called so."""
OFF = "@off"
"""The key under which a mapping says that it only counts where a parameter is given another value than its own."""
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Resource:
    """A reference to a resource: its key, and what is asked of it."""

    key: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that no file tells; `name` is what it waits for, empty where it is computed.

    `is_missing` says that what is asked for is not there at all: `try` then takes what stands next.
    """

    name: str = ""
    is_missing: bool = False

    @property
    def shown(self) -> str:
        """The value as a placeholder."""
        return f"${{{self.name or 'computed'}}}"


Value: TypeAlias = "str | int | float | bool | tuple[Value, ...] | Mapping[str, Value] | Resource | Unknown | Location | None"


def at(value: Value, path: str) -> Iterator[Value]:
    """Every value under a path of names joined by dots; lists on the way are gone through one by one."""
    yield from _under(value, tuple(name for name in path.split(".") if name), _DEEPEST)


def _under(value: Value, names: tuple[str, ...], depth: int) -> Iterator[Value]:
    if isinstance(value, tuple):
        for item in value if depth else ():
            yield from _under(item, names, depth - 1)
    elif not names:
        if value is not None:
            yield value
    elif isinstance(value, Mapping):
        yield from _under(value.get(names[0]), names[1:], depth)
    elif isinstance(value, Unknown):
        yield Unknown(value.name)


def first(value: Value, path: str) -> Value:
    """The first value under a path, None where there is none."""
    return next(at(value, path), None)


def text(value: Value) -> str:
    """A value as text, an unknown one as a placeholder; empty where it is none."""
    if isinstance(value, Unknown):
        return value.shown
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def is_blank(value: Value) -> bool:
    """Whether a value says nothing: it is absent, or empty."""
    return value is None or (isinstance(value, str | tuple) and not value)


def is_settled(value: str) -> bool:
    """Whether a text is told to its end."""
    return bool(value) and "${" not in value


def inside(value: Value, steps: tuple[str, ...], name: str) -> Value:
    """What is asked of a value, step by step; what it does not hold waits under the whole name."""
    for at_step, step in enumerate(steps):
        if isinstance(value, Resource):
            return Resource(value.key, (*value.steps, *steps[at_step:]))
        if isinstance(value, Unknown):
            return value
        if isinstance(value, tuple) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, tuple) and not step.isdigit():
            value = tuple(inside(item, (step,), name) for item in value)
        elif isinstance(value, Mapping) and step in value:
            value = value[step]
        else:
            return Unknown(name, is_missing=isinstance(value, tuple | Mapping) or value is None)
    return value


def itemised(items: Value) -> tuple[tuple[str, Value], ...]:
    """The items of a list or map with their keys."""
    if isinstance(items, Mapping):
        return tuple((key, one) for key, one in items.items() if key != PLACE)
    return tuple((str(at_item), one) for at_item, one in enumerate(items)) if isinstance(items, tuple) else ()
