"""Where each value of a declaration stands, by the words that an explanation calls it: `flows[crm-to-us].necessary`."""

from collections.abc import Iterable, Iterator

from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_KEYED = ("handlers", "recipients", "systems", "datasets", "populations")
_LISTED = {"flows": "id", "approvals": "id", "counts": "flow"}
"""Sections that are lists, with the key that tells their entries apart."""


def key_places(documents: Iterable[Node]) -> dict[str, Location]:
    """The place of each entry and of each key below it; of counts of one flow the last one written."""
    places: dict[str, Location] = {}
    for document in documents:
        if not isinstance(document, Mapping):
            continue
        for name, section in document:
            if name in _KEYED and isinstance(section, Mapping):
                for key, entry in section.entries:
                    places.update(_below(f"{name}.{key.text}", key.location, entry))
            elif name in _LISTED and isinstance(section, Sequence):
                for entry in section.items:
                    called = _called(entry, _LISTED[name])
                    if called is not None:
                        places.update(_below(f"{name}[{called}]", entry.location, entry))
    return places


def _called(entry: Node, key: str) -> str | None:
    value = entry.get(key) if isinstance(entry, Mapping) else None
    return str(value.value) if isinstance(value, Scalar) else None


def _below(path: str, location: Location, node: Node) -> Iterator[tuple[str, Location]]:
    yield path, location
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _below(f"{path}.{key.text}", key.location, value)
