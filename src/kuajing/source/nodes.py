"""A parsed text with the place of every value: what YAML and JSON are read into."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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

    def with_values(
        self,
        put: Callable[[str, Scalar], Scalar],
        key: str = "",
        under: Callable[[str, str], str] = lambda _, inner: inner,
    ) -> "Mapping":
        """The same tree with other single values, each as `put` makes it of the key it stands under.

        That is the innermost key, unless `under` makes another of the outer and the inner one; `key` stands around the whole.
        """
        entries = tuple(
            (name, _with_values(value, put, under(key, name.text), under)) for name, value in self.entries
        )
        return replace(self, entries=entries)

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


def rebuilt(node: Node, scalar: Callable[[Scalar], Scalar], place: Callable[[Location], Location]) -> Node:
    """A tree of the same shape: keys and single values as `scalar` makes them, lists and mappings where `place` puts them."""
    match node:
        case Mapping():
            entries = tuple((scalar(key), rebuilt(value, scalar, place)) for key, value in node.entries)
            return Mapping(entries, place(node.location))
        case Sequence():
            items = tuple(rebuilt(item, scalar, place) for item in node.items)
            return Sequence(items, place(node.location))
        case Scalar():
            return scalar(node)


def relocated(node: Node, place: Callable[[Location], Location]) -> Node:
    """The same tree with everything in it, keys too, where `place` puts it."""
    return rebuilt(node, lambda one: Scalar(one.value, place(one.location), one.text), place)


def _with_values(
    node: Node, put: Callable[[str, Scalar], Scalar], key: str, under: Callable[[str, str], str]
) -> Node:
    match node:
        case Mapping():
            return node.with_values(put, key, under)
        case Sequence():
            return replace(node, items=tuple(_with_values(item, put, key, under) for item in node.items))
        case Scalar():
            return put(key, node)
