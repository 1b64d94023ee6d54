"""Transforms that send values to a model: the service they call is a sink, though it stands among the transforms."""

from dataclasses import dataclass

from kuajing.addresses import read_address
from kuajing.model.facts import DatasetMention, Transform
from kuajing.readers.datax.records import Note
from kuajing.readers.places import dataset_at
from kuajing.readers.seatunnel.jobs import Plugin
from kuajing.readers.seatunnel.keys import Keys, scalars
from kuajing.readers.seatunnel.sources import items_of
from kuajing.readers.seatunnel.streams import Column, Table, changed
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar

MODELS = frozenset({"llm", "embedding"})

_PATHS = ("api_path", "openai.api_path", "custom_config.api_path", "base_url", "url", "endpoint")
_SERVICES = {
    "openai": "https://api.openai.com/v1",
    "doubao": "https://ark.cn-beijing.volces.com/api/v3",
    "kimiai": "https://api.moonshot.cn/v1",
    "deepseek": "https://api.deepseek.com",
    "qianfan": "https://aip.baidubce.com",
    "zhipu": "https://open.bigmodel.cn",
}
"""Where the services of providers answer when a job gives no path of its own."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What is sent to a model's service."""

    service: DatasetMention | None
    columns: tuple[Column, ...]
    location: Location
    notes: tuple[Note, ...] = ()


def sending_of(plugin: Plugin, given: Table) -> Sending:
    """Which columns of the rows go to which service; all of them where none are named."""
    service, place = _service(plugin)
    names = _sent(plugin)
    columns = tuple(_column(given, name) for name in names) if names else (*given.columns, *_rest(given))
    notes = (
        ()
        if service is not None
        else (Note("unread.seatunnel_no_place", plugin.location, (("plugin", plugin.name),)),)
    )
    return Sending(service, columns, place, notes)


def answered(plugin: Plugin, given: Table) -> Table:
    """The rows with what the model answers."""
    if plugin.family == "embedding":
        fields = plugin.keys.mapping("vectorization_fields")
        entries = fields.entries if fields is not None else ()
        made = [(key.text, _names(value)) for key, value in entries]
    else:
        names = tuple(str(text.value).strip() for text in plugin.keys.texts("inference_columns"))
        output = plugin.keys.text("output_column_name") or "llm_output"
        made = [(output, names or tuple(column.name for column in given.columns))]
    return given.with_columns(
        Column(
            name,
            changed(
                (value for one in names for value in _column(given, one).values) if names else given.rest,
                Transform.DERIVED,
                plugin.name,
            ),
        )
        for name, names in made
    )


def _service(plugin: Plugin) -> tuple[DatasetMention | None, Location]:
    keys = plugin.keys
    path = next(iter(keys.texts(*_PATHS)), None)
    provider = (keys.text("model_provider") or "").lower()
    if path is not None:
        text, place = str(path.value).strip(), path.location
    elif provider == "amazon" and (region := keys.text("region")) is not None:
        text, place = f"https://bedrock-runtime.{region}.amazonaws.com", plugin.location
    elif provider in _SERVICES:
        text, place = _SERVICES[provider], plugin.location
    else:
        return None, plugin.location
    endpoint = read_address(text if "://" in text or text.startswith("$") else f"https://{text}")
    return dataset_at(endpoint, (endpoint.address,)), place


def _sent(plugin: Plugin) -> tuple[str, ...]:
    if plugin.family == "embedding":
        fields = plugin.keys.mapping("vectorization_fields")
        found = (
            name for _, value in (fields.entries if fields is not None else ()) for name in _names(value)
        )
        return tuple(dict.fromkeys(found))
    return tuple(str(text.value).strip() for text in plugin.keys.texts("inference_columns"))


def _names(value: Node) -> tuple[str, ...]:
    """The columns that make one vector: a name, a list of names, or objects that name their field."""
    found: list[str] = []
    for item in items_of(value):
        if isinstance(item, Mapping):
            found += [name for name in (Keys(item).text("field", "field_name"),) if name is not None]
        elif isinstance(item, Scalar):
            found += [str(text.value).strip() for text in scalars(item)]
    return tuple(found)


def _column(given: Table, name: str) -> Column:
    return given.column(name) or Column(name)


def _rest(given: Table) -> tuple[Column, ...]:
    return (Column("*", given.rest),) if given.rest else ()
