"""The plugins of a SeaTunnel job, one by one in the order of the text, and which of them hand rows to which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.readers.seatunnel.keys import Keys
from kuajing.readers.seatunnel.settling import Settler
from kuajing.readers.seatunnel.written import (
    Document,
    Fields,
    Items,
    Joined,
    Malformed,
    Substitution,
    Words,
    Written,
)
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Scalar

SECTIONS = ("source", "transform", "sink")

# Each begins with a word, which is found at once in a text of any length.
_SOURCE, _SINK, _ENV = (
    re.compile(rf'{name}"?(?:\.[\w-]+)?\s*+[:=]?\s*+[{{\[]') for name in ("source", "sink", "env")
)
_WORD = re.compile(r"\w")
_WIRES = tuple(
    re.compile(pattern)
    for pattern in (
        r"plugin_(?:name|input|output)\b",
        r"result_table_name\b",
        r"source_table_name\b",
        r"job\.mode\b",
    )
)
_DEEPEST = 8
_MOST_PLUGINS = 2_048
_SAFE_NAME = re.compile(r"[\w.-]{1,64}")
_OUTPUTS, _INPUTS = ("plugin_output", "result_table_name"), ("plugin_input", "source_table_name")


@dataclass(frozen=True, slots=True)
class Plugin:
    """One block of a section: its name as it may be shown, what stands in it, and its place."""

    section: str
    name: str
    keys: Keys
    location: Location

    @property
    def family(self) -> str:
        """The name as connectors and transforms are looked up by."""
        return self.name.lower()

    @property
    def output(self) -> str | None:
        """The name that others know its rows by."""
        return self.keys.text(*_OUTPUTS)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the rows that it takes, listed or parted by commas; none where it takes those before it."""
        found = (name.strip() for text in self.keys.texts(*_INPUTS) for name in str(text.value).split(","))
        return tuple(name for name in found if name)


@dataclass(frozen=True, slots=True)
class Job:
    """All plugins of a file, what of its sections is no plugin, and how it runs."""

    plugins: tuple[Plugin, ...]
    strays: tuple[Location, ...]
    mode: str

    def of(self, section: str) -> tuple[Plugin, ...]:
        """The plugins of a section in order."""
        return tuple(plugin for plugin in self.plugins if plugin.section == section)


def has_sections(text: str) -> bool:
    """Whether a text has a part that looks like a section of a job, which is quickly seen."""
    return _has(_SOURCE, text) or _has(_SINK, text)


def is_job(text: str, *, is_json: bool) -> bool:
    """Whether a text is a SeaTunnel job: its sections, and for JSON and half jobs more that only such jobs have."""
    has_source, has_sink = _has(_SOURCE, text), _has(_SINK, text)
    if not has_source and not has_sink:
        return False
    has_both = has_source and has_sink
    has_wires, has_environment = any(_is_word(wire, text) for wire in _WIRES), _has(_ENV, text)
    if is_json or not has_both:
        return has_wires and (has_environment or has_both)
    return has_wires or has_environment


def _has(section: re.Pattern[str], text: str) -> bool:
    """Whether a section stands in a text, at its beginning or behind a space, brace or comma."""
    for found in section.finditer(text):
        begin = found.start()
        if begin and text[begin - 1] == '"':
            begin -= 1
        if begin == 0 or text[begin - 1] in "{}," or text[begin - 1].isspace():
            return True
    return False


def _is_word(wire: re.Pattern[str], text: str) -> bool:
    return any(
        found.start() == 0 or not _WORD.match(text, found.start() - 1) for found in wire.finditer(text)
    )


def job_of(document: Document) -> Job:
    """The job that a text describes; raises Malformed for more plugins than any job has."""
    settler = Settler(document.root)
    plugins: list[Plugin] = []
    strays: list[Location] = []
    for section, name, written in _blocks(document.root, settler):
        if len(plugins) == _MOST_PLUGINS:
            raise Malformed(written.location, is_limit=True)
        found = _settled(written, settler)
        if isinstance(found, Mapping):
            keys = Keys(found)
            shown = (name if name is not None else keys.text("plugin_name") or "").strip()
            safe = shown if _SAFE_NAME.fullmatch(shown) else "?"
            plugins.append(Plugin(section, safe, keys, written.location))
        else:
            strays.append(written.location)
    root = settler.node(
        Fields(tuple(one for one in document.root.entries if one[0].text == "env"), document.root.location)
    )
    mode = Keys(root).text("env.job.mode") if isinstance(root, Mapping) else None
    return Job(tuple(plugins), tuple(strays), mode if mode and _SAFE_NAME.fullmatch(mode) else "")


def _blocks(root: Fields, settler: Settler) -> Iterator[tuple[str, str | None, Written]]:
    """Section, name and body of everything that stands in a section; the name is None where the body tells it."""
    for key, value in root.entries:
        section, _, name = (key.text or "").partition(".")
        if section.lower() not in SECTIONS:
            continue
        if name:
            yield from _bodies(section.lower(), name, value)
        else:
            yield from _in_section(section.lower(), value, settler)


def _in_section(section: str, value: Written, settler: Settler) -> Iterator[tuple[str, str | None, Written]]:
    """What stands in a section as it is written, so that two plugins of one name stay two."""
    for part in _parts(value, settler, 0):
        match part:
            case Fields() if not _names_plugin(part):
                for key, body in part.entries:
                    yield from _bodies(section, key.text or "", body)
            case Items():
                for item in part.items:
                    yield section, None, item
            case Words(text=None):
                continue
            case _:
                yield section, None, part


def _parts(value: Written, settler: Settler, depth: int) -> Iterator[Written]:
    """What stands side by side for a section, with what is written elsewhere in the text put in."""
    match value:
        case Joined():
            for part in value.parts:
                if not isinstance(part, Words) or (part.text or "").strip():
                    yield from _parts(part, settler, depth)
        case Substitution() if depth < _DEEPEST:
            found = settler.found(value)
            yield from (value,) if found is None else _parts(found, settler, depth + 1)
        case _:
            yield value


def _bodies(section: str, name: str, body: Written) -> Iterator[tuple[str, str | None, Written]]:
    """A list under one name is as many plugins of that name."""
    if isinstance(body, Items) and body.items and all(isinstance(item, Fields) for item in body.items):
        for item in body.items:
            yield section, name, item
    else:
        yield section, name, body


def _names_plugin(fields: Fields) -> bool:
    """Whether a section is a single plugin that tells its name inside."""
    return any(key.text == "plugin_name" and isinstance(value, Words) for key, value in fields.entries)


def _settled(written: Written, settler: Settler) -> Mapping | Scalar | None:
    node = settler.node(written)
    return node if isinstance(node, Mapping | Scalar) else None
