"""Which tables and columns a transfer takes: what the grammars of the services come to."""

from collections.abc import Mapping
from dataclasses import dataclass

from kuajing.readers.infrastructure.values import Value
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json

Path = tuple[str, ...]
ALL = "*"


@dataclass(frozen=True, slots=True)
class Selected:
    """Tables that a transfer takes; the last part of a path may hold `*`, which stands for any name.

    `columns` are pairs of names where the selection lists them all, else None. `renamed` and `dropped` are what it
    says of single columns.
    """

    source: Path
    target: Path
    columns: tuple[tuple[str, str], ...] | None = None
    renamed: tuple[tuple[str, str], ...] = ()
    dropped: frozenset[str] = frozenset()


EVERYTHING = Selected((ALL,), (ALL,))


def as_mapping(value: Value) -> Value:
    """A mapping that is written as JSON, or as it stands; None where it is neither."""
    if isinstance(value, str):
        try:
            return plain_value(parse_json("", value).plain())
        except InputErrors:
            return None
    return value if isinstance(value, Mapping | tuple) else None


def plain_value(value: object) -> Value:
    """Plain JSON as a value."""
    if isinstance(value, dict):
        return {str(key): plain_value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(plain_value(item) for item in value)
    return value if isinstance(value, str | int | float | bool) else None
