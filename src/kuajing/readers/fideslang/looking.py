"""Looks into nodes of a map: only the keys asked for are read, and what is of another shape is noted."""

import re
from collections.abc import Iterator

from kuajing.readers.fideslang.entries import Note, Word
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_KEY = re.compile(r"[A-Za-z0-9_.<>-]{1,200}")
_LONGEST = 500


def is_nothing(node: Node | None) -> bool:
    """Whether nothing stands there."""
    return node is None or (isinstance(node, Scalar) and node.value is None)


def text(node: Node | None) -> str:
    """A text on one line, empty where none stands."""
    if not isinstance(node, Scalar) or node.value is None:
        return ""
    return " ".join(str(node.text or node.value).split())[:_LONGEST]


def key_of(entry: Mapping) -> str | None:
    """The key by which other entries name this one."""
    return as_key(entry.get("fides_key"))


def as_key(node: Node | None) -> str | None:
    """A key as Fides allows it, None for anything else."""
    found = text(node)
    return found if _KEY.fullmatch(found) else None


def mappings(node: Node | None, name: str, notes: list[Note]) -> Iterator[Mapping]:
    """The mappings of a list; a mapping alone counts as a list of one."""
    if isinstance(node, Mapping):
        yield node
        return
    if isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Mapping):
                yield item
            elif not is_nothing(item):
                notes.append(Note(name, item.location))
    elif node is not None and not is_nothing(node):
        notes.append(Note(name, node.location))


def words(entry: Mapping, name: str, notes: list[Note]) -> tuple[Word, ...]:
    """The keys that a list under a name holds; one alone counts as a list of one."""
    node = entry.get(name)
    if is_nothing(node):
        return ()
    found: list[Word] = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        key = as_key(item)
        if key is not None and item is not None:
            found.append((key, item.location))
        elif item is not None:
            notes.append(Note(name, item.location))
    return tuple(found)


def at(entry: Mapping, name: str) -> Note:
    """A note about what stands, or should stand, under a name."""
    node = entry.get(name)
    return Note(name, entry.location if node is None else node.location)


def inside(entry: Mapping, *names: str) -> Mapping | None:
    """The first mapping that stands under one of the names."""
    found = (entry.get(name) for name in names)
    return next((node for node in found if isinstance(node, Mapping)), None)
