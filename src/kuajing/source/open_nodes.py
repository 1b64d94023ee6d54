"""Lists and mappings whose end has not come yet; with a stack of them no reader needs recursion."""

from dataclasses import dataclass, field

from kuajing.source.guard import Guard
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Built:
    """A finished node with the number of nodes it stands for and how deep it goes."""

    node: Node
    weight: int = 1
    height: int = 0


@dataclass(slots=True)
class OpenSequence:
    """A list whose end has not come yet."""

    location: Location
    anchor: str | None
    in_flow: bool
    items: list[Node] = field(default_factory=list)
    weight: int = 1
    height: int = 0

    def add(self, built: Built) -> None:
        """One more item."""
        self.items.append(built.node)
        self.weight += built.weight
        self.height = max(self.height, built.height)

    def close(self) -> Built:
        """The list as a node."""
        return Built(Sequence(tuple(self.items), self.location), self.weight, self.height + 1)


@dataclass(slots=True)
class OpenMapping:
    """A mapping whose end has not come yet; `key` waits for its value."""

    location: Location
    anchor: str | None
    in_flow: bool
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    merges: list[tuple[int, Scalar, Node]] = field(default_factory=list)
    seen: dict[str, Location] = field(default_factory=dict)
    key: Scalar | None = None
    key_merges: bool = False
    weight: int = 1
    height: int = 0

    def begin(self, key: Scalar, *, merges: bool) -> Location | None:
        """Take a key; the place of an earlier equal one, which then keeps its value, or None."""
        self.key, self.key_merges = key, merges
        first = self.seen.setdefault(key.text, key.location)
        return first if first != key.location else None

    def again(self, key: Scalar) -> None:
        """Take a key that counts more than an earlier equal one."""
        self.key, self.key_merges = key, False
        self.seen[key.text] = key.location

    def add(self, built: Built) -> None:
        """The value of the waiting key."""
        key = self.key
        if key is None:
            raise AssertionError("a value came before its key")
        if self.key_merges:
            self.merges.append((len(self.entries), key, built.node))
        elif self.seen[key.text] == key.location:
            self.entries.append((key, built.node))
        self.weight += built.weight + 1
        self.height = max(self.height, built.height)
        self.key = None

    def close(self, guard: Guard) -> tuple[Built, tuple[Location, ...]]:
        """The mapping as a node, and the places of merge keys whose value is no mapping."""
        entries = self.entries
        if len(entries) > len(self.seen):
            entries = [(key, value) for key, value in entries if self.seen[key.text] == key.location]
        faults: tuple[Location, ...] = ()
        if self.merges:
            entries, faults = _merged(entries, self.merges, guard)
        return Built(Mapping(tuple(entries), self.location), self.weight, self.height + 1), faults


def _merged(
    own: list[tuple[Scalar, Node]], merges: list[tuple[int, Scalar, Node]], guard: Guard
) -> tuple[list[tuple[Scalar, Node]], tuple[Location, ...]]:
    """Entries with the merged ones where their key stood: own ones win, then the mapping named first."""
    taken = {key.text for key, _ in own}
    faults: list[Location] = []
    entries: list[tuple[Scalar, Node]] = []
    begin = 0
    for position, key, value in merges:
        entries += own[begin:position]
        begin = position
        for mapping in value.items if isinstance(value, Sequence) else (value,):
            if not isinstance(mapping, Mapping):
                faults.append(key.location)
                continue
            guard.merge(key.location, len(mapping.entries))
            fresh = [entry for entry in mapping.entries if entry[0].text not in taken]
            taken.update(entry[0].text for entry in fresh)
            entries += fresh
    return entries + own[begin:], tuple(faults)
