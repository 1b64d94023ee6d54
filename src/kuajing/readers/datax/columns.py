"""The column lists of a plugin: names, indexes, constants, expressions and `*`, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.readers.datax.plugins import Plugin
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Named:
    """A column by its name; `index` and `pattern` are what a writer's item says of the field that fills it."""

    name: str
    location: Location
    type: str = ""
    index: int | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Indexed:
    """A column by its position in a file, counted from 0."""

    index: int
    location: Location


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that comes from no column; to a writer the same text is a name."""

    location: Location
    text: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """SQL that the source evaluates."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Star:
    """All columns, or a list that only a placeholder holds."""

    location: Location


@dataclass(frozen=True, slots=True)
class Misshapen:
    """An item that says nothing we can read."""

    location: Location


Item = Named | Indexed | Constant | Expression | Star | Misshapen

_NAME = r"[^\W\d][\w$#]*"
_IDENTIFIER = re.compile(rf"(?:{_NAME}\.)*({_NAME})")
_QUOTED = re.compile(r"(?:[^\W\d][\w$#]*\.)*(?:`([^`]+)`|\[([^\]]+)\])")
_DOUBLE_QUOTED = re.compile(r'(?:[^\W\d][\w$#]*\.)*"([^"]+)"')
_LITERAL = re.compile(r"'(?:[^']|'')*'|[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|null|true|false", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\$\{[^{}]*\}|\$\w+")
_DOUBLE_QUOTES_SAY_TEXT = frozenset({"mysql", "doris", "starrocks", "hive", "maxcompute"})


def read_columns(parameter: Mapping, plugin: Plugin) -> tuple[Item, ...] | None:
    """The items of all column lists of a parameter, in order; None where it has none."""
    lists = [node for key in plugin.columns if (node := parameter.get(key)) is not None]
    if not lists:
        return None
    return tuple(item for node in lists for item in _items(node, plugin))


def _items(node: Node, plugin: Plugin) -> Iterator[Item]:
    items = node.items if isinstance(node, Sequence) else (node,)
    for item in items:
        yield _item(item, plugin, alone=len(items) == 1)


def _item(node: Node, plugin: Plugin, *, alone: bool) -> Item:
    if isinstance(node, Mapping):
        return _described(node)
    if not isinstance(node, Scalar) or node.value is None:
        return Misshapen(node.location)
    text = node.value.strip() if isinstance(node.value, str) else ""
    if text == "*" or (alone and _PLACEHOLDER.fullmatch(text)):
        return Star(node.location)
    if not isinstance(node.value, str):
        return Constant(node.location, node.text)
    return _written(text, node.location, plugin)


def _written(text: str, location: Location, plugin: Plugin) -> Item:
    if _LITERAL.fullmatch(text) or not text:
        return Constant(location, text)
    if not plugin.is_relational and plugin.dialect is None:
        return Named(text, location)
    if found := _IDENTIFIER.fullmatch(text) or _QUOTED.fullmatch(text):
        return Named(next(name for name in found.groups() if name), location)
    if found := _DOUBLE_QUOTED.fullmatch(text):
        is_text = plugin.dialect in _DOUBLE_QUOTES_SAY_TEXT
        return Constant(location, text) if is_text else Named(found.group(1), location)
    if _PLACEHOLDER.fullmatch(text):
        return Named(text, location)
    return Expression(text, location)


def _described(node: Mapping) -> Item:
    name, index = _text(node, "name"), _number(node.get("index"))
    if name:
        place = node.get("name") or node
        kind = _text(node, "type")
        return Named(name, place.location, kind, index, _text(node, "value") if node.get("value") else None)
    if index is not None and index >= 0:
        return Indexed(index, node.location)
    if index is not None or any(node.get(key) is not None for key in ("value", "random", "incr", "mixup")):
        return Constant(node.location)
    return Misshapen(node.location)


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.value.strip() if isinstance(value, Scalar) and isinstance(value.value, str) else ""


def _number(node: Node | None) -> int | None:
    text = str(node.value).strip() if isinstance(node, Scalar) else ""
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else None
