"""What is written to what it means: objects merged, the last value of a key taken, `${path}` of the same text filled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kuajing.readers.seatunnel.written import Fields, Items, Joined, Substitution, Words, Written
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_DEEPEST = 24
"""Below this no `${path}` is filled, so that those which name themselves come to an end."""
_MOST_FILLED = 1 << 17


@dataclass(slots=True)
class Settler:
    """Settles the values of one text; a substitution is looked up from its root, and stays where nothing is found."""

    root: Fields
    filled: int = field(default=0)

    def node(self, written: Written, level: int = 0) -> Node:
        """The value that something written means; all scalars are texts."""
        match written:
            case Words():
                return _scalar(written.text, written.location)
            case Substitution():
                found = self._looked_up(written, level)
                return _scalar(written.text, written.location) if found is None else found
            case Items():
                return Sequence(tuple(self.node(item, level + 1) for item in written.items), written.location)
            case Fields():
                entries = ((key, self.node(value, level + 1)) for key, value in written.entries)
                return merged(entries, written.location)
            case Joined():
                return self._joined([self.node(part, level + 1) for part in written.parts], written.location)

    def _joined(self, parts: list[Node], location: Location) -> Node:
        mappings = [part for part in parts if isinstance(part, Mapping)]
        if mappings:
            entries = (
                (Words(key.text, key.location), value) for part in mappings for key, value in part.entries
            )
            return merged(entries, location)
        if any(isinstance(part, Sequence) for part in parts):
            lists = [part.items if isinstance(part, Sequence) else (part,) for part in parts]
            return Sequence(tuple(item for items in lists for item in items if not _is_blank(item)), location)
        texts = [str(part.value) for part in parts if isinstance(part, Scalar) and part.value is not None]
        return _scalar("".join(texts).rstrip(), location)

    def _looked_up(self, substitution: Substitution, level: int) -> Node | None:
        found = self.found(substitution) if level < _DEEPEST else None
        return None if found is None else self.node(found, level + 1)

    def found(self, substitution: Substitution) -> Written | None:
        """What stands in the text for a substitution; None too where too much was put in already."""
        found = next(found_in(self.root, substitution.path), None)
        if found is not None:
            self.filled += _weight(found)
        return found if self.filled < _MOST_FILLED else None


def found_in(fields: Fields, path: str) -> Iterator[Written]:
    """What stands under a dotted path, the last first."""
    for key, value in reversed(fields.entries):
        name = key.text or ""
        if name == path:
            yield value
        elif path.startswith(f"{name}.") and isinstance(value, Fields):
            yield from found_in(value, path[len(name) + 1 :])


def merged(entries: Iterable[tuple[Words, Node]], location: Location) -> Mapping:
    """The entries with each key once: the last value counts, objects under one key are put together."""
    found: dict[str, tuple[Scalar, Node]] = {}
    for key, value in entries:
        name = key.text or ""
        before = found[name][1] if name in found else None
        found[name] = (Scalar(name, key.location, name), _together(before, value))
    return Mapping(tuple(found.values()), location)


def _together(before: Node | None, value: Node) -> Node:
    if not isinstance(before, Mapping) or not isinstance(value, Mapping):
        return value
    pairs = ((Words(key.text, key.location), node) for one in (before, value) for key, node in one.entries)
    return merged(pairs, before.location)


def _weight(written: Written) -> int:
    match written:
        case Items():
            return 1 + sum(map(_weight, written.items))
        case Fields():
            return 1 + sum(_weight(value) for _, value in written.entries)
        case Joined():
            return sum(map(_weight, written.parts))
        case _:
            return 1


def _scalar(text: str | None, location: Location) -> Scalar:
    return Scalar(text, location, text or "")


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not str(node.value or "").strip()
