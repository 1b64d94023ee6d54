"""Whether a declared pattern means an endpoint, and how narrowly: the narrowest pattern wins."""

from fnmatch import fnmatchcase
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from kuajing.addresses.authority import folded, is_ip
from kuajing.addresses.kinds import BUCKET_KINDS, DEFAULT_PORTS
from kuajing.addresses.read import read_address
from kuajing.model.endpoints import Endpoint

# Each step outweighs everything below it: an exact name, then a wildcard by its literal signs, then a network by
# its prefix. Within one host the path counts most, then the database, then the port.
_EXACT = 4_000_000
_WILDCARD = 2_000_000
_NETWORK = 1_000_000
_PER_SIGN = 4_000
_DATABASE = 2_000
_PORT = 1_000
_PLACEHOLDER = 500  # the name a source uses beats the default it would fall back to
_MOST_PATH = 900


def matches(pattern: str, endpoint: Endpoint) -> int | None:
    """How narrowly a declared endpoint pattern means this endpoint; None where it does not.

    Host, port and database beat host and port, which beat the host alone, then a wildcard (`*.example.com`) with
    more literal signs, then a network (`10.0.0.0/8`) with a longer prefix. Of two buckets or paths the longer prefix
    wins. Connection ids, placeholders and other names must be equal. A host matches any host of a list. A port or
    database that the pattern names must be known of the endpoint; the usual port of its kind counts as known.
    """
    network = _network(pattern.strip())
    if network is not None:
        return _in_network(network, endpoint)
    declared = _declared(pattern)
    if (
        not endpoint.hosts
        and not endpoint.bucket
        and declared.address.casefold() == endpoint.address.casefold()
    ):
        return _EXACT
    if declared.kind in BUCKET_KINDS and declared.bucket is not None:
        return _bucket(declared, endpoint)
    if declared.placeholder is not None and not declared.hosts:
        return (
            _details(declared, endpoint, _EXACT + _PLACEHOLDER)
            if declared.placeholder == endpoint.placeholder
            else None
        )
    if declared.kind == "file":
        return _path(declared, endpoint, _EXACT) if endpoint.kind == "file" else None
    return _by_host(declared, endpoint)


@lru_cache(maxsize=4096)
def _declared(pattern: str) -> Endpoint:
    return read_address(pattern)


def _network(text: str) -> IPv4Network | IPv6Network | None:
    """A network in CIDR form; an address with a database called by a number is taken for one too."""
    if "/" not in text:
        return None
    try:
        return ip_network(text, strict=False)
    except ValueError:
        return None


def _in_network(network: IPv4Network | IPv6Network, endpoint: Endpoint) -> int | None:
    for host in endpoint.hosts:
        if is_ip(host) and ip_address(host) in network:
            return _NETWORK + network.prefixlen * _PER_SIGN
    return None


def _bucket(declared: Endpoint, endpoint: Endpoint) -> int | None:
    if endpoint.kind != declared.kind or endpoint.bucket is None or declared.bucket is None:
        return None
    if declared.hosts and endpoint.hosts and declared.hosts != endpoint.hosts:
        return None
    if any(sign in declared.bucket for sign in "*?"):
        if not fnmatchcase(endpoint.bucket.lower(), declared.bucket.lower()):
            return None
        return _path(declared, endpoint, _WILDCARD + len(declared.bucket) * _PER_SIGN)
    return _path(declared, endpoint, _EXACT) if declared.bucket == endpoint.bucket else None


def _path(declared: Endpoint, endpoint: Endpoint, score: int) -> int | None:
    """A path means itself and everything below it."""
    prefix = (declared.path or "").strip("/")
    path = (endpoint.path or "").strip("/")
    if prefix and path != prefix and not path.startswith(f"{prefix}/"):
        return None
    return score + min(len(prefix), _MOST_PATH)


def _by_host(declared: Endpoint, endpoint: Endpoint) -> int | None:
    best: int | None = None
    for wanted in declared.hosts:
        for host in endpoint.hosts:
            score = _host(wanted, host)
            if score is not None and _port_fits(declared, endpoint, host):
                found = _details(declared, endpoint, score)
                best = found if best is None or (found is not None and found > best) else best
    return best


def _host(wanted: str, host: str) -> int | None:
    if "*" in wanted or "?" in wanted:
        literal = sum(sign not in "*?" for sign in wanted)
        return _WILDCARD + min(literal, 250) * _PER_SIGN if fnmatchcase(host, folded(wanted)) else None
    return _EXACT if wanted == host else None


def _port_fits(declared: Endpoint, endpoint: Endpoint, host: str) -> bool:
    if declared.port is None or declared.port == endpoint.port:
        return True
    if len(endpoint.hosts) > 1 and f"{host}:{declared.port}" in endpoint.address.split("://")[-1].split(
        "/", 1
    )[0].split(","):
        return True
    usual = DEFAULT_PORTS.get(endpoint.kind)
    return endpoint.port is None and usual in {None, declared.port}


def _details(declared: Endpoint, endpoint: Endpoint, score: int) -> int | None:
    if declared.port is not None:
        score += _PORT
    if declared.database is not None:
        if (endpoint.database or "").casefold() != declared.database.casefold():
            return None
        score += _DATABASE
        if declared.schema is not None:
            if (endpoint.schema or "").casefold() != declared.schema.casefold():
                return None
            score += _MOST_PATH // 2
    return _path(declared, endpoint, score) if declared.path else score
