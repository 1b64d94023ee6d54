"""Endpoints put together from the pieces of an address, placeholders shown and nothing secret kept."""

from kuajing.addresses.authority import Place
from kuajing.addresses.placeholders import Covered, Placeholder
from kuajing.model.endpoints import Endpoint


def server(
    covered: Covered,
    kind: str,
    places: tuple[Place, ...],
    *,
    database: str | None = None,
    schema: str | None = None,
    path: str | None = None,
    region: str | None = None,
    scheme: str = "",
) -> Endpoint:
    """An endpoint on named hosts; a host that is a placeholder is told apart, with its default as the host."""
    placeholder = _host_placeholder(covered, places)
    hosts = tuple(name for place in places if (name := _host(covered, place.host)))
    database, schema, path = (_shown(covered, part) for part in (database, schema, path))
    shown = ",".join(covered.uncover(str(place)) for place in places)
    tail = path or "/".join(part for part in (database, schema) if part)
    address = (f"{scheme}://" if scheme else "") + (
        "/".join(part for part in (shown, tail.lstrip("/")) if part) or kind
    )
    return Endpoint(
        kind=kind,
        address=address,
        hosts=hosts,
        port=places[0].port if places else None,
        database=database,
        schema=schema,
        path=path,
        region=region,
        placeholder=placeholder.text if placeholder else None,
    )


def bucket(
    covered: Covered,
    kind: str,
    scheme: str,
    name: str,
    path: str,
    places: tuple[Place, ...] = (),
    address: str | None = None,
) -> Endpoint:
    """An endpoint in an object store; the host stands where the address names the store's own endpoint."""
    whole = covered.alone(name)
    shown_path = _shown(covered, path.strip("/"))
    hosts = tuple(host for place in places if (host := _host(covered, place.host)))
    shown = covered.uncover(name)
    where = f"{shown}@{hosts[0]}" if kind == "azure_blob" and hosts else shown
    return Endpoint(
        kind=kind,
        address=address or f"{scheme}://{where}" + (f"/{shown_path}" if shown_path else ""),
        hosts=hosts,
        port=places[0].port if places else None,
        bucket=shown,
        path=shown_path,
        placeholder=whole.text if whole else None,
    )


def _host_placeholder(covered: Covered, places: tuple[Place, ...]) -> Placeholder | None:
    for place in places:
        found = covered.alone(place.host)
        if found is not None:
            return found
    return None


def _host(covered: Covered, host: str) -> str:
    alone = covered.alone(host)
    if alone is None:
        return covered.uncover(host).lower()
    default = (alone.default or "").strip().lower()
    return default if default and all(sign.isalnum() or sign in ".-_" for sign in default) else ""


def _shown(covered: Covered, text: str | None) -> str | None:
    return covered.uncover(text) if text else None
