"""Steps that send values to a model: the service they call is a sink, though it stands among the steps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.addresses import read_address
from kuajing.model.facts import DatasetMention
from kuajing.readers.connect.flowing import Flow, Flows
from kuajing.readers.connect.steps import Step, stepped
from kuajing.readers.datax.records import Value
from kuajing.readers.places import dataset_at
from kuajing.readers.seatunnel.streams import Column
from kuajing.source.location import Location

_URL = re.compile(r"embeddings\.[\w\-]+\.(?:base\.)?url")
_PROVIDER = re.compile(r"embeddings\.(?P<name>huggingface|hugging-face|voyageai|voyage-ai|openai|gemini)\.")
_SERVICES = {
    "huggingface": "https://api-inference.huggingface.co",
    "voyageai": "https://api.voyageai.com/v1",
    "openai": "https://api.openai.com/v1",
    "gemini": "https://generativelanguage.googleapis.com",
}
"""Where the services of providers answer when a step gives no address of its own."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A column that is sent to a model's service."""

    service: DatasetMention
    column: Column
    location: Location


def sent_to_models(flows: Flows, steps: tuple[Step, ...]) -> Iterator[Sending]:
    """What the steps send to models, each as the rows are when they come to it."""
    for number, step in enumerate(steps):
        service = _service(step) if step.family == "fieldtoembedding" else None
        if service is None:
            continue
        source = (step.keys.text("embeddings.field.source") or "").rpartition(".")[2]
        for flow in stepped(flows, steps[:number]).flows:
            column = _column(flow, source)
            if column is not None:
                yield Sending(service[0], column, service[1])


def _column(flow: Flow, name: str) -> Column | None:
    values: tuple[Value, ...]
    found = flow.table.column(name)
    values = found.values if found is not None else ()
    return Column(name, values) if values else None


def _service(step: Step) -> tuple[DatasetMention, Location] | None:
    for key, _ in step.keys.node.entries:
        if _URL.fullmatch(key.text) and (texts := step.keys.texts(key.text)):
            endpoint = read_address(str(texts[0].value))
            return dataset_at(endpoint, (endpoint.address,)), texts[0].location
    for key, _ in step.keys.node.entries:
        found = _PROVIDER.match(key.text)
        if found is not None:
            endpoint = read_address(_SERVICES[found["name"].replace("-", "")])
            return dataset_at(endpoint, (endpoint.address,)), step.location
    return None
