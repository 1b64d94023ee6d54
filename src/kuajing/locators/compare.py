"""Whether two placements of one system can both be true."""

from kuajing.locators.load import load_regions
from kuajing.locators.table import RegionTable
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth


def contradicts(declared: Placement, shown: Placement, table: RegionTable | None = None) -> bool:
    """Whether what is declared and what is shown cannot both be true; what is unknown contradicts nothing."""
    if Truth.UNKNOWN in {declared.mainland, shown.mainland}:
        return False
    if declared.mainland is not shown.mainland:
        return True
    regions = load_regions() if table is None else table
    return not _overlap(declared.jurisdiction, shown.jurisdiction, regions)


def _overlap(one: str, other: str, table: RegionTable) -> bool:
    """Equal codes overlap, a marker overlaps its members, and a marker without a list overlaps all but the mainland."""
    if one == other:
        return True
    first, second = table.jurisdictions.get(one), table.jurisdictions.get(other)
    if first is None or second is None:
        return True
    if (first.is_marker and not first.members) or (second.is_marker and not second.members):
        return True
    return bool(first.members & second.members)
