"""Which system an endpoint belongs to: the most specific declared pattern, else a system of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kuajing.addresses import matches, read_address
from kuajing.addresses.kinds import DEFAULT_PORTS
from kuajing.model.declaration import DeclaredSystem
from kuajing.model.endpoints import Endpoint
from kuajing.model.estate import System
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location

UNPLACED = "unplaced"
"""The system of datasets whose source no rule places anywhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """A system that no declaration names, seen at an endpoint."""

    id: str
    endpoint: Endpoint


@dataclass(frozen=True, slots=True, order=True)
class _Claim:
    """A declared system whose pattern means an endpoint."""

    system: str
    pattern: str
    location: Location


def systems_at(
    endpoints: Iterable[Endpoint], systems: Iterable[DeclaredSystem]
) -> dict[Endpoint, str | Found]:
    """For each endpoint the id of the declared system it belongs to, else the system found at it.

    Raises InputErrors with every endpoint that two systems claim by equally specific patterns, and with a declared
    system of the name that is kept for what no rule places.
    """
    declared = tuple(systems)
    taken = {system.id for system in declared}
    bound: dict[Endpoint, str | Found] = {}
    ties = {_reserved(system) for system in declared if system.id == UNPLACED}
    for endpoint in endpoints:
        claims = _narrowest(endpoint, declared)
        bound[endpoint] = claims[0].system if claims else _beside(found_at(endpoint), taken)
        ties |= {_tie(endpoint, claims[0], other) for other in claims[1:]}
    if ties:
        raise InputErrors(ties)
    return bound


def declared_system_at(systems: Iterable[DeclaredSystem]) -> Callable[[Endpoint], str | None]:
    """A function that gives the declared system at an endpoint, None where none is declared.

    Of systems that tie it gives the first: `systems_at` is where a tie is told.
    """
    declared = tuple(systems)

    def system_at(endpoint: Endpoint) -> str | None:
        claims = _narrowest(endpoint, declared)
        return claims[0].system if claims else None

    return system_at


def _narrowest(endpoint: Endpoint, systems: Iterable[DeclaredSystem]) -> tuple[_Claim, ...]:
    """The systems with the most specific pattern for an endpoint, one claim each, sorted."""
    claims: list[tuple[int, _Claim]] = []
    for system in systems:
        for pattern, location in system.endpoints:
            specificity = matches(pattern, endpoint)
            if specificity is not None:
                claims.append((specificity, _Claim(system.id, pattern, location)))
    best = max((specificity for specificity, _ in claims), default=0)
    winners = sorted((claim for specificity, claim in claims if specificity == best), reverse=True)
    return tuple(sorted({claim.system: claim for claim in winners}.values()))


def _reserved(system: DeclaredSystem) -> InputError:
    return InputError(system.location, "binding.reserved_system", (("system", system.id),))


def _beside(found: Found, taken: set[str]) -> Found:
    """The found system under a name that no declared system has: a like name alone makes them not one."""
    return found if found.id not in taken else Found(f"{found.endpoint.kind}:{found.id}", found.endpoint)


def _tie(endpoint: Endpoint, first: _Claim, second: _Claim) -> InputError:
    values = (
        ("address", endpoint.address),
        ("first", first.system),
        ("first_pattern", first.pattern),
        ("place", str(first.location)),
        ("second", second.system),
        ("second_pattern", second.pattern),
    )
    return InputError(second.location, "binding.endpoint_tie", values)


def found_at(endpoint: Endpoint) -> Found:
    """The system that an endpoint shows where no declaration names one."""
    return Found(_found_id(endpoint), endpoint)


def _found_id(endpoint: Endpoint) -> str:
    """What a system found at an endpoint is called: its authority, without database or path."""
    if endpoint.placeholder:
        return endpoint.placeholder
    hosts = ",".join(sorted(endpoint.hosts))
    if endpoint.bucket:
        within = f"{hosts}/" if hosts and not _is_public_store(endpoint) else ""
        return f"{endpoint.kind}://{within}{endpoint.bucket}"
    if hosts:
        port = endpoint.port or DEFAULT_PORTS.get(endpoint.kind)
        return f"{hosts}:{port}" if port else hosts
    if endpoint.kind == "file":
        return endpoint.kind
    return endpoint.address if endpoint.kind == "unknown" else f"{endpoint.kind}:{endpoint.address}"


def _is_public_store(endpoint: Endpoint) -> bool:
    """Whether the host is that of a cloud's object store, where a bucket's name is its own the world over."""
    urls = (f"https://{host}{path}" for host in endpoint.hosts for path in ("", "/bucket"))
    return any(read_address(url).bucket for url in urls)


def declared_database(system: DeclaredSystem) -> tuple[str | None, str | None]:
    """The database and kind that all endpoints of a system agree on, None where they differ or say nothing."""
    endpoints = [read_address(pattern) for pattern, _ in system.endpoints]
    databases = {endpoint.database.lower() for endpoint in endpoints if endpoint.database}
    kinds = {endpoint.kind for endpoint in endpoints if endpoint.database}
    return (
        databases.pop() if len(databases) == 1 else None,
        kinds.pop() if len(kinds) == 1 else None,
    )


def as_systems(
    declared: Iterable[DeclaredSystem],
    found: Iterable[tuple[Found, Location]],
    *,
    unplaced: tuple[Location, ...],
) -> tuple[System, ...]:
    """All systems of the estate, sorted by id: the declared ones, those found, and the unplaced one if it is used."""
    systems = [_declared_system(system) for system in declared]
    places: dict[str, set[Location]] = {}
    endpoints: dict[str, set[Endpoint]] = {}
    for seen, location in found:
        places.setdefault(seen.id, set()).add(location)
        endpoints.setdefault(seen.id, set()).add(seen.endpoint)
    for name, at in endpoints.items():
        systems.append(_found_system(name, at, places[name]))
    if unplaced:
        systems.append(_found_system(UNPLACED, set(), set(unplaced)))
    return tuple(sorted(systems, key=lambda system: system.id))


def _declared_system(system: DeclaredSystem) -> System:
    return System(
        id=system.id,
        label=system.id,
        declared=True,
        kind=system.kind or "unknown",
        handler=system.handler,
        recipient=system.recipient,
        located=system.located,
        endpoints=tuple(read_address(pattern) for pattern, _ in system.endpoints),
        locations=(system.location,),
    )


def _found_system(name: str, endpoints: set[Endpoint], places: set[Location]) -> System:
    ordered = tuple(sorted(endpoints, key=repr))
    return System(
        id=name,
        label=name,
        declared=False,
        kind=ordered[0].kind if ordered else "unknown",
        handler=None,
        recipient=None,
        located=None,
        endpoints=ordered,
        locations=tuple(sorted(places)),
    )
