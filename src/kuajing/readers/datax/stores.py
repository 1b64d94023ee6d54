"""Where a plugin reads or writes: the datasets its parameter names, and the queries it runs instead."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.datax.plugins import KeyPath, Plugin
from kuajing.readers.datax.table_names import expanded, name_parts
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_WHOLE_PLACEHOLDER = re.compile(r"\$\{[^{}]*\}|\$\w+")


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
    found = {
        store.mention: store
        for block in _blocks(parameter)
        for endpoint, place in (*_endpoints(block, plugin), *_load_hosts(block, plugin))
        for store in _at(endpoint, place, block, plugin)
    }
    return tuple(found.values())


def queries_of(parameter: Mapping, plugin: Plugin) -> tuple[Query, ...]:
    """Every `querySql` of a parameter at every address of its connection."""
    return tuple(
        Query(text, endpoint)
        for block in _blocks(parameter)
        for text in _scalars(_value(block, ("querySql",)))
        for endpoint, _ in _endpoints(block, plugin)
        if isinstance(text.value, str) and text.value.strip()
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """One connection, and the parameter that says what the connection leaves open."""

    connection: Mapping
    parameter: Mapping


def _blocks(parameter: Mapping) -> Iterator[_Block]:
    connections = parameter.get("connection")
    items = connections.items if isinstance(connections, Sequence) else (connections,)
    blocks = [_Block(item, parameter) for item in items if isinstance(item, Mapping)]
    yield from blocks or [_Block(parameter, parameter)]


def _endpoints(block: _Block, plugin: Plugin) -> Iterator[tuple[Endpoint, Location]]:
    if plugin.kind == "local":
        yield from _local(block, plugin)
        return
    for key in plugin.addresses:
        texts = [text for text in _scalars(_value(block, key)) if str(text.value).strip()]
        if texts and plugin.clusters:
            yield _endpoint(",".join(str(text.value) for text in texts), block, plugin), texts[0].location
        else:
            yield from ((_endpoint(str(text.value), block, plugin), text.location) for text in texts)
        if texts:
            return
    host = _first(block, plugin.host)
    if host is not None:
        port = _first(block, plugin.port)
        authority = str(host.value) if port is None else f"{host.value}:{port.value}"
        yield _endpoint(authority, block, plugin), host.location
    elif plugin.default_address is not None:
        yield _endpoint(plugin.default_address, block, plugin), block.parameter.location


def _local(block: _Block, plugin: Plugin) -> Iterator[tuple[Endpoint, Location]]:
    for path in _paths(block, plugin):
        text = str(path.value)
        yield Endpoint("local", text, path=text), path.location


def _load_hosts(block: _Block, plugin: Plugin) -> Iterator[tuple[Endpoint, Location]]:
    """The hosts that rows are loaded through, where they are others than those of the connection."""
    known = {host for endpoint, _ in _endpoints(block, plugin) for host in endpoint.hosts}
    databases = [endpoint.database for endpoint, _ in _endpoints(block, plugin)]
    for key in plugin.loads:
        texts = [text for text in _scalars(_value(block, (key,))) if str(text.value).strip()]
        if not texts:
            continue
        hosts = ",".join(host.strip() for text in texts for host in re.split("[;,]", str(text.value)))
        endpoint = _endpoint(hosts, block, replace(plugin, scheme="http"))
        if not set(endpoint.hosts) <= known or endpoint.placeholder:
            database = endpoint.database or next(iter(databases), None)
            yield replace(endpoint, database=database), texts[0].location


def _endpoint(text: str, block: _Block, plugin: Plugin) -> Endpoint:
    scheme = plugin.scheme
    if plugin.protocols and (protocol := _said(block, ("protocol",))) is not None:
        scheme = protocol.lower()
    database, bucket = _said(block, plugin.databases), _said(block, plugin.buckets)
    endpoint = read_address(_whole_address(text.strip(), scheme, bucket or database))
    if endpoint.kind == "placeholder":
        kind = endpoint.kind
    else:
        kind = scheme if plugin.protocols else plugin.kind or endpoint.kind
    return replace(
        endpoint,
        kind=kind,
        address=f"{kind}://{bucket}" if bucket else endpoint.address,
        database=database or endpoint.database,
        schema=_said(block, plugin.schemas) or endpoint.schema,
        bucket=bucket or endpoint.bucket,
        path=None if database or bucket else endpoint.path,
    )


def _whole_address(text: str, scheme: str, inside: str | None) -> str:
    """An address with its scheme and what it holds, from one that may be hosts alone."""
    if _WHOLE_PLACEHOLDER.fullmatch(text) or text.lower().startswith(("jdbc:", "||")):
        return text
    if "://" not in text:
        text = f"{scheme}://{text}"
    authority = text.partition("://")[2]
    return f"{text.rstrip('/')}/{inside}" if inside and "/" not in authority.rstrip("/") else text


def _at(endpoint: Endpoint, place: Location, block: _Block, plugin: Plugin) -> Iterator[Store]:
    if plugin.kind == "local":
        yield Store(DatasetMention((endpoint.address,), endpoint=endpoint), place)
    elif plugin.paths:
        for path in _paths(block, plugin):
            text = str(path.value).strip()
            parts = (endpoint.bucket, text) if endpoint.bucket else (text,)
            yield Store(DatasetMention(parts, endpoint=replace(endpoint, path=text)), path.location)
    else:
        names = [
            (name, text.location)
            for key in plugin.datasets
            for text in _scalars(_value(block, (key,)))
            for name in expanded(str(text.value), numbered=plugin.is_relational)
        ]
        for name, location in names:
            named = name_parts(name) if plugin.dialect or plugin.is_relational else (name,)
            yield Store(DatasetMention(named, endpoint=endpoint), location)
        if not names and not plugin.datasets:
            yield Store(DatasetMention((endpoint.database or endpoint.kind,), endpoint=endpoint), place)


def _paths(block: _Block, plugin: Plugin) -> Iterator[Scalar]:
    """Paths without trailing wildcards and partition folders, so that who writes and who reads one place meet."""
    file = _said(block, plugin.files)
    for key in plugin.paths:
        for text in _scalars(_value(block, (key,))):
            path = str(text.value).strip()
            if file:
                path = f"{path.rstrip('/')}/{file}"
            path = re.sub(r"(?:/[\w${}]+=[^/]*)*(?:/?\*|/)*$", "", path) or path
            if path:
                yield replace(text, value=path)


def _value(block: _Block, key: KeyPath) -> Node | None:
    for start in (block.connection, block.parameter):
        node: Node | None = start
        for name in key:
            node = _mapping(node)
            node = node.get(name) if isinstance(node, Mapping) else None
        if node is not None:
            return node
    return None


def _mapping(node: Node | None) -> Node | None:
    """A mapping as it stands, or one that a string holds as JSON."""
    if (
        not isinstance(node, Scalar)
        or not isinstance(node.value, str)
        or not node.value.lstrip().startswith("{")
    ):
        return node
    try:
        held = json.loads(node.value)
    except ValueError:
        return node
    entries = tuple(
        (Scalar(key, node.location, key), Scalar(value, node.location, value))
        for key, value in held.items()
        if isinstance(value, str)
    )
    return Mapping(entries, node.location)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Sequence) else (node,):
        if (
            isinstance(item, Scalar)
            and isinstance(item.value, str | int)
            and not isinstance(item.value, bool)
        ):
            yield item


def _first(block: _Block, key: str | None) -> Scalar | None:
    texts = _scalars(_value(block, (key,))) if key is not None else iter(())
    return next((text for text in texts if str(text.value).strip()), None)


def _said(block: _Block, keys: tuple[str, ...]) -> str | None:
    found = next((text for key in keys if (text := _first(block, key)) is not None), None)
    return str(found.value).strip() if found is not None else None
