"""One setting: the words of its key, however they are spelled, and the text of its value."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kuajing.source.credentials import is_secret_name
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_WORDS = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")
_INDEX = re.compile(r"\[\d+\]$")
_LONGEST = 8192


@dataclass(frozen=True, slots=True)
class Setting:
    """A key with its value; `words` are those of the key in lower case, so that all spellings of it are one.

    `name` is the key as written, its levels joined by dots. A secret has no text.
    """

    name: str
    words: tuple[str, ...]
    text: str
    location: Location


def setting(name: str, text: str, location: Location) -> Setting:
    """The setting of a key; the text of what is no address and no name is not kept."""
    words = words_of(name)
    is_kept = len(text) <= _LONGEST and not (text and _is_secret(name, words))
    return Setting(name, words, text.strip() if is_kept else "", location)


def words_of(key: str) -> tuple[str, ...]:
    """The words of a key: `bootstrap-servers`, `bootstrapServers` and `BOOTSTRAP_SERVERS` have the same."""
    return tuple(word.lower() for word in _WORDS.findall(key))


def settings_in(node: Node, prefix: str = "") -> Iterator[Setting]:
    """Every setting under a node; a list of plain values is one setting, its values joined by commas."""
    match node:
        case Mapping():
            for key, value in node.entries:
                yield from settings_in(value, f"{prefix}.{key.text}" if prefix else key.text)
        case Sequence(items=items) if items and all(isinstance(item, Scalar) for item in items):
            texts = [_text(item) for item in items if isinstance(item, Scalar)]
            yield setting(prefix, ",".join(text for text in texts if text), items[0].location)
        case Sequence(items=items):
            for number, item in enumerate(items):
                yield from settings_in(item, f"{prefix}.{number}")
        case Scalar():
            yield setting(prefix, _text(node), node.location)


def joined(settings: Iterable[Setting]) -> tuple[Setting, ...]:
    """The settings in order; `uris[0]` and `uris[1]` are one list, and of equal keys the last counts."""
    found: dict[str, Setting] = {}
    for one in settings:
        key = _INDEX.sub("", one.name)
        before = found.get(key)
        if key != one.name and before is not None:
            if len(before.text) < _LONGEST:
                found[key] = replace(before, text=f"{before.text},{one.text}")
        else:
            found[key] = one if key == one.name else replace(one, name=key, words=words_of(key))
    return tuple(found.values())


def _text(scalar: Scalar) -> str:
    if scalar.value is None:
        return ""
    return scalar.value if isinstance(scalar.value, str) else scalar.text


def _is_secret(name: str, words: tuple[str, ...]) -> bool:
    """Whether the value is a secret; a connection string is an address, which loses its secrets when it is read."""
    if "connectionstring" in "".join(words):
        return False
    _, dot, last = name.rpartition(".")
    return is_secret_name(name) or (dot != "" and is_secret_name(last))
