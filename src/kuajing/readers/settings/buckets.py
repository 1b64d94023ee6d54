"""The bucket that settings name: an endpoint, a bucket and a region that stand beside each other."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.readers.placeholders import fill_address, fill_name
from kuajing.readers.settings.groups import Group
from kuajing.readers.settings.roles import BUCKETS, Role, leads_nowhere
from kuajing.source.location import Location

_NAME = re.compile(r"[A-Za-z0-9_.\-${}:]{1,128}")
_REGION = re.compile(r"[a-z][a-z0-9\-]{1,40}")
_PLACE = re.compile(r"(?:https?://)?[^\s/]+(?:/.*)?", re.IGNORECASE)


def bucket_at(group: Group, kind: str, values: Mapping[str, str]) -> tuple[Endpoint, Location] | None:
    """The object store of a group and where it is named; None where neither bucket nor endpoint is."""
    named = group.first(Role.BUCKET)
    addresses = [
        one for one in group.parts.get(Role.ADDRESS, ()) if one.text and not leads_nowhere(one.words)
    ]
    # The endpoint is told by its name; other addresses of the group may be those that visitors see.
    address = next((one for one in addresses if _is_endpoint(one.words)), None)
    address = address or next((one for one in addresses if _fits(one.words)), None)
    bucket = fill_name(named.text, values).strip() if named is not None else ""
    if not _NAME.fullmatch(bucket):
        bucket, named = "", None
    place = address or named
    if place is None:
        return None
    region = fill_name(group.said(Role.REGION), values).strip()
    endpoint = _at(fill_address(address.text, values) if address is not None else "", bucket, kind)
    if endpoint is None:
        return None
    if not endpoint.hosts and _REGION.fullmatch(region):
        endpoint = replace(endpoint, provider=BUCKETS[kind] or None, region=region)
    return endpoint, place.location


def _is_endpoint(words: tuple[str, ...]) -> bool:
    return "".join(words[-2:]).endswith(("endpoint", "endpoints", "endpointurl"))


def _fits(words: tuple[str, ...]) -> bool:
    return words[-1] in {"url", "uri", "address", "addr", "server", "servers"}


def _at(address: str, bucket: str, kind: str) -> Endpoint | None:
    if not address:
        return Endpoint(kind, f"{kind}://{bucket}", bucket=bucket)
    if not _PLACE.fullmatch(address):
        return None
    scheme, found, host = address.rpartition("://")
    scheme = scheme.lower() if found else "https"
    place = host.split("/", 1)[0]
    for url in (*((f"{scheme}://{bucket}.{place}",) if bucket else ()), f"{scheme}://{host}"):
        endpoint = read_address(url)
        if endpoint.bucket is not None:
            return replace(endpoint, address=f"{endpoint.kind}://{endpoint.bucket}", path=None)
    return _elsewhere(read_address(f"{scheme}://{host}"), bucket, kind)


def _elsewhere(endpoint: Endpoint, bucket: str, kind: str) -> Endpoint | None:
    """A store on a host of its own, whose buckets its name alone does not tell from those of others."""
    if endpoint.kind != "http":
        return None
    authority = endpoint.address.partition("://")[2].split("/", 1)[0]
    shown = f"{kind}://{authority}/{bucket}" if bucket else authority
    return replace(endpoint, kind=kind, address=shown, bucket=bucket or None, path=None)
