"""Models that a projection calls: the service that answers is a sink, though no sink names it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.addresses import read_address
from kuajing.model.facts import DatasetMention
from kuajing.readers.flink_cdc.items import split
from kuajing.readers.placeholders import fill_address
from kuajing.readers.places import dataset_at
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.location import Location

_ADDRESSES = ("openai.host", "options.endpoint", "options.base-url", "endpoint", "host", "base-url", "url")
_OPENAI = "https://api.openai.com/v1"
"""Where models of that make answer when a pipeline gives no host of its own."""
_BY_NAME = re.compile(r"\bAI_\w+\s*\(", re.IGNORECASE)
_CALL = re.compile(r"\b(\w+)\s*\(")
_STRING = re.compile(r"\s*'(?P<name>[^']*)'\s*")


@dataclass(frozen=True, slots=True)
class Model:
    """A model by the name that projections use, and its service; None where its address cannot be told."""

    name: str
    service: DatasetMention | None
    location: Location


@dataclass(frozen=True, slots=True)
class Call:
    """A model that an expression calls, and the expressions that are sent to it."""

    model: Model
    sent: tuple[str, ...]


def models_of(entries: Iterable[Keys], values: Mapping[str, str]) -> tuple[Model, ...]:
    """The models that a pipeline declares."""
    return tuple(
        Model(name, *_service(keys, values))
        for keys in entries
        if (name := keys.text("model-name", "name")) is not None
    )


def calls_in(expression: str, models: tuple[Model, ...]) -> Iterator[Call]:
    """Every call of a model: as a function of its name, or by its name in a function for models."""
    by_name = {model.name.lower(): model for model in models}
    for found in _CALL.finditer(expression):
        arguments = split(_inside(expression, found.end()))
        if _BY_NAME.fullmatch(found[0]):
            first = _STRING.fullmatch(arguments[0]) if arguments else None
            model = by_name.get(first["name"].lower()) if first is not None else None
            arguments = arguments[1:]
        else:
            model = by_name.get(found[1].lower())
        if model is not None:
            yield Call(model, tuple(one for one in arguments if not _STRING.fullmatch(one)))


def _service(keys: Keys, values: Mapping[str, str]) -> tuple[DatasetMention | None, Location]:
    text = next(iter(keys.texts(*_ADDRESSES)), None)
    if text is None:
        is_known = "openai" in (keys.text("class-name", "type") or "").lower()
        endpoint = read_address(_OPENAI)
        return (dataset_at(endpoint, (endpoint.address,)) if is_known else None), keys.location
    address = fill_address(str(text.value).strip(), values)
    endpoint = read_address(address if "://" in address or address.startswith("$") else f"https://{address}")
    return DatasetMention((endpoint.address,), endpoint=endpoint), text.location


def _inside(text: str, begin: int) -> str:
    """What stands in a bracket that is open at an offset."""
    depth, quoted = 1, False
    for at in range(begin, len(text)):
        sign = text[at]
        quoted ^= sign == "'"
        if not quoted:
            depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return text[begin:at]
    return text[begin:]
