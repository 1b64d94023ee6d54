"""The words of fideslang and ours, read once from `rules/vocabulary/fides.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kuajing.source.nodes import Mapping as Object
from kuajing.source.nodes import Node, Scalar
from kuajing.source.packaged import packaged_yaml

_FILE = "vocabulary/fides.yaml"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key of fideslang means: our category, those it may mean as well, and how sensitive it is at least."""

    category: str
    covers: tuple[str, ...] = ()
    least: str = "no"


@dataclass(frozen=True, slots=True)
class FidesWords:
    """Keys of fideslang by what they mean, and our words by the keys nearest to them."""

    meanings: Mapping[str, Meaning]
    passed_over: frozenset[str]
    begins: Mapping[str, str]
    keys: Mapping[str, str]
    uses: Mapping[str, str]
    subjects: Mapping[str, str]

    def meaning(self, key: str, parents: Mapping[str, str] = MappingProxyType({})) -> Meaning | None:
        """What a data category means: what the nearest key above it does that is known, None where none is.

        `parents` are the keys that a map declares itself, by the key above each.
        """
        seen: set[str] = set()
        while key and key not in seen:
            seen.add(key)
            found = self._nearest(key, parents)
            if found is not None:
                return found
            key = next((parents[one] for one in _upwards(key) if one in parents), "")
        return None

    def _nearest(self, key: str, parents: Mapping[str, str]) -> Meaning | None:
        words = [word for word in key.split(".") if word not in self.passed_over]
        if words:
            words[0] = self.begins.get(words[0], words[0])
        for one in _upwards(".".join(words)):
            if one in self.meanings:
                return self.meanings[one]
            if one in parents and not one.startswith(f"{parents[one]}."):
                return None
        return None

    def key(self, category: str) -> str | None:
        """The key nearest to a category or group of ours, None where we know of none."""
        return next((self.keys[one] for one in _upwards(category) if one in self.keys), None)


def _upwards(key: str) -> list[str]:
    """A dotted key and those above it, the narrowest first."""
    words = key.split(".")
    return [".".join(words[:count]) for count in range(len(words), 0, -1)]


@lru_cache(maxsize=1)
def fides_words() -> FidesWords:
    """The words of this release."""
    document = _object(packaged_yaml(_FILE))
    meanings = {key: _meaning(_object(row)) for key, row in _object(document.get("categories"))}
    return FidesWords(
        meanings=MappingProxyType(meanings),
        passed_over=frozenset(_text(document.get("passed_over")).split()),
        begins=_texts(document, "begins"),
        keys=_texts(document, "keys"),
        uses=_texts(document, "uses"),
        subjects=_texts(document, "subjects"),
    )


def _meaning(row: Object) -> Meaning:
    covers = tuple(_text(row.get("covers")).split())
    return Meaning(_text(row.get("as")), covers, _text(row.get("least")) or "no")


def _texts(document: Object, name: str) -> Mapping[str, str]:
    return MappingProxyType({key: _text(value) for key, value in _object(document.get(name))})


def _object(node: Node | None) -> Object:
    if not isinstance(node, Object):
        raise TypeError(f"the packaged words of fideslang hold no mapping where one is needed: {node}")
    return node


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
