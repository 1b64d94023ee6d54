"""Datasets by the names that OpenLineage gives them: a namespace for the place, a name inside it."""

import re

from kuajing.model.endpoints import Endpoint
from kuajing.model.estate import System
from kuajing.model.names import DatasetName

_AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://[^/]*")
_ON_DISK = frozenset({"file", "local"})
_BY_PORT = {
    1433: "sqlserver",
    1521: "oracle",
    3306: "mysql",
    5432: "postgres",
    6379: "redis",
    8123: "clickhouse",
    9092: "kafka",
    9200: "elasticsearch",
    27017: "mongodb",
}
"""What most likely listens at a port, for addresses of which nobody says it."""
_ON_PATHS = frozenset({"hdfs", "http", "ftp", "ftps", "sftp", "smb"})


def place_of(name: DatasetName, system: System | None) -> tuple[str, str]:
    """Namespace and name of a dataset; a system without an address goes by its own name."""
    endpoint = _endpoint_of(name, system)
    dotted = ".".join(name.path) or "(whole)"
    if endpoint is None:
        return name.system, dotted
    if endpoint.bucket:
        inside = name.path[1:] if name.path[:1] == (endpoint.bucket,) else name.path
        return _of_bucket(endpoint), "/".join(inside) or "/"
    if endpoint.kind in _ON_DISK:
        return "file", "/".join(name.path) or "/"
    if endpoint.kind == "bigquery":
        return "bigquery", dotted
    if endpoint.placeholder and not endpoint.hosts:
        return endpoint.placeholder, dotted
    found = _AUTHORITY.match(endpoint.address)
    kind = _BY_PORT.get(endpoint.port or 0, "server") if endpoint.kind == "server" else endpoint.kind
    authority = found.group() if found else f"{kind}://{endpoint.address.partition('/')[0]}"
    return authority, "/".join(name.path) if endpoint.kind in _ON_PATHS and name.path else dotted


def _endpoint_of(name: DatasetName, system: System | None) -> Endpoint | None:
    """The address of a system that a dataset stands at: of several buckets the one that its name begins with."""
    endpoints = system.endpoints if system is not None else ()
    return next((one for one in endpoints if one.bucket and name.path[:1] == (one.bucket,)), None) or next(
        iter(endpoints), None
    )


def _of_bucket(endpoint: Endpoint) -> str:
    found = _AUTHORITY.match(endpoint.address)
    scheme = endpoint.address.partition("://")[0] if found else endpoint.kind
    is_named = found is not None and endpoint.bucket is not None and endpoint.bucket in found.group()
    return found.group() if found is not None and is_named else f"{scheme}://{endpoint.bucket}"
