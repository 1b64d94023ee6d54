"""The stores that infrastructure speaks of, as endpoints: with provider, region and a name that all formats share."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kuajing.addresses import read_address
from kuajing.addresses.kinds import BUCKET_KINDS, kind_of
from kuajing.model.endpoints import Endpoint
from kuajing.readers.infrastructure import servers
from kuajing.readers.infrastructure.copies import FOLLOWED
from kuajing.readers.infrastructure.copy_kinds import End
from kuajing.readers.infrastructure.resources import IDS, Found
from kuajing.readers.infrastructure.stores import PROVIDERS, STORES, Store
from kuajing.readers.infrastructure.values import Resource, Unknown, Value, first, is_settled, text

_COS = re.compile(r"qcs::cos:(?P<region>[a-z0-9-]+)::(?P<bucket>[\w.${}-]+)")
_ARN = re.compile(r"(?P<head>arn:[\w-]+:[\w-]+:)(?:\$\{[^{}]*\}|[^:]*)(?P<tail>:.*)")
_BUCKET_ARN = re.compile(r"arn:[\w${}:-]+?:s3:::(?!accesspoint)([\w.${}:-]+)")
_WAITING = re.compile(r"^\$\{[^{}]*\}:")
_ENGINE = re.compile(r"[A-Za-z][\w.+-]{0,40}")
_NAME = re.compile(r"[\w.${}/:*-]{1,200}")
_FOLLOWED = 4
_GIVEN = ("var.", "local.", "module.", "data.", "AWS::")


@dataclass(frozen=True, slots=True)
class Region:
    """A region as it is told, or the name it waits for."""

    id: str | None = None
    waits: str = ""

    @property
    def shown(self) -> str:
        """The region in a name: what is not told is shown as what it waits for."""
        return self.id or (f"${{{self.waits}}}" if self.waits else "")


def region_of(value: Value) -> Region:
    """A value as a region."""
    if isinstance(value, Unknown):
        return Region(waits=value.name)
    if isinstance(value, Resource):
        return Region(waits=".".join((value.key.rpartition("/")[2], *value.steps)))
    told = text(value)
    if is_settled(told):
        # Object stores call a region by the name of their own endpoint there.
        return Region(re.sub(r"^(?:oss-|oss:)", "", "".join(told.lower().split())))
    waits = re.search(r"\$\{([^{}]*)\}", told)
    return Region(waits=waits[1] if waits else "")


@dataclass(frozen=True, slots=True)
class Stores:
    """All stores that the texts of one reader speak of."""

    found: Mapping[str, Found]
    ids: Mapping[str, Found]
    buckets: Mapping[tuple[str, str], Endpoint]
    names: Mapping[tuple[str, str, str], Endpoint]

    def end(self, value: Value, end: End, beside: Found) -> Endpoint | None:
        """The store that a value means, as an end of a copy that stands in `beside`; None where it names none."""
        if isinstance(value, Resource):
            return self._resource(value, end, _FOLLOWED)
        if isinstance(value, Unknown):
            # Only what somebody can give a value to is a store of its own; a counter is not.
            is_given = value.name.startswith(_GIVEN) or (bool(value.name) and "." not in value.name)
            return read_address(value.shown) if is_given else None
        return self._written(text(value), end, beside)

    def of(self, found: Found, depth: int = _FOLLOWED) -> Endpoint | None:
        """The store that a resource is, or stands for."""
        if found.type in STORES:
            return store_endpoint(found, STORES[found.type])
        paths = FOLLOWED.get(found.type) or servers.SERVERS.get(found.type, ())
        for path in paths if depth else ():
            value = first(found.values, path)
            if isinstance(value, Resource):
                return self._resource(value, End(), depth - 1)
            kind = "s3" if path.endswith("bucket_name") else ""
            if value is not None and (told := self._written(text(value), End(kind=kind), found)):
                return told
        return self._server(found, depth) if found.type in servers.SERVERS else None

    def _resource(self, value: Resource, end: End, depth: int) -> Endpoint | None:
        found = self.found.get(value.key)
        if found is None:
            label = value.key.rpartition("/")[2]
            return Endpoint(end.kind or "unknown", value.key.lstrip("/") if label else "unknown")
        return self.of(found, depth) or Endpoint(end.kind or "unknown", value.key.lstrip("/"))

    def _written(self, written: str, end: End, beside: Found) -> Endpoint | None:
        """The store that a text means: a resource by its id, an ARN, an address, a name."""
        if not written:
            return None
        known = self.ids.get(written)
        told = self.of(known) if known is not None else None
        cos = _COS.fullmatch(written)
        if told is not None:
            return told
        if cos is not None:
            return _bucket("cos", cos["bucket"], "tencent", Region(cos["region"]))
        if written.startswith("arn:"):
            return self._of_arn(written)
        is_address = "://" in written or written.startswith("jdbc:") or not _NAME.fullmatch(written)
        return read_address(written) if is_address else self._called(written, end, beside)

    def _called(self, name: str, end: End, beside: Found) -> Endpoint:
        """The store of a name; of a bucket the region counts only where the resource's own is that of the bucket."""
        cloud, here = PROVIDERS.get(beside.provider.split(".")[0], ""), region_of(beside.region)
        if end.kind in BUCKET_KINDS:
            known = self.buckets.get((end.kind, name))
            own = (cloud, here) if end.is_here else ("", Region())
            return known or _bucket(end.kind, name, *own)
        named = self.names.get((cloud, end.kind, name))
        if named is not None or not end.kind:
            return named or read_address(name)
        return _named(end.kind, name, cloud, here)

    def _of_arn(self, written: str) -> Endpoint:
        bucket = _BUCKET_ARN.match(written)
        if bucket is not None:
            provider = "aws-cn" if written.startswith("arn:aws-cn:") else "aws"
            known = self.buckets.get(("s3", bucket[1]))
            return known or _bucket("s3", bucket[1], provider, Region())
        return replace(read_address(written), path=None)

    def _server(self, found: Found, depth: int) -> Endpoint | None:
        def told(paths: Iterable[str]) -> Value:
            return next((one for path in paths if (one := first(found.values, path)) is not None), None)

        host = told(servers.HOST)
        if isinstance(host, Resource) and depth:
            return self._resource(host, End(), depth - 1)
        kind = engine(text(told(servers.ENGINE)))
        if host is None:
            return Endpoint(kind or "unknown", found.key.lstrip("/")) if kind else None
        return server(kind, text(host), text(told(servers.PORT)), text(told(servers.DATABASE)))


