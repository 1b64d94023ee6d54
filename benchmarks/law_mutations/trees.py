"""Trees of the law's data: what stands in a node, and the same tree with one node changed."""

from collections.abc import Iterator

from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Scalar, Sequence


def with_node(node: Node, target: Node, new: Node | None) -> Node:
    """The tree with one node replaced, or taken out of its list, wherever it is referred to."""
    if node is target and new is not None:
        return new
    if isinstance(node, Sequence):
        kept = (item for item in node.items if item is not target or new is not None)
        return Sequence(tuple(with_node(item, target, new) for item in kept), node.location)
    if isinstance(node, Entries):
        return Entries(
            tuple((key, with_node(value, target, new)) for key, value in node.entries), node.location
        )
    return node


def scalar(node: Node, value: int | str) -> Scalar:
    """A value in the place of another."""
    return Scalar(value, node.location, str(value))


def under(name: str, node: Node) -> Entries:
    """A node under one key."""
    return Entries(((scalar(node, name), node),), node.location)


def text(node: Node | None) -> str:
    """What a scalar says; nothing for what is none."""
    return node.text if isinstance(node, Scalar) else ""


def value(node: Node) -> object:
    """The value of a scalar; None for what is none."""
    return node.value if isinstance(node, Scalar) else None


def whole(node: Node) -> int:
    """The whole number that a scalar says."""
    number = value(node)
    if not isinstance(number, int):
        raise TypeError(f"{node.location}: a number is expected")
    return number


def words(node: Node) -> Iterator[str]:
    """All that scalars below a node say."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from words(item)
    else:
        for _, inner in node.entries:
            yield from words(inner)


def told(node: Node) -> str:
    """A part of the data on one line: by its name if it has one, else as it stands."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return f"[{', '.join(map(told, node.items))}]"
    named = node.get("id") or node.get("key") or node.get("from")
    return ", ".join(f"{name} {told(inner)}" for name, inner in node) if named is None else told(named)
