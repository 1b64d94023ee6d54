"""The outputs of a `profiles.yml`: which store each connects to, by the few keys that name a place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.readers.dbt.adapters import adapter_named
from kuajing.readers.held import entries, member, words
from kuajing.readers.placeholders import fill_address
from kuajing.source.location import Location
from kuajing.source.nodes import Node

_ENVIRONMENT = re.compile(
    r"\{\{\s*env_var\(\s*['\"](?P<name>\w+)['\"]\s*(?:,\s*['\"](?P<default>[^'\"{}]*)['\"]\s*)?\)[^{}]*\}\}"
)
_PORT = re.compile(r":\d{1,5}$")
_NAME = re.compile(r"[\w.\-]{1,80}")


@dataclass(frozen=True, slots=True)
class Output:
    """One output of a profile: where it connects to; `is_target` where it is the one used unless another is named."""

    profile: str
    name: str
    adapter: str
    endpoint: Endpoint | None
    is_target: bool
    location: Location


def outputs_of(node: Node, values: Mapping[str, str]) -> Iterator[Output]:
    """Every output of every profile of a file."""
    for profile, held in entries(node):
        target = _filled(words(member(held, "target")), values)
        target = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", target) or "default"
        for name, output in entries(member(held, "outputs")):
            adapter = words(member(output, "type")).lower()
            if adapter:
                endpoint = _endpoint(output, adapter, values)
                yield Output(_safe(profile), _safe(name), adapter, endpoint, name == target, output.location)


def _endpoint(output: Node, name: str, values: Mapping[str, str]) -> Endpoint | None:
    adapter = adapter_named(name)

    def first(*keys: str) -> str:
        found = (_filled(words(member(output, key)), values) for key in keys)
        return next((text for text in found if text), "")

    host, database = first(*adapter.hosts), first(*adapter.databases)
    region = first("location", "region_name", "region") or None
    if adapter.scheme == "bigquery":
        found = read_address(f"bigquery://{database}") if database else None
        return replace(found, provider="gcp" if region else None, region=region) if found else None
    if adapter.scheme == "athena":
        return read_address(f"athena://athena.{region}.amazonaws.com/{database}") if region else None
    if not host:
        return None
    if "://" in host:
        host = host.partition("://")[2].split("/", 1)[0]
    port = first("port")
    place = f"{host}:{port}" if port and not _PORT.search(host) else host
    found = read_address(
        f"{adapter.scheme}://{place}/{database}" if database else f"{adapter.scheme}://{place}"
    )
    return None if found.kind == "unknown" else found


def _filled(text: str, values: Mapping[str, str]) -> str:
    """A value with the variables of the environment as placeholders, and with what is known of them."""

    def put(found: re.Match[str]) -> str:
        default = found["default"]
        return f"${{{found['name']}:-{default}}}" if default else f"${{{found['name']}}}"

    return fill_address(_ENVIRONMENT.sub(put, text), values)


def _safe(name: str) -> str:
    return name if _NAME.fullmatch(name) else "?"
