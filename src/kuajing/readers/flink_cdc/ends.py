"""Where a source or a sink of a pipeline is, and what a table that it names is called there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.flink_cdc.connectors import Connector
from kuajing.readers.placeholders import fill_address
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.location import Location

_PROTOCOL = re.compile(r"\b\w+://")
_WITHOUT_SCHEME = re.compile(r"\$\{[^{}]*\}|\$\w+|jdbc:.*|/.*", re.IGNORECASE | re.DOTALL)
_BESIDE_TABLE = 2
"""How many parts of a table's name sinks keep: schema or database, and table."""

Place = tuple[Endpoint, Location]


def places_of(keys: Keys, connector: Connector, values: Mapping[str, str]) -> Iterator[Place]:
    """The address of a source or sink, and the hosts its rows go through where those are others."""
    first = _first(keys, connector, values)
    if first is None:
        return
    yield first
    for key in connector.loads:
        texts = keys.texts(key)
        if texts:
            other = _read(_joined(texts, values), keys, replace(connector, scheme="http"))
            if other.hosts and not set(other.hosts) <= set(first[0].hosts):
                yield other, texts[0].location


def table_at(endpoint: Endpoint, parts: tuple[str, ...], connector: Connector) -> DatasetMention:
    """The dataset that a table of these parts is, or fills, at a place."""
    tail = parts[-_BESIDE_TABLE:]
    match connector.naming:
        case "topic":
            path: tuple[str, ...] = (".".join(parts),)
        case "tail":
            path = parts[-1:]
        case "lake":
            path = _below(endpoint, (*(f"{one}.db" for one in tail[:-1]), tail[-1]), tail)
        case "folders":
            path = _below(endpoint, tail, tail)
        case "table":
            path = tail
    return DatasetMention(path, endpoint=endpoint)


def named_at(endpoint: Endpoint, name: str) -> DatasetMention:
    """The dataset of a name of its own, such as a topic."""
    return DatasetMention((name,), endpoint=endpoint)


def _below(endpoint: Endpoint, folders: tuple[str, ...], table: tuple[str, ...]) -> tuple[str, ...]:
    """A folder below the path of a warehouse; a catalogue that names no warehouse knows tables."""
    if endpoint.bucket is None and endpoint.path is None:
        return table
    whole = "/".join(part for part in ((endpoint.path or "").rstrip("/"), *folders) if part)
    return (endpoint.bucket, whole) if endpoint.bucket is not None else (whole,)


def _first(keys: Keys, connector: Connector, values: Mapping[str, str]) -> Place | None:
    texts = keys.texts(*connector.addresses)
    if texts:
        return _read(_joined(texts, values), keys, connector), texts[0].location
    hosts = keys.texts(*connector.host)
    if hosts:
        port = keys.text(connector.port)
        host = _joined(hosts[:1], values)
        return _read(host if port is None or ":" in host else f"{host}:{port}", keys, connector), hosts[
            0
        ].location
    if connector.default_address is not None:
        return _read(connector.default_address, keys, connector), keys.location
    return None


def _joined(texts: tuple[object, ...], values: Mapping[str, str]) -> str:
    return ",".join(fill_address(str(getattr(text, "value", "")).strip(), values) for text in texts)


def _read(text: str, keys: Keys, connector: Connector) -> Endpoint:
    if connector.naming == "topic" and connector.kind in {"kafka", "pulsar"}:
        text = _PROTOCOL.sub("", text)
    if "jdbc:" not in text:
        text = text.replace(";", ",")
    if "://" not in text and not _WITHOUT_SCHEME.fullmatch(text):
        text = f"{connector.scheme}://{text}"
    endpoint = read_address(text)
    kind = endpoint.kind if endpoint.kind == "placeholder" else _kind(connector, endpoint)
    return replace(
        endpoint,
        kind=kind,
        database=keys.text(*connector.databases) or endpoint.database,
        region=keys.text(*connector.regions) or endpoint.region,
    )


def _kind(connector: Connector, endpoint: Endpoint) -> str:
    return {"postgresql": "postgres"}.get(connector.kind or "", connector.kind or endpoint.kind)
