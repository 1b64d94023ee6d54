"""A parsed text with the place of every value: what YAML and JSON are read into."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kuajing.source.location import Location

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; `text` is what stood in the source, before it was given a type."""

    value: bool | int | float | str | None
    location: Location
    text: str = ""

    def plain(self) -> Plain:
        """The value alone."""
        return self.value


@dataclass(frozen=True, slots=True)
class Sequence:
    """Values in order."""

    items: "tuple[Node, ...]"
    location: Location

    def plain(self) -> Plain:
        """The values as a list."""
        return [item.plain() for item in self.items]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the source; keys are strings and stand once."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    location: Location

    def plain(self) -> Plain:
        """The entries as a dict."""
        return {key.text: value.plain() for key, value in self.entries}

    def get(self, name: str) -> "Node | None":
        """The value under a key, None where the key is absent."""
        return next((value for key, value in self.entries if key.text == name), None)

    def key(self, name: str) -> Scalar | None:
        """The key itself, for its place."""
        return next((key for key, _ in self.entries if key.text == name), None)

    def __iter__(self) -> "Iterator[tuple[str, Node]]":
        return ((key.text, value) for key, value in self.entries)


Node: TypeAlias = Scalar | Sequence | Mapping

_NOWHERE = Location("", 0, 0)


def from_plain(plain: Plain) -> Node:
    """The node of plain values, of which no place is known."""
    match plain:
        case dict():
            entries = ((Scalar(key, _NOWHERE, key), from_plain(value)) for key, value in plain.items())
            return Mapping(tuple(entries), _NOWHERE)
        case list():
            return Sequence(tuple(map(from_plain, plain)), _NOWHERE)
        case _:
            return Scalar(plain, _NOWHERE, "" if plain is None else str(plain))
