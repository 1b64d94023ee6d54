"""Placements: known, outside but where is not known, and unknown, each with the reason."""

from collections.abc import Mapping

from kuajing.locators.table import MAINLAND, RegionTable
from kuajing.model.facts import Basis
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth

OUTSIDE = "OUTSIDE"
"""The marker of the region table for outside the mainland, where is not known."""

_AREA = "addresses_and_locations"


def at(
    jurisdiction: str, evidence: str, why: str, values: Mapping[str, str], basis: Basis = Basis.INFERRED
) -> Placement:
    """A placement in a jurisdiction or wider marker."""
    mainland = Truth.YES if jurisdiction == MAINLAND else Truth.NO
    return Placement(jurisdiction, mainland, evidence, f"{_AREA}.{why}", _pairs(values), basis)


def unknown(
    why: str, values: Mapping[str, str], evidence: str = "none", basis: Basis = Basis.INFERRED
) -> Placement:
    """A placement that proves nothing, with the reason why it does not."""
    return Placement("", Truth.UNKNOWN, evidence, f"{_AREA}.{why}", _pairs(values), basis)


def common(placements: tuple[Placement, ...], table: RegionTable) -> str | None:
    """The narrowest jurisdiction or marker that holds all placements; None where nothing does."""
    codes = {placement.jurisdiction for placement in placements}
    if len(codes) == 1:
        return codes.pop()
    if all(placement.mainland is Truth.NO for placement in placements):
        union = table.jurisdictions.get("EU")
        return "EU" if union and codes <= union.members | {"EU"} else OUTSIDE
    return None


def _pairs(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(values.items()))
