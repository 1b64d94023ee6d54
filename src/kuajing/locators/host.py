"""One host to a jurisdiction: a region it names, else the service it belongs to, else the cloud it belongs to."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kuajing.addresses.authority import is_ip
from kuajing.locators import placing
from kuajing.locators.region import find
from kuajing.locators.table import HostPattern, Region, RegionTable, Service
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth

_LONGEST = 253
_LOCAL = frozenset({"localhost", "local", "host.docker.internal", "0.0.0.0"})  # noqa: S104  compared, never bound
_DEFAULT_CLOUD = "aws"


@dataclass(frozen=True, slots=True)
class HostMatch:
    """A pattern that a host fits, and the region read from the host where the table knows it."""

    pattern: HostPattern
    named: str | None
    region: Region | None
    instance: str | None


def locate_host(host: str, table: RegionTable) -> Placement:
    """Where a host stands. Addresses, local names and names of nobody known prove nothing."""
    if host in _LOCAL or host.endswith((".local", ".localhost", ".internal", ".svc", ".cluster.local")):
        return placing.unknown("local_name", {"host": host})
    if is_ip(host):
        return placing.unknown("bare_ip", {"host": host})
    if "." not in host:
        return placing.unknown("bare_name", {"host": host})
    found = match_host(host, table)
    if found is not None and found.region is not None and found.pattern.evidence == "data":
        return _regional(host, found.region)
    service = find_service(host, table)
    if service is not None:
        return _service(host, service)
    return placing.unknown("unknown_host", {"host": host}) if found is None else _cloud(host, found, table)


def match_host(host: str, table: RegionTable) -> HostMatch | None:
    """The first pattern that a host fits; one that reads a region which its provider lacks is passed over."""
    if len(host) > _LONGEST:
        return None
    passed: HostMatch | None = None
    for pattern in table.hosts:
        fit = _compiled(pattern.pattern).search(host) if _lies_under(host, pattern.ends) else None
        if fit is None:
            continue
        match = _read(pattern, fit, table)
        if match.named is None or match.region is not None or pattern.jurisdiction or pattern.outside:
            return _settled(match, passed)
        passed = passed or match
    return passed


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Each pattern is compiled at its first use: few are needed in one run."""
    return re.compile(pattern)


def _lies_under(host: str, domains: tuple[str, ...]) -> bool:
    return any(host.endswith(domain) and host[: -len(domain)][-1:] in {"", ".", "-"} for domain in domains)


def _settled(match: HostMatch, passed: HostMatch | None) -> HostMatch:
    """A later pattern counts only where it proves something; else the unknown region is the better reason."""
    proves = match.region is not None or match.pattern.jurisdiction is not None or match.pattern.outside
    return match if proves or passed is None else passed


def _read(pattern: HostPattern, fit: re.Match[str], table: RegionTable) -> HostMatch:
    groups = fit.groupdict()
    named = groups.get("region") or groups.get("short") or groups.get("label")
    instance = groups.get("inst")
    if named is None:
        return HostMatch(pattern, None, None, instance)
    under = pattern.under or pattern.provider
    if under == "cloud":
        under = groups.get("cloud") or _DEFAULT_CLOUD
        named = named.replace("-", "") if under == "azure" else named
    region = table.region_names.get((under, named), named)
    return HostMatch(pattern, named, find(table.code_owners.get(under, under), region, table), instance)


def find_service(host: str, table: RegionTable) -> Service | None:
    """The service with the longest suffix of a host."""
    labels = host.split(".")
    suffixes = (".".join(labels[start:]) for start in range(len(labels)))
    return next((table.services[suffix] for suffix in suffixes if suffix in table.services), None)


def _regional(host: str, region: Region) -> Placement:
    values = {"host": host, "provider": region.provider, "region": region.region, "place": region.place}
    return placing.at(region.jurisdiction, "host", "host_region", values)


def _service(host: str, service: Service) -> Placement:
    values = {"host": host, "service": service.name}
    if service.proves:
        why = "service_outside" if service.jurisdiction == placing.OUTSIDE else "service_known"
        return placing.at(service.jurisdiction, "saas", why, values)
    if service.mainland is Truth.YES:
        values["suggested"] = service.jurisdiction
        return placing.unknown("service_suggested", values, evidence="saas")
    return placing.unknown("service_unproven", values, evidence="saas")


def _cloud(host: str, found: HostMatch, table: RegionTable) -> Placement:
    pattern = found.pattern
    values = {"host": host, "provider": pattern.provider}
    if pattern.jurisdiction is not None:
        return placing.at(pattern.jurisdiction, "host", "host_known", values)
    if pattern.outside:
        return placing.at(placing.OUTSIDE, "host", "host_outside", values)
    if pattern.evidence in {"control", "edge"}:
        return placing.unknown(f"host_{pattern.evidence}", values)
    if found.named is not None:
        return placing.unknown("host_region_unknown", values | {"region": found.named})
    suggested = _suggested(found.instance, table)
    why = "host_without_region" if suggested is None else "host_suggested"
    return placing.unknown(why, values if suggested is None else values | {"suggested": suggested})


def _suggested(instance: str | None, table: RegionTable) -> str | None:
    """The region that the undocumented start of an instance id suggests; never more than a suggestion."""
    if instance is None:
        return None
    code = instance.partition("-")[2].removeprefix("cn-")[:3]
    return table.instance_prefixes.get(code)
