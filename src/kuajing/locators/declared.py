"""A declared location to a jurisdiction: `alibaba/cn-shanghai`, a code, a name, `unknown`."""

from dataclasses import replace

from kuajing.locators import placing
from kuajing.locators.region import locate_region
from kuajing.locators.table import RegionTable
from kuajing.model.facts import Basis
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth


def locate_declared(text: str, table: RegionTable) -> Placement:
    """Where a person says that a system stands; what is not understood is unknown, with the reason."""
    written = text.strip()
    folded = " ".join(written.lower().split())
    if folded in {"", "unknown"}:
        return placing.unknown("declared_unknown", {}, "declared", Basis.DECLARED)
    code = table.words.get(folded)
    if code is not None:
        return placing.at(code, "declared", "declared_place", {"declared": written}, Basis.DECLARED)
    provider, slash, region = written.partition("/")
    if slash:
        found = locate_region(provider, region, table)
        if found.mainland is Truth.UNKNOWN:
            return replace(found, evidence="declared", basis=Basis.DECLARED)
        values = {"declared": written, "place": dict(found.values)["place"]}
        return placing.at(found.jurisdiction, "declared", "declared_region", values, Basis.DECLARED)
    return placing.unknown("declared_not_understood", {"declared": written}, "declared", Basis.DECLARED)
