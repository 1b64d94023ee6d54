"""Where a plugin reads or writes: the datasets its parameter names, and the queries it runs instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.datax.parameters import Block, blocks_of, scalars
from kuajing.readers.datax.plugins import Plugin
from kuajing.readers.datax.table_names import expanded, name_parts
from kuajing.readers.places import dataset_at, on_worker, trimmed
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Scalar

_WHOLE_PLACEHOLDER = re.compile(r"\$\{[^{}]*\}|\$\w+")
_PLAIN = re.compile(r"[\w.$*{}\[\]/-]{1,120}")
_PLACES = ("endpoint", "url", "baseUrl", "host", "hostname", "server", "address", "servers", "hosts")
_NAMES = (
    *(
        "table",
        "tableName",
        "object",
        "objectName",
        "sobject",
        "collection",
        "collectionName",
        "topic",
        "index",
    ),
    *("entity", "dataset", "sheet", "stream", "queue", "bucket", "path", "fileName", "database", "dbName"),
)


@dataclass(frozen=True, slots=True)
class Store:
    """A dataset that a plugin reads or fills, and the place that names it."""

    mention: DatasetMention
    location: Location


@dataclass(frozen=True, slots=True)
class Query:
    """SQL that a reader runs at an endpoint in place of tables and columns."""

    text: Scalar
    endpoint: Endpoint


def stores_of(parameter: Mapping, plugin: Plugin) -> tuple[Store, ...]:
    """Every dataset of a parameter: each table at each address of each connection."""
    found = {store.mention: store for block in blocks_of(parameter) for store in _in_block(block, plugin)}
    if not found and plugin.guessed is not None:
        return tuple(_of_unknown(block, plugin.guessed, plugin) for block in blocks_of(parameter))
    return tuple(found.values())


def _of_unknown(block: Block, family: str, plugin: Plugin) -> Store:
    """Where a plugin that no row describes works: a system of its own, known by the plugin and what it names.

    Only keys that name a place or a table are looked at, so no key of access is ever shown.
    """
    endpoints = tuple(endpoint for endpoint, _ in _endpoints(block, plugin))
    names = (text for key in _NAMES if (text := block.first(key)) is not None)
    name = next(
        (str(text.value).strip() for text in names if _PLAIN.fullmatch(str(text.value).strip())), None
    )
    if not endpoints:
        places = (text for key in _PLACES if (text := block.first(key)) is not None)
        endpoints = tuple(_place(str(text.value).strip(), family) for text in places)
    if endpoints:
        return Store(DatasetMention((name or family,), endpoint=endpoints[0]), block.parameter.location)
    endpoint = Endpoint(family, f"{family}:{name}" if name else family)
    return Store(DatasetMention((name or family,), endpoint=endpoint), block.parameter.location)


def _place(text: str, family: str) -> Endpoint:
    endpoint = read_address(_whole_address(text, family, None))
    return endpoint if "://" in text or endpoint.placeholder else replace(endpoint, kind=family)


def queries_of(parameter: Mapping, plugin: Plugin) -> tuple[Query, ...]:
    """Every `querySql` of a parameter at every address of its connection."""
    return tuple(
        Query(text, endpoint)
        for block in blocks_of(parameter)
        for text in scalars(block.value(("querySql",)))
        for endpoint, _ in _endpoints(block, plugin)
        if isinstance(text.value, str) and text.value.strip()
    )


def side_queries_of(parameter: Mapping, plugin: Plugin) -> tuple[tuple[Scalar, Endpoint], ...]:
    """Every `preSql` and `postSql` of a parameter with each address it runs at."""
    return tuple(
        (text, endpoint)
        for block in blocks_of(parameter)
        for key in ("preSql", "postSql")
        for text in scalars(block.value((key,)))
        for endpoint, _ in _endpoints(block, plugin)
        if plugin.is_relational and isinstance(text.value, str) and text.value.strip()
    )


def _in_block(block: Block, plugin: Plugin) -> Iterator[Store]:
    if plugin.kind == "local":
        for path in _paths(block, plugin):
            yield Store(on_worker(str(path.value)), path.location)
    for endpoint, place in (*_endpoints(block, plugin), *_load_hosts(block, plugin)):
        yield from _at(endpoint, place, block, plugin)


def _endpoints(block: Block, plugin: Plugin) -> Iterator[tuple[Endpoint, Location]]:
    for key in plugin.addresses:
        texts = [text for text in scalars(block.value(key)) if str(text.value).strip()]
        if texts and plugin.clusters:
            yield _endpoint(",".join(str(text.value) for text in texts), block, plugin), texts[0].location
        else:
            yield from ((_endpoint(str(text.value), block, plugin), text.location) for text in texts)
        if texts:
            return
    host = block.first(plugin.host)
    if host is not None:
        port = block.first(plugin.port)
        authority = str(host.value) if port is None else f"{host.value}:{port.value}"
        yield _endpoint(authority, block, plugin), host.location
    elif plugin.default_address is not None:
        yield _endpoint(plugin.default_address, block, plugin), block.parameter.location


def _load_hosts(block: Block, plugin: Plugin) -> Iterator[tuple[Endpoint, Location]]:
    """The hosts that rows are loaded through, where they are others than those of the connection."""
    known = {host for endpoint, _ in _endpoints(block, plugin) for host in endpoint.hosts}
    databases = [endpoint.database for endpoint, _ in _endpoints(block, plugin)]
    for key in plugin.loads:
        texts = [text for text in scalars(block.value((key,))) if str(text.value).strip()]
        if not texts:
            continue
        hosts = ",".join(host.strip() for text in texts for host in re.split("[;,]", str(text.value)))
        endpoint = _endpoint(hosts, block, replace(plugin, scheme="http"))
        if not set(endpoint.hosts) <= known or endpoint.placeholder:
            database = endpoint.database or next(iter(databases), None)
            yield replace(endpoint, database=database), texts[0].location


def _endpoint(text: str, block: Block, plugin: Plugin) -> Endpoint:
    scheme = plugin.scheme
    if plugin.protocols and (protocol := block.said(("protocol",))) is not None:
        scheme = protocol.lower()
    bucket, database = block.said(plugin.buckets), block.said(plugin.databases)
    if bucket is not None:
        return _bucket(_whole_address(text.strip(), scheme, None), bucket, plugin)
    endpoint = read_address(_whole_address(text.strip(), scheme, database))
    kind = scheme if plugin.protocols else plugin.kind or endpoint.kind
    return replace(
        endpoint,
        kind=endpoint.kind if endpoint.kind == "placeholder" else kind,
        database=database or endpoint.database,
        schema=block.said(plugin.schemas) or endpoint.schema,
        path=None if database else endpoint.path,
    )


def _bucket(address: str, bucket: str, plugin: Plugin) -> Endpoint:
    """A bucket under the host that keeps it: stores that tell the bucket by the host are read by their host."""
    scheme, _, host = address.partition("://")
    endpoint = read_address(f"{scheme}://{bucket}.{host}")
    if endpoint.bucket is not None:
        return endpoint
    endpoint = read_address(address)
    kind = plugin.kind or endpoint.kind
    return replace(endpoint, kind=kind, address=f"{kind}://{bucket}", bucket=bucket, path=None)


def _whole_address(text: str, scheme: str, inside: str | None) -> str:
    """An address with its scheme and what it holds, from one that may be hosts alone."""
    if _WHOLE_PLACEHOLDER.fullmatch(text) or text.lower().startswith(("jdbc:", "||")):
        return text
    if "://" not in text:
        text = f"{scheme}://{text}"
    authority = text.partition("://")[2]
    return f"{text.rstrip('/')}/{inside}" if inside and "/" not in authority.rstrip("/") else text


def _at(endpoint: Endpoint, place: Location, block: Block, plugin: Plugin) -> Iterator[Store]:
    if plugin.paths:
        for path in _paths(block, plugin):
            text = str(path.value).lstrip("/") if endpoint.kind != "file" else str(path.value)
            yield Store(dataset_at(replace(endpoint, path=trimmed(text)), ()), path.location)
        return
    names = [
        (name, text.location)
        for key in plugin.datasets
        for text in scalars(block.value((key,)))
        for name in expanded(str(text.value), numbered=plugin.is_relational)
    ]
    for name, location in names:
        named = name_parts(name) if plugin.dialect or plugin.is_relational else (name,)
        yield Store(DatasetMention(named, endpoint=endpoint), location)
    if not names and not plugin.datasets:
        yield Store(dataset_at(endpoint, (endpoint.database or endpoint.kind,)), place)


def _paths(block: Block, plugin: Plugin) -> Iterator[Scalar]:
    file = block.said(plugin.files)
    for key in plugin.paths:
        for text in scalars(block.value((key,))):
            path = str(text.value).strip()
            if path:
                yield replace(text, value=f"{path.rstrip('/')}/{file}" if file else path)
