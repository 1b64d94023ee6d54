"""Where a plugin reads or writes: the datasets that its keys name, table by table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.datax.table_names import name_parts
from kuajing.readers.places import dataset_at, on_worker, trimmed
from kuajing.readers.seatunnel.connectors import Connector
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.location import Location
from kuajing.source.nodes import Scalar

_TABLES = ("tables_configs", "tables-configs", "table_list", "table-list", "index_list", "collections")
_WHOLE = re.compile(r"\$\{[^{}]*\}|\$\w+")
_HOSTED = {"s3", "oss", "cos", "obs"}
ALL_TABLES = "*"
"""Stands for tables of a database that nobody names."""


@dataclass(frozen=True, slots=True)
class Store:
    """A dataset that a plugin reads or fills, and the place that names it."""

    mention: DatasetMention
    location: Location


def tables_of(keys: Keys) -> tuple[Keys, ...]:
    """The tables that a plugin lists, each with the plugin around it; a plugin without a list is its own table."""
    for key in _TABLES:
        found = keys.mappings(key)
        if found:
            return tuple(Keys(one, keys) for one in found)
    return (keys,)


def stores_of(keys: Keys, connector: Connector) -> tuple[Store, ...]:
    """Every dataset that one table of a plugin names, at each of its addresses."""
    if connector.is_local:
        return tuple(
            Store(on_worker(str(path.value).strip()), path.location) for path in keys.texts(*connector.paths)
        )
    found = (
        store
        for endpoint, place in endpoints_of(keys, connector)
        for store in _at(endpoint, place, keys, connector)
    )
    return tuple({store.mention: store for store in found}.values())


def endpoints_of(keys: Keys, connector: Connector) -> Iterator[tuple[Endpoint, Location]]:
    """The address of a table of a plugin, and the hosts its rows go through where those are others."""
    texts = keys.texts(*connector.addresses)
    if texts:
        first = _endpoint(",".join(str(text.value).strip() for text in texts), keys, connector)
        place = texts[0].location
    elif connector.host is not None and (hosts := keys.texts(connector.host)):
        port = keys.text(connector.port) if connector.port is not None else None
        authority = str(hosts[0].value).strip()
        first = _endpoint(authority if port is None else f"{authority}:{port}", keys, connector)
        place = hosts[0].location
    elif connector.default_address is not None:
        first, place = _endpoint(connector.default_address, keys, connector), keys.location
    elif connector.buckets and (buckets := keys.texts(*connector.buckets)):
        first, place = _endpoint("", keys, connector), buckets[0].location
    else:
        return
    yield first, place
    for key in connector.loads:
        loads = keys.texts(key)
        if loads:
            hosts_text = ",".join(str(text.value).strip() for text in loads)
            other = _endpoint(hosts_text, keys, replace(connector, scheme="http"))
            if not set(other.hosts) <= set(first.hosts):
                yield replace(other, database=other.database or first.database), loads[0].location


def _endpoint(text: str, keys: Keys, connector: Connector) -> Endpoint:
    region = keys.text(*connector.regions)
    bucket = keys.text(*connector.buckets)
    if bucket is not None:
        return _bucket(text, bucket, region, connector)
    if (
        connector.is_guessed
        and connector.port is not None
        and (port := keys.text(connector.port)) is not None
    ):
        text = text if ":" in text or not port.isdigit() else f"{text}:{port}"
    endpoint = read_address(_whole(text.replace(";", ","), connector.scheme) if "jdbc:" not in text else text)
    database = keys.text(*connector.databases)
    endpoint = replace(
        endpoint,
        kind=endpoint.kind if endpoint.kind == "placeholder" else connector.kind or endpoint.kind,
        database=database or endpoint.database,
        schema=keys.text(*connector.schemas) or endpoint.schema,
    )
    return replace(endpoint, provider=connector.provider, region=region) if region else endpoint


def _bucket(address: str, bucket: str, region: str | None, connector: Connector) -> Endpoint:
    """A bucket; stores that tell the bucket by the host are read by their host."""
    kind = connector.kind or "s3"
    scheme, mark, name = bucket.rpartition("://")
    name, _, below = name.partition("/")
    prefix = below.strip("/") or None
    endpoint = read_address(f"{scheme}{mark}{name}" if mark else f"{kind}://{name}")
    if address and not _WHOLE.fullmatch(address):
        host = address.partition("://")[2] if "://" in address else address
        named = read_address(f"https://{name}.{host}")
        beside = named if named.bucket is not None else read_address(_whole(address, "https"))
        endpoint = replace(
            endpoint,
            kind=kind,
            hosts=beside.hosts,
            port=beside.port,
            bucket=name,
            placeholder=beside.placeholder,
        )
    elif address:
        endpoint = replace(endpoint, kind=kind, placeholder=read_address(address).placeholder)
    endpoint = replace(endpoint, path=prefix)
    return replace(endpoint, provider=connector.provider, region=region) if region else endpoint


def _whole(text: str, scheme: str) -> str:
    if "://" in text or _WHOLE.fullmatch(text) or text.lower().startswith("jdbc:") or text.startswith("/"):
        return text
    return f"{scheme}://{text}"


def _at(endpoint: Endpoint, place: Location, keys: Keys, connector: Connector) -> Iterator[Store]:
    if connector.paths:
        for path in keys.texts(*connector.paths) or (None,):
            yield _at_path(endpoint, path, place)
        return
    if connector.is_single:
        yield Store(dataset_at(endpoint, (endpoint.database or endpoint.kind,)), place)
        return
    names = [
        (name, text.location)
        for text in keys.texts(*connector.identifiers, *connector.names)
        for name in listed(text)
    ]
    for name, location in names:
        yield Store(DatasetMention(name, endpoint=endpoint), location)


def listed(text: Scalar) -> Iterator[tuple[str, ...]]:
    """The names that one text stands for, parted by commas, each in its parts."""
    for name in str(text.value).split(","):
        parts = name_parts(name.strip())
        if parts:
            yield parts


def _at_path(endpoint: Endpoint, path: Scalar | None, place: Location) -> Store:
    if path is None:
        return Store(dataset_at(endpoint, (endpoint.kind,)), place)
    text = str(path.value).strip().lstrip("/")
    whole = "/".join(part for part in (endpoint.path, trimmed(text)) if part)
    return Store(dataset_at(replace(endpoint, path=whole or None), ()), path.location)
