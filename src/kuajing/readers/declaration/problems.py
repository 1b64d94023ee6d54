"""Faults that pydantic finds in one document, as input errors at the place of the key or value."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from kuajing.readers.declaration.faults import BLANK, nearest, shown
from kuajing.readers.declaration.schema import Schema, declaration_schema, known_keys
from kuajing.source.errors import InputError
from kuajing.source.full_width import NARROW, look_alike
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_SHAPES = {
    "dict_type": "needs_mapping",
    "model_type": "needs_mapping",
    "model_attributes_type": "needs_mapping",
    "list_type": "needs_list",
    "too_short": "empty_list",
}
Values = dict[str, str]


def problems(refused: Iterable[tuple[ValidationError, Node]]) -> Iterator[InputError]:
    """What is wrong with documents, each fault with its place."""
    every = [(detail, document) for error, document in refused for detail in error.errors(include_url=False)]
    schema = declaration_schema() if every else {}
    for detail, document in every:
        place = tuple(detail["loc"])
        match detail["type"]:
            case "extra_forbidden":
                name, values = _unknown_key(schema, place)
                location = _key_location(document, place)
            case "missing":
                name = "missing_key"
                values = {"key": str(place[-1]), "where": known_keys(schema, place[:-1])[1]}
                location = _key_location(document, place[:-1])
            case kind:
                name, values = _wrong_value(kind, detail["input"], detail.get("ctx", {}))
                location = _walk(document, place)[-1].location
        key = name if "." in name else f"declaration.{name}"
        yield InputError(location, key, tuple(values.items()))


def _unknown_key(schema: Schema, place: tuple[int | str, ...]) -> tuple[str, Values]:
    key = str(place[-1])
    known, where = known_keys(schema, place[:-1])
    near = nearest(key, known)
    top = "" if where else "_on_top"
    values = {"key": shown(key), **({"where": where} if where else {})}
    if near is None:
        return f"unknown_key{top}", {**values, "known": ", ".join(known)}
    return f"unknown_key{top}_nearest", {**values, "nearest": near}


def _wrong_value(kind: str, found: object, context: dict[str, Any]) -> tuple[str, Values]:
    if found is BLANK and kind != "declaration.blank_date":
        return "blank", {}
    if isinstance(found, str):
        narrow = unicodedata.normalize("NFKC", found)
        if kind in _SHAPES and (sign := look_alike(found)):
            number = f"U+{ord(sign):04X}"
            return "input_errors.full_width", {"sign": sign, "number": number, "narrow": NARROW[sign]}
        if (
            narrow != found
            and kind != "declaration.path_leaves_root"
            and any("！" <= sign <= "～" for sign in found)
        ):
            return "full_width_text", {"found": shown(found), "narrow": shown(narrow)}
    if kind in _SHAPES:
        return _SHAPES[kind], {"found": shown(found)}
    return kind.removeprefix("declaration."), {name: str(value) for name, value in context.items()}


def _key_location(document: Node, place: tuple[int | str, ...]) -> Location:
    """Where the key that leads to a place stands; for an item of a list, where the item begins."""
    if place:
        parent = _walk(document, place[:-1])[-1]
        key = parent.key(str(place[-1])) if isinstance(parent, Mapping) else None
        if key is not None:
            return key.location
    return _walk(document, place)[-1].location


def _walk(document: Node, place: tuple[int | str, ...]) -> list[Node]:
    """The nodes on the way to a place, as far as there are any."""
    nodes = [document]
    for part in place:
        below = _below(nodes[-1], part)
        if below is None:
            break
        nodes.append(below)
    return nodes


def _below(node: Node, part: int | str) -> Node | None:
    match node:
        case Mapping() if isinstance(part, int):
            # A mapping written where a list of such may stand is its only item.
            return node
        case Mapping():
            return node.get(str(part))
        case Sequence() if isinstance(part, int):
            return node.items[part]
        case Sequence():
            # Claims may be listed by name.
            named = (item for item in node.items if isinstance(item, Scalar) and item.text == part)
            return next(named, None)
    return None
