"""Values that a Jinja text itself writes down: strings, numbers, lists, mappings and tables; everything else is unknown."""

from dataclasses import dataclass
from enum import Enum

LONGEST_STRING = 20_000
MOST_ITEMS = 500
"""How many items a list may hold, those of the lists within it counted."""
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Relation:
    """A table that `ref`, `source` or `this` names."""

    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name, perhaps dotted, that the text itself gives no value: what is called by it decides."""

    path: str


class Unknown(Enum):
    """What only the run knows."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
Plain = str | int | float | bool | None | Relation | Named | Unknown
Value = Plain | list["Value"] | dict[str, "Value"]
Values = dict[str, Value]


def truth(value: Value) -> bool | None:
    """Whether a condition holds, None where nobody knows."""
    if isinstance(value, Relation):
        return True
    return None if isinstance(value, Named | Unknown) else bool(value)


def shown(value: Value) -> str | None:
    """What a value puts into the text, None where it is not known or no single word."""
    if isinstance(value, Relation):
        return value.name
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | float):
        return str(value)
    return None


def bounded(value: Value, most: int = MOST_ITEMS) -> Value:
    """The value, unknown where it has grown too large or too deep to be what somebody wrote down."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST_STRING else UNKNOWN
    return value if _room_left(value, most, DEEPEST) >= 0 else UNKNOWN


def _room_left(value: Value, room: int, depth: int) -> int:
    """How many more items would fit beside a value; below 0 where the value itself does not."""
    if isinstance(value, list | dict):
        if depth == 0:
            return -1
        for one in value.values() if isinstance(value, dict) else value:
            room = _room_left(one, room - 1, depth - 1)
            if room < 0:
                break
    return room


def is_open(value: Value) -> bool:
    """Whether a value, or one within it, is not known."""
    return isinstance(value, Named | Unknown) or (isinstance(value, list) and any(map(is_open, value)))
