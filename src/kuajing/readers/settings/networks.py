"""Hosts that only a network of containers knows: each is kept apart from the same name in another network."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kuajing.model.endpoints import Endpoint

_BARE = re.compile(r"[a-z0-9][a-z0-9_\-]*")
_UNSAFE = re.compile(r"[^\w.\-/]+")
_ITSELF = frozenset({"localhost", "127.0.0.1", "::1"})
_INSIDE = (".svc", ".svc.cluster.local")


@dataclass(frozen=True, slots=True)
class Network:
    """One network: its name, by which other names its services go, and which of them is speaking."""

    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    itself: str = ""

    def placed(self, endpoint: Endpoint) -> Endpoint:
        """The endpoint under a name that no other network has, where its host is one of this network's."""
        if endpoint.placeholder is not None or not endpoint.hosts:
            return endpoint
        inside = [self._service(host) for host in endpoint.hosts]
        known = sorted(service for service in inside if service)
        if len(known) != len(inside):
            return endpoint
        return replace(endpoint, address=self.place(known[0]), hosts=(), placeholder=self.place(known[0]))

    def place(self, service: str) -> str:
        """What a service is called from outside, in a declaration too."""
        return f"conn:{_UNSAFE.sub('_', f'{self.name}/{service}')}"

    def _service(self, host: str) -> str:
        if host in self.names:
            return self.names[host]
        if host in _ITSELF:
            return self.itself
        for ending in _INSIDE:
            if host.endswith(ending):
                name, _, namespace = host.removesuffix(ending).partition(".")
                return name if namespace == self.name.rpartition("/")[2] else f"../{namespace}/{name}"
        return host if _BARE.fullmatch(host) and not host.isdigit() else ""
