"""The ids that the systems found are given; addresses that one compose service explains share one."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kuajing.model.estate import System
from kuajing.model.names import DatasetName

_SERVICE = re.compile(r"conn:[^/]+/(?P<service>.+)")
_ANYONES = frozenset({"api", "db", "endpoint", "host", "mysql", "redis", "server", "service", "www"})
"""First names of hosts that say nothing of one."""
UNPLACED = "main"
"""The id of the system on which files run that nothing places."""


def ids_of(found: Iterable[System]) -> Mapping[str, str]:
    """An id for each system found, made of its label.

    A bare host that is called as the only service of that name is that service: the two share an id.
    """
    systems = sorted(found, key=lambda system: system.id)
    services = _services(systems)
    bearers: dict[str, set[str]] = defaultdict(set)
    for system in systems:
        for short in _shorter(system):
            bearers[short.casefold()].add(system.id)
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for system in systems:
        if system.id in services:
            continue
        base = next(
            short
            for short in _shorter(system)
            if len(bearers[short.casefold()]) == 1 or short == _whole(system)
        )
        name, number = base, 1
        while name.casefold() in taken or name == "unknown":
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        ids[system.id] = name
    return {**ids, **{service: ids[host] for service, host in services.items()}}


def dataset_id(name: DatasetName, ids: Mapping[str, str]) -> str:
    """A dataset as the declaration names it."""
    return ".".join((ids.get(name.system, name.system), *name.path))


def _shorter(system: System) -> Iterator[str]:
    """What a system may be called, the shortest first: its host's own name, its host, its whole label."""
    hosts = {host for endpoint in system.endpoints for host in endpoint.hosts}
    if len(hosts) == 1:
        host = hosts.pop()
        own, _, rest = host.partition(".")
        if rest and not own.isdecimal() and own not in _ANYONES:
            yield _as_id(own)
        yield _as_id(host)
    yield _whole(system)


def _whole(system: System) -> str:
    return _as_id(system.label if system.endpoints else UNPLACED)


def _as_id(label: str) -> str:
    return re.sub(r"\W+", "-", unicodedata.normalize("NFKC", label)).strip("-_") or "system"


def _services(systems: Iterable[System]) -> dict[str, str]:
    """Of each service whose name is the host of one address alone, the system at that address."""
    hosts: dict[str, set[str]] = defaultdict(set)
    services: dict[str, set[str]] = defaultdict(set)
    for system in systems:
        for endpoint in system.endpoints:
            service = _SERVICE.fullmatch(endpoint.placeholder or endpoint.address)
            if service:
                services[service["service"].casefold()].add(system.id)
            for host in endpoint.hosts if len(endpoint.hosts) == 1 else ():
                hosts[host.casefold()].add(system.id)
    return {
        min(one): min(hosts[name])
        for name, one in services.items()
        if len(one) == 1 and len(hosts.get(name, ())) == 1
    }
