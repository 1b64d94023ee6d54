"""Settings that a map holds as a file of their own: `application.yml` inside a ConfigMap, at its true lines."""

from collections.abc import Iterator, Sequence

from kuajing.readers.settings.documents import Document, Fault, documents_of
from kuajing.readers.settings.properties import properties_of
from kuajing.readers.settings.setting import Setting, joined, settings_in
from kuajing.source.location import Location
from kuajing.source.nodes import Scalar

_YAML = (".yml", ".yaml")
_PROPERTIES = ".properties"


def is_file(name: str) -> bool:
    """Whether a key is the name of a file of settings."""
    return name.lower().endswith((*_YAML, _PROPERTIES))


def settings_held(
    name: str, held: Scalar, lines_of_all: Sequence[str]
) -> Iterator[tuple[Setting, ...] | Fault]:
    """The settings of each document of a file that stands under a key; `lines_of_all` are those of the manifest."""
    content = held.value if isinstance(held.value, str) else ""
    lines, columns = shift(held, content, lines_of_all)
    path = held.location.path
    if name.lower().endswith(_PROPERTIES):
        for document in properties_of(path, content):
            yield tuple(_moved(one, lines, columns) for one in document)
        return
    for found in documents_of(path, content):
        if isinstance(found, Document):
            yield tuple(_moved(one, lines, columns) for one in joined(settings_in(found.node)))
        else:
            yield Fault(_place(found.location, lines, columns), found.is_template)


def shift(held: Scalar, content: str, lines: Sequence[str]) -> tuple[int, int]:
    """How many lines and columns a block stands further on than in a file of its own; none where it is no block."""
    first = next((line for line in content.split("\n") if line.strip()), "")
    blank = content[: content.find(first)].count("\n") if first else 0
    at = held.location.line + blank
    if not first or at >= len(lines) or lines[at].strip() != first.strip():
        return held.location.line - 1, 0
    return held.location.line, len(lines[at]) - len(lines[at].lstrip(" ")) - (
        len(first) - len(first.lstrip(" "))
    )


def _moved(one: Setting, lines: int, columns: int) -> Setting:
    return Setting(one.name, one.words, one.text, _place(one.location, lines, columns))


def _place(place: Location, lines: int, columns: int) -> Location:
    return Location(place.path, place.line + lines, place.column + columns)