def engine(written: str) -> str:
    """The kind of store that a service's name for an engine means."""
    if not _ENGINE.fullmatch(written):
        return ""
    return servers.KINDS.get(written.lower()) or kind_of(written)


def server(kind: str, host: str, port: str, database: str) -> Endpoint:
    """A database on a server."""
    scheme = {"postgres": "postgresql", "sqlserver": "mssql"}.get(kind, kind) or "server"
    place = f"{host}:{port}" if port.isdigit() else host
    return replace(read_address(f"{scheme}://{place}/{database}"), kind=kind or "server")


def store_endpoint(found: Found, store: Store) -> Endpoint:
    """The endpoint of a resource that holds data."""
    provider = PROVIDERS.get(found.provider.split(".")[0], found.provider)
    own = first(found.values, store.region)
    region = region_of(own if own is not None else found.region)
    name = next((text(value) for path in store.names if (value := first(found.values, path)) is not None), "")
    if store.is_bucket and _is_name(name):
        return _bucket(store.kind, name, provider, region)
    is_told = _is_name(name)
    shown = name if is_told else found.key.lstrip("/")
    if store.kind == "azure_blob" and is_told:
        suffix = "chinacloudapi.cn" if provider == "azure-china" else "windows.net"
        host = f"{name}.blob.core.{suffix}"
        return Endpoint("azure_blob", host, (host,), provider=provider, region=region.id)
    endpoint = _named(store.kind, shown, provider, region, store.resource if is_told else "")
    database = next((text(v) for path in store.database if (v := first(found.values, path)) is not None), "")
    return replace(endpoint, database=database) if is_settled(database) else endpoint


def _is_name(name: str) -> bool:
    """Whether a text is a name, told at least in part, and can be nothing else."""
    return bool(_NAME.fullmatch(name)) and not re.fullmatch(r"\$\{[^{}]*\}", name)


def _bucket(kind: str, name: str, provider: str, region: Region) -> Endpoint:
    return Endpoint(kind, f"{kind}://{name}", bucket=name, provider=provider or None, region=region.id)


def _named(kind: str, name: str, provider: str, region: Region, resource: str = "") -> Endpoint:
    """A store that is known by its name in a provider's region; on AWS that is its ARN, whoever writes it."""
    if resource:
        partition = "aws-cn" if (region.id or "").startswith("cn-") else "aws"
        address = f"arn:{partition}:{kind}:{region.shown}:*:{resource.format(name)}"
    else:
        address = ":".join(part for part in (provider, region.shown, name) if part)
    return Endpoint(kind, address, provider=provider or None, region=region.id)


def in_region(endpoint: Endpoint, region: Region) -> Endpoint:
    """The same store in another region: its copy there. A bucket keeps its name, which is its own the world over."""
    if endpoint.bucket or endpoint.hosts or endpoint.placeholder:
        return replace(endpoint, region=region.id or endpoint.region)
    arn = _ARN.fullmatch(endpoint.address)
    if arn is not None:
        head = arn["head"]
        if region.id:
            head = re.sub(r"^arn:[\w-]+", "arn:aws-cn" if region.id.startswith("cn-") else "arn:aws", head)
        address = f"{head}{region.shown}{arn['tail']}"
    else:
        provider = endpoint.provider or ""
        old = f"{provider}:{endpoint.region}:" if endpoint.region else f"{provider}:"
        name = _WAITING.sub("", endpoint.address.removeprefix(old))
        address = f"{provider}:{region.shown}:{name}"
    provider_told = "aws" if endpoint.provider == "aws-cn" else endpoint.provider
    return replace(endpoint, address=address, region=region.id, provider=provider_told)


def stores_of(found: Iterable[Found]) -> Stores:
    """All stores that resources are."""
    by_key = {one.key: one for one in found}
    ids = {
        name: one
        for one in by_key.values()
        for path in IDS
        if is_settled(name := text(first(one.values, path)))
    }
    buckets: dict[tuple[str, str], Endpoint] = {}
    names: dict[tuple[str, str, str], Endpoint] = {}
    for one in by_key.values():
        store = STORES.get(one.type)
        if store is None:
            continue
        endpoint = store_endpoint(one, store)
        if endpoint.bucket:
            known = buckets.get((store.kind, endpoint.bucket))
            if known is None or (endpoint.region and not known.region):
                buckets[store.kind, endpoint.bucket] = endpoint
            continue
        provider = endpoint.provider or ""
        for path in store.names:
            name = text(first(one.values, path))
            if is_settled(name):
                names.setdefault((provider, store.kind, name), endpoint)
    return Stores(by_key, ids, buckets, names)
