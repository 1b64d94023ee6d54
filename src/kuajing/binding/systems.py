"""Which system an endpoint belongs to: the most specific declared pattern, else a system of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from kuajing.addresses import matches, read_address
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


def system_of(endpoint: Endpoint, systems: Iterable[DeclaredSystem]) -> str | Found:
    """The id of the declared system that the endpoint belongs to, else the system found at it.

    Raises InputErrors where two systems claim it with equally specific patterns.
    """
    claims: list[tuple[int, str, str, Location]] = []
    for system in systems:
        for pattern, location in system.endpoints:
            specificity = matches(pattern, endpoint)
            if specificity is not None:
                claims.append((specificity, system.id, pattern, location))
    if not claims:
        return Found(found_id(endpoint), endpoint)
    best = max(specificity for specificity, *_ in claims)
    winners = sorted(claim[1:] for claim in claims if claim[0] == best)
    if len({system for system, *_ in winners}) > 1:
        raise InputErrors(_tie(endpoint, first, second) for first, second in pairwise(winners))
    return winners[0][0]


def declared_system_at(systems: Iterable[DeclaredSystem]) -> Callable[[Endpoint], str | None]:
    """A function that gives the declared system at an endpoint, None where none is declared."""
    declared = tuple(systems)

    def system_at(endpoint: Endpoint) -> str | None:
        found = system_of(endpoint, declared)
        return found if isinstance(found, str) else None

    return system_at


def _tie(
    endpoint: Endpoint, first: tuple[str, str, Location], second: tuple[str, str, Location]
) -> InputError:
    values = (
        ("address", endpoint.address),
        ("first", first[0]),
        ("second", second[0]),
        ("pattern", second[1]),
        ("place", str(first[2])),
    )
    return InputError(second[2], "binding.endpoint_tie", values)


def found_id(endpoint: Endpoint) -> str:
    """What a system found at an endpoint is called: its authority, without database or path."""
    if endpoint.placeholder:
        return endpoint.placeholder
    if endpoint.bucket:
        return f"{endpoint.kind}://{endpoint.bucket}"
    if endpoint.hosts:
        port = f":{endpoint.port}" if endpoint.port else ""
        return ",".join(endpoint.hosts) + port
    return endpoint.address if endpoint.kind == "unknown" else f"{endpoint.kind}:{endpoint.address}"


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
