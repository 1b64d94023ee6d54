"""The jobs of a JSON text: what stands where a reader, a writer and transformers are expected."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuajing.readers.datax.plugins import Plugin, guessed_plugin, plugin_named
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_JSON = re.compile(r"\s*(?:/\*.*?\*/\s*|//[^\n]*\s*|#[^\n]*\s*)*+(?:\[|\{(?![{%#]))", re.DOTALL)
_PARTS = (
    re.compile(r'"content"\s*:\s*[\[{]'),
    re.compile(r'"(?:reader|writer)"\s*:\s*\{'),
    re.compile(r'"name"\s*:\s*"\w*(?:reader|writer)"', re.IGNORECASE),
)
_LONE = re.compile(r'\s*\{\s*"name"\s*:\s*"\w+(?:reader|writer)"\s*,\s*"parameter"\s*:\s*\{', re.IGNORECASE)
_SAFE_NAME = re.compile(r"\w{1,64}")


@dataclass(frozen=True, slots=True)
class End:
    """One end of a job: the plugin's name, its row in the table if it has one, and its parameter."""

    name: str
    plugin: Plugin
    is_known: bool
    parameter: Mapping
    location: Location


@dataclass(frozen=True, slots=True)
class Job:
    """One content of a job; an end is None where it is missing or has another shape."""

    reader: End | None
    writer: End | None
    transformers: tuple[Node, ...]
    location: Location
    mechanism: str = "datax"


def recognises(path: str, text: str) -> bool:
    """Whether a text is a DataX or Addax job, or one end of such a job."""
    del path  # jobs are kept under any name
    if _JSON.match(text) is None:
        return False
    return all(part.search(text) for part in _PARTS) or _LONE.match(text) is not None


def jobs_in(node: Node) -> Iterator[Job]:
    """Every content of every job, in the order of the text; lists of jobs are entered."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from jobs_in(item)
    elif isinstance(node, Mapping):
        inner, content = node.get("job"), node.get("content")
        if isinstance(inner, Mapping | Sequence):
            yield from jobs_in(inner)
        elif content is not None:
            if isinstance(content, Sequence):
                yield from map(_job, content.items)
            else:
                # DataX demands a list of contents; one that stands alone is how Addax writes its jobs.
                yield replace(_job(content), mechanism="addax")


def _job(node: Node) -> Job:
    if not isinstance(node, Mapping):
        return Job(None, None, (), node.location)
    reader, writer = node.get("reader"), node.get("writer")
    # A few jobs hold their transformers inside the reader.
    holders = (node, reader, reader.get("parameter") if isinstance(reader, Mapping) else None)
    transformers = tuple(
        found
        for holder in holders
        if isinstance(holder, Mapping) and (found := holder.get("transformer")) is not None
    )
    return Job(_end(reader), _end(writer), transformers, node.location)


def _end(node: Node | None) -> End | None:
    if not isinstance(node, Mapping):
        return None
    name, parameter = node.get("name"), node.get("parameter")
    if not isinstance(name, Scalar) or not isinstance(name.value, str) or not name.value.strip():
        return None
    if not isinstance(parameter, Mapping):
        parameter = Mapping((), node.location)
    plugin = plugin_named(name.value)
    shown = name.value.strip() if _SAFE_NAME.fullmatch(name.value.strip()) else "?"
    return End(shown, plugin or guessed_plugin(name.value), plugin is not None, parameter, node.location)
