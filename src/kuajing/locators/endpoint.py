"""An endpoint to a jurisdiction: a region stated beside it, and what its hosts show."""

from dataclasses import replace

from kuajing.locators import placing
from kuajing.locators.compare import contradicts
from kuajing.locators.host import locate_host, match_host
from kuajing.locators.region import locate_region
from kuajing.locators.table import RegionTable
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import Basis
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth


def locate_endpoint(endpoint: Endpoint, table: RegionTable) -> Placement:
    """Where the store behind an endpoint stands.

    A region stated beside the endpoint counts with what its hosts show; where the two disagree nothing is proven.
    The default of a placeholder may be replaced where the job runs, so it never proves the mainland.
    """
    shown = _shown(endpoint, table)
    stated = _stated(endpoint, table)
    if stated is None:
        return _guarded(endpoint, shown)
    if contradicts(stated, shown, table):
        values = {
            "region": endpoint.region or "",
            "host": endpoint.hosts[0] if endpoint.hosts else endpoint.address,
        }
        return placing.unknown("region_contradicts_host", values, basis=Basis.OBSERVED)
    if stated.mainland is Truth.UNKNOWN:
        return _guarded(endpoint, shown) if shown.mainland is not Truth.UNKNOWN else stated
    return stated


def _stated(endpoint: Endpoint, table: RegionTable) -> Placement | None:
    if endpoint.region is None:
        return _partition(endpoint.provider or "", table)
    provider = endpoint.provider or _provider(endpoint, table)
    return locate_region(provider, endpoint.region, table)


def _partition(provider: str, table: RegionTable) -> Placement | None:
    code = table.partitions.get(provider)
    if code is None:
        return None
    return placing.at(code, "region", "partition_known", {"provider": provider}, Basis.OBSERVED)


def _provider(endpoint: Endpoint, table: RegionTable) -> str:
    """The provider that a host shows; without any host, the one whose kind of store it is.

    A host of nobody known may be any product that speaks the same protocol, whose regions are mere words.
    """
    for host in endpoint.hosts:
        found = match_host(host, table)
        if found is not None:
            return found.pattern.provider
    return "" if endpoint.hosts else table.kinds.get(endpoint.kind, "")


def _shown(endpoint: Endpoint, table: RegionTable) -> Placement:
    if not endpoint.hosts:
        return _without_hosts(endpoint, table)
    found = tuple(locate_host(host, table) for host in endpoint.hosts)
    where = placing.common(found, table)
    if where is None:
        unknown = next((place for place in found if place.mainland is Truth.UNKNOWN), None)
        return unknown or placing.unknown("hosts_differ", {"hosts": ", ".join(endpoint.hosts)})
    return replace(found[0], jurisdiction=where)


def _without_hosts(endpoint: Endpoint, table: RegionTable) -> Placement:
    if endpoint.kind in table.outside_kinds:
        values = {"kind": endpoint.kind, "provider": table.kinds.get(endpoint.kind, endpoint.kind)}
        return placing.at(placing.OUTSIDE, "host", "kind_outside", values)
    if endpoint.placeholder is not None:
        return placing.unknown("placeholder", {"placeholder": endpoint.placeholder})
    if endpoint.kind in {"local", "file"}:
        return placing.unknown("on_the_machine", {"address": endpoint.address})
    why = "no_host" if endpoint.bucket is None else "bucket_without_endpoint"
    return placing.unknown(why, {"address": endpoint.address})


def _guarded(endpoint: Endpoint, shown: Placement) -> Placement:
    if endpoint.placeholder is None or not endpoint.hosts or shown.mainland is not Truth.YES:
        return shown
    return placing.unknown("default_only", {"placeholder": endpoint.placeholder, "host": endpoint.hosts[0]})
