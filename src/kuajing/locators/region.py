"""A provider's region to a jurisdiction; the same id at another provider is another place."""

import re

from kuajing.locators import placing
from kuajing.locators.table import Region, RegionTable
from kuajing.model.facts import Basis
from kuajing.model.labels import Placement

_ZONE = re.compile(r"(?P<region>[a-z0-9-]*[a-z0-9])(?:-?[a-z]|-\d{1,2})")


def locate_region(provider: str, region: str, table: RegionTable) -> Placement:
    """Where a provider's region is; unknown for a region or provider that the table lacks.

    Zones (`us-east-1a`, `cn-hangzhou-h`, `ap-guangzhou-3`) count as their region.
    """
    known = table.provider(provider)
    row = find(known, region, table)
    basis = Basis.OBSERVED
    if row is not None:
        values = {
            "provider": known,
            "region": row.region if "*" not in row.region else region,
            "place": row.place,
        }
        return placing.at(row.jurisdiction, "region", "region_known", values, basis)
    if not known:
        return placing.unknown("region_without_provider", {"region": region}, basis=basis)
    return placing.unknown("region_unknown", {"provider": known, "region": region}, basis=basis)


def find(provider: str, region: str, table: RegionTable) -> Region | None:
    """The row of a region of a known provider, by its id, another name of it, or a zone in it."""
    folded = "".join(region.lower().split())
    named = table.region_names.get((provider, folded), folded)
    row = _row(provider, named, table)
    if row is None and provider in table.fallbacks:
        row = _row(table.fallbacks[provider], named, table)
    zone = _ZONE.fullmatch(named) if row is None else None
    if zone is not None:
        row = table.regions.get((provider, zone.group("region")))
    return row


def _row(provider: str, region: str, table: RegionTable) -> Region | None:
    exact = table.regions.get((provider, region))
    if exact is not None or not region:
        return exact
    families = table.families.get(provider, ())
    return next((row for row in families if region.startswith(row.region.removesuffix("*"))), None)
