"""The parameter of a plugin: its connections, and the values under its keys, of whatever shape they stand in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.readers.datax.plugins import KeyPath
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Block:
    """One connection, and the parameter that says what the connection leaves open."""

    connection: Mapping
    parameter: Mapping

    def value(self, key: KeyPath) -> Node | None:
        """What stands under the keys, in the connection or else in the parameter."""
        for start in (self.connection, self.parameter):
            node: Node | None = start
            for name in key:
                node = _opened(node)
                node = node.get(name) if isinstance(node, Mapping) else None
            if node is not None:
                return node
        return None

    def first(self, key: str | None) -> Scalar | None:
        """The first text or number under a key that is not blank."""
        texts = scalars(self.value((key,))) if key is not None else iter(())
        return next((text for text in texts if str(text.value).strip()), None)

    def said(self, keys: tuple[str, ...]) -> str | None:
        """The first text under the first of the keys that has one."""
        found = next((text for key in keys if (text := self.first(key)) is not None), None)
        return str(found.value).strip() if found is not None else None


def blocks_of(parameter: Mapping) -> tuple[Block, ...]:
    """The connections of a parameter; a parameter without any is its own."""
    connections = parameter.get("connection")
    items = connections.items if isinstance(connections, Sequence) else (connections,)
    blocks = tuple(Block(item, parameter) for item in items if isinstance(item, Mapping))
    return blocks or (Block(parameter, parameter),)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """The texts and numbers of a list, or the one that stands alone."""
    for item in node.items if isinstance(node, Sequence) else (node,):
        if (
            isinstance(item, Scalar)
            and isinstance(item.value, str | int)
            and not isinstance(item.value, bool)
        ):
            yield item


def _opened(node: Node | None) -> Node | None:
    """A mapping as it stands, or the texts of one that a string holds as JSON."""
    if (
        not isinstance(node, Scalar)
        or not isinstance(node.value, str)
        or not node.value.lstrip().startswith("{")
    ):
        return node
    try:
        held = json.loads(node.value)
    except (ValueError, RecursionError):
        return node
    place = node.location
    entries = tuple(
        (Scalar(key, place, key), Scalar(value, place, value))
        for key, value in held.items()
        if isinstance(value, str)
    )
    return Mapping(entries, place)
