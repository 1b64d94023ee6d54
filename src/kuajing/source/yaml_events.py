"""The events of a YAML text taken one by one: typing, keys, anchors, tags and hints."""

from collections.abc import Mapping as Map
from types import MappingProxyType

import yaml

from kuajing.source import full_width
from kuajing.source.errors import InputError
from kuajing.source.excerpts import excerpt, shown
from kuajing.source.guard import Guard
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar
from kuajing.source.open_nodes import Built, OpenMapping, OpenSequence
from kuajing.source.yaml_places import Places
from kuajing.source.yaml_types import CORE_TAGS, STRING_TAGS, NotANumber, TagMismatch, tagged, typed

_COLLECTION_TAGS = {
    yaml.SequenceStartEvent: frozenset({"!", "tag:yaml.org,2002:seq"}),
    yaml.MappingStartEvent: frozenset({"!", "tag:yaml.org,2002:map"}),
}
_MERGE_TAG = "tag:yaml.org,2002:merge"
Values = tuple[tuple[str, str], ...]
NO_FUNCTIONS: Map[str, str] = MappingProxyType({})
MOST_FAULTS = 100
"""Faults of one text that are told one by one."""


def _short(tag: str | None) -> str:
    """A tag as people write it."""
    return shown((tag or "").replace("tag:yaml.org,2002:", "!!"))


def _call(function: str, given: Built) -> Built:
    """What a function is given, under its name."""
    place = given.node.location
    node = Mapping(((Scalar(function, place, function), given.node),), place)
    return Built(node, given.weight + 1, given.height + 1)


