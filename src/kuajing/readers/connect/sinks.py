"""What a sink connector calls the datasets it fills, topic by topic."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuajing.model.facts import DatasetMention
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.connect.configs import Config
from kuajing.readers.connect.lists import Entry, entries, pairs
from kuajing.readers.connect.patterns import wildcards
from kuajing.readers.connect.rows import Row
from kuajing.readers.connect.sources import Place
from kuajing.readers.datax.table_names import name_parts
from kuajing.readers.places import dataset_at, on_worker
from kuajing.readers.seatunnel.stores import endpoints_of

_TOPIC = re.compile(r"\$\{(?:topic|source\.(?P<part>table|schema|db|name))\}")
_FOLDER = "topics"
_OF_TOPIC = {"table": -1, "schema": -2, "db": 1}


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that is read: its name, with wildcards where a pattern stands for several."""

    name: str
    entry: Entry


def topics_of(config: Config) -> tuple[Topic, ...]:
    """The topics that a sink reads."""
    plain = tuple(Topic(one.text, one) for one in entries(config.keys, "topics"))
    if plain:
        return plain
    patterns = config.keys.texts("topics.regex", "topics.pattern")
    return tuple(
        Topic(wild, Entry(str(text.value).strip(), text.location))
        for text in patterns
        for wild in wildcards(str(text.value).strip())
    )


def filled_by(config: Config, row: Row, place: Place, topic: str) -> tuple[DatasetMention, ...]:
    """The datasets that the rows of a topic go into; `topic` is its name after all steps."""
    if row.store.is_local:
        path = config.keys.text(*row.store.paths)
        return (on_worker(path),) if path is not None else ()
    if row.store.buckets or row.store.paths:
        return tuple(_in_folder(config, row, topic))
    if row.store.is_single:
        endpoint = place.endpoint
        return (dataset_at(endpoint, (endpoint.database or endpoint.address,)),)
    mapped = dict(pairs(config.keys, *row.maps)) if row.maps else {}
    own = config.keys.text(*(f"topic.override.{topic}.{key}" for key in row.formats)) if row.formats else None
    form = own or mapped.get(topic)
    if form is not None:
        return tuple(DatasetMention(parts, endpoint=place.endpoint) for parts in (name_parts(form),) if parts)
    forms = entries(config.keys, *row.formats) if row.formats else ()
    names = [_named(one.text, topic) for one in forms] or [_named(row.form, topic)]
    return tuple(_table(name, row, place) for name in names if name)


def _table(name: str, row: Row, place: Place) -> DatasetMention:
    if row.is_flat:
        name = name.replace(".", "_").replace("-", "_")
    kind = place.endpoint.kind
    parts = (name,) if ALL_COLUMNS in name or kind in _ONE_PART else name_parts(name)
    return DatasetMention(parts or (name,), endpoint=place.endpoint)


_ONE_PART = frozenset(
    {"clickhouse", "elasticsearch", "mongodb", "redis", "ibmmq", "rabbitmq", "mqtt", "sqs", "kinesis"}
)
"""Kinds of store whose names may hold dots that mean nothing."""


def _named(form: str, topic: str) -> str:
    def put(found: re.Match[str]) -> str:
        if found["part"] is None:
            return topic
        parts = topic.split(".")
        at = _OF_TOPIC.get(found["part"], -1)
        return parts[at] if len(parts) > 1 and -len(parts) <= at < len(parts) else parts[-1]

    return _TOPIC.sub(put, form.strip())


def _in_folder(config: Config, row: Row, topic: str) -> Iterator[DatasetMention]:
    """Objects or files below a folder with the name of the topic."""
    folder = (config.keys.text(*row.store.paths) or _FOLDER).strip("/")
    folder = folder.replace("${topic}", topic).replace("{{topic}}", topic)
    below = folder if topic in folder else f"{folder}/{topic}"
    below = re.sub(r"/?[^/]*\$\{(?:timestamp|partition)[^{}]*\}.*", "", below)
    for endpoint, _ in endpoints_of(config.keys, row.store):
        path = "/".join(part for part in (endpoint.path, below) if part)
        yield dataset_at(replace(endpoint, path=path), ())
