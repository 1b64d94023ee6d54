"""The JSON Schema of the declaration, for editors and for naming the keys that are known at a place."""

import json
from typing import Any

from kuajing.readers.declaration.document import Document
from kuajing.readers.declaration.jurisdictions import CODES
from kuajing.readers.declaration.whereabouts import CODE

Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CODE_NAME = "JurisdictionCode"
_GENERATED = frozenset({"title", "default", "properties"})


def declaration_schema() -> Schema:
    """What editors complete and check declarations by."""
    plain = _plain(Document.model_json_schema())
    codes = {"type": "string", "enum": sorted(CODES), "description": "ISO 3166-1; CN is the mainland."}
    definitions = {**plain["$defs"], _CODE_NAME: codes}
    return {"$schema": _DIALECT, "title": "kuajing declaration", **plain, "$defs": definitions}


def declaration_schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(declaration_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def known_keys(schema: Schema, place: tuple[int | str, ...]) -> tuple[list[str], str]:
    """The keys that may stand in the mapping at a place of a declaration, and what that mapping is called."""
    shapes = [schema]
    called: list[str] = []
    for part in place:
        shapes, named = _step(schema, shapes, part)
        if named:
            called.append(str(part))
    keys = {key for shape in _flat(schema, shapes) for key in shape.get("properties", {})}
    return sorted(keys), ".".join(called)


def _plain(shape: Any) -> Any:  # noqa: ANN401  any JSON
    """A shape without the titles and defaults that pydantic writes: they say nothing to people."""
    if isinstance(shape, list):
        return [_plain(item) for item in shape]
    if not isinstance(shape, dict):
        return shape
    if shape == CODE:
        return {"$ref": f"#/$defs/{_CODE_NAME}"}
    plain = {key: _plain(value) for key, value in shape.items() if key not in _GENERATED}
    if "properties" in shape:
        plain["properties"] = {key: _plain(value) for key, value in shape["properties"].items()}
    return plain


def _step(schema: Schema, shapes: list[Schema], part: int | str) -> tuple[list[Schema], bool]:
    found: list[Schema] = []
    named = False
    for shape in _flat(schema, shapes):
        if isinstance(part, int):
            found += [shape["items"]] if isinstance(shape.get("items"), dict) else []
        elif part in shape.get("properties", {}):
            found.append(shape["properties"][part])
            named = True
        elif isinstance(shape.get("additionalProperties"), dict):
            found.append(shape["additionalProperties"])
    return found, named


def _flat(schema: Schema, shapes: list[Schema]) -> list[Schema]:
    """The shapes with references and alternatives opened."""
    flat: list[Schema] = []
    waiting = list(shapes)
    while waiting:
        shape = waiting.pop()
        if "$ref" in shape:
            waiting.append(schema["$defs"][shape["$ref"].rsplit("/", 1)[1]])
        elif "anyOf" in shape:
            waiting += shape["anyOf"]
        else:
            flat.append(shape)
    return flat
