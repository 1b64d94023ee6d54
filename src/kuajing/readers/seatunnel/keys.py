"""What stands under the dotted keys of a plugin, of whatever shape."""

from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Keys:
    """A plugin or one of its tables; what it leaves open is asked of `outer`."""

    node: Mapping
    outer: "Keys | None" = None

    @property
    def location(self) -> Location:
        """Where it begins."""
        return self.node.location

    def value(self, key: str) -> Node | None:
        """What stands under a dotted key, in whichever way its parts are nested."""
        found = _value(self.node, key)
        return found if found is not None or self.outer is None else self.outer.value(key)

    def own(self, key: str) -> Node | None:
        """What stands under a dotted key here, not outside."""
        return _value(self.node, key)

    def texts(self, *keys: str) -> tuple[Scalar, ...]:
        """The texts under the first of the keys that holds any, alone or in a list; blank ones are left out."""
        for key in keys:
            found = tuple(scalars(self.value(key)))
            if found:
                return found
        return ()

    def text(self, *keys: str) -> str | None:
        """The first text under the first of the keys that holds one."""
        return next((str(found.value).strip() for found in self.texts(*keys)), None)

    def mapping(self, *keys: str) -> Mapping | None:
        """The object under the first of the keys that holds one."""
        return next((found for key in keys if isinstance(found := self.value(key), Mapping)), None)

    def mappings(self, key: str) -> tuple[Mapping, ...]:
        """The objects of a list, or the one that stands alone."""
        node = self.own(key)
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(item for item in items if isinstance(item, Mapping))


def scalars(node: Node | None) -> Iterator[Scalar]:
    """The texts of a list, or the one that stands alone, that are not blank."""
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Scalar) and item.value is not None and str(item.value).strip():
            yield item


def _value(node: Mapping, key: str) -> Node | None:
    for name, value in reversed(node.entries):
        part = name.text
        if part == key:
            return value
        if isinstance(value, Mapping) and key.startswith(f"{part}."):
            found = _value(value, key[len(part) + 1 :])
            if found is not None:
                return found
    return None
