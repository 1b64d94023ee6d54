"""How a kind of value is made: a plain function that reads it, and the JSON Schema that says the same to editors."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from kuajing.readers.declaration.faults import BLANK, fault, nearest, shown

JsonSchema = dict[str, Any]
UNKNOWN: JsonSchema = {"const": "unknown"}
DATE: JsonSchema = {
    "$comment": "date",
    "type": "string",
    "format": "date",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}
NULL: JsonSchema = {"type": "null"}
_T = TypeVar("_T")


@dataclass(frozen=True, eq=False)
class Read:
    """A value that a plain function reads; `schema` says to editors what it accepts, `kind` what it is called."""

    read: Callable[[object], object]
    schema: tuple[JsonSchema, ...]
    kind: str = ""

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchema:
        shapes = [dict(shape) for shape in self.schema]
        kind = {"$comment": self.kind} if self.kind else {}
        return {**kind, **shapes[0]} if len(shapes) == 1 else {**kind, "anyOf": shapes}


@dataclass(frozen=True, eq=False)
class OrElse:
    """Other shapes that a value may have besides the one its type says; `null` only where it is among them."""

    shapes: tuple[JsonSchema, ...]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        inner = handler(core)
        inner.pop("default", None)
        own = [shape for shape in inner.get("anyOf", [inner]) if shape != {"type": "null"}]
        return {"anyOf": [*own, *(dict(shape) for shape in self.shapes)]}


@dataclass(frozen=True, eq=False)
class OneOrMany:
    """A list, or its only item without the list."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        many = handler(core)
        return {"anyOf": [many["items"], many]}


def one_of(listed: tuple[str, ...], *, null: bool = False, unknown: bool = True) -> Read:
    """One of the listed words; `unknown` and, where asked for, `null` are read as None."""

    def read(value: object) -> str | None:
        if (unknown and value == "unknown") or (null and value is None):
            return None
        word = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        if isinstance(word, str) and word in listed:
            return word
        raise not_listed(value, listed)

    enum: list[str | int | None] = [*listed, *(["unknown"] if unknown else []), *([None] if null else [])]
    enum += [int(word) for word in listed if word.isdigit()]
    return Read(read, ({"enum": enum},))


def not_listed(value: object, listed: tuple[str, ...]) -> Exception:
    """The fault of a word that is none of the listed ones."""
    near = nearest(value, list(listed)) if isinstance(value, str) else None
    all_words = ", ".join(listed)
    if near is None:
        return fault("unknown_word", found=shown(value), words=all_words)
    return fault("unknown_word_nearest", found=shown(value), words=all_words, nearest=near)


def _refuse_null(value: object) -> object:
    """None for `unknown`; a written `null` says nothing where no date is meant."""
    if value is None:
        raise fault("null_here")
    return None if value == "unknown" else value


def blank_is_empty(value: object) -> object:
    """An entry or section with nothing under it, as an empty one."""
    return {} if value is BLANK or value is None else value


Maybe = Annotated[_T | None, BeforeValidator(_refuse_null), OrElse((UNKNOWN,))]