class Reader:
    """Takes events and keeps the finished documents and the faults found on the way.

    A value under a tag of `functions` becomes a mapping with that name as its only key.
    """

    def __init__(
        self, places: Places, text: str, *, hints: bool, functions: Map[str, str] = NO_FUNCTIONS
    ) -> None:
        self.documents: list[Node] = []
        self._places = places
        self._text = text
        self._lines = text.split("\n") if hints else []
        self._guard = Guard()
        self._open: list[OpenSequence | OpenMapping] = []
        self._functions = functions
        self._called: list[str | None] = []
        self._anchors: dict[str, Built | None] = {}
        self._faults: list[tuple[Location, str, Values]] = []
        self._untold = 0

    def errors(self) -> list[InputError]:
        """The faults so far with their source lines; how many more there are stands at the last."""
        found = [
            InputError(place, key, values, excerpt(self._text, place)) for place, key, values in self._faults
        ]
        if self._untold:
            last = max(place for place, _, _ in self._faults)
            found.append(InputError(last, "input_errors.more", (("count", f"{self._untold:,}"),)))
        return found

    def take(self, event: yaml.Event) -> None:
        """One event; raises TooMuch."""
        # Told apart by their frequency: this is the innermost step of all reading.
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._anchors = {}

    def _fault(self, location: Location, message: str, *values: tuple[str, str]) -> None:
        if len(self._faults) < MOST_FAULTS:
            self._faults.append((location, message, values))
        else:
            self._untold += 1

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        location = self._places.at(event.start_mark)
        self._guard.node(location)
        mapping = self._wants_key()
        if self._lines and not event.style and full_width.has_any(event.value):
            self._hint(event, location, is_key=mapping is not None)
        if mapping is not None:
            node = Scalar(event.value, location, event.value)
            plain = not event.style and event.tag is None
            if event.tag not in {None, _MERGE_TAG} and event.tag not in CORE_TAGS | STRING_TAGS:
                self._fault(location, "input_errors.yaml_tag", ("tag", _short(event.tag)))
            merges = event.value == "<<" and (plain or event.tag == _MERGE_TAG)
            self._key(mapping, node, merges=merges)
        elif (function := self._functions.get(event.tag or "")) is not None:
            given = Built(Scalar(event.value, location, event.value))
            self._finish(_call(function, given), event.anchor, is_key=False)
            return
        else:
            node = Scalar(self._value(event, location), location, event.value)
        self._finish(Built(node), event.anchor, is_key=mapping is not None)

    def _value(self, event: yaml.ScalarEvent, location: Location) -> bool | int | float | str | None:
        text: str = event.value
        try:
            if event.tag is None:
                return typed(text) if event.implicit[0] else text
            if event.tag in CORE_TAGS or event.tag in STRING_TAGS:
                return tagged(event.tag, text)
            self._fault(location, "input_errors.yaml_tag", ("tag", _short(event.tag)))
        except NotANumber:
            self._fault(location, "input_errors.number_too_long")
        except TagMismatch:
            self._fault(location, "input_errors.yaml_tag_value", ("tag", _short(event.tag)))
        return text

    def _begin(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        location = self._places.at(event.start_mark)
        self._guard.node(location)
        self._guard.depth(location, len(self._open) + 1)
        function = self._functions.get(event.tag or "")
        self._called.append(function)
        if event.tag is not None and function is None and event.tag not in _COLLECTION_TAGS[type(event)]:
            self._fault(location, "input_errors.yaml_tag", ("tag", _short(event.tag)))
        if self._wants_key() is not None:
            begin = event.start_mark.index if event.start_mark else 0
            in_template = self._text[max(begin - 1, 0) : begin + 1] == "{{"
            self._fault(location, "input_errors.template" if in_template else "input_errors.yaml_key")
        if event.anchor:
            self._anchors[event.anchor] = None
        kind = OpenSequence if isinstance(event, yaml.SequenceStartEvent) else OpenMapping
        self._open.append(kind(location, event.anchor, in_flow=bool(event.flow_style)))

    def _end(self) -> None:
        closing = self._open.pop()
        if isinstance(closing, OpenSequence):
            built = closing.close()
        else:
            built, faults = closing.close(self._guard)
            for location in faults:
                self._fault(location, "input_errors.yaml_merge_value")
        function = self._called.pop()
        if function is not None:
            built = _call(function, built)
        mapping = self._wants_key()
        if mapping is not None:
            self._nameless(mapping, closing.location)
        self._finish(built, closing.anchor, is_key=mapping is not None)

    def _alias(self, event: yaml.AliasEvent) -> None:
        location = self._places.at(event.start_mark)
        self._guard.node(location)
        built = self._anchors.get(event.anchor or "")
        if built is None:
            recursive = event.anchor in self._anchors
            message = "input_errors.yaml_alias_within" if recursive else "input_errors.yaml_alias_unknown"
            self._fault(location, message, ("name", shown(event.anchor or "")))
            built = Built(Scalar(None, location))
        self._guard.alias(location, built.weight)
        self._guard.depth(location, len(self._open) + built.height)
        mapping = self._wants_key()
        if mapping is not None and isinstance(built.node, Scalar):
            self._key(mapping, Scalar(built.node.text, location, built.node.text), merges=False)
        elif mapping is not None:
            self._fault(location, "input_errors.yaml_key")
            self._nameless(mapping, location)
        self._finish(built, None, is_key=mapping is not None)

    def _wants_key(self) -> OpenMapping | None:
        """The open mapping whose next node is a key."""
        parent = self._open[-1] if self._open else None
        return parent if isinstance(parent, OpenMapping) and parent.key is None else None

    def _key(self, mapping: OpenMapping, key: Scalar, *, merges: bool) -> None:
        first = mapping.begin(key, merges=merges)
        if first is not None:
            values = (("key", shown(key.text)), ("first", f"{first.line}:{first.column}"))
            self._fault(key.location, "input_errors.duplicate_key", *values)

    def _nameless(self, mapping: OpenMapping, location: Location) -> None:
        """Take a name that nobody writes, so that the value of a refused key has its place."""
        self._key(mapping, Scalar("", location, f"?{location.line}:{location.column}"), merges=False)

    def _finish(self, built: Built, anchor: str | None, *, is_key: bool) -> None:
        if anchor:
            self._anchors[anchor] = built
        if is_key:
            return
        if self._open:
            self._open[-1].add(built)
        else:
            self.documents.append(built.node)

    def _hint(self, event: yaml.ScalarEvent, location: Location, *, is_key: bool) -> None:
        """Faults of full-width signs in a plain scalar that stands where a mapping or a list would."""
        parent = self._open[-1] if self._open else None
        lines = self._lines[location.line - 1 : self._places.at(event.end_mark).line]
        before, lines[0] = lines[0][: location.column - 1], lines[0][location.column - 1 :]
        found: list[tuple[int, int | None]] = []
        if is_key:
            found.append((0, full_width.in_entry(event.value) if len(lines) == 1 else None))
        elif isinstance(parent, OpenSequence):
            found.append(
                (0, full_width.in_list_item(event.value) if parent.in_flow and len(lines) == 1 else None)
            )
        else:
            found.append((0, full_width.in_braces(event.value)))
            if not before.strip():
                found += full_width.entries(lines)
        for line, at in found:
            if at is not None:
                column = at + (location.column if line == 0 else 1)
                sign = Location(location.path, location.line + line, column)
                self._fault(sign, full_width.message(lines[line][at]), *full_width.signs(lines[line], at))
