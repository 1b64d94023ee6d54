"""Nodes as the plain values that the models read, and the parts of a document one after the other."""

from collections.abc import Iterator

from kuajing.readers.declaration.faults import BLANK
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

EACH = "*"


def plain(node: Node) -> object:
    """The values of a node; one left empty is BLANK, so that it is not taken for a written `null`."""
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return BLANK if node.value is None and not node.text else node.value


def entries(document: Mapping, section: str) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of a section that is a mapping, none where it is absent or something else."""
    node = document.get(section)
    return node.entries if isinstance(node, Mapping) else ()


def rows(document: Mapping, section: str) -> tuple[Node, ...]:
    """The rows of a section that is a list, none where it is absent or something else."""
    node = document.get(section)
    return node.items if isinstance(node, Sequence) else ()


def words_at(node: Node, path: tuple[str, ...]) -> Iterator[Scalar]:
    """The texts at a path of keys, `*` standing for every value or item; `unknown` is none."""
    if not path:
        if isinstance(node, Scalar) and isinstance(node.value, str) and node.value != "unknown":
            yield node
        return
    below: tuple[Node | None, ...] = ()
    if isinstance(node, Mapping):
        below = tuple(value for _, value in node.entries) if path[0] == EACH else (node.get(path[0]),)
    elif isinstance(node, Sequence) and path[0] == EACH:
        below = node.items
    for value in below:
        if value is not None:
            yield from words_at(value, path[1:])
